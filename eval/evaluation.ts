import type { Interval } from './interval.ts'

/** What something was held against: a published figure, or another way measured in the same run. */
export type Baseline = {
  readonly name: string
  readonly value: number
  /** Ours minus the baseline's, over the same examples; absent where the baseline is a published figure. */
  readonly difference?: Interval
}

export type Figure = {
  readonly measure: string
  readonly value: number
  readonly interval: Interval
  readonly examples: number
  readonly baselines: readonly Baseline[]
}

export type Outcome = { readonly dataSet: string; readonly split: string; readonly figures: readonly Figure[] }

/** One thing that is measured. `run` answers undefined where the data it needs are not there. */
export type Evaluation = {
  readonly name: string
  readonly about: string
  readonly run: (dataFolder: string) => Promise<readonly Outcome[] | undefined>
}
