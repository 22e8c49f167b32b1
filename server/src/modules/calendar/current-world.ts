import type { World } from '@open12345/domain/policy'
import { sql } from 'kysely'
import type { App } from '../../app.ts'
import type { Actor } from '../../db/actor.ts'
import { asActor, type Tx } from '../../db/transaction.ts'
import { loadedNorms, prefectureChannel } from '../organisation/index.ts'
import { enteredNotices } from './store.ts'
import { worldOf } from './world-of.ts'

const channel = 'calendar'

/** `told` counts what was heard, so that a load that began before a notice is not kept after it. */
type Kept = { told: number; world: World | undefined }
const keptOf = new WeakMap<App, Kept>()

const keepFor = (app: App): Kept => {
  const known = keptOf.get(app)
  if (known) return known
  const kept: Kept = { told: 0, world: undefined }
  keptOf.set(app, kept)
  for (const told of [channel, prefectureChannel]) app.notices.on(told, () => forget(kept))
  return kept
}

const forget = (kept: Kept): void => {
  kept.told += 1
  kept.world = undefined
}

const load = async (tx: Tx): Promise<World> => {
  const norms = await loadedNorms(tx)
  return worldOf(norms === undefined ? [] : [norms], await enteredNotices(tx))
}

/**
 * Norms and calendar of the actor's prefecture as they are now, with its notices; kept until a notice is entered or a prefecture is loaded,
 * in whichever process.
 */
export const currentWorld = async (tx: Tx, app: App): Promise<World> => {
  const kept = keepFor(app)
  if (kept.world) return kept.world
  const before = kept.told
  const world = await load(tx)
  if (kept.told === before) kept.world = world
  return world
}

/** The same outside a transaction; opens one only when there is something to load. */
export const worldFor = async (actor: Actor, app: App): Promise<World> =>
  keepFor(app).world ?? asActor(app.database, actor, (tx) => currentWorld(tx, app))

/** To be called in the transaction that enters a notice: every process hears of it when that is committed. */
export const tellCalendarChanged = async (tx: Tx): Promise<void> => void (await sql`select pg_notify(${channel}, '')`.execute(tx))

/** This process does not wait to hear: what follows the commit already sees the notice. */
export const forgetWorld = (app: App): void => forget(keepFor(app))
