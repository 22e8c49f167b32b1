import {
  readQuestion,
  readText,
  scoring,
  termsToLookUp,
  type ReadText,
  type Searched,
  type Statistics,
} from '@open12345/language/retrieval'
import type { Places } from './ranking.ts'

const looked = 100

/**
 * The product's ranking over texts in memory: its reading of a question, its scorer, its parameters. Only the first look is this file's own, as the
 * database's is SQL: the sum of the rarities that a text shares with the question gives the candidates.
 */
export const productRanking = (texts: readonly Searched[]): ((question: string) => readonly number[]) => {
  const read = texts.map((text) => readText(text, { isTyped: false }))
  const postings = new Map<string, number[]>()
  for (const [document, { times }] of read.entries())
    for (const term of times.keys()) postings.set(term, [...(postings.get(term) ?? []), document])
  const statistics: Statistics = {
    items: texts.length,
    meanSigns: read.reduce((sum, { signs }) => sum + signs, 0) / Math.max(1, texts.length),
    holding: (term) => postings.get(term)?.length ?? 0,
  }
  return (text) => {
    const question = readQuestion(text, [])
    const rough = new Map<number, number>()
    for (const { term, weight } of termsToLookUp(question)) {
      const found = postings.get(term) ?? []
      const worth = weight * Math.log(1 + (texts.length - found.length + 0.5) / (found.length + 0.5)) ** (1 + question.length)
      for (const document of found) rough.set(document, (rough.get(document) ?? 0) + worth)
    }
    const score = scoring(question, statistics)
    const of = (document: number): ReadText =>
      read[document] ?? readText({ title: '', variants: [], keywords: [], body: '' }, { isTyped: false })
    return [...rough]
      .toSorted(([, one], [, other]) => other - one)
      .slice(0, looked)
      .map(([document]) => ({ document, score: score(of(document)).score }))
      .toSorted((one, other) => other.score - one.score || one.document - other.document)
      .map(({ document }) => document)
  }
}

/** Where each question's own document stands. */
export const placesOf = (
  questions: readonly { readonly text: string; readonly own: number }[],
  ranking: (question: string) => readonly number[],
): Places =>
  questions.map(({ text, own }) => {
    const at = ranking(text).indexOf(own)
    return at < 0 ? undefined : at + 1
  })

/** A third of what is measured, by its id: parameters were chosen on it. The rest is reported beside the whole. */
export const isForChoosing = (id: string): boolean => {
  let mixed = 7
  for (let at = 0; at < id.length; at++) mixed = (mixed * 31 + id.charCodeAt(at)) >>> 0
  return mixed % 3 === 0
}
