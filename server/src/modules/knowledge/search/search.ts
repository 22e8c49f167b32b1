import type { FoundKnowledge } from '@open12345/contract/knowledge'
import { passageOf, readQuestion, type Passage } from '@open12345/language/retrieval'
import type { Tx } from '../../../db/transaction.ts'
import { listedKnowledge } from '../read.ts'
import { findKnowledge, type KnowledgeAsked } from './find.ts'

const mutable = (passage: Passage) => ({ ...passage, marks: [...passage.marks] })
const nothingAsked = readQuestion('', [])

/** What is shown to whoever asks; where nothing was asked, items as they stand. */
export const searchKnowledge = async (tx: Tx, asked: KnowledgeAsked): Promise<readonly FoundKnowledge[]> => {
  if (asked.text.trim() === '')
    return (await listedKnowledge(tx, asked.on, asked.most)).map((item) => ({
      ...item,
      confidence: 0,
      titleMarks: [],
      passage: mutable(passageOf(item.body, undefined, nothingAsked)),
    }))
  return (await findKnowledge(tx, asked)).map(({ item, confidence, titleMarks, passage }) => ({
    ...item,
    confidence,
    titleMarks: [...titleMarks],
    passage: mutable(passage),
  }))
}
