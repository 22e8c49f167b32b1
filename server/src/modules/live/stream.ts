import { sql } from 'kysely'
import type { App } from '../../app.ts'
import type { Actor } from '../../db/actor.ts'
import { asActor } from '../../db/transaction.ts'
import { mountStream, type EventStream } from '../../http/mount.ts'
import { pulse } from '../../jobs/pulse.ts'
import { channel } from './announce.ts'
import { eventsFor, type LiveEvent, type Notice } from './audience.ts'

const lookMs = 30_000

type Standing = { readonly roles: readonly string[]; readonly units: readonly string[]; readonly path: readonly string[] }
const sameSet = (one: readonly string[], other: readonly string[]): boolean => one.toSorted().join() === other.toSorted().join()

/**
 * Signed in still, and holding the roles, in the units, that the stream was opened with: a merger, a move or a grant may have changed what its
 * holder may hear of. Looking does not count as activity.
 */
export const isStillSignedIn = (app: App, actor: Actor): Promise<boolean> =>
  asActor(app.database, actor, async (tx) => {
    const at = app.clock.now()
    const { rows } = await sql<Standing>`
      with held as (select g.role, g.unit_id from role_grant g
        where g.authority_id = app.authority() and g.account_id = app.account_id() and app.grant_in_force(g, ${at}))
      select array(select distinct h.role from held h) as roles,
        array(select app.unit_subtree(app.authority(), array(select h.unit_id from held h))) as units,
        array(select app.unit_path(app.authority(), array(select h.unit_id from held h))) as path
      where exists (select from session s
        where s.authority_id = app.authority() and s.account_id = app.account_id() and s.ended_at is null and s.expires_at > ${at}
          and s.seen_at > ${at}::timestamptz - interval '30 minutes')`.execute(tx)
    const [found] = rows
    if (found === undefined) return false
    return sameSet(found.roles, actor.roles) && sameSet(found.units, actor.unitIds) && sameSet(found.path, actor.unitPathIds)
  })

/** Everything of one batch that the actor may hear, each hint once. */
export const heardBy = (actor: Actor, payload: string | undefined): readonly LiveEvent[] => {
  if (payload === undefined) return [{ topic: 'resync' }]
  const events = (JSON.parse(payload) as readonly Notice[]).flatMap((notice) => eventsFor(actor, notice))
  return [...new Map(events.map((event) => [JSON.stringify(event), event])).values()]
}

const listen = (app: App, actor: Actor, stream: EventStream): void => {
  const send = (event: LiveEvent): void => stream.send(event.topic, event)
  const stopHearing = app.notices.on(channel, (payload) => heardBy(actor, payload).forEach(send))
  const look = async (): Promise<void> => {
    // A database that is away is no reason to sign anybody out.
    if (await isStillSignedIn(app, actor).catch(() => true)) return
    stop()
    send({ topic: 'signed-out' })
  }
  const stopLooking = pulse(lookMs, () => void look())
  const stop = (): void => {
    stopHearing()
    stopLooking()
  }
  if (stream.closed.aborted) return stop()
  stream.closed.addEventListener('abort', stop, { once: true })
}

export const liveEndpoint = mountStream({
  path: '/live',
  access: { kind: 'staff', action: 'live.listen' },
  handler: async (call, app, stream) => listen(app, call.actor, stream),
})
