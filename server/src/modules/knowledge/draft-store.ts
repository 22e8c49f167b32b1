import type { DraftView } from '@open12345/contract/knowledge'
import {
  centreSendsBack,
  drop,
  ownerSendsBack,
  publish,
  rewrite,
  submit,
  vouch,
  type Content,
  type Doer,
  type Draft,
  type DraftState,
} from '@open12345/domain/knowledge'
import { sql, type RawBuilder } from 'kysely'
import { newId } from '../../db/ids.ts'
import type { Tx } from '../../db/transaction.ts'
import { unitNames } from '../organisation/index.ts'
import { stepsOf } from './steps.ts'

/** A row as the actor may see it (migration 0033). */
export type DraftRow = {
  readonly draft_id: string
  readonly item_id: string
  readonly base_version: number | null
  readonly state: DraftState
  readonly revision: number
  readonly owner_unit_id: string
  readonly content: Content
  readonly writers: readonly string[]
  readonly vouched_by: string | null
  readonly moved_at: Temporal.Instant
}

export const draftRows = async (tx: Tx, condition: RawBuilder<unknown>): Promise<readonly DraftRow[]> => {
  const { rows } = await sql<DraftRow>`
    select draft_id, item_id, base_version, state, revision, owner_unit_id, content, writers::text[], vouched_by, moved_at
    from knowledge_draft where authority_id = app.authority() and ${condition}`.execute(tx)
  return rows
}

/** Held until the end of the transaction: two reviewers do not move it beside each other. */
export const heldDraft = async (tx: Tx, draftId: string): Promise<DraftRow | undefined> =>
  (await draftRows(tx, sql`draft_id = ${draftId} for update`))[0]

export const factsOf = (row: DraftRow | undefined): Draft | undefined =>
  row && {
    ownerUnitId: row.owner_unit_id,
    state: row.state,
    revision: row.revision,
    writers: row.writers,
    vouchedBy: row.vouched_by,
  }

export type NewDraft = {
  readonly itemId: string
  readonly baseVersion: number | null
  readonly content: Content
  readonly accountId: string
  readonly at: Temporal.Instant
}
export const insertDraft = async (tx: Tx, { itemId, baseVersion, content, accountId, at }: NewDraft): Promise<string> => {
  const draftId = newId(at)
  await sql`
    insert into knowledge_draft (authority_id, draft_id, item_id, base_version, state, revision, title, owner_unit_id, content, writers, at, moved_at)
    values (app.authority(), ${draftId}, ${itemId}, ${baseVersion}, 'draft', 1, ${content.title}, ${content.ownerUnitId},
      ${JSON.stringify(content)}::jsonb, ${[accountId]}::uuid[], ${at}, ${at})`.execute(tx)
  return draftId
}

export const keepWords = async (tx: Tx, { draft_id: id }: DraftRow, content: Content, accountId: string, at: Temporal.Instant) =>
  void (await sql`
    update knowledge_draft set title = ${content.title}, owner_unit_id = ${content.ownerUnitId}, content = ${JSON.stringify(content)}::jsonb,
      writers = case when ${accountId}::uuid = any(writers) then writers else writers || ${accountId}::uuid end, revision = revision + 1, moved_at = ${at}
    where authority_id = app.authority() and draft_id = ${id}`.execute(tx))

/** What was sent back has to be vouched for again. */
export const moveDraft = async (tx: Tx, { draft_id: id }: DraftRow, state: DraftState, accountId: string, at: Temporal.Instant) =>
  void (await sql`
    update knowledge_draft set state = ${state}, revision = revision + 1, moved_at = ${at},
      vouched_by = case ${state} when 'centre-review' then ${accountId}::uuid when 'published' then vouched_by else null end
    where authority_id = app.authority() and draft_id = ${id}`.execute(tx))

const steps = {
  write: rewrite,
  submit,
  drop,
  vouch,
  'owner-send-back': ownerSendsBack,
  publish,
  'centre-send-back': centreSendsBack,
} as const

export const allowedActs = (row: DraftRow, doer: Doer): DraftView['allowed'] =>
  (Object.keys(steps) as (keyof typeof steps)[]).filter((step) => steps[step]({ draft: factsOf(row), doer, revision: row.revision }).ok)

export const draftViews = async (tx: Tx, doer: Doer, rows: readonly DraftRow[]): Promise<DraftView[]> => {
  const names = await unitNames(tx, [...new Set(rows.map(({ owner_unit_id: unit }) => unit))])
  const views: DraftView[] = []
  for (const row of rows)
    views.push({
      draftId: row.draft_id,
      itemId: row.item_id,
      baseVersion: row.base_version,
      state: row.state,
      revision: row.revision,
      content: {
        ...row.content,
        variants: [...row.content.variants],
        keywords: [...row.content.keywords],
      },
      unitName: names.get(row.owner_unit_id) ?? row.owner_unit_id,
      movedAt: row.moved_at.toString({ smallestUnit: 'millisecond' }),
      steps: await stepsOf(tx, row.item_id, row.draft_id),
      allowed: allowedActs(row, doer),
    })
  return views
}
