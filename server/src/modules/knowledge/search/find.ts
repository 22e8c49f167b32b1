import type { KnowledgeItem } from '@open12345/contract/knowledge'
import { equivalents } from '@open12345/language/reading'
import {
  confidenceOf,
  marksOf,
  passageOf,
  rarityPower,
  readQuestion,
  readText,
  scoring,
  termNumber,
  termsToLookUp,
  wantedBy,
  type Mark,
  type Passage,
  type Question,
  type Scored,
  type Statistics,
} from '@open12345/language/retrieval'
import { sql } from 'kysely'
import type { Tx } from '../../../db/transaction.ts'
import { present } from '../present.ts'
import type { KnowledgeTables } from '../tables.ts'
import { choicesFor } from './choices.ts'

export type KnowledgeAsked = {
  /** Two characters or a whole message. */
  readonly text: string
  readonly on: Temporal.PlainDate
  /** A county or township of the prefecture: other counties' items are not found. Absent: items of every place are. */
  readonly place?: string | undefined
  readonly most: number
}

export type KnowledgeHit = {
  readonly item: KnowledgeItem
  readonly score: number
  /** How sure it is that the item is about what was asked, in 0..1. */
  readonly confidence: number
  readonly titleMarks: readonly Mark[]
  readonly passage: Passage
}

/** How many places of the index are looked at, and how many items are read whole: what bounds the work at any size of the base. */
const [places, candidates, signsRead] = [2_500, 33, 30_000]
/** Below it an item is not said to be found at all, nor beside one that is found so much better. */
const [leastConfidence, leastOfBest] = [0.12, 0.3]
/** Where nothing is surer than this, a sign may have been typed wrong. */
const doubtful = 0.7
const longestFuzzy = 30

type Row = KnowledgeTables['knowledge_item']

const candidatesOf = async (tx: Tx, question: Question, { on, place }: KnowledgeAsked): Promise<readonly Row[]> => {
  const looked = termsToLookUp(question)
  const numbers = looked.map(({ term }) => termNumber(term))
  const weights = looked.map(({ weight }) => weight)
  const { rows } =
    await sql<Row>`select * from app.knowledge_candidates(${numbers}::integer[], ${weights}::real[], ${rarityPower(question)},
    ${on}, ${place ?? null}, ${places},
    ${question.typed.length > 0 ? candidates / 3 : candidates})`.execute(tx)
  let read = 0
  return rows.filter(({ body }) => (read += body.length) <= signsRead || read === body.length)
}

const statisticsOf = async (tx: Tx, terms: readonly string[]): Promise<Statistics> => {
  const numbers = terms.map(termNumber)
  const { rows } = await sql<{ items: number; signs: number; terms: number[]; held: number[] }>`
    select e.items, e.signs::float8 as signs, coalesce(array_agg(t.term), '{}') as terms, coalesce(array_agg(t.items), '{}') as held
    from knowledge_extent e left join knowledge_term t on t.authority_id = e.authority_id and t.term = any(${numbers}::integer[])
    where e.authority_id = app.authority() group by e.items, e.signs`.execute(tx)
  const [row] = rows
  const held = new Map(row?.terms.map((term, at) => [term, row.held[at] ?? 0]))
  const items = row?.items ?? 0
  return { items, meanSigns: (row?.signs ?? 0) / Math.max(1, items), holding: (term) => held.get(termNumber(term)) ?? 0 }
}

type Ranked = { readonly row: Row; readonly scored: Scored; readonly score: number; readonly confidence: number }

const ranked = async (tx: Tx, question: Question, asked: KnowledgeAsked): Promise<readonly Ranked[]> => {
  const rows = await candidatesOf(tx, question, asked)
  if (rows.length === 0) return []
  const only = wantedBy(question)
  const texts = rows.map((row) => ({ row, text: readText(row, { isTyped: question.typed.length > 0, only }) }))
  const terms = new Set([
    ...texts.flatMap(({ text: { titles, keywords } }) => [...titles, ...keywords].flatMap((heading) => [...heading.terms])),
    ...only.terms,
  ])
  const [statistics, chosen] = await Promise.all([statisticsOf(tx, [...terms]), choicesFor(tx, question)])
  const score = scoring(question, statistics)
  return texts
    .map(({ row, text }) => {
      const scored = score(text)
      return { row, scored, score: scored.score * chosen(row.item_id), confidence: confidenceOf(scored, question, statistics) }
    })
    .toSorted((one, other) => other.score - one.score || (one.row.item_id < other.row.item_id ? -1 : 1))
}

type Considered = { readonly question: Question; readonly found: readonly Ranked[]; readonly best: number }
const considered = async (tx: Tx, question: Question, asked: KnowledgeAsked): Promise<Considered> => {
  const found = await ranked(tx, question, asked)
  return { question, found, best: found[0]?.confidence ?? 0 }
}

/** Where little is found by what was typed, as if a sign of it were wrong. */
const understood = async (tx: Tx, asked: KnowledgeAsked): Promise<Considered> => {
  const exact = await considered(tx, readQuestion(asked.text, equivalents), asked)
  if (exact.best >= doubtful || asked.text.length > longestFuzzy) return exact
  const fuzzy = await considered(tx, readQuestion(asked.text, equivalents, true), asked)
  return fuzzy.best > exact.best ? fuzzy : exact
}

/**
 * Published items in force that answer to a question, best first. The index gives what is worth a closer look, the ranking of
 * packages/language reads it; what is not about the question is left out. @clause 17b
 */
export const findKnowledge = async (tx: Tx, asked: KnowledgeAsked): Promise<readonly KnowledgeHit[]> => {
  const { question, found } = await understood(tx, asked)
  const least = (found[0]?.score ?? 0) * leastOfBest
  return found
    .filter(({ score, confidence }) => confidence >= leastConfidence && score >= least)
    .slice(0, asked.most)
    .map(({ row, scored, score, confidence }) => ({
      item: present(row),
      score,
      confidence,
      titleMarks: marksOf(row.title, question),
      passage: passageOf(row.body, scored.window, question),
    }))
}
