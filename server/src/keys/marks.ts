import { createHmac } from 'node:crypto'
import { nameSigns, nobodyKnown, phoneDigits, type Known } from '@open12345/domain/identity'

/** Who the words of an order are about, without saying it: how long the name is, and hashes under the order's own key, which go with it. */
export type Marks = { readonly nameLength: number | null; readonly name: string | null; readonly phone: string | null }
export type Given = { readonly name: string | null; readonly phone: string | null }

const markOf = (key: Buffer, kind: 'name' | 'phone', words: string): string =>
  createHmac('sm3', key).update(`screen/${kind}/${words}`).digest('base64')

export const marksOf = (key: Buffer, given: Given): Marks => {
  const name = given.name === null ? null : nameSigns(given.name)
  const phone = given.phone === null ? null : phoneDigits(given.phone)
  return {
    nameLength: name === null ? null : [...name].length,
    name: name === null ? null : markOf(key, 'name', name),
    phone: phone === null ? null : markOf(key, 'phone', phone),
  }
}

/** Null for orders that were recorded before marks were kept. */
export const knownBy = (key: Buffer, marks: Marks | null): Known =>
  marks === null
    ? nobodyKnown
    : {
        nameLength: marks.nameLength,
        isName: (signs) => marks.name === markOf(key, 'name', signs),
        isPhone: (digits) => marks.phone === markOf(key, 'phone', digits),
      }
