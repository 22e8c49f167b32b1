import { piecesOf, type FoundKnowledge } from '@open12345/contract/knowledge'
import type { ReactElement } from 'react'

/** What was found, with the words that were asked for marked in it. */
export const Marked = ({ text, marks }: { readonly text: string; readonly marks: FoundKnowledge['titleMarks'] }): ReactElement => (
  <>{piecesOf(text, marks).map((piece) => (piece.isMarked ? <mark key={piece.start}>{piece.text}</mark> : piece.text))}</>
)
