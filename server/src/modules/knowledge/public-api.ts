import { publicKnowledgeRoutes as routes } from '@open12345/contract/knowledge'
import { accept } from '@open12345/domain/kernel'
import { sql, type RawBuilder } from 'kysely'
import { asActor, type Tx } from '../../db/transaction.ts'
import type { Call } from '../../http/call.ts'
import { mount, type Endpoint } from '../../http/mount.ts'
import { itemRows, type ItemRow } from './items.ts'
import { present } from './present.ts'
import { civilDate } from './rules.ts'

const text = (at: Temporal.Instant): string => at.toString({ smallestUnit: 'millisecond' })

const isInstant = (given: string): boolean => {
  try {
    return Temporal.Instant.from(given).epochMilliseconds > 0
  } catch {
    return false
  }
}

/** A page goes on behind this version: when it was published, then its item. */
const cursorOf = ({ published_at: at, item_id: id }: ItemRow): string => `${at.toString()}/${id}`
const behind = (cursor: string | undefined): RawBuilder<unknown> => {
  const [at = '', id = ''] =
    /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?Z)\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(cursor ?? '')?.slice(1) ??
    []
  return !isInstant(at) ? sql`` : sql`and (k.published_at, k.item_id) > (${at}::timestamptz, ${id}::uuid)`
}

const listed = async (tx: Tx, { query: { after, limit, updatedSince }, at }: Call<typeof routes.listPublicKnowledge>) => {
  const today = civilDate(at)
  const rows = await itemRows(
    tx,
    sql`k.superseded_at is null and k.status = 'published' and k.valid_on_from <= ${today}::date and coalesce(k.valid_on_to, 'infinity') >= ${today}::date
      ${updatedSince === undefined ? sql`` : sql`and k.published_at >= ${updatedSince}::timestamptz`}
      ${behind(after)} order by k.published_at, k.item_id limit ${limit + 1}`,
  )
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return accept({
    items: page.map((row) => ({ ...present(row), publishedAt: text(row.published_at) })),
    next: rows.length > limit && last !== undefined ? cursorOf(last) : null,
  })
}

/** 向基层和社会开放. @clause 17b */
export const publicEndpoints: readonly Endpoint[] = [
  mount(routes.listPublicKnowledge, (asked, app) => asActor(app.database, asked.actor, (tx) => listed(tx, asked))),
]
