import { z } from 'zod'

export const mark = z.object({ start: z.int(), end: z.int() }).describe('From where to where, in the text beside it')

type Piece = { readonly text: string; readonly isMarked: boolean; readonly start: number }

/** A text in the pieces that its marks cut it into, by places and never by tags. */
export const piecesOf = (text: string, marks: readonly z.infer<typeof mark>[]): readonly Piece[] => {
  const piece = (start: number, end: number, isMarked: boolean): Piece => ({ text: text.slice(start, end), isMarked, start })
  const pieces = marks.flatMap(({ start, end }, nth) => [piece(marks[nth - 1]?.end ?? 0, start, false), piece(start, end, true)])
  return [...pieces, piece(marks.at(-1)?.end ?? 0, text.length, false)].filter((one) => one.text !== '')
}
