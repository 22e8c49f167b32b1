import { accept, type Decision } from '@open12345/domain/kernel'
import { submit, type Content, type Doer } from '@open12345/domain/knowledge'
import { sql } from 'kysely'
import type { App } from '../../../app.ts'
import { newId } from '../../../db/ids.ts'
import type { Tx } from '../../../db/transaction.ts'
import { writeAudit } from '../../audit/index.ts'
import { checkRows, countsOf } from './check.ts'
import type { FileRow } from './read-file.ts'

type Target = 'draft' | 'owner-review'
type New = { readonly draftId: string; readonly itemId: string; readonly content: Content }

const atOnce = 500

const insertDrafts = (tx: Tx, drafts: readonly New[], accountId: string, to: Target, at: Temporal.Instant) =>
  sql`
  insert into knowledge_draft (authority_id, draft_id, item_id, base_version, state, revision, title, owner_unit_id, content, writers, at, moved_at)
  select app.authority(), d."draftId", d."itemId", null, ${to}, ${to === 'draft' ? 1 : 2}, d.content ->> 'title', d.content ->> 'ownerUnitId', d.content,
    ${[accountId]}::uuid[], ${at}, ${at}
  from jsonb_to_recordset(${JSON.stringify(drafts)}::jsonb) as d("draftId" uuid, "itemId" uuid, content jsonb)`.execute(tx)

const insertSteps = (tx: Tx, drafts: readonly New[], kind: 'written' | 'submitted', accountId: string, at: Temporal.Instant) => {
  const steps = drafts.map(({ draftId, itemId }) => ({ stepId: newId(at), draftId, itemId }))
  return sql`
    insert into knowledge_step (authority_id, step_id, item_id, draft_id, version, kind, account_id, at, reason)
    select app.authority(), s."stepId", s."itemId", s."draftId", null, ${kind}, ${accountId}::uuid, ${at}, null
    from jsonb_to_recordset(${JSON.stringify(steps)}::jsonb) as s("stepId" uuid, "draftId" uuid, "itemId" uuid)`.execute(tx)
}

/** A draft of the desk's own kind: it waits for whoever would have been asked, and nothing is told before both have agreed. */
const mayHandOn = (doer: Doer, content: Content): boolean => {
  const draft = { ownerUnitId: content.ownerUnitId, state: 'draft', revision: 1, writers: [doer.accountId], vouchedBy: null } as const
  return submit({ draft, doer, revision: 1 }).ok
}

export type Taking = { readonly doer: Doer; readonly rows: readonly FileRow[]; readonly to: Target; readonly at: Temporal.Instant }
export type Taken = { readonly accepted: number; readonly unchanged: number; readonly refused: number }

/**
 * Checks the rows again, and makes each accepted one a draft of its owner, all of them in this transaction or none. Nobody writes a title meanwhile, so that
 * the same file sent twice finds its own titles taken.
 * @clause 17a
 */
export const takeRows = async (tx: Tx, app: App, { doer, rows, to, at }: Taking): Promise<Decision<Taken>> => {
  await sql`select pg_advisory_xact_lock(hashtextextended('knowledge.titles/' || app.authority(), 0))`.execute(tx)
  const checked = await checkRows(tx, doer, rows, at)
  const contents = checked.flatMap((one) => (one.outcome === 'accepted' ? [one.content] : []))
  const target = contents.every((content) => mayHandOn(doer, content)) ? to : 'draft'
  for (let start = 0; start < contents.length; start += atOnce) {
    const drafts = contents.slice(start, start + atOnce).map((content) => ({ draftId: newId(at), itemId: newId(at), content }))
    await insertDrafts(tx, drafts, doer.accountId, target, at)
    await insertSteps(tx, drafts, 'written', doer.accountId, at)
    if (target === 'owner-review') await insertSteps(tx, drafts, 'submitted', doer.accountId, at)
  }
  const counts = countsOf(checked)
  await writeAudit(tx, app, {
    action: 'knowledge.import',
    facts: [`accepted-${counts.accepted}`, `unchanged-${counts.unchanged}`, `refused-${counts.refused}`],
  })
  return accept(counts)
}
