import { gapRoutes as routes, type RequestView } from '@open12345/contract/knowledge'
import { accept, refuse, type Decision } from '@open12345/domain/kernel'
import { declineRequest } from '@open12345/domain/knowledge'
import { sql } from 'kysely'
import type { App } from '../../app.ts'
import { systemActor } from '../../db/actor.ts'
import { once } from '../../db/idempotency.ts'
import { asActor, decideAs, type Tx } from '../../db/transaction.ts'
import type { Asking, Call } from '../../http/call.ts'
import { mount, type Endpoint } from '../../http/mount.ts'
import { isUnitInForce } from '../organisation/index.ts'
import { doerOf } from './doer.ts'
import { itemsAnswering } from './gaps.ts'
import { factsOf, insertRequest, requestRows, requestViews } from './request-store.ts'
import { civilDate, knowledgeClock } from './rules.ts'

type Named = { readonly requestId: string }

const taken = (app: App, asked: Asking, work: (tx: Tx) => Promise<Decision<Named>>): Promise<Decision<RequestView>> =>
  decideAs(app.database, asked.actor, async (tx) => {
    const done = await once(tx, asked, () => work(tx))
    if (!done.ok) return done
    const rows = await requestRows(tx, sql`r.request_id = ${done.value.ids.requestId}`)
    const [view] = await requestViews(tx, rows, { doer: doerOf(asked), at: asked.at, language: asked.language })
    return view === undefined ? refuse({ code: 'knowledge.not-found' }) : accept(view)
  })

/**
 * 第十六条 标准答案: the owner is asked for it, and has as long as the norm says. What people ask and do not find is asked for in the same way.
 * @clause 16b
 */
const requested = async (tx: Tx, app: App, { actor, at, body }: Call<typeof routes.requestKnowledge>): Promise<Decision<Named>> => {
  const { ownerUnitId, kind, question, words } = body
  if (!(await isUnitInForce(tx, ownerUnitId, at))) return refuse({ code: 'knowledge.owner-not-in-force', clause: '15' })
  const clock = await knowledgeClock(tx, app, 'standard-answer', at)
  if (!clock.ok) return clock
  const accountId = actor.accountId ?? ''
  const requestId = await insertRequest(tx, { kind, question, words, ownerUnitId, accountId, at, clock: clock.value })
  return requestId === undefined ? refuse({ code: 'knowledge.asked-for', clause: '16b' }) : accept({ requestId })
}

const declined = async (tx: Tx, asked: Call<typeof routes.declineKnowledgeRequest>): Promise<Decision<Named>> => {
  const { requestId } = asked.params
  const [row] = await requestRows(tx, sql`r.request_id = ${requestId} for update of r`)
  const decided = declineRequest(factsOf(row), doerOf(asked))
  if (!decided.ok) return decided
  await sql`update knowledge_request set state = 'declined', reason = ${asked.body.reason}, decided_by = ${asked.actor.accountId ?? null},
    closed_at = ${asked.at} where authority_id = app.authority() and request_id = ${requestId}`.execute(tx)
  return accept({ requestId })
}

/** What was asked for and is found now, in a version that came after, is answered. A hot issue wants an answer of that type. @clause 16b */
export const answerRequests = async (tx: Tx, at: Temporal.Instant): Promise<void> => {
  const open = await requestRows(tx, sql`r.closed_at is null order by r.request_id limit 500`)
  for (const { request_id: requestId, kind, question } of open) {
    const items = await itemsAnswering(tx, question, Temporal.PlainDate.from(civilDate(at)))
    if (items.length === 0) continue
    // Of several the surest of the type that is wanted.
    await sql`update knowledge_request r set state = 'answered', item_id = k.item_id, version = k.version, closed_at = ${at}
      from knowledge_item k where r.authority_id = app.authority() and r.request_id = ${requestId} and r.closed_at is null
        and k.authority_id = r.authority_id and k.superseded_at is null and k.status = 'published' and k.published_at >= r.at
        and (${kind} = 'gap' or k.type = 'standard-answer') and k.item_id = (select i.item_id from knowledge_item i
          where i.authority_id = r.authority_id and i.item_id = any(${items.map(({ itemId }) => itemId)}::uuid[]) and i.superseded_at is null
            and i.status = 'published' and i.published_at >= r.at and (${kind} = 'gap' or i.type = 'standard-answer')
          order by array_position(${items.map(({ itemId }) => itemId)}::uuid[], i.item_id) limit 1)`.execute(tx)
  }
}

/** An item may come into force some days after it was published. */
export const settleRequests = (app: App): Promise<void> =>
  asActor(app.database, systemActor(app.config.authorityId), (tx) => answerRequests(tx, app.clock.now()))

const most = 100

export const requestEndpoints: readonly Endpoint[] = [
  mount(routes.listKnowledgeRequests, (asked, app) =>
    asActor(app.database, asked.actor, async (tx) => {
      const isOpen = asked.query.state === 'open'
      const rows = await requestRows(
        tx,
        sql`${isOpen ? sql`r.closed_at is null order by r.due_at, r.request_id` : sql`r.closed_at is not null order by r.closed_at desc, r.request_id`} limit ${most}`,
      )
      return accept({ items: await requestViews(tx, rows, { doer: doerOf(asked), at: asked.at, language: asked.language }) })
    }),
  ),
  mount(routes.requestKnowledge, (asked, app) => taken(app, asked, (tx) => requested(tx, app, asked))),
  mount(routes.declineKnowledgeRequest, (asked, app) => taken(app, asked, (tx) => declined(tx, asked))),
]
