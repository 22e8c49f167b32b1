import { TextDecoder } from 'node:util'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Upload } from './call.ts'
import { Refused } from './refused.ts'
import type { UploadLimits } from './mount.ts'

const decoder = new TextDecoder('utf-8', { fatal: true })

const textOf = (bytes: Buffer): string => {
  try {
    return decoder.decode(bytes)
  } catch {
    throw new Refused({ code: 'input.encoding' })
  }
}

const refuseEncoded = (request: FastifyRequest): void => {
  if ((request.headers['content-encoding'] ?? 'identity') !== 'identity') throw new Refused({ code: 'input.media-type' })
  const charset = /charset="?([\w-]+)/i.exec(request.headers['content-type'] ?? '')?.[1]
  if (charset !== undefined && !/^utf-?8$/i.test(charset)) throw new Refused({ code: 'input.media-type' })
}

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    throw new Refused({ code: 'input.malformed' })
  }
}

/** Bodies are UTF-8 and nothing else: JSON for the interface, forms for pages. Anything wrong with them is a refusal, never a fault. */
export const readBodies = (server: FastifyInstance): void => {
  server.removeAllContentTypeParsers()
  server.addContentTypeParser('application/json', { parseAs: 'buffer' }, async (request: FastifyRequest, bytes: Buffer) => {
    refuseEncoded(request)
    return bytes.length === 0 ? undefined : parseJson(textOf(bytes))
  })
  server.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'buffer' },
    async (request: FastifyRequest, bytes: Buffer) => {
      refuseEncoded(request)
      return fieldsOf(new URLSearchParams(textOf(bytes)))
    },
  )
}

/** Fields by name; one that comes several times is a list. */
const fieldsOf = (pairs: Iterable<readonly [string, string]>): Record<string, string | string[]> => {
  const fields = new Map<string, string | string[]>()
  for (const [name, value] of pairs) {
    const before = fields.get(name)
    fields.set(name, before === undefined ? value : [...(Array.isArray(before) ? before : [before]), value])
  }
  return Object.fromEntries(fields)
}

export type Form = { readonly fields: Readonly<Record<string, string | string[]>>; readonly files: readonly Upload[] }

const readParts = async (request: FastifyRequest, { maxFiles, maxBytes }: UploadLimits): Promise<Form> => {
  const files: Upload[] = []
  const pairs: [string, string][] = []
  const limits = { files: maxFiles, fileSize: maxBytes, fields: 100, fieldSize: 100_000, fieldNameSize: 100, headerPairs: 50 }
  for await (const part of request.parts({ limits })) {
    if (part.type === 'file') {
      const bytes = await part.toBuffer()
      if (part.filename !== '' || bytes.length > 0)
        files.push({ field: part.fieldname, name: part.filename, mediaType: part.mimetype, bytes })
    } else {
      if (part.valueTruncated || part.fieldnameTruncated) throw new Refused({ code: 'input.too-large' })
      pairs.push([part.fieldname, String(part.value)])
    }
  }
  return { fields: fieldsOf(pairs), files }
}

/** A multipart form, read whole within its limits. */
export const readForm = async (request: FastifyRequest, limits: UploadLimits): Promise<Form> => {
  try {
    return await readParts(request, limits)
  } catch (error) {
    // What the parser of forms throws carries no status of its own.
    if (error instanceof Refused || (error instanceof Error && 'statusCode' in error)) throw error
    throw new Refused({ code: 'input.malformed' })
  }
}
