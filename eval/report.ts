import type { Baseline, Figure, Outcome } from './evaluation.ts'
import type { Interval } from './interval.ts'

export type Measured = { readonly name: string; readonly about: string; readonly outcomes: readonly Outcome[] }

const figure = (value: number): string => value.toFixed(3)
const span = ([low, high]: Interval): string => `${figure(low)} – ${figure(high)}`
const signed = (value: number): string => `${value < 0 ? '−' : '+'}${figure(Math.abs(value))}`

const against = ({ name, value, difference }: Baseline): string =>
  `${name} ${figure(value)}${difference === undefined ? '' : ` (${signed(difference[0])} … ${signed(difference[1])})`}`

const row = ({ measure, value, interval, examples, baselines }: Figure): string =>
  `| ${measure} | ${figure(value)} | ${span(interval)} | ${examples} | ${baselines.map(against).join('; ')} |`

const table = ({ dataSet, split, figures }: Outcome): string =>
  [
    `${dataSet}; ${split}`,
    '',
    '| measure | figure | 95 % interval | examples | held against (in brackets: ours minus theirs, 95 %) |',
    '| --- | --- | --- | --- | --- |',
    ...figures.map(row),
  ].join('\n')

/** Markdown: for the screen and for docs/eval.md alike. */
export const reportOf = (measured: readonly Measured[]): string =>
  measured.map(({ name, about, outcomes }) => `## ${name}\n\n${about}\n\n${outcomes.map(table).join('\n\n')}\n`).join('\n')
