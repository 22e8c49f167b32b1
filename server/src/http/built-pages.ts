import { existsSync } from 'node:fs'
import { join } from 'node:path'
import files from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

const root = join(import.meta.dirname, '../../../web')

// Vite names its files by their content.
const isHashed = (path: string): boolean => /[.-][\w-]{8}\.\w+$/.test(path)
const cacheFor = (path: string): string => (isHashed(path) ? 'public, max-age=31536000, immutable' : 'no-cache')

const sites = [
  { folder: join(root, 'console/dist'), prefix: '/console/', index: ['index.html'] },
  { folder: join(root, 'public/dist/client'), prefix: '/site/client/', index: false },
] as const
const consoleFolder = sites[0].folder

/** Every address of the staff's console without a file of its own is its one page. */
export const isConsolePage = (request: FastifyRequest): boolean => {
  const path = request.url.split('?')[0] ?? ''
  return request.method === 'GET' && path.startsWith('/console/') && !/\.\w+$/.test(path) && existsSync(consoleFolder)
}
export const sendConsole = (reply: FastifyReply): FastifyReply =>
  reply.header('cache-control', 'no-cache').sendFile('index.html', consoleFolder)

/** The built pages: the staff's console, and the public site's styles and scripts. Served only where they are built. */
export const registerBuiltPages = async (server: FastifyInstance): Promise<void> => {
  const built = sites.filter(({ folder }) => existsSync(folder))
  for (const [place, { folder, prefix, index }] of built.entries())
    await server.register(files, {
      root: folder,
      prefix,
      decorateReply: place === 0,
      cacheControl: false,
      index: index === false ? false : [...index],
      setHeaders: (reply, path) => void reply.header('cache-control', cacheFor(path)),
    })
  server.get('/console', { schema: { hide: true } }, (_, reply) => reply.redirect('/console/', 303))
}
