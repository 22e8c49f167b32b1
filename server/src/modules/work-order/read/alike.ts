import type { OrderRow } from '@open12345/contract/work-order'
import { grams } from '@open12345/language/reading'
import { sql } from 'kysely'
import type { App } from '../../../app.ts'
import type { Actor } from '../../../db/actor.ts'
import type { Tx } from '../../../db/transaction.ts'
import { rowsOf, type Found } from './rows.ts'

export type Matter = { readonly text: string; readonly subject: string | null; readonly county: string | null }

const looked = 40
const most = 5
/** The same subject in the same county, or a third of the words that are seen of the other. */
const alikeFrom = 0.35

/** What a seat sees that is open: what waits to be accepted, and what it recorded itself. Each lane has its index. */
const openRows = async (tx: Tx, actor: Actor, county: string | null): Promise<readonly Found[]> => {
  const lane = (condition: ReturnType<typeof sql>) => sql`(
    select o.order_id from work_order o
    where o.authority_id = ${actor.authorityId} and ${condition} and o.stage <> 'closed'
      ${county === null ? sql`` : sql`and (o.county = ${county} or o.county is null)`}
    order by o.order_id desc limit ${looked})`
  const { rows } = await sql<Found>`
    select o.order_id, o.number, o.state
    from (${lane(sql`o.stage = 'to-accept'`)} union ${lane(sql`o.taken_by = ${actor.accountId ?? null}`)}) as found
      join work_order o on o.authority_id = ${actor.authorityId} and o.order_id = found.order_id
    order by o.order_id desc limit ${looked}`.execute(tx)
  return rows
}

const pairsOf = (text: string): ReadonlySet<string> => new Set(grams(text, 2, 2))

const likenessOf = (told: ReadonlySet<string>, { subject, county }: Matter, row: OrderRow): number => {
  const pairs = pairsOf(row.summary)
  const shared = [...pairs].filter((pair) => told.has(pair)).length / Math.max(1, pairs.size)
  const isSame = subject !== null && row.subject === subject && county !== null && row.place?.county === county
  return shared + (isSame ? alikeFrom : 0)
}

/**
 * 第十三条（四）、第十二条（四）: orders that are open and like what is being told, the likest first: of those that the actor may see, by what
 * the actor sees of them.
 * @clause 13-4
 */
export const openAlike = async (tx: Tx, app: App, actor: Actor, matter: Matter, at: Temporal.Instant): Promise<OrderRow[]> => {
  const rows = await rowsOf(tx, app, actor, await openRows(tx, actor, matter.county), at)
  const told = pairsOf(matter.text)
  return rows
    .map((row) => ({ row, likeness: likenessOf(told, matter, row) }))
    .filter(({ likeness }) => likeness >= alikeFrom)
    .toSorted((one, other) => other.likeness - one.likeness)
    .slice(0, most)
    .map(({ row }) => row)
}
