import { grams } from '@open12345/language/reading'
import { bm25 } from '@open12345/language/retrieval'
import { readLines } from './data.ts'
import type { Evaluation, Outcome } from './evaluation.ts'
import { rankingFigure, recallAt, reciprocalRank, type Places } from './ranking.ts'
import { isForChoosing, placesOf, productRanking } from './retrieval.ts'

type Document = { readonly docid: string; readonly text: string }
type Asked = { readonly docid: string; readonly question: string }

export const documents: Evaluation = {
  name: 'documents',
  about:
    'Question → the policy document that answers it, among all. The ranking is the product’s (packages/language), over documents as bodies without a heading.',
  run: async (folder) => {
    const texts = readLines<Document>(folder, 'policy-qa/documents_with_text.jsonl')
    const all = readLines<Asked>(folder, 'policy-qa/qa.dev.jsonl')
    if (texts === undefined || all === undefined) return undefined
    const numbers = new Map(texts.map(({ docid }, at) => [docid, at]))
    // Most documents of the set come without their text; what asks for them cannot be answered.
    const asked = all.flatMap(({ docid, question }) => {
      const own = numbers.get(docid)
      return own === undefined ? [] : [{ docid, text: question, own }]
    })
    const plain = bm25(texts.map(({ text }) => grams(text, 2, 2)))
    const ours = placesOf(asked, productRanking(texts.map(({ text }) => ({ title: '', variants: [], keywords: [], body: text }))))
    const rival = placesOf(asked, (text) => plain(grams(text, 2, 2)).map(({ document }) => document))
    const measures = [
      [recallAt(1), 0.81],
      [recallAt(5), 0.96],
      [reciprocalRank, 0.88],
    ] as const
    const over = (split: string, isIn: (at: number) => boolean): Outcome => {
      const only = (places: Places): Places => places.filter((_, at) => isIn(at))
      const rivals = [{ name: 'BM25 of character bigrams', places: only(rival) }]
      return {
        dataSet: 'policy-qa',
        split,
        figures: measures.map(([measure, value]) =>
          rankingFigure(measure, only(ours), rivals, [{ name: 'published BM25 of character bigrams', value }]),
        ),
      }
    }
    return [over('two thirds on which nothing was chosen', (at) => !isForChoosing(asked[at]?.docid ?? '')), over('all', () => true)]
  },
}
