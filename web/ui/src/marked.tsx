import type { FoundKnowledge } from '@open12345/contract/knowledge'
import type { ReactElement } from 'react'

type Marks = FoundKnowledge['titleMarks']
type Piece = { readonly text: string; readonly isMarked: boolean; readonly start: number }

/** A text in the pieces that its marks cut it into, by places and never by tags. */
const piecesOf = (text: string, marks: Marks): readonly Piece[] => {
  const piece = (start: number, end: number, isMarked: boolean): Piece => ({ text: text.slice(start, end), isMarked, start })
  const pieces = marks.flatMap(({ start, end }, nth) => [piece(marks[nth - 1]?.end ?? 0, start, false), piece(start, end, true)])
  return [...pieces, piece(marks.at(-1)?.end ?? 0, text.length, false)].filter((one) => one.text !== '')
}

/** What was asked for, marked in what was found. */
export const Marked = ({ text, marks }: { readonly text: string; readonly marks: Marks }): ReactElement => (
  <>{piecesOf(text, marks).map((piece) => (piece.isMarked ? <mark key={piece.start}>{piece.text}</mark> : piece.text))}</>
)
