import { readScope } from '@open12345/domain/intake'
import type { Evaluation, Figure } from './evaluation.ts'
import { intervalOf } from './interval.ts'
import { testCases, type Case as OwnCase } from './own/cases.ts'

type Case = { readonly meant: string; readonly heard: string }

const share = (of: readonly boolean[]): number => (of.length === 0 ? 1 : of.filter(Boolean).length / of.length)

const statistics: readonly (readonly [string, (cases: readonly Case[]) => number])[] = [
  [
    'not-accepted matters that are noticed',
    (cases) => share(cases.filter(({ meant }) => meant !== 'in').map(({ heard }) => heard !== 'in')),
  ],
  ['noticed ones that are not accepted', (cases) => share(cases.filter(({ heard }) => heard !== 'in').map(({ meant }) => meant !== 'in'))],
  [
    'right ground, of those noticed rightly',
    (cases) => share(cases.filter(({ meant, heard }) => meant !== 'in' && heard !== 'in').map(({ meant, heard }) => meant === heard)),
  ],
]

const figureOf = (cases: readonly Case[], [measure, statistic]: (typeof statistics)[number]): Figure => ({
  measure,
  value: statistic(cases),
  interval: intervalOf(cases.length, (sample) => statistic(sample.flatMap((at) => cases[at] ?? []))),
  examples: cases.length,
  baselines: [],
})

const figuresOf = (own: readonly OwnCase[]): readonly Figure[] => {
  const cases = own.map(({ text, scope: meant }) => ({ meant, heard: readScope(text)?.ground ?? 'in' }))
  return statistics.map((one) => figureOf(cases, one))
}

export const scope: Evaluation = {
  name: 'scope',
  about: 'Message → within scope, or which ground of 第九条 speaks against it, by the rules alone.',
  run: async () => [{ dataSet: 'own cases', split: 'test half', figures: figuresOf(testCases) }],
}
