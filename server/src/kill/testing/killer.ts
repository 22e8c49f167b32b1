import { setTimeout as pause } from 'node:timers/promises'
import type { Chance } from '../../journey/testing/random.ts'
import { bringUp, killPostmaster, killServer, type House } from './house.ts'
import { backendsOf, killNow, untilGone } from './processes.ts'
import { startProgram } from './program.ts'

/**
 * server, database: one of the two under load. both: one right after the other. connection: one of the database's processes, so that it starts
 * all of them anew. start: the server, and once more while it comes up. recovery: the database, and once more while it recovers.
 */
const kinds = ['server', 'database', 'server', 'database', 'both', 'start', 'recovery', 'connection'] as const
export type Kind = (typeof kinds)[number]

/** Every kind in each eight, in an order of chance. */
export const planOf = (chance: Chance, kills: number): readonly Kind[] =>
  Array.from({ length: Math.ceil(kills / kinds.length) }, () => chance.shuffled(kinds))
    .flat()
    .slice(0, kills)

const longestBirthMs = 4_000
const longestStartMs = 2_500
const longestRecoveryMs = 400

/** Until the others have gone too it would look as if all were well. */
const killDatabase = async (house: House): Promise<boolean> => {
  const backends = backendsOf(house.settings.folder)
  const was = killPostmaster(house)
  await untilGone(backends)
  return was
}

const killConnection = async (house: House, chance: Chance): Promise<boolean> => {
  const backends = backendsOf(house.settings.folder)
  const was = backends.length > 0 && killNow(chance.pick(backends))
  await untilGone(backends)
  return was
}

const killInStart = async (house: House, chance: Chance): Promise<boolean> => {
  await killServer(house)
  house.program = startProgram(house.settings)
  await pause(chance.below(longestStartMs))
  if (chance.below(3) === 0) killPostmaster(house)
  return killServer(house)
}

const killInRecovery = async (house: House, chance: Chance): Promise<boolean> => {
  killPostmaster(house)
  // A new one may not be there yet.
  for (let looks = 0; looks < 200; looks++) {
    await pause(20 + chance.below(longestRecoveryMs))
    if (killPostmaster(house)) return true
    if (house.program.hasEnded()) return false
  }
  return false
}

const killBoth = async (house: House, chance: Chance): Promise<boolean> => {
  if (chance.below(2) === 0) return killPostmaster(house) && (await killServer(house))
  return (await killServer(house)) && (killPostmaster(house), true)
}

const deeds: Readonly<Record<Kind, (house: House, chance: Chance) => Promise<boolean>>> = {
  server: killServer,
  database: killDatabase,
  both: killBoth,
  connection: killConnection,
  start: killInStart,
  recovery: killInRecovery,
}

/** In its very first start, while it makes its database, its tables and its people. */
export const killAtBirth = async (house: House, chance: Chance): Promise<void> => {
  await pause(chance.below(longestBirthMs))
  await killServer(house)
  await bringUp(house)
}

/** The program then brings its database up again by itself. */
const sparesServer: readonly Kind[] = ['database', 'connection', 'recovery']

/** Kills, and has what is down brought up again. Throws where there was nobody to kill. */
export const killAndBringUp = async (house: House, kind: Kind, chance: Chance): Promise<void> => {
  const { program } = house
  if (!(await deeds[kind](house, chance))) throw new Error(`there was nobody to kill: ${kind}`)
  await bringUp(house)
  if (sparesServer.includes(kind) && house.program !== program) house.failures.push(`went down with its database: ${kind}`)
}
