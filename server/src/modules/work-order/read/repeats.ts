import type { Repeat } from '@open12345/contract/work-order'
import { maskingFor, screened, type Span } from '@open12345/domain/identity'
import { accept, refuse, type Decision } from '@open12345/domain/kernel'
import type { WorkOrder } from '@open12345/domain/work-order'
import { sql } from 'kysely'
import type { App } from '../../../app.ts'
import type { Actor } from '../../../db/actor.ts'
import { asActor, type Tx } from '../../../db/transaction.ts'
import { matterOf } from '../present/matter.ts'
import { namesFor } from '../present/names.ts'
import { screenedBy } from '../present/screening.ts'
import { loadOrder } from '../write/load.ts'
import { openText } from '../write/texts.ts'

const most = 20
const similarFrom = 0.3

type Row = {
  readonly order_id: string
  readonly number: string
  readonly state: WorkOrder
  readonly shared: number
  readonly wrapped_key: Buffer | null
  readonly text_id: string | null
  readonly sealed: Buffer | null
  readonly spans: readonly Span[] | null
}

const rowsOf = async (tx: Tx, orderId: string): Promise<readonly Row[]> => {
  const { rows } = await sql<Row>`
    select o.order_id, o.number, o.state, same.shared, k.wrapped_key, t.text_id, t.sealed, t.spans
    from app.orders_of_same_person(${orderId}, ${most}) as same
      join work_order o on o.authority_id = app.authority() and o.order_id = same.order_id
      left join work_order_key k on k.authority_id = o.authority_id and k.order_id = o.order_id
      left join work_order_event e on o.closure_kind = 'terminated' and e.authority_id = o.authority_id and e.order_id = o.order_id
        and e.version = o.version and e.type = 'closed'
      left join work_order_text t on t.authority_id = o.authority_id and t.order_id = o.order_id
        and t.text_id = (e.event ->> 'basisText')::uuid
    order by o.order_id desc`.execute(tx)
  return rows
}

const opinionOf = (app: App, actor: Actor, { order_id, state, wrapped_key, text_id, sealed, spans }: Row): string | null => {
  if (wrapped_key === null || text_id === null || sealed === null) return null
  const text = openText(app, order_id, app.keyring.unwrap(wrapped_key), text_id, sealed)
  return screened({ role: 'opinion', text, spans }, maskingFor(actor.scope, screenedBy(state)))
}

const isSameMatter = (one: WorkOrder, other: WorkOrder): boolean =>
  one.subject !== null && one.subject === other.subject && one.place !== null && one.place.county === other.place?.county

/**
 * 第十三条（四） 同一诉求人的其他工单: what the actor may see of them, newest first; of and from an order whose requester stays hidden (20c), none.
 * Refuses `work-order.not-found`, and `work-order.not-entitled` to a unit.
 * @clause 13-4
 */
export const listRepeats = (app: App, actor: Actor, orderId: string): Promise<Decision<{ items: Repeat[] }>> =>
  asActor(app.database, actor, async (tx) => {
    if (actor.scope === 'unit') return refuse({ code: 'work-order.not-entitled', clause: '13-4' })
    const asked = await loadOrder(tx, orderId)
    if (asked === undefined) return refuse({ code: 'work-order.not-found' })
    const rows = await rowsOf(tx, orderId)
    const codes = rows.flatMap(({ state: { place } }) => [place?.county, place?.township]).filter((code) => typeof code === 'string')
    const names = await namesFor(tx, { units: [], places: [...new Set(codes)], people: [] })
    const items = rows.map((row): Repeat => {
      const { state: order } = row
      const { recordedAt, subject, kind, placeName, stage, closureKind } = matterOf(
        { orderId: row.order_id, number: row.number, order, names },
        actor,
      )
      return {
        orderId: row.order_id,
        number: row.number,
        recordedAt,
        subject,
        kind,
        placeName,
        stage,
        closureKind,
        isSimilar: isSameMatter(asked.order, order) || row.shared >= similarFrom,
        opinion: opinionOf(app, actor, row),
      }
    })
    return accept({ items })
  })
