import type { FoundKnowledge } from '@open12345/contract/knowledge'
import { passageOf, readQuestion } from '@open12345/language/retrieval'
import type { Tx } from '../../../db/transaction.ts'
import { placeNames } from '../../organisation/index.ts'
import { listedKnowledge } from '../read.ts'
import { findKnowledge, type KnowledgeAsked, type KnowledgeHit } from './find.ts'

const nothingAsked = readQuestion('', [])

type Shown = Omit<KnowledgeHit, 'score'>
const shown = async (tx: Tx, asked: KnowledgeAsked): Promise<readonly Shown[]> =>
  asked.text.trim() !== ''
    ? findKnowledge(tx, asked)
    : (await listedKnowledge(tx, asked.on, asked.most)).map((item) => ({
        item,
        confidence: 0,
        titleMarks: [],
        passage: passageOf(item.body, undefined, nothingAsked),
      }))

/** What is shown to whoever asks, each with the place that it is for; where nothing was asked, items as they stand. */
export const searchKnowledge = async (tx: Tx, asked: KnowledgeAsked): Promise<readonly FoundKnowledge[]> => {
  const found = await shown(tx, asked)
  const names = await placeNames(
    tx,
    found.flatMap(({ item: { region } }) => region ?? []),
  )
  return found.map(({ item, confidence, titleMarks, passage }) => ({
    ...item,
    regionName: item.region === null ? null : (names.get(item.region) ?? item.region),
    confidence,
    titleMarks: [...titleMarks],
    passage: { ...passage, marks: [...passage.marks] },
  }))
}
