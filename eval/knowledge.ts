import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { grams } from '@open12345/language/reading'
import { bm25 } from '@open12345/language/retrieval'
import { openDatabase } from '../bench/house.ts'
import { withApp } from '../bench/populate.ts'
import { nobody } from '../server/src/db/actor.ts'
import { asActor } from '../server/src/db/transaction.ts'
import { demonstrationItems } from '../server/src/modules/knowledge/data/index.ts'
import { idOf } from '../server/src/modules/knowledge/demonstration.ts'
import { findKnowledge, loadDemonstrationKnowledge } from '../server/src/modules/knowledge/index.ts'
import type { Evaluation, Figure, Outcome } from './evaluation.ts'
import { meanWithInterval } from './interval.ts'
import { questions, type OwnQuestion } from './own/questions.ts'
import { rankingFigure, recallAt, reciprocalRank, type Places } from './ranking.ts'

type Answered = {
  readonly asked: OwnQuestion
  readonly ours: readonly string[]
  readonly rival: readonly string[]
  readonly confidence: number
}

const on = Temporal.PlainDate.from('2026-03-02')
const most = 20

/** The product as it runs: its database, its login, its one door. */
const answeredByProduct = async (): Promise<readonly { readonly found: readonly string[]; readonly confidence: number }[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'open12345-eval-'))
  const database = await openDatabase(folder, true)
  try {
    return await withApp(folder, database, async (app) => {
      await loadDemonstrationKnowledge(app)
      const numbers = new Map(demonstrationItems.map((item) => [idOf(item), item.no]))
      const answers = []
      for (const { text } of questions) {
        const hits = await asActor(app.database, nobody(app.config.authorityId), (tx) => findKnowledge(tx, { text, on, most }))
        answers.push({ found: hits.map(({ item }) => numbers.get(item.itemId) ?? ''), confidence: hits[0]?.confidence ?? 0 })
      }
      return answers
    })
  } finally {
    await database.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

const answered = async (): Promise<readonly Answered[]> => {
  const plain = bm25(
    demonstrationItems.map(({ title, keywords, paragraphs }) => grams([title, ...keywords, ...paragraphs].join('\n'), 2, 2)),
  )
  const product = await answeredByProduct()
  return questions.map((asked, at) => ({
    asked,
    ours: product[at]?.found ?? [],
    rival: plain(grams(asked.text, 2, 2)).map(({ document }) => demonstrationItems[document]?.no ?? ''),
    confidence: product[at]?.confidence ?? 0,
  }))
}

const placesOf = (all: readonly Answered[], found: (one: Answered) => readonly string[]): Places =>
  all.map((one) => {
    const at = found(one).findIndex((no) => one.asked.answers.includes(no))
    return at < 0 ? undefined : at + 1
  })

const outcome = (split: string, all: readonly Answered[]): Outcome => {
  const rivals = [{ name: 'BM25 of character bigrams', places: placesOf(all, ({ rival }) => rival) }]
  const ours = placesOf(all, (one) => one.ours)
  return {
    dataSet: 'own questions, demonstration base',
    split,
    figures: [recallAt(1), recallAt(5), reciprocalRank].map((measure) => rankingFigure(measure, ours, rivals, [])),
  }
}

const toldApart = (all: readonly Answered[]): Outcome => {
  const share = (measure: string, values: readonly number[]): Figure => ({
    measure,
    ...meanWithInterval(values),
    examples: values.length,
    baselines: [],
  })
  const isUnanswerable = ({ asked }: Answered): boolean => asked.kind === 'unanswerable'
  return {
    dataSet: 'own questions, demonstration base',
    split: 'test, what the base answers and what it does not',
    figures: [
      share(
        'confidence below 0.5 where nothing answers',
        all.filter(isUnanswerable).map(({ confidence }) => (confidence < 0.5 ? 1 : 0)),
      ),
      share(
        'confidence 0.5 or more where something answers',
        all.filter((one) => !isUnanswerable(one)).map(({ confidence }) => (confidence >= 0.5 ? 1 : 0)),
      ),
    ],
  }
}

export const knowledge: Evaluation = {
  name: 'knowledge',
  about:
    'A citizen’s question → the items of the demonstration base that answer it, through the product’s own search in PostgreSQL. Every second question was left out when parameters were chosen.',
  run: async () => {
    const all = await answered()
    const test = all.filter(({ asked }) => asked.split === 'test')
    const answerable = test.filter(({ asked }) => asked.kind !== 'unanswerable')
    const kinds = Map.groupBy(answerable, ({ asked }) => asked.kind)
    return [outcome('test, all kinds', answerable), ...[...kinds].map(([kind, ones]) => outcome(`test, ${kind}`, ones)), toldApart(test)]
  },
}
