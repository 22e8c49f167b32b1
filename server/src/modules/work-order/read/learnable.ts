import { screened, type Span } from '@open12345/domain/identity'
import type { Place, WorkOrder } from '@open12345/domain/work-order'
import type { Kind } from '@open12345/domain/vocabulary'
import { sql } from 'kysely'
import type { App } from '../../../app.ts'
import type { Tx } from '../../../db/transaction.ts'
import { openText } from '../write/texts.ts'

/** An order as it may be learned from: what was said, and what was made of it. */
export type LearnableOrder = {
  readonly orderId: string
  readonly text: string
  readonly kind: Kind
  readonly subject: string | null
  readonly place: Place | null
  /** Who answered it, or was ruled to answer it; null while nobody has. */
  readonly unitId: string | null
  /** A unit said that it was not its duty, or the centre ruled on it: worth more than what nobody doubted. */
  readonly isDisputed: boolean
}

type Row = {
  readonly order_id: string
  readonly state: WorkOrder
  readonly wrapped_key: Buffer
  readonly texts: readonly { readonly text_id: string; readonly sealed: string; readonly spans: readonly Span[] | null }[]
}

/** 12-0, 12-2c: the last unit that answered the requester; else the one that a ruling or a designation binds. */
const unitOf = ({ assignments }: WorkOrder): string | null => {
  const taking = assignments.filter(({ status }) => status !== 'returned' && status !== 'withdrawn')
  const answered = taking.findLast(({ status }) => status === 'delivered')
  return (answered ?? taking.findLast(({ bound }) => bound === true))?.unitId ?? null
}

const wordsOf = (app: App, { order_id: orderId, wrapped_key: wrapped, texts }: Row): string => {
  const key = app.keyring.unwrap(wrapped)
  return texts
    .map(({ text_id: textId, sealed, spans }) => {
      const text = openText(app, orderId, key, textId, Buffer.from(sealed.replace(/^\\x/, ''), 'hex'))
      return screened({ role: 'content', text, spans }, 'whole')
    })
    .join('\n')
}

/**
 * The next orders that may be learned from, the oldest first: what the centre or a seat has classified, of the open grade, that never was a report and
 * accuses nobody. Their words come without what tells who somebody is. Whoever asks for them answers for the record of it.
 * @clause 20c
 */
export const learnableOrders = async (tx: Tx, app: App, after: string | null, most: number): Promise<readonly LearnableOrder[]> => {
  const { rows } = await sql<Row>`
    select o.order_id, o.state, k.wrapped_key, (
      select coalesce(json_agg(json_build_object('text_id', t.text_id, 'sealed', t.sealed, 'spans', t.spans) order by t.text_id), '[]')
      from work_order_text t where t.authority_id = o.authority_id and t.order_id = o.order_id and t.role = 'content') as texts
    from work_order o join work_order_key k on k.authority_id = o.authority_id and k.order_id = o.order_id
    where o.authority_id = app.authority() and (${after}::uuid is null or o.order_id > ${after}::uuid) and k.wrapped_key is not null
      and o.grade = 'open' and not o.identity_hidden and o.known_account_ids is null
      and o.accused_unit_ids = '{}' and o.barred_account_ids = '{}'
      and o.status <> 'recorded' and o.kind is not null and o.kind <> 'report'
      and (o.closure_kind is null or o.closure_kind not in ('declined', 'withdrawn'))
    order by o.order_id limit ${most}`.execute(tx)
  return rows.map((row) => ({
    orderId: row.order_id,
    text: wordsOf(app, row),
    kind: row.state.kind ?? 'other',
    subject: row.state.subject,
    place: row.state.place,
    unitId: unitOf(row.state),
    isDisputed: row.state.assignments.some(({ status, bound }) => status === 'returned' || bound === true),
  }))
}
