import { acceptedMediaTypes } from '@open12345/contract/file'
import { accept, refuse, type Decision } from '@open12345/domain/kernel'
import { fileTypeFromBuffer } from 'file-type'

export type MediaType = (typeof acceptedMediaTypes)[number]

/** The endings that a name may have for each type; the first is the one that we give. */
const endings: Readonly<Record<MediaType, readonly [string, ...string[]]>> = {
  'image/jpeg': ['jpg', 'jpeg', 'jpe', 'jfif'],
  'image/png': ['png'],
  'image/webp': ['webp'],
  'application/pdf': ['pdf'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'audio/mpeg': ['mp3'],
  'audio/wav': ['wav'],
  'video/mp4': ['mp4'],
}

/** Other names under which browsers send the same types. */
const synonyms: Readonly<Record<string, MediaType>> = {
  'image/jpg': 'image/jpeg',
  'image/pjpeg': 'image/jpeg',
  'audio/mp3': 'audio/mpeg',
  'audio/x-mpeg': 'audio/mpeg',
  'audio/x-wav': 'audio/wav',
  'audio/wave': 'audio/wav',
  'audio/vnd.wave': 'audio/wav',
}
/** What a browser says when it does not know; then the content alone decides. */
const saysNothing = new Set(['', 'application/octet-stream', 'binary/octet-stream'])

const known = (mime: string): MediaType | undefined => synonyms[mime] ?? acceptedMediaTypes.find((type) => type === mime)

export const endingOf = (type: MediaType): string => endings[type][0]

const endingIn = (name: string): string | undefined => /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase()

/** The type by content; a name or a declared type that says otherwise is a disguise. */
export const decideMediaType = async (name: string, declared: string, bytes: Buffer): Promise<Decision<MediaType>> => {
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined)
  const type = found === undefined ? undefined : known(found.mime)
  if (type === undefined) return refuse({ code: 'file.unknown-type' })

  const ending = endingIn(name)
  if (ending !== undefined && !endings[type].includes(ending)) return refuse({ code: 'file.disguised' })
  const claimed = (declared.split(';')[0] ?? '').trim().toLowerCase()
  const agrees = saysNothing.has(claimed) || known(claimed) === type
  return agrees ? accept(type) : refuse({ code: 'file.disguised' })
}
