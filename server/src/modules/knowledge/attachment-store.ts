import type { AttachmentView } from '@open12345/contract/knowledge'
import { sql, type RawBuilder } from 'kysely'
import type { App } from '../../app.ts'
import { newId } from '../../db/ids.ts'
import type { Tx } from '../../db/transaction.ts'
import { attachedFiles } from '../file/index.ts'

/** A row as the actor may see it (migration 0036). */
export type Attachment = {
  readonly attachment_id: string
  readonly item_id: string
  readonly draft_id: string
  readonly version: number | null
  readonly file_id: string
}

export const attachmentRows = async (tx: Tx, condition: RawBuilder<unknown>): Promise<readonly Attachment[]> => {
  const { rows } = await sql<Attachment>`
    select attachment_id, item_id, draft_id, version, file_id from knowledge_attachment
    where authority_id = app.authority() and ${condition} order by version desc nulls first, attachment_id`.execute(tx)
  return rows
}

type New = { readonly itemId: string; readonly draftId: string; readonly fileId: string; readonly at: Temporal.Instant }
export const insertAttachment = async (tx: Tx, { itemId, draftId, fileId, at }: New): Promise<void> =>
  void (await sql`insert into knowledge_attachment (authority_id, attachment_id, item_id, draft_id, version, file_id, at)
    values (app.authority(), ${newId(at)}, ${itemId}, ${draftId}, null, ${fileId}, ${at})`.execute(tx))

/** A new version begins with what the one before it carries. */
export const carryOver = async (tx: Tx, itemId: string, version: number | null, draftId: string, at: Temporal.Instant): Promise<void> => {
  if (version === null) return
  const before = await attachmentRows(tx, sql`item_id = ${itemId} and version = ${version}`)
  for (const { file_id: fileId } of before) await insertAttachment(tx, { itemId, draftId, fileId, at })
}

/** From now on they are the version's. */
export const tellAttachments = async (tx: Tx, draftId: string, version: number): Promise<void> =>
  void (await sql`update knowledge_attachment set version = ${version}
    where authority_id = app.authority() and draft_id = ${draftId} and version is null`.execute(tx))

export const attachmentViews = async (tx: Tx, app: App, rows: readonly Attachment[]): Promise<AttachmentView[]> => {
  const files = await attachedFiles(
    tx,
    app,
    rows.map(({ file_id: id }) => id),
  )
  return rows.flatMap(({ attachment_id: attachmentId, version, file_id: id }) => {
    const file = files.get(id)
    return file === undefined ? [] : [{ attachmentId, version, name: file.name, mediaType: file.mediaType, size: file.size }]
  })
}
