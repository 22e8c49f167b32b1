/**
 * The long form: `npm run kill -- [--kills 100] [--seed N] [--citizens 6]`. Half of the kills with a gateway that knows keys again, half with one that does not.
 * Progress on standard error, one line of JSON on standard output. Exit code: 0 nothing was found, 1 something was.
 */
import { randomInt } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { trial, type Outcome } from './trial.ts'

const { kills, seed, citizens } = parseArgs({
  options: {
    kills: { type: 'string', default: '100' },
    seed: { type: 'string', default: String(randomInt(1_000_000)) },
    citizens: { type: 'string', default: '6' },
  },
}).values

/** A folder that something was found in stays, for looking at. */
const half = async (deduplicates: boolean, count: number): Promise<Outcome> => {
  const folder = mkdtempSync(join(tmpdir(), 'open12345-kill-'))
  chmodSync(folder, 0o711)
  const name = deduplicates ? 'knows keys' : 'knows no keys'
  const begun = performance.now()
  const onKill = (done: number, kind: string): void => {
    process.stderr.write(`${name}: ${done}/${count} ${kind}, ${Math.round((performance.now() - begun) / 1000)} s\n`)
  }
  const outcome = await trial({ folder, kills: count, seed: Number(seed), deduplicates, citizens: Number(citizens), onKill })
  for (const fault of outcome.faults) process.stderr.write(`a fault, not an outage: ${fault}\n`)
  if (outcome.findings.length === 0) rmSync(folder, { recursive: true, force: true })
  else process.stderr.write(`${outcome.findings.join('\n')}\nsee ${folder}\n`)
  return outcome
}

const all = Number(kills)
const halves = [await half(true, Math.ceil(all / 2)), await half(false, Math.floor(all / 2))]
process.stdout.write(`${JSON.stringify({ seed: Number(seed), halves: halves.map((one) => ({ ...one, faults: one.faults.length })) })}\n`)
process.exitCode = halves.some(({ findings }) => findings.length > 0) ? 1 : 0
