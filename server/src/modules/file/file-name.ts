import { endingOf, type MediaType } from './media-type.ts'

// Control characters, and those that turn the direction of writing: "exe.gpj" must not look like "jpg.exe".
const unwanted = /[\p{Cc}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"*/:<>?\\|]/gu
const longest = 80

/** A name as it can be shown and saved: without path, without tricks, ending as its type does. */
export const cleanName = (name: string, type: MediaType): string => {
  const last = name.split(/[/\\]/).at(-1) ?? ''
  const stem = last
    .toWellFormed()
    .normalize('NFC')
    .replace(unwanted, '')
    .replace(/\.[a-z0-9]{1,5}$/i, '')
    .replace(/^[.\s]+|[.\s]+$/g, '')
  const short = [...stem].slice(0, longest).join('')
  return `${short === '' ? '附件' : short}.${endingOf(type)}`
}
