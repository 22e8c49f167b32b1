import { request } from 'node:http'

const fetched = (port: number, path: string): Promise<{ readonly bytes: number; readonly text: string }> =>
  new Promise((resolve, reject) => {
    const ask = (encoding: string, done: (body: Buffer) => void): void => {
      const asked = request(
        { host: '127.0.0.1', port, path, headers: { 'accept-encoding': encoding, accept: 'text/html,*/*' } },
        (response) => {
          const parts: Buffer[] = []
          response.on('data', (part: Buffer) => parts.push(part))
          response.on('end', () => done(Buffer.concat(parts)))
        },
      )
      asked.on('error', reject)
      asked.end()
    }
    ask('br', ({ length: bytes }) => ask('identity', (body) => resolve({ bytes, text: body.toString() })))
  })

/** What a page asks for before it can be seen: itself, its styles and its scripts. */
const firstLoad = async (port: number, path: string): Promise<number> => {
  const page = await fetched(port, path)
  const parts = [...page.text.matchAll(/<(?:link[^>]+rel="(?:stylesheet|modulepreload)"[^>]+href|script[^>]+src)="([^"]+)"/g)].map(
    ([, part = '']) => part,
  )
  const sizes = await Promise.all([...new Set(parts)].map(async (part) => (await fetched(port, part)).bytes))
  return (page.bytes + sizes.reduce((sum, size) => sum + size, 0)) / 1000
}

/** Kilobytes (compressed) of the first view of the citizens' form, the tracking page, and a console desk's shell. */
export const firstLoads = async (port: number): Promise<Readonly<Record<string, number>>> => ({
  formKb: await firstLoad(port, '/file'),
  trackKb: await firstLoad(port, '/track'),
  consoleKb: await firstLoad(port, '/console/'),
})
