import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Pool } from 'pg'
import { withEmbeddedOwner } from '../../db/embedded/index.ts'
import { openPool } from '../../db/pool.ts'
import { chanceFrom, type Chance } from '../../journey/testing/random.ts'
import { lineTo, noCounts, type Counts, type Line } from './ask.ts'
import { later, morningClock, nowOn } from './clock-setting.ts'
import { auditFindings, chainFindings, lostCommands, messageFindings, orderFindings, repeatedCommands } from './findings.ts'
import { openGateway, type Gateway } from './gateway.ts'
import { bringUp, close, leftBehind, openHouse, type House } from './house.ts'
import { killAndBringUp, killAtBirth, planOf, type Kind } from './killer.ts'
import { newLedger, type Ledger } from './ledger.ts'
import { decideUnknown, putLoad } from './load.ts'
import { peopleOn, type People } from './people.ts'
import { killNow, processesOn } from './processes.ts'
import { freePort, gatewaySecret, startProgram } from './program.ts'
import { untilSettled } from './settle.ts'

export type TrialOptions = {
  /** Empty, and the trial's own. */
  readonly folder: string
  /** The first of them in the very first start. */
  readonly kills: number
  readonly seed: number
  /** Whether the gateway knows keys again. */
  readonly deduplicates: boolean
  readonly citizens: number
  readonly onKill?: (done: number, kind: Kind) => void
}
export type Outcome = {
  readonly findings: readonly string[]
  readonly kills: number
  readonly orders: number
  readonly commands: number
  readonly messages: number
  readonly decisions: number
  readonly calls: number
  /** Calls made once more, because nobody answered or the program could not. */
  readonly repeated: number
  readonly unavailable: number
  /** Outages that were answered as faults (500). */
  readonly faults: readonly string[]
  readonly seconds: number
}

type Trial = TrialOptions & {
  readonly chance: Chance
  readonly house: House
  readonly gateway: Gateway
  readonly ledger: Ledger
  readonly counts: Counts
  readonly people: People
  readonly line: Line
  /** Aborted by the first thing that went wrong: the others then stop too, and nobody is started any more. */
  readonly end: AbortController
}

const asOwner = <T>(folder: string, work: (owner: Pool) => Promise<T>): Promise<T> =>
  withEmbeddedOwner({ dataFolder: join(folder, 'postgres'), logFile: join(folder, 'postgres.log') }, async (url) => {
    const owner = openPool({ url, max: 1 })
    try {
      return await work(owner)
    } finally {
      await owner.end()
    }
  })

/** Some more calls were made: the next kill finds people at work. */
const untilBusy = async ({ chance, counts, end }: Trial): Promise<void> => {
  const enough = counts.sent + 5 + chance.below(40)
  for (let looks = 0; counts.sent < enough && looks < 6_000 && !end.signal.aborted; looks++) await pause(5)
  await pause(chance.below(25))
  end.signal.throwIfAborted()
}

const killAll = async (trial: Trial): Promise<readonly string[]> => {
  const { chance, house, ledger, folder } = trial
  const findings: string[] = []
  for (const [index, kind] of planOf(chance, trial.kills - 1).entries()) {
    await untilBusy(trial)
    await killAndBringUp(house, kind, chance)
    findings.push(...(await asOwner(folder, (owner) => lostCommands(owner, ledger))).map((fault) => `after ${kind}: ${fault}`))
    trial.onKill?.(index + 2, kind)
  }
  return findings
}

/** Kills under load until it is enough; every matter that was begun is then brought to its end. */
const rage = async (trial: Trial): Promise<readonly string[]> => {
  let isOver = false
  const orEnd = <T>(work: Promise<T>): Promise<T | undefined> => work.catch((error: unknown) => void trial.end.abort(error))
  const { line, gateway, house } = trial
  const phone = { line, receipts: gateway.receipts, now: () => nowOn(house.settings.clock), secret: gatewaySecret }
  const load = putLoad({ ...trial, phone, isOver: () => isOver }, trial.citizens)
  const killing = killAll(trial).finally(() => void (isOver = true))
  const [findings = []] = await Promise.all([orEnd(killing), orEnd(load)])
  trial.end.signal.throwIfAborted()
  return findings
}

/** A quiet while: stopped in good order, started again some hours later with a gateway in good health. */
const rest = async (trial: Trial): Promise<readonly string[]> => {
  const { house, folder, gateway, ledger, people, deduplicates } = trial
  gateway.behaveWell()
  const stayed = await close(house)
  const code = house.program.child.exitCode
  house.settings = { ...house.settings, clock: later(house.settings.clock, 3) }
  house.program = startProgram(house.settings)
  await bringUp(house)
  const found = await asOwner(folder, async (owner) => [
    (await untilSettled(
      owner,
      () => nowOn(house.settings.clock),
      () => decideUnknown({ people, ledger }, Infinity),
    )) ?? [],
    await lostCommands(owner, ledger),
    await repeatedCommands(owner, ledger),
    await orderFindings(owner),
    await messageFindings(owner, gateway.receipts, deduplicates),
    await auditFindings(owner, ledger),
    await chainFindings(folder),
  ])
  const orphans = [...stayed, ...(await close(house))]
  return [...(code === 0 ? [] : [`ended with ${String(code)}`]), ...orphans.map((pid) => `process ${pid} stayed behind`), ...found.flat()]
}

const outcomeOf = ({ house, ledger, counts, gateway, kills }: Trial, findings: readonly string[], seconds: number): Outcome => ({
  findings: [...findings, ...house.failures],
  kills,
  orders: ledger.commands.filter(({ event }) => event === 'recorded').length,
  commands: ledger.commands.length,
  messages: gateway.receipts.length,
  decisions: ledger.decisions.length,
  calls: counts.sent,
  repeated: counts.repeated,
  unavailable: counts.unavailable,
  faults: counts.faults,
  seconds: Math.round(seconds),
})

/** The real program under load, killed at random moments and brought up again; then everything that must hold is looked at. */
export const trial = async (options: TrialOptions): Promise<Outcome> => {
  const begun = performance.now()
  const chance = chanceFrom(options.seed)
  const gateway = await openGateway(chanceFrom(options.seed + 1))
  const { folder, deduplicates } = options
  const settings = { folder, port: await freePort(), gatewayUrl: gateway.url, deduplicates, clock: morningClock() }
  const house = openHouse(settings)
  const ledger = newLedger()
  const counts = noCounts()
  const end = new AbortController()
  const line = lineTo(settings.port, { counts, end: end.signal, chance: chanceFrom(options.seed + 2) })
  const whole = { ...options, chance, house, gateway, ledger, counts, line, end, people: peopleOn(line, ledger) }
  try {
    await killAtBirth(house, chance)
    const findings = [...(await rage(whole)), ...(await rest(whole))]
    return outcomeOf(whole, findings, (performance.now() - begun) / 1000)
  } finally {
    killNow(house.program.child.pid)
    await leftBehind(folder)
    for (const pid of processesOn(folder)) killNow(pid)
    await gateway.close()
  }
}
