import { carried } from './carried.ts'
import { biteAll, type Bitten } from './bite.ts'
import { sabotages } from './sabotages.ts'
import { columns } from './show.ts'
import { copyTree } from './tree-copy.ts'

const verdictOf = ({ red, fault }: Bitten): string =>
  fault ?? (red[0] === undefined ? 'NOT SEEN' : `seen by ${red[0].file}: ${red[0].title}`)

const unbitten = (): readonly string[] =>
  carried
    .filter(({ clause }) => !sabotages.some((one) => one.clause === clause))
    .map(({ clause }) => `Clause ${clause} is claimed, but nothing is spoilt to prove it.`)

/** Spoils what carries each clause, in a copy of the tree, and answers what no test saw. */
export const biteCommand = async (root: string, clause: string | undefined): Promise<readonly string[]> => {
  const wanted = sabotages.filter((one) => clause === undefined || one.clause === clause)
  if (wanted.length === 0) return [`Nothing is spoilt for clause ${clause ?? ''}.`]
  const copy = copyTree(root)
  const stop = (): void => {
    copy.remove()
    process.exit(1)
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  const faults: string[] = []
  const lines: (readonly string[])[] = []
  try {
    for await (const bitten of biteAll(copy, wanted)) {
      const { sabotage, red, seconds } = bitten
      lines.push([red.length > 0 ? '✓' : '✗', sabotage.clause, sabotage.why, `${seconds.toFixed(1)} s`, verdictOf(bitten)])
      process.stderr.write(`${lines.length}/${wanted.length} ${sabotage.clause}: ${sabotage.why}${red.length > 0 ? '' : ' — NOT SEEN'}\n`)
      if (red.length === 0) faults.push(bitten.fault ?? `Clause ${sabotage.clause}: no test named for it sees that ${sabotage.why}.`)
    }
  } finally {
    copy.remove()
    process.off('SIGINT', stop)
    process.off('SIGTERM', stop)
  }
  process.stdout.write(columns(lines))
  return clause === undefined ? [...faults, ...unbitten()] : faults
}
