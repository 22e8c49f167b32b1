import { biteAll, type Bitten } from './bite.ts'
import { carried } from './carried.ts'
import { sabotages } from './sabotages/index.ts'
import { columns } from './show.ts'
import { copyTree } from './tree-copy.ts'

const lineOf = ({ sabotage, red }: Bitten): readonly string[] => [
  red.length > 0 ? '✓' : '✗',
  sabotage.clause,
  sabotage.why,
  red[0] === undefined ? 'NOT SEEN' : `${red.length} red: ${red[0].title}`,
]

const unbitten = (): readonly string[] =>
  carried
    .filter(({ clause }) => !sabotages.some((one) => one.clause === clause))
    .map(({ clause }) => `Clause ${clause} is claimed, but nothing is spoilt to prove it.`)

/** Spoils what carries each clause (or these clauses only), in a copy of the tree, and answers what no test saw. */
export const biteCommand = async (root: string, clauses: readonly string[]): Promise<readonly string[]> => {
  const unknown = clauses.filter((clause) => !sabotages.some((one) => one.clause === clause))
  if (unknown.length > 0) return unknown.map((clause) => `Nothing is spoilt for clause ${clause}.`)
  const wanted = sabotages.filter((one) => clauses.length === 0 || clauses.includes(one.clause))
  const started = performance.now()
  const stop = new AbortController()
  const abort = (): void => stop.abort()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, abort)
  const copy = copyTree(root)
  try {
    const bitten = await biteAll(copy, wanted, (line) => process.stderr.write(`${line}\n`), stop.signal)
    process.stdout.write(columns(bitten.map(lineOf)))
    const unseen = bitten.filter(({ red }) => red.length === 0)
    const seconds = ((performance.now() - started) / 1000).toFixed(0)
    process.stdout.write(`\n${bitten.length - unseen.length} of ${bitten.length} seen, ${seconds} s\n`)
    const faults = unseen.map(({ sabotage }) => `Clause ${sabotage.clause}: no test named for it sees that ${sabotage.why}.`)
    return clauses.length === 0 ? [...faults, ...unbitten()] : faults
  } finally {
    copy.remove()
  }
}
