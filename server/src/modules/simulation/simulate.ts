import type { App } from '../../app.ts'
import type { Mounted } from '../../http/mount.ts'
import { sql } from 'kysely'
import { desksAtTheEnd } from './plan/desks.ts'
import type { Matter } from './matter.ts'
import { planMonth, type Month } from './plan/index.ts'
import { play, type Play } from './play/play.ts'
import { openTown, type Town } from './town.ts'
import { instantOf } from './story.ts'

const dayMs = 24 * 3_600_000

export type Simulation = {
  /** Epoch milliseconds; the days before it are played. */
  readonly until: number
  readonly days: number
  readonly perDay: number
  readonly seed: number
}
export type Played = {
  readonly town: Town
  readonly digest: string
  readonly commands: number
  readonly orders: number
  readonly ms: number
}

/** Partitions of the months that are played; those to come are made at each start. */
const ensurePartitions = async (app: App, from: number): Promise<void> => {
  const first = instantOf(from).toZonedDateTimeISO('Asia/Shanghai').toPlainDate()
  await sql`select app.ensure_month_partitions(${first})`.execute(app.database)
}

const wholePlan = (month: Month, town: Town): readonly Matter[] => [...planMonth(month, town), ...desksAtTheEnd(month, town)]

type Playing = Pick<Play, 'onProgress' | 'signal'> & { readonly plan?: typeof wholePlan | undefined }

/** Plays some days through the program's own commands, on a clock of their own. The prefecture and its people must be there. */
export const simulate = async (
  app: App,
  modules: readonly Mounted[],
  { until, days, perDay, seed }: Simulation,
  { plan = wholePlan, ...watching }: Playing = {},
): Promise<Played> => {
  const begun = performance.now()
  const from = until - days * dayMs
  await ensurePartitions(app, from)
  const town = await openTown(app, modules, instantOf(from))
  const month = { from, until, perDay, seed }
  const matters = plan(month, town)
  await play(town, matters, { from, until, seed, ...watching })
  return {
    town,
    digest: town.diary.digest(),
    commands: town.diary.entries().length,
    orders: matters.length,
    ms: performance.now() - begun,
  }
}
