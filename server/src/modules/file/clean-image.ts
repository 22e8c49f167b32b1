import { accept, refuse, type Decision } from '@open12345/domain/kernel'
import sharp from 'sharp'
import type { MediaType } from './media-type.ts'
import { inTurn } from '../../turns.ts'

const formats = { 'image/jpeg': 'jpeg', 'image/png': 'png', 'image/webp': 'webp' } as const
type ImageType = keyof typeof formats

export const isImage = (type: MediaType): type is ImageType => type in formats

/** 12,000 × 5,300: more than a phone's camera writes, less than what exhausts the memory. Read from the header, before anything is unpacked. */
const mostPixels = 64_000_000
/** A picture unpacked takes a hundred megabytes or more: strangers must not unpack many side by side. */
const oneOfTwo = inTurn(2)
const longestSide = 4096
const seconds = 20

const rewrite = async (type: ImageType, bytes: Buffer): Promise<Decision<Buffer>> => {
  try {
    const image = sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error', pages: 1 })
    const { format } = await image.metadata()
    if (format !== formats[type]) return refuse({ code: 'file.disguised' })
    const written = await image
      .rotate()
      .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
      .toFormat(formats[type], type === 'image/png' ? {} : { quality: 86 })
      .timeout({ seconds })
      .toBuffer()
    return accept(written)
  } catch {
    return refuse({ code: 'file.image-unreadable' })
  }
}

/**
 * The picture written anew: turned upright, no larger than is useful, and without what the camera wrote into it (place, time, device), which
 * would tell who took it and where. Whatever hides behind the picture's end is gone too.
 * @clause 20a
 */
export const cleanImage = (type: ImageType, bytes: Buffer): Promise<Decision<Buffer>> => oneOfTwo(() => rewrite(type, bytes))
