import type { Decision } from '@open12345/domain/kernel'
import type { App } from '../../app.ts'
import { nobody, requesterActor, type Actor } from '../../db/actor.ts'
import { asActor } from '../../db/transaction.ts'
import { settableClock } from '../../time/clock.ts'
import { scopeOf } from '@open12345/domain/authority'
import { pathOf, subtreeOf } from '../organisation/index.ts'
import { demonstrationAccounts } from '../accounts/index.ts'
import { fileRequest, trackedOrder } from '../request/index.ts'
import { runCommand } from '../work-order/index.ts'
import { matters, type Matter } from './matters.ts'

const must = <T>(decision: Decision<T>, what: string): T => {
  if (!decision.ok) throw new Error(`the demonstration was refused: ${what}: ${decision.refusal.code}`)
  return decision.value
}

/** The demonstration's people, as they would be signed in. */
const people = async (app: App): Promise<ReadonlyMap<string, Actor>> => {
  const { authorityId } = app.config
  return asActor(app.database, nobody(authorityId), async (tx) => {
    const accounts = await tx.selectFrom('account').select(['account_id', 'login']).execute()
    const actors = new Map<string, Actor>()
    for (const { login, role, unitId } of demonstrationAccounts) {
      const accountId = accounts.find((account) => account.login === login)?.account_id
      if (accountId === undefined) continue
      actors.set(login, {
        authorityId,
        scope: scopeOf([role]),
        accountId,
        roles: [role],
        unitIds: await subtreeOf(tx, [unitId]),
        unitPathIds: await pathOf(tx, [unitId]),
      })
    }
    return actors
  })
}

const playMatter = async (
  app: App,
  actors: ReadonlyMap<string, Actor>,
  at: (hoursAgo: number) => Temporal.Instant,
  { hoursAgo, body, steps }: Matter,
): Promise<void> => {
  const filed = must(
    await fileRequest(app, body, {
      at: at(hoursAgo),
      idempotencyKey: undefined,
      digest: Buffer.alloc(0),
      language: 'zh',
      route: 'demonstration',
    }),
    'filing',
  )
  const orderId = trackedOrder(app, filed.token)?.orderId ?? ''
  for (const [ago, who, build] of steps) {
    const actor = who === 'requester' ? requesterActor(app.config.authorityId, orderId) : actors.get(who)
    if (actor === undefined) throw new Error(`the demonstration has no ${who}`)
    must(await runCommand(app, { actor, outsourced: false }, orderId, build, { at: at(ago) }), `${who} ${ago}`)
  }
}

/** Plays the matters through the same commands that people give, on a clock set back; nothing is inserted by hand. */
export const playDay = async (app: App): Promise<void> => {
  const now = app.clock.now()
  const clock = settableClock(now)
  const past: App = { ...app, clock }
  const at = (hoursAgo: number): Temporal.Instant => {
    const instant = now.subtract({ hours: hoursAgo })
    clock.set(instant)
    return instant
  }
  const actors = await people(app)
  for (const matter of matters) await playMatter(past, actors, at, matter)
}
