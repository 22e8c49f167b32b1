import { grams } from '@open12345/language/reading'
import { bm25 } from '@open12345/language/retrieval'
import { readLines } from './data.ts'
import type { Evaluation, Outcome } from './evaluation.ts'
import { rankingFigure, recallAt, reciprocalRank, type Places } from './ranking.ts'
import { isForChoosing, placesOf, productRanking } from './retrieval.ts'

type Line = { readonly msg_no: string; readonly title: string; readonly text: string; readonly reply: string }

export const replies: Evaluation = {
  name: 'replies',
  about:
    'Message → the reply that was given to it, among all replies. The ranking is the product’s (packages/language), over replies as bodies without a heading.',
  run: async (folder) => {
    const lines = readLines<Line>(folder, 'replies/replies.dev.jsonl')
    if (lines === undefined) return undefined
    const plain = bm25(lines.map(({ reply }) => grams(reply, 2, 2)))
    const questions = lines.map(({ title, text }, own) => ({ text: `${title}\n${text}`, own }))
    const ours = placesOf(questions, productRanking(lines.map(({ reply }) => ({ title: '', variants: [], keywords: [], body: reply }))))
    const rival = placesOf(questions, (text) => plain(grams(text, 2, 2)).map(({ document }) => document))
    const published = (value: number) => [{ name: 'published BM25 of character bigrams', value }]
    const over = (split: string, isIn: (at: number) => boolean): Outcome => {
      const only = (places: Places): Places => places.filter((_, at) => isIn(at))
      const rivals = [{ name: 'BM25 of character bigrams', places: only(rival) }]
      return {
        dataSet: 'replies/replies.dev.jsonl',
        split,
        figures: [
          rankingFigure(recallAt(1), only(ours), rivals, published(0.6)),
          rankingFigure(reciprocalRank, only(ours), rivals, published(0.66)),
        ],
      }
    }
    return [over('two thirds on which nothing was chosen', (at) => !isForChoosing(lines[at]?.msg_no ?? '')), over('all', () => true)]
  },
}
