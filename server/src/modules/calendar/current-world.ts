import { liangshanCalendar } from '@open12345/domain/calendar'
import type { World } from '@open12345/domain/policy'
import { sql } from 'kysely'
import type { App } from '../../app.ts'
import type { Actor } from '../../db/actor.ts'
import { asActor, type Tx } from '../../db/transaction.ts'
import { knownWorld } from './known-world.ts'
import { national } from './national.ts'
import { enteredNotices } from './store.ts'

const channel = 'calendar'

/** `told` counts what was heard, so that a load that began before a notice is not kept after it. */
type Kept = { told: number; world: World | undefined }
const keptOf = new WeakMap<App, Kept>()

const keepFor = (app: App): Kept => {
  const known = keptOf.get(app)
  if (known) return known
  const kept: Kept = { told: 0, world: undefined }
  keptOf.set(app, kept)
  app.notices.on(channel, () => forget(kept))
  return kept
}

const forget = (kept: Kept): void => {
  kept.told += 1
  kept.world = undefined
}

const load = async (tx: Tx): Promise<World> => {
  const entered = await enteredNotices(tx)
  return { ...knownWorld, calendars: [national, liangshanCalendar(national, entered)] }
}

/** Norms and calendars as they are now, with the notices of the actor's authority; kept until a notice is entered, in whichever process. */
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
