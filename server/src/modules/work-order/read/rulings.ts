import { maskingFor, screened, type Screened } from '@open12345/domain/identity'
import type { Ruling } from '@open12345/contract/work-order'
import type { WorkOrder } from '@open12345/domain/work-order'
import { sql } from 'kysely'
import type { App } from '../../../app.ts'
import type { Actor } from '../../../db/actor.ts'
import { asActor, type Tx } from '../../../db/transaction.ts'
import { namesFor, type Names } from '../present/names.ts'
import { instantText } from '../write/context.ts'
import { openText } from '../write/texts.ts'

export type Asked = {
  readonly subject?: string | undefined
  readonly unitId?: string | undefined
  readonly after?: string | undefined
  readonly limit: number
}

type Row = {
  readonly order_id: string
  readonly version: number
  readonly at: Temporal.Instant
  readonly type: Ruling['type']
  readonly unit_id: string
  readonly grounds: string
  readonly basis: string | null
  readonly number: string
  readonly order: Pick<WorkOrder, 'subject' | 'place'>
  readonly wrapped_key: Buffer | null
  readonly screening: Screened
}

const cursorOf = ({ at, order_id, version }: Row): string => `${at.epochMilliseconds}_${order_id}_${version}`
const readCursor = (cursor: string | undefined) => {
  const match = /^(-?\d{1,15})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})_(\d{1,9})$/.exec(cursor ?? '')
  if (match === null) return undefined
  return { at: Temporal.Instant.fromEpochMilliseconds(Number(match[1])), orderId: match[2] ?? '', version: Number(match[3]) }
}

/** Of the few events that are rulings, by an index of their own. A ruling is about the unit that had returned the order. */
const rulingRows = async (tx: Tx, actor: Actor, { subject, unitId, after, limit }: Asked): Promise<readonly Row[]> => {
  const place = readCursor(after)
  const { rows } = await sql<Row>`
    select e.order_id, e.version, e.at, e.type, o.number, json_build_object('subject', o.subject, 'place', o.state -> 'place') as order,
      json_build_object('hidden', o.identity_hidden, 'grade', o.grade, 'status', o.status) as screening,
      about.unit_id, coalesce(e.event ->> 'rulingText', e.event ->> 'groundsText') as grounds, e.event ->> 'basisText' as basis, k.wrapped_key
    from work_order_event e
      join work_order o on o.authority_id = e.authority_id and o.order_id = e.order_id
      left join work_order_key k on k.authority_id = e.authority_id and k.order_id = e.order_id
      cross join lateral (
        select coalesce(e.event ->> 'unitId', (select one ->> 'unitId' from jsonb_array_elements(o.state -> 'assignments') as one
          where one ->> 'id' = e.event ->> 'assignmentId')) as unit_id
      ) as about
    where e.authority_id = ${actor.authorityId} and e.type in ('return-refused', 'designated')
      ${subject === undefined ? sql`` : sql`and o.subject = ${subject}`}
      ${unitId === undefined ? sql`` : sql`and about.unit_id = ${unitId}`}
      ${place === undefined ? sql`` : sql`and (e.at, e.order_id, e.version) < (${place.at}::timestamptz, ${place.orderId}::uuid, ${place.version}::integer)`}
    order by e.at desc, e.order_id desc, e.version desc
    limit ${limit + 1}`.execute(tx)
  return rows
}

/** The words of these rulings, each opened with its order's key; what was erased stays closed. */
const wordsOf = async (tx: Tx, app: App, actor: Actor, rows: readonly Row[]): Promise<ReadonlyMap<string, string>> => {
  const orders = new Map(rows.map((row) => [row.order_id, row]))
  const wanted = rows.flatMap(({ grounds, basis }) => (basis === null ? [grounds] : [grounds, basis]))
  if (wanted.length === 0) return new Map()
  const texts = await tx
    .selectFrom('work_order_text')
    .select(['order_id', 'text_id', 'role', 'sealed', 'spans'])
    .where('order_id', '=', sql<string>`any(${[...orders.keys()]}::uuid[])`)
    .where('text_id', '=', sql<string>`any(${wanted}::uuid[])`)
    .execute()
  return new Map(
    texts.flatMap(({ order_id, text_id, role, sealed, spans }) => {
      const { wrapped_key: key = null, screening } = orders.get(order_id) ?? {}
      if (key === null || screening === undefined) return []
      const text = openText(app, order_id, app.keyring.unwrap(key), text_id, sealed)
      return [[text_id, screened({ role, text, spans }, maskingFor(actor.scope, screening))] as const]
    }),
  )
}

const shown = (row: Row, names: Names, words: ReadonlyMap<string, string>): Ruling => {
  const { subject, place } = row.order
  return {
    orderId: row.order_id,
    number: row.number,
    type: row.type,
    at: instantText(row.at),
    subject,
    placeName: names.place(place?.county ?? null, place?.township ?? null),
    unitId: row.unit_id,
    unitName: names.unit(row.unit_id),
    grounds: words.get(row.grounds) ?? '',
    basis: row.basis === null ? null : (words.get(row.basis) ?? ''),
  }
}

/**
 * 第十二条（二）、第十一条（三） 裁定先例: who has to do what, as it was ruled or designated before, newest first; of orders that the actor may see.
 * @clause 12-2c
 * @clause 11-3c
 */
export const listRulings = (app: App, actor: Actor, asked: Asked): Promise<{ items: Ruling[]; next: string | null }> =>
  asActor(app.database, actor, async (tx) => {
    const found = await rulingRows(tx, actor, asked)
    const page = found.slice(0, asked.limit)
    const last = found.length > asked.limit ? page.at(-1) : undefined
    const places = page.flatMap(({ order: { place } }) => [place?.county, place?.township]).filter((code) => typeof code === 'string')
    const names = await namesFor(tx, { units: [...new Set(page.map(({ unit_id }) => unit_id))], places: [...new Set(places)], people: [] })
    const words = await wordsOf(tx, app, actor, page)
    return { items: page.map((row) => shown(row, names, words)), next: last === undefined ? null : cursorOf(last) }
  })
