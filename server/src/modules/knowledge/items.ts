import type { KnowledgeDetail, KnowledgeRow, KnowledgeVersion } from '@open12345/contract/knowledge'
import { confirm, reviewNearness, revise, withdraw, type Doer, type Told } from '@open12345/domain/knowledge'
import type { Settings } from '@open12345/domain/policy'
import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../../db/transaction.ts'
import { sourceText } from './present.ts'
import { isInForce } from './read.ts'
import type { KnowledgeTables } from './tables.ts'

type Kept = Omit<KnowledgeTables['knowledge_item'], 'authority_id' | 'status'> & {
  readonly status: 'published' | 'withdrawn'
  readonly published_at: Temporal.Instant
}
export type ItemRow = Kept & { readonly urged_at: Temporal.Instant | null; readonly open_reports: number }

const text = (at: Temporal.Instant): string => at.toString({ smallestUnit: 'millisecond' })

/** Versions that were told, with what waits for the item; the newest version of each is the one that no other has superseded. */
export const itemRows = async (tx: Tx, condition: RawBuilder<unknown>): Promise<readonly ItemRow[]> => {
  const { rows } = await sql<ItemRow>`
    select k.*, (select max(u.urged_at) from knowledge_urging u where u.authority_id = k.authority_id and u.subject_id = k.item_id
        and u.due_on = k.review_on) as urged_at,
      (select count(*)::int from knowledge_report r where r.authority_id = k.authority_id and r.item_id = k.item_id and r.closed_at is null) as open_reports
    from knowledge_item k where k.authority_id = app.authority() and k.status <> 'draft' and ${condition}`.execute(tx)
  return rows
}

/** The newest version, held until the end of the transaction, so that nothing supersedes it beside. */
export const heldItem = async (tx: Tx, itemId: string): Promise<ItemRow | undefined> =>
  (await itemRows(tx, sql`k.item_id = ${itemId} and k.superseded_at is null for no key update of k`))[0]

export const toldOf = (row: ItemRow | undefined): Told | undefined =>
  row && {
    ownerUnitId: row.owner_unit_id,
    version: row.version,
    writtenBy: row.written_by,
    withdrawn: row.status === 'withdrawn',
  }

const reviewOf = (row: ItemRow, today: string, settings: Settings): KnowledgeRow['review'] => {
  const on = row.review_on.toString()
  return { on, nearness: reviewNearness(on, today, settings), urgedAt: row.urged_at === null ? null : text(row.urged_at) }
}

const isFound = (row: ItemRow, today: string): boolean => row.status === 'published' && isInForce(row, Temporal.PlainDate.from(today))

export const rowView = (row: ItemRow, today: string, settings: Settings): KnowledgeRow => ({
  itemId: row.item_id,
  version: row.version,
  type: row.type,
  title: row.title,
  unitName: row.owner_name,
  validFrom: row.valid_on_from.toString(),
  validTo: row.valid_on_to?.toString() ?? null,
  inForce: isFound(row, today),
  withdrawn: row.status === 'withdrawn',
  review: reviewOf(row, today, settings),
  openReports: row.open_reports,
})

export const versionView = (row: ItemRow): KnowledgeVersion => ({
  version: row.version,
  content: {
    type: row.type,
    title: row.title,
    variants: row.variants,
    keywords: row.keywords,
    body: row.body,
    ownerUnitId: row.owner_unit_id,
    document: { name: row.source, number: row.document_number, article: row.article },
    region: row.region,
    validFrom: row.valid_on_from.toString(),
    validTo: row.valid_on_to?.toString() ?? null,
    reviewOn: row.review_on.toString(),
  },
  unitName: row.owner_name,
  source: sourceText(row),
  publishedAt: text(row.published_at),
  supersededAt: row.superseded_at === null ? null : text(row.superseded_at),
  withdrawn:
    row.withdrawn_at === null || row.withdrawn_reason === null ? null : { at: text(row.withdrawn_at), reason: row.withdrawn_reason },
})

type Around = { readonly isUnderway: boolean; readonly today: string }
/** What this person may do with the item now. */
export const allowedOf = (row: ItemRow, doer: Doer, { isUnderway, today }: Around): KnowledgeDetail['allowed'] => {
  const told = toldOf(row)
  const steps = [
    ['revise', revise(told, isUnderway, doer).ok],
    ['withdraw', withdraw(told, doer).ok],
    ['confirm', confirm(told, doer).ok],
    ['report', isFound(row, today)],
  ] as const
  return steps.filter(([, may]) => may).map(([step]) => step)
}

export const detailOf = (
  rows: readonly [ItemRow, ...ItemRow[]],
  { today, settings, ...rest }: Around & Pick<KnowledgeDetail, 'draftId' | 'steps'> & { readonly doer: Doer; readonly settings: Settings },
): KnowledgeDetail => {
  const [newest] = rows
  const { draftId, steps, doer, isUnderway } = rest
  return {
    itemId: newest.item_id,
    versions: rows.map(versionView),
    inForce: isFound(newest, today),
    review: reviewOf(newest, today, settings),
    openReports: newest.open_reports,
    draftId,
    steps,
    allowed: allowedOf(newest, doer, { isUnderway, today }),
  }
}
