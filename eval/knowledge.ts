import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { judge, type Verdict } from '@open12345/domain/answer'
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

type Hit = { readonly itemId: string; readonly confidence: number }
type Answered = {
  readonly asked: OwnQuestion
  /** Items by their numbers in the demonstration base, best first. */
  readonly hits: readonly Hit[]
  readonly rival: readonly string[]
}

const on = Temporal.PlainDate.from('2026-03-02')
const most = 20

/** The product as it runs: its database, its login, its one door. */
const answeredByProduct = async (): Promise<readonly (readonly Hit[])[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'open12345-eval-'))
  const database = await openDatabase(folder, true)
  try {
    return await withApp(folder, database, async (app) => {
      await loadDemonstrationKnowledge(app)
      const numbers = new Map(demonstrationItems.map((item) => [idOf(item), item.no]))
      const answers: Hit[][] = []
      for (const { text } of questions) {
        const hits = await asActor(app.database, nobody(app.config.authorityId), (tx) => findKnowledge(tx, { text, on, most }))
        answers.push(hits.map(({ item, confidence }) => ({ itemId: numbers.get(item.itemId) ?? '', confidence })))
      }
      return answers
    })
  } finally {
    await database.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

export const answered = async (): Promise<readonly Answered[]> => {
  const plain = bm25(
    demonstrationItems.map(({ title, keywords, paragraphs }) => grams([title, ...keywords, ...paragraphs].join('\n'), 2, 2)),
  )
  const product = await answeredByProduct()
  return questions.map((asked, at) => ({
    asked,
    hits: product[at] ?? [],
    rival: plain(grams(asked.text, 2, 2)).map(({ document }) => demonstrationItems[document]?.no ?? ''),
  }))
}

const placesOf = (all: readonly Answered[], found: (one: Answered) => readonly string[]): Places =>
  all.map((one) => {
    const at = found(one).findIndex((no) => one.asked.answers.includes(no))
    return at < 0 ? undefined : at + 1
  })

const outcome = (split: string, all: readonly Answered[]): Outcome => {
  const rivals = [{ name: 'BM25 of character bigrams', places: placesOf(all, ({ rival }) => rival) }]
  const ours = placesOf(all, ({ hits }) => hits.map(({ itemId }) => itemId))
  return {
    dataSet: 'own questions, demonstration base',
    split,
    figures: [recallAt(1), recallAt(5), reciprocalRank].map((measure) => rankingFigure(measure, ours, rivals, [])),
  }
}

/** What the citizen's page makes of it: an answer, a choice, or “I don't know”. */
const judged = (all: readonly Answered[]): Outcome => {
  const share = (measure: string, values: readonly boolean[]): Figure => ({
    measure,
    ...meanWithInterval(values.map(Number)),
    examples: values.length,
    baselines: [],
  })
  const verdicts = all.map(({ asked, hits }) => ({ asked, verdict: judge(hits) }))
  const isAnswerable = ({ asked }: { readonly asked: OwnQuestion }): boolean => asked.kind !== 'unanswerable'
  const isUnknown = ({ verdict }: { readonly verdict: Verdict<Hit> }): boolean => verdict.kind === 'unknown'
  const offers = ({ asked, verdict }: (typeof verdicts)[number]): boolean =>
    verdict.kind === 'answered'
      ? asked.answers.includes(verdict.by.itemId)
      : verdict.kind === 'which' && verdict.choices.some(({ itemId }) => asked.answers.includes(itemId))
  return {
    dataSet: 'own questions, demonstration base',
    split: 'test, answers and “I don’t know”',
    figures: [
      share(
        'precision of “I don’t know”: the base says nothing about it',
        verdicts.filter(isUnknown).map((one) => !isAnswerable(one)),
      ),
      share('recall of “I don’t know”: said where the base says nothing', verdicts.filter((one) => !isAnswerable(one)).map(isUnknown)),
      share('precision of answers: the item answers it', verdicts.filter(({ verdict }) => verdict.kind === 'answered').map(offers)),
      share('answered rightly or offered as a choice, where the base answers', verdicts.filter(isAnswerable).map(offers)),
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
    return [outcome('test, all kinds', answerable), ...[...kinds].map(([kind, ones]) => outcome(`test, ${kind}`, ones)), judged(test)]
  },
}
