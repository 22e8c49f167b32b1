import type { KnowledgeStep } from '@open12345/contract/knowledge'
import { sql } from 'kysely'
import { newId } from '../../db/ids.ts'
import type { Tx } from '../../db/transaction.ts'

export type NewStep = {
  readonly itemId: string
  readonly draftId?: string
  readonly version?: number
  readonly kind: KnowledgeStep['kind']
  readonly accountId: string | null
  readonly at: Temporal.Instant
  readonly reason?: string
}

/** Who did what stays with the item. @clause 17a */
export const writeStep = async (tx: Tx, { itemId, draftId, version, kind, accountId, at, reason }: NewStep): Promise<void> =>
  void (await sql`insert into knowledge_step (authority_id, step_id, item_id, draft_id, version, kind, account_id, at, reason)
    values (app.authority(), ${newId(at)}, ${itemId}, ${draftId ?? null}, ${version ?? null}, ${kind}, ${accountId}, ${at}, ${reason ?? null})`.execute(
    tx,
  ))

type Row = Omit<KnowledgeStep, 'at'> & { readonly at: Temporal.Instant; readonly draft_id: string | null }

/** As the actor may see them, oldest first. */
export const stepsOf = async (tx: Tx, itemId: string, draftId?: string): Promise<KnowledgeStep[]> => {
  const { rows } = await sql<Row>`
    select s.kind, s.version, coalesce(a.name, '') as by, s.at, s.reason, s.draft_id
    from knowledge_step s left join account a on a.authority_id = s.authority_id and a.account_id = s.account_id
    where s.authority_id = app.authority() and s.item_id = ${itemId} order by s.step_no`.execute(tx)
  return rows
    .filter((row) => draftId === undefined || row.draft_id === draftId)
    .map(({ kind, version, by, at, reason }) => ({ kind, version, by, at: at.toString({ smallestUnit: 'millisecond' }), reason }))
}
