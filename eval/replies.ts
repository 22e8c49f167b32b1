import { grams } from '@open12345/language/reading'
import { bm25 } from '@open12345/language/retrieval'
import { readLines } from './data.ts'
import type { Evaluation } from './evaluation.ts'
import { rankingFigure, recallAt, reciprocalRank } from './ranking.ts'

type Line = { readonly title: string; readonly text: string; readonly reply: string }

export const replies: Evaluation = {
  name: 'replies',
  about: 'Message → the reply that was given to it, among all replies.',
  run: async (folder) => {
    const lines = readLines<Line>(folder, 'replies/replies.dev.jsonl')
    if (lines === undefined) return undefined
    const ask = bm25(lines.map(({ reply }) => grams(reply, 2, 2)))
    const places = lines.map(({ title, text }, own) => {
      const at = ask(grams(`${title}\n${text}`, 2, 2)).findIndex(({ document }) => document === own)
      return at < 0 ? undefined : at + 1
    })
    const published = (value: number) => [{ name: 'published BM25 of character bigrams', value }]
    return [
      {
        dataSet: 'replies/replies.dev.jsonl',
        split: 'all',
        figures: [rankingFigure(recallAt(1), places, [], published(0.6)), rankingFigure(reciprocalRank, places, [], published(0.66))],
      },
    ]
  },
}
