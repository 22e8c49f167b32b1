/**
 * What an index is asked by. A plain term stands anywhere in a text; the others only in its headings, told apart by their first sign:
 * `^` the same in a heading, `*` two signs with one between them, `~` pinyin as it is typed, `@` its first letters, `=` how two signs sound.
 */
export type Term = string

/** A term as the index keeps it: one number (FNV-1a), since terms are only ever compared. */
export const termNumber = (term: Term): number => {
  let mixed = 0x811c9dc5
  for (let at = 0; at < term.length; at++) mixed = Math.imul(mixed ^ term.charCodeAt(at), 0x01000193)
  return mixed | 0
}
