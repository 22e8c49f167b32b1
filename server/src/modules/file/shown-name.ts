import { maskingFor, screened, spansIn } from '@open12345/domain/identity'
import { sql } from 'kysely'
import type { Tx } from '../../db/transaction.ts'
import { knownBy, type Marks } from '../../keys/marks.ts'

type Row = {
  readonly scope: string
  readonly marks: Marks | null
  readonly hidden: boolean
  readonly grade: string
  readonly status: string
}

/** 20a: the name of an order's file as the running actor may read it; `orderKey`: of the order that it is bound to. @clause 20a */
export const shownName = async (tx: Tx, orderId: string | null, orderKey: Buffer | undefined, name: string): Promise<string> => {
  if (orderId === null || orderKey === undefined) return name
  const { rows } = await sql<Row>`
    select app.scope() as scope, k.marks, o.identity_hidden as hidden, o.grade, o.status
    from work_order o join work_order_key k on k.authority_id = o.authority_id and k.order_id = o.order_id
    where o.authority_id = app.authority() and o.order_id = ${orderId}`.execute(tx)
  const [row] = rows
  if (row === undefined) return name
  const spans = spansIn(name, knownBy(orderKey, row.marks))
  return screened({ role: 'file-name', text: name, spans }, maskingFor(row.scope, row))
}
