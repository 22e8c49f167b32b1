import type { App } from '../app.ts'
import { CannotStart } from '../cannot-start.ts'
import { systemActor } from '../db/actor.ts'
import { asActor } from '../db/transaction.ts'

export type DemonstrationAccount = { readonly login: string; readonly password: string; readonly zh: string; readonly en: string }

/** Accounts and matters to look around with. `load` fills an empty database; it runs to its end before anybody is served. */
export type Demonstration = {
  readonly accounts: readonly DemonstrationAccount[]
  readonly load: (app: App, signal?: AbortSignal) => Promise<void>
}

const stateOf = async ({ database }: App): Promise<'none' | 'loading' | 'loaded'> =>
  (await database.selectFrom('installation').select('demonstration').executeTakeFirstOrThrow()).demonstration

const markAs = async ({ database }: App, demonstration: 'loading' | 'loaded'): Promise<void> => {
  await database.updateTable('installation').set({ demonstration }).execute()
}

const isEmpty = ({ config, database }: App): Promise<boolean> =>
  asActor(database, systemActor(config.authorityId), async (tx) => {
    const anybody = await tx.selectFrom('account').select('account_id').limit(1).executeTakeFirst()
    return anybody === undefined
  })

/** A start was killed while it loaded. The embedded database is then made anew beforehand; another's is not ours to empty. */
const refuseHalfLoaded = (): CannotStart =>
  new CannotStart(
    '上次装载演示数据时被中断，数据库里只有一半演示数据：请清空该数据库后再启动。',
    'Loading the demonstration was cut short and the database holds half of it: empty the database and start again.',
  )

const interrupted = (): CannotStart =>
  new CannotStart(
    '演示数据没有装完就停止了。内置数据库下次启动时重新装载；自备的数据库请先清空。',
    'Stopped before the demonstration was loaded. The embedded database is filled anew at the next start; empty another one first.',
  )

/** Fills an empty database; answers the accounts to print, none where the demonstration is not wanted or the data are somebody's own. */
export const demonstrate = async (
  app: App,
  demonstration: Demonstration | undefined,
  signal?: AbortSignal,
): Promise<readonly DemonstrationAccount[]> => {
  if (demonstration === undefined || !app.config.demonstration) return []
  const state = await stateOf(app)
  if (state === 'loading') throw refuseHalfLoaded()
  if (state === 'loaded') return demonstration.accounts
  if (!(await isEmpty(app))) return []
  await markAs(app, 'loading')
  await demonstration.load(app, signal).catch((error: unknown) => {
    throw signal?.aborted === true ? interrupted() : error
  })
  await markAs(app, 'loaded')
  return demonstration.accounts
}
