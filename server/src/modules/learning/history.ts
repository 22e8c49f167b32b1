import type { Kind } from '@open12345/domain/vocabulary'
import type { App } from '../../app.ts'
import { systemActor } from '../../db/actor.ts'
import { madeAt } from '../../db/ids.ts'
import { asActor } from '../../db/transaction.ts'
import { writeAudit } from '../audit/index.ts'
import { civilDateOf, placeNames } from '../organisation/index.ts'
import { learnableOrders, type LearnableOrder } from '../work-order/index.ts'

/** One message of an authority's history, and what was made of it. */
export type Past = {
  readonly text: string
  readonly kind: Kind
  readonly subject: string | null
  readonly unitId: string | null
  readonly place: { readonly county: string; readonly township: string | null } | null
  /** The names of the place, as a person would say them; empty where it is not known. */
  readonly where: string
  readonly worth: number
}
/** In the order of time, where there is one. */
export type History = {
  readonly source: 'orders' | 'file'
  readonly firstOn: Temporal.PlainDate | null
  readonly lastOn: Temporal.PlainDate | null
  readonly past: readonly Past[]
}

const batch = 200
/** A return or a ruling teaches twice as much: it is where the catalogue and the dispatchers were in doubt. */
const worthOfDispute = 2

const pastOf = ({ text, kind, subject, unitId, place, isDisputed }: LearnableOrder, names: ReadonlyMap<string, string>): Past => ({
  text,
  kind,
  subject,
  unitId,
  place,
  where: place === null ? '' : [place.county, place.township ?? ''].map((code) => names.get(code) ?? '').join(' '),
  worth: isDisputed ? worthOfDispute : 1,
})

type Batch = { readonly orders: readonly LearnableOrder[]; readonly past: readonly Past[] }

const nextBatch = (app: App, after: string | null): Promise<Batch> =>
  asActor(app.database, systemActor(app.config.authorityId), async (tx) => {
    const orders = await learnableOrders(tx, app, after, batch)
    if (orders.length === 0) return { orders, past: [] }
    const subjectIds = orders.map(({ orderId }) => orderId)
    await writeAudit(tx, app, { action: 'learning.read', subjectIds, facts: [`orders-${orders.length}`], purpose: 'learning' })
    const names = await placeNames(tx, [...new Set(orders.flatMap(({ place }) => [place?.county ?? '', place?.township ?? '']))])
    return { orders, past: orders.map((order) => pastOf(order, names)) }
  })

/** All that the authority's own orders teach, read as the program itself; each batch is on record. @clause 20b */
export const historyOfOrders = async (app: App): Promise<History> => {
  const past: Past[] = []
  let first: string | undefined
  let last: string | undefined
  for (let read = await nextBatch(app, null); read.orders.length > 0; read = await nextBatch(app, last ?? null)) {
    past.push(...read.past)
    first ??= read.orders[0]?.orderId
    last = read.orders.at(-1)?.orderId
  }
  const dayOf = (orderId: string | undefined) => (orderId === undefined ? null : civilDateOf(madeAt(orderId)))
  return { source: 'orders', firstOn: dayOf(first), lastOn: dayOf(last), past }
}
