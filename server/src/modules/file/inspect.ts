import { maxFileBytes } from '@open12345/contract/file'
import { accept, refuse, type Decision } from '@open12345/domain/kernel'
import type { Upload } from '../../http/call.ts'
import { cleanImage, isImage } from './clean-image.ts'
import { cleanName } from './file-name.ts'
import { decideMediaType, type MediaType } from './media-type.ts'

/** What may be kept of an upload. */
export type Inspected = { readonly name: string; readonly mediaType: MediaType; readonly bytes: Buffer }

export const inspect = async ({ name, mediaType, bytes }: Upload): Promise<Decision<Inspected>> => {
  if (bytes.length === 0) return refuse({ code: 'file.empty' })
  if (bytes.length > maxFileBytes) return refuse({ code: 'file.too-large' })
  const type = await decideMediaType(name, mediaType, bytes)
  if (!type.ok) return type
  const cleaned = isImage(type.value) ? await cleanImage(type.value, bytes) : accept(bytes)
  if (!cleaned.ok) return cleaned
  return accept({ name: cleanName(name, type.value), mediaType: type.value, bytes: cleaned.value })
}
