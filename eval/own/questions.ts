import { beside, within } from './questions-near.ts'
import { plain } from './questions-plain.ts'
import { rough } from './questions-rough.ts'
import { long, unanswerable } from './questions-long.ts'

/** How a question is put. `unanswerable`: the demonstration base says nothing about it. */
export type QuestionKind = 'short' | 'plain' | 'dialect' | 'typo' | 'pinyin' | 'long' | 'near' | 'unanswerable'

/** A question and the numbers of the demonstration items that answer it, any of them. */
export type Labelled = readonly [text: string, answers: readonly string[]]

export type OwnQuestion = {
  readonly kind: QuestionKind
  readonly text: string
  readonly answers: readonly string[]
  /** Parameters were chosen on `dev`; figures are reported on `test`. */
  readonly split: 'dev' | 'test'
}

const of = (kind: QuestionKind, questions: readonly Labelled[]): readonly OwnQuestion[] =>
  questions.map(([text, answers], at) => ({ kind, text, answers, split: at % 2 === 0 ? 'dev' : 'test' }))

/** Written for the demonstration base, in citizens' own words. Every second one of a kind is `test`. */
export const questions: readonly OwnQuestion[] = [
  ...of('short', plain.short),
  ...of('plain', plain.whole),
  ...of('dialect', rough.dialect),
  ...of('typo', rough.typo),
  ...of('pinyin', rough.pinyin),
  ...of('long', long),
  ...of('near', within),
  ...of(
    'unanswerable',
    [...unanswerable, ...beside].map((text) => [text, []] as const),
  ),
]
