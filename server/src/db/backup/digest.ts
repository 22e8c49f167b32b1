import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'

export const digestOfFile = async (path: string): Promise<string> => {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}

/** Passes everything on, and knows its digest at the end. */
export const digesting = (): { readonly stream: Transform; readonly result: () => string } => {
  const hash = createHash('sha256')
  const stream = new Transform({
    transform(chunk: Buffer, _, done) {
      hash.update(chunk)
      done(undefined, chunk)
    },
  })
  return { stream, result: () => hash.digest('hex') }
}
