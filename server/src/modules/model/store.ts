import type { ModelDraftRow } from '@open12345/contract/model'
import { sql, type RawBuilder } from 'kysely'
import type { App } from '../../app.ts'
import { newId } from '../../db/ids.ts'
import type { Tx } from '../../db/transaction.ts'
import type { ModelFailure, Prompt } from './port.ts'
import type { Purpose } from './prompt.ts'
import { sealFor } from './sealing.ts'

/** A row as the actor may see it (migration 0042). */
export type Row = {
  readonly model_draft_id: string
  readonly account_id: string
  readonly by: string
  readonly purpose: Purpose
  readonly contact_id: string | null
  readonly order_id: string | null
  readonly assignment_id: string | null
  readonly at: Temporal.Instant
  readonly model: string
  readonly quoted: readonly Quoted[]
  readonly wrapped_key: Buffer
  readonly prompt_sealed: Buffer
  readonly answer_sealed: Buffer | null
  readonly state: ModelDraftRow['state']
  readonly failure: ModelDraftRow['failure']
  readonly became: ModelDraftRow['became']
  readonly became_at: Temporal.Instant | null
  readonly wrong_name: string | null
  readonly wrong_at: Temporal.Instant | null
  readonly wrong_sealed: Buffer | null
}
export type Quoted = { readonly itemId: string; readonly version: number; readonly title: string }

export const rowsWhere = async (tx: Tx, condition: RawBuilder<unknown>): Promise<readonly Row[]> => {
  const { rows } = await sql<Row>`
    select d.*, coalesce(a.name, '') as by, w.name as wrong_name
    from model_draft d
      left join account a on a.authority_id = d.authority_id and a.account_id = d.account_id
      left join account w on w.authority_id = d.authority_id and w.account_id = d.wrong_by
    where d.authority_id = app.authority() and ${condition}`.execute(tx)
  return rows
}

export const findRow = async (tx: Tx, modelDraftId: string): Promise<Row | undefined> =>
  (await rowsWhere(tx, sql`d.model_draft_id = ${modelDraftId}`))[0]

/** Held until the end of the transaction, so that nothing changes it meanwhile. */
export const heldRow = async (tx: Tx, modelDraftId: string): Promise<Row | undefined> =>
  (await rowsWhere(tx, sql`d.model_draft_id = ${modelDraftId} for update of d`))[0]

type NewDraft = {
  readonly accountId: string
  readonly purpose: Purpose
  readonly about: { readonly contactId: string } | { readonly orderId: string; readonly assignmentId: string | null }
  readonly at: Temporal.Instant
  readonly model: string
  readonly quoted: readonly Quoted[]
  readonly prompt: Prompt
}

export const insertDraft = async (tx: Tx, app: App, { about, ...draft }: NewDraft): Promise<string> => {
  const modelDraftId = newId(draft.at)
  const { wrapped } = app.keyring.newDataKey()
  const order = 'orderId' in about ? about : { orderId: null, assignmentId: null }
  await sql`insert into model_draft (authority_id, model_draft_id, account_id, purpose, contact_id, order_id, assignment_id, at, model, quoted,
      wrapped_key, prompt_sealed, state)
    values (app.authority(), ${modelDraftId}, ${draft.accountId}, ${draft.purpose}, ${'contactId' in about ? about.contactId : null}, ${order.orderId},
      ${order.assignmentId}, ${draft.at}, ${draft.model}, ${JSON.stringify(draft.quoted)}, ${wrapped},
      ${sealFor(app, wrapped, modelDraftId)('prompt', JSON.stringify(draft.prompt))}, 'asked')`.execute(tx)
  return modelDraftId
}

/** Whoever asked begins to read: once, so that the model is asked once. */
export const beginDraft = async (tx: Tx, modelDraftId: string): Promise<Row | undefined> => {
  const { numAffectedRows } = await sql`update model_draft set state = 'streaming'
    where authority_id = app.authority() and model_draft_id = ${modelDraftId} and account_id = app.account_id() and state = 'asked'`.execute(
    tx,
  )
  return numAffectedRows === 1n ? findRow(tx, modelDraftId) : undefined
}

export type Ending = { readonly failure: ModelFailure | null; readonly answer: string; readonly at: Temporal.Instant }

/** Scope: system; whoever reads may be gone. */
export const endDraft = async (tx: Tx, app: App, row: Row, { failure, answer, at }: Ending): Promise<void> => {
  const state = failure === null ? 'finished' : failure === 'stopped' ? 'stopped' : 'failed'
  await sql`update model_draft set state = ${state}, failure = ${state === 'failed' ? failure : null}, ended_at = ${at},
      answer_sealed = ${answer === '' ? null : sealFor(app, row.wrapped_key, row.model_draft_id)('answer', answer)}
    where authority_id = app.authority() and model_draft_id = ${row.model_draft_id} and state = 'streaming'`.execute(tx)
}

const text = (at: Temporal.Instant): string => at.toString({ smallestUnit: 'millisecond' })

export const rowView = (row: Row): ModelDraftRow => ({
  modelDraftId: row.model_draft_id,
  by: row.by,
  at: text(row.at),
  purpose: row.purpose,
  orderId: row.order_id,
  model: row.model,
  state: row.state,
  failure: row.failure,
  became: row.became,
  wrong: row.wrong_at !== null,
})
