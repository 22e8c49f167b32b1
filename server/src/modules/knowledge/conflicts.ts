import { conflictRoutes as routes, type ConflictView } from '@open12345/contract/knowledge'
import { accept, refuse, type Decision } from '@open12345/domain/kernel'
import { sql } from 'kysely'
import type { App } from '../../app.ts'
import { systemActor } from '../../db/actor.ts'
import { once } from '../../db/idempotency.ts'
import { asActor, decideAs, type Tx } from '../../db/transaction.ts'
import type { Call } from '../../http/call.ts'
import { mount, type Endpoint } from '../../http/mount.ts'
import { unitNames } from '../organisation/index.ts'
import { passageOf } from './conflict-figures.ts'
import { contradiction, contradictions, type Telling } from './conflict-finder.ts'
import { draftRows, type DraftRow } from './draft-store.ts'
import { itemRows, type ItemRow } from './items.ts'
import { civilDate } from './rules.ts'

type Side = Telling & { readonly unitName: string; readonly isDraft?: boolean }

const sideOf = (row: ItemRow): Side => ({
  itemId: row.item_id,
  version: row.version,
  title: row.title,
  variants: row.variants,
  body: row.body,
  region: row.region,
  validFrom: row.valid_on_from.toString(),
  validTo: row.valid_on_to?.toString() ?? null,
  unitName: row.owner_name,
})

/** What is told now or will be: a contradiction between what is over and what is told harms nobody. */
const told = async (tx: Tx, at: Temporal.Instant): Promise<readonly Side[]> => {
  const rows = await itemRows(
    tx,
    sql`k.superseded_at is null and k.status = 'published' and coalesce(k.valid_on_to, 'infinity') >= ${civilDate(at)}::date`,
  )
  return rows.map(sideOf)
}

/** The whole base against itself: new ones are kept, those of which an item has changed go, and what an editor has said about the rest stays. */
export const findConflicts = (app: App): Promise<void> =>
  asActor(app.database, systemActor(app.config.authorityId), (tx) => keepConflicts(tx, app.clock.now()))

/** With `itemId`, only what this item contradicts. */
export const keepConflicts = async (tx: Tx, at: Temporal.Instant, itemId?: string): Promise<void> => {
  const found = contradictions(await told(tx, at), itemId).map(([one, other]) => ({
    one_id: one.itemId,
    one_version: one.version,
    other_id: other.itemId,
    other_version: other.version,
  }))
  const pairs = sql`jsonb_to_recordset(${JSON.stringify(found)}::jsonb) as p (one_id uuid, one_version integer, other_id uuid, other_version integer)`
  await sql`insert into knowledge_conflict (authority_id, one_id, one_version, other_id, other_version, found_at)
    select app.authority(), p.one_id, p.one_version, p.other_id, p.other_version, ${at} from ${pairs} on conflict do nothing`.execute(tx)
  await sql`delete from knowledge_conflict c where c.authority_id = app.authority()
    ${itemId === undefined ? sql`` : sql`and ${itemId} in (c.one_id, c.other_id)`} and not exists (select from ${pairs}
    where (p.one_id, p.one_version, p.other_id, p.other_version) = (c.one_id, c.one_version, c.other_id, c.other_version))`.execute(tx)
}

const viewOf = (one: Side, other: Side, settled: ConflictView['settled']): ConflictView | undefined => {
  const found = contradiction(one, other)
  if (found === undefined) return undefined
  const sideView = (side: Side, which: 'one' | 'other'): ConflictView['one'] => {
    const own = found.differing.flatMap(({ kind, [which]: values }) => values.map((value) => ({ kind, value })))
    const { itemId, version, title, unitName, body, validFrom, validTo, isDraft = false } = side
    return { itemId, version: isDraft ? null : version, title, unitName, passage: passageOf(body, own), validFrom, validTo }
  }
  return { one: sideView(one, 'one'), other: sideView(other, 'other'), differing: found.differing, settled }
}

type Kept = {
  readonly one_id: string
  readonly one_version: number
  readonly other_id: string
  readonly other_version: number
  readonly reason: string | null
  readonly by: string | null
  readonly settled_at: Temporal.Instant | null
}
const most = 100

const listed = async (tx: Tx, state: 'open' | 'settled', at: Temporal.Instant): Promise<ConflictView[]> => {
  const sides = new Map((await told(tx, at)).map((side) => [`${side.itemId}/${side.version}`, side]))
  const { rows } = await sql<Kept>`
    select c.one_id, c.one_version, c.other_id, c.other_version, c.reason, a.name as by, c.settled_at from knowledge_conflict c
      left join account a on a.authority_id = c.authority_id and a.account_id = c.settled_by
    where c.authority_id = app.authority() and (c.reason is null) = ${state === 'open'}
    order by coalesce(c.settled_at, c.found_at) desc, c.one_id, c.other_id limit ${most}`.execute(tx)
  return rows.flatMap((row) => {
    const [one, other] = [sides.get(`${row.one_id}/${row.one_version}`), sides.get(`${row.other_id}/${row.other_version}`)]
    if (one === undefined || other === undefined) return []
    const { reason, by, settled_at: settledAt } = row
    const settled =
      reason === null || settledAt === null ? null : { reason, by: by ?? '', at: settledAt.toString({ smallestUnit: 'millisecond' }) }
    return viewOf(one, other, settled) ?? []
  })
}

const draftSide = ({ item_id: itemId, base_version: base, content }: DraftRow, unitName: string): Side => ({
  ...content,
  itemId,
  version: (base ?? 0) + 1,
  unitName,
  isDraft: true,
})

/** 第十七条 多方校核: what a draft would contradict, for whoever is to publish it. @clause 17a */
const ofDraft = async (tx: Tx, draftId: string, at: Temporal.Instant): Promise<Decision<{ items: ConflictView[] }>> => {
  const [row] = await draftRows(tx, sql`draft_id = ${draftId}`)
  if (row === undefined) return refuse({ code: 'knowledge.not-found' })
  const names = await unitNames(tx, [row.owner_unit_id])
  const draft = draftSide(row, names.get(row.owner_unit_id) ?? row.owner_unit_id)
  return accept({ items: (await told(tx, at)).flatMap((other) => viewOf(draft, other, null) ?? []) })
}

const settled = async (tx: Tx, { actor, at, body }: Call<typeof routes.settleKnowledgeConflict>): Promise<Decision<object>> => {
  const { numAffectedRows } = await sql`
    update knowledge_conflict set reason = ${body.reason}, settled_by = ${actor.accountId ?? null}, settled_at = ${at}
    where authority_id = app.authority() and (one_id, one_version, other_id, other_version)
      = (${body.oneItemId}, ${body.oneVersion}, ${body.otherItemId}, ${body.otherVersion})`.execute(tx)
  return numAffectedRows === 1n ? accept({}) : refuse({ code: 'knowledge.not-found' })
}

export const conflictEndpoints: readonly Endpoint[] = [
  mount(routes.listKnowledgeConflicts, ({ actor, at, query }, app) =>
    asActor(app.database, actor, async (tx) => accept({ items: await listed(tx, query.state, at) })),
  ),
  mount(routes.listDraftConflicts, ({ actor, at, params }, app) => asActor(app.database, actor, (tx) => ofDraft(tx, params.draftId, at))),
  mount(routes.settleKnowledgeConflict, (asked, app) =>
    decideAs(app.database, asked.actor, async (tx) => {
      const done = await once(tx, asked, async () => {
        const decided = await settled(tx, asked)
        return decided.ok ? accept({}) : decided
      })
      return done.ok ? accept({}) : done
    }),
  ),
]
