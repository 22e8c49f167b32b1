import { sql } from 'kysely'
import type { App } from '../../app.ts'
import { systemActor } from '../../db/actor.ts'
import { asActor, type Tx } from '../../db/transaction.ts'
import type { Notice } from './audience.ts'

export const channel = 'live'
const pauseMs = 80
// PostgreSQL takes 8000 bytes in one notice.
const longest = 7_500

type About = { readonly orderId: string; readonly authorityId: string }
/** With the units that took part before or do now. */
type OrderMoved = About & { readonly unitIds: readonly string[] }
type MessageMoved = { readonly orderId: string; readonly unitId: string | null; readonly template: string }
type Waiting = {
  readonly orders: Map<string, OrderMoved>
  readonly messages: Map<string, About & MessageMoved>
  readonly contacts: Map<string, Extract<Notice, { readonly kind: 'contact' }>>
  flushing: Promise<void> | undefined
}
const waitingOf = new WeakMap<App, Waiting>()
type OrderNotice = Extract<Notice, { readonly kind: 'order' }>

const ordersNow = async (tx: Tx, orderIds: readonly string[]): Promise<ReadonlyMap<string, OrderNotice>> => {
  if (orderIds.length === 0) return new Map()
  const { rows } = await sql<OrderNotice>`
    select 'order' as kind, authority_id as "authorityId", order_id as "orderId", version, stage, unit_id as "unitId", taken_by as "takenBy",
      accused_unit_ids as "accusedUnits", barred_account_ids as "barredAccounts", known_account_ids as "knownTo", '{}'::text[] as left,
      coalesce((select json_agg(json_build_object('unitId', t.unit_id, 'stage', t.stage) order by t.task_id)
        from unit_task t where t.authority_id = o.authority_id and t.order_id = o.order_id), '[]') as parts
    from work_order o where authority_id = app.authority() and order_id = any(${[...orderIds]}::uuid[])`.execute(tx)
  return new Map(rows.map((row) => [row.orderId, row]))
}

const packed = (notices: readonly Notice[]): readonly string[] => {
  const parcels: Notice[][] = []
  let bytes = longest
  for (const notice of notices) {
    const size = Buffer.byteLength(JSON.stringify(notice)) + 1
    if (bytes + size > longest) {
      parcels.push([])
      bytes = 2
    }
    parcels.at(-1)?.push(notice)
    bytes += size
  }
  return parcels.map((parcel) => JSON.stringify(parcel))
}

type Batch = {
  readonly orders: readonly OrderMoved[]
  readonly messages: readonly (About & MessageMoved)[]
  readonly contacts: readonly Notice[]
}

const noticesOf = async (tx: Tx, { orders, messages, contacts }: Batch): Promise<readonly Notice[]> => {
  const now = await ordersNow(tx, [...new Set([...orders, ...messages].map(({ orderId }) => orderId))])
  const moved = orders.flatMap(({ orderId, unitIds }): readonly Notice[] => {
    const order = now.get(orderId)
    if (order === undefined) return []
    const there = new Set(order.parts.map(({ unitId }) => unitId))
    return [{ ...order, left: unitIds.filter((unitId) => !there.has(unitId)) }]
  })
  const sent = messages.flatMap(({ orderId, authorityId, unitId, template }): readonly Notice[] => {
    const order = now.get(orderId)
    if (order === undefined) return []
    const { accusedUnits, barredAccounts, knownTo } = order
    return [{ kind: 'message', authorityId, unitId, template, accusedUnits, barredAccounts, knownTo }]
  })
  return [...moved, ...sent, ...contacts]
}

const tell = (app: App, authorityId: string, batch: Batch): Promise<void> =>
  asActor(app.database, systemActor(authorityId), async (tx) => {
    for (const parcel of packed(await noticesOf(tx, batch))) await sql`select pg_notify(${channel}, ${parcel})`.execute(tx)
  })

const flush = async (app: App, waiting: Waiting): Promise<void> => {
  const [orders, messages, contacts] = [[...waiting.orders.values()], [...waiting.messages.values()], [...waiting.contacts.values()]]
  for (const map of [waiting.orders, waiting.messages, waiting.contacts]) map.clear()
  for (const authority of new Set([...orders, ...messages, ...contacts].map(({ authorityId }) => authorityId))) {
    const isIts = ({ authorityId }: { readonly authorityId: string }): boolean => authorityId === authority
    await tell(app, authority, { orders: orders.filter(isIts), messages: messages.filter(isIts), contacts: contacts.filter(isIts) })
  }
}

const pause = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve, pauseMs).unref())

/** NOTIFY serialises commits: so many steps become one, after their commit and in a transaction of its own. Losing one costs a desk a late refresh. */
const soon = (app: App, add: (waiting: Waiting) => void): void => {
  const waiting: Waiting = waitingOf.get(app) ?? { orders: new Map(), messages: new Map(), contacts: new Map(), flushing: undefined }
  waitingOf.set(app, waiting)
  add(waiting)
  waiting.flushing ??= pause()
    .then(() => {
      waiting.flushing = undefined
      return flush(app, waiting)
    })
    .catch((error: unknown) => app.log.warn({ name: error instanceof Error ? error.name : 'unknown' }, 'a change was not announced'))
}

/** An order has changed: call it after the commit. Where it stands and who may hear of it is read then. */
export const announce = (app: App, { authorityId, orderId, unitIds }: OrderMoved): void =>
  soon(app, ({ orders }) => {
    const before = orders.get(orderId)?.unitIds ?? []
    orders.set(orderId, { authorityId, orderId, unitIds: [...new Set([...before, ...unitIds])] })
  })

/** Something happened to a contact at this seat. */
export const announceContact = (app: App, accountId: string): void =>
  soon(app, ({ contacts }) => void contacts.set(accountId, { kind: 'contact', authorityId: app.config.authorityId, accountId }))

/** A message of this order went out or was answered. */
export const announceMessage = (app: App, message: MessageMoved): void =>
  soon(
    app,
    ({ messages }) =>
      void messages.set(`${message.orderId} ${message.unitId ?? ''} ${message.template}`, {
        authorityId: app.config.authorityId,
        ...message,
      }),
  )
