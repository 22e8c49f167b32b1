import { sql } from 'kysely'
import type { App } from '../../app.ts'
import { systemActor } from '../../db/actor.ts'
import { asActor, type Tx } from '../../db/transaction.ts'
import type { Notice } from './audience.ts'

export const channel = 'live'
const pauseMs = 80
// PostgreSQL takes 8000 bytes in one notice.
const longest = 7_500

type Waiting = { readonly orders: Map<string, string>; readonly others: Map<string, Notice>; flushing: Promise<void> | undefined }
const waitingOf = new WeakMap<App, Waiting>()

const orderNotices = async (tx: Tx, orderIds: readonly string[]): Promise<readonly Notice[]> => {
  if (orderIds.length === 0) return []
  const { rows } = await sql<Notice>`
    select 'order' as kind, authority_id as "authorityId", order_id as "orderId", version, stage, unit_id as "unitId", taken_by as "takenBy",
      accused_unit_ids as "accusedUnits", barred_account_ids as "barredAccounts"
    from work_order where authority_id = app.authority() and order_id = any(${[...orderIds]}::uuid[])`.execute(tx)
  return rows
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

const tell = async (app: App, authorityId: string, orderIds: readonly string[], others: readonly Notice[]): Promise<void> =>
  asActor(app.database, systemActor(authorityId), async (tx) => {
    const notices = [...(await orderNotices(tx, orderIds)), ...others]
    for (const parcel of packed(notices)) await sql`select pg_notify(${channel}, ${parcel})`.execute(tx)
  })

const flush = async (app: App, waiting: Waiting): Promise<void> => {
  const orders = [...waiting.orders]
  const others = [...waiting.others.values()]
  waiting.orders.clear()
  waiting.others.clear()
  const authorities = new Set([...orders.map(([, authority]) => authority), ...others.map(({ authorityId }) => authorityId)])
  for (const authority of authorities)
    await tell(
      app,
      authority,
      orders.filter(([, one]) => one === authority).map(([orderId]) => orderId),
      others.filter(({ authorityId }) => authorityId === authority),
    )
}

const pause = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve, pauseMs).unref())

/** NOTIFY serialises commits: so many steps become one, after their commit and in a transaction of its own. Losing one costs a desk a late refresh. */
const soon = (app: App, add: (waiting: Waiting) => void): void => {
  const waiting = waitingOf.get(app) ?? { orders: new Map<string, string>(), others: new Map<string, Notice>(), flushing: undefined }
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
export const announce = (app: App, { authorityId, orderId }: { readonly authorityId: string; readonly orderId: string }): void =>
  soon(app, ({ orders }) => void orders.set(orderId, authorityId))

/** Something happened to a contact at this seat. */
export const announceContact = (app: App, accountId: string): void =>
  soon(app, ({ others }) => void others.set(`contact ${accountId}`, { kind: 'contact', authorityId: app.config.authorityId, accountId }))

/** A message went to this unit's phone: its desks are told too. */
export const announceMessage = (app: App, unitId: string, template: string): void =>
  soon(
    app,
    ({ others }) =>
      void others.set(`message ${unitId} ${template}`, { kind: 'message', authorityId: app.config.authorityId, unitId, template }),
  )
