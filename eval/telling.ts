import { figuresOf, type Figures } from '@open12345/language/learning'
import type { Baseline, Figure } from './evaluation.ts'
import { intervalOf } from './interval.ts'

type Said = readonly (string | undefined)[]
export type Teller = { readonly name: string; readonly said: Said }

const measures = [
  ['macro-F1', ({ macroF1 }: Figures) => macroF1],
  ['accuracy', ({ accuracy }: Figures) => accuracy],
] as const

const of = (truth: readonly string[], said: Said, sample: readonly number[]): Figures =>
  figuresOf(
    sample.map((at) => truth[at] ?? ''),
    sample.map((at) => said[at]),
  )

/** How well one of several labels is told for each example, beside other ways that told it for the same ones, and what was published. */
export const tellingFigures = (
  truth: readonly string[],
  said: Said,
  rivals: readonly Teller[],
  published: Readonly<Record<string, readonly Baseline[]>> = {},
  groups?: readonly number[],
): readonly Figure[] =>
  measures.map(([measure, pick]) => {
    const all = truth.map((_, at) => at)
    const value = pick(of(truth, said, all))
    return {
      measure,
      value,
      interval: intervalOf(truth.length, (sample) => pick(of(truth, said, sample)), groups),
      examples: truth.length,
      baselines: [
        ...(published[measure] ?? []),
        ...rivals.map((rival) => ({
          name: rival.name,
          value: pick(of(truth, rival.said, all)),
          difference: intervalOf(truth.length, (sample) => pick(of(truth, said, sample)) - pick(of(truth, rival.said, sample)), groups),
        })),
      ],
    }
  })
