import { maxFileBytes } from '@open12345/contract/file'
import { knowledgeAttachmentRoutes as routes, maxAttachments, type AttachmentView } from '@open12345/contract/knowledge'
import { accept, refuse, type Decision } from '@open12345/domain/kernel'
import { rewrite } from '@open12345/domain/knowledge'
import { sql } from 'kysely'
import type { App } from '../../app.ts'
import { nobody } from '../../db/actor.ts'
import { asActor, decideAs, type Tx } from '../../db/transaction.ts'
import type { Asking, Call } from '../../http/call.ts'
import { mount, mountPage, type Endpoint, type PageAnswer, type PageCall } from '../../http/mount.ts'
import { inspect, keepFile, readAttached } from '../file/index.ts'
import { attachmentRows, attachmentViews, insertAttachment } from './attachment-store.ts'
import { doerOf } from './doer.ts'
import { factsOf, heldDraft, keepWords, type DraftRow } from './draft-store.ts'
import { taken } from './drafts.ts'
import { readKnowledge } from './read.ts'
import { writeStep } from './steps.ts'

const notFound = refuse({ code: 'file.not-found' })

/** A draft whose words this person may change now; a file counts as words of it. */
const inWriting = async (tx: Tx, asked: Asking, draftId: string, revision: number): Promise<Decision<DraftRow>> => {
  const row = await heldDraft(tx, draftId)
  const decided = rewrite({ draft: factsOf(row), doer: doerOf(asked), revision })
  if (!decided.ok) return decided
  return row === undefined ? refuse({ code: 'knowledge.not-found' }) : accept(row)
}

const changed = async (tx: Tx, asked: Asking, row: DraftRow): Promise<Decision<{ readonly draftId: string }>> => {
  const { accountId } = doerOf(asked)
  await keepWords(tx, row, row.content, accountId, asked.at)
  await writeStep(tx, { itemId: row.item_id, draftId: row.draft_id, kind: 'rewritten', accountId, at: asked.at })
  return accept({ draftId: row.draft_id })
}

/** @clause 15 */
const attach = async (asked: Call<typeof routes.attachToDraft>, app: App) => {
  const [upload] = asked.files
  if (upload === undefined) return refuse({ code: 'file.missing' })
  const file = await inspect(upload)
  if (!file.ok) return file
  const { draftId } = asked.params
  return taken(app, asked, async (tx) => {
    const row = await inWriting(tx, asked, draftId, asked.body.revision)
    if (!row.ok) return row
    const before = await attachmentRows(tx, sql`draft_id = ${draftId}`)
    if (before.length >= maxAttachments) return refuse({ code: 'file.too-many', facts: { most: maxAttachments } })
    const { accountId } = doerOf(asked)
    const { fileId } = await keepFile(tx, app, file.value, { kind: 'account', accountId }, 'knowledge')
    await insertAttachment(tx, { itemId: row.value.item_id, draftId, fileId, at: asked.at })
    return changed(tx, asked, row.value)
  })
}

const detach = (asked: Call<typeof routes.detachFromDraft>, app: App) =>
  taken(app, asked, async (tx) => {
    const { draftId, attachmentId } = asked.params
    const row = await inWriting(tx, asked, draftId, asked.body.revision)
    if (!row.ok) return row
    const { rows } = await sql`
      delete from knowledge_attachment where authority_id = app.authority() and draft_id = ${draftId} and attachment_id = ${attachmentId}
        and version is null returning attachment_id`.execute(tx)
    return rows.length === 0 ? notFound : changed(tx, asked, row.value)
  })

const uuidPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

type Version = { readonly itemId: string; readonly version: number }

const contentOf = async (tx: Tx, app: App, { params, holds }: PageCall, version?: Version) => {
  const [row] = await attachmentRows(
    tx,
    sql`attachment_id = ${params['attachmentId']}
      ${version === undefined ? sql`` : sql`and item_id = ${version.itemId} and version = ${version.version}`}`,
  )
  return row === undefined ? notFound : readAttached(tx, app, row.file_id, holds)
}

const forStaff = async (call: PageCall, app: App): Promise<Decision<PageAnswer>> =>
  uuidPattern.test(call.params['attachmentId'] ?? '') ? decideAs(app.database, call.actor, (tx) => contentOf(tx, app, call)) : notFound

/** A withdrawn one is out of every cache soon. */
const publicSeconds = 300
/** Each of them is opened and digested whole, and may be large. */
const perMinute = 30

/** What the version carries that is told today, and nothing else. @clause 15 */
const forAnybody = async (call: PageCall, app: App): Promise<Decision<PageAnswer>> => {
  const { params, at } = call
  const { itemId = '', attachmentId = '' } = params
  if (!uuidPattern.test(itemId) || !uuidPattern.test(attachmentId)) return notFound
  const content = await decideAs(app.database, nobody(app.config.authorityId), async (tx) => {
    const item = await readKnowledge(tx, itemId, at.toZonedDateTimeISO('Asia/Shanghai').toPlainDate())
    return item.ok ? contentOf(tx, app, call, item.value) : item
  })
  return content.ok ? accept({ ...content.value, publicSeconds }) : content
}

/** Of one version of an item, for its public page. */
export const attachmentsOf = async (tx: Tx, app: App, itemId: string, version: number): Promise<readonly AttachmentView[]> =>
  attachmentViews(tx, app, await attachmentRows(tx, sql`item_id = ${itemId} and version = ${version}`))

export const attachmentEndpoints: readonly Endpoint[] = [
  mount(routes.listItemAttachments, ({ actor, params }, app) =>
    asActor(app.database, actor, async (tx) =>
      accept({
        items: await attachmentViews(tx, app, await attachmentRows(tx, sql`item_id = ${params.itemId} and version is not null`)),
      }),
    ),
  ),
  mount(routes.listDraftAttachments, ({ actor, params }, app) =>
    asActor(app.database, actor, async (tx) =>
      accept({ items: await attachmentViews(tx, app, await attachmentRows(tx, sql`draft_id = ${params.draftId}`)) }),
    ),
  ),
  mount(routes.attachToDraft, attach, { uploads: { maxFiles: 1, maxBytes: maxFileBytes } }),
  mount(routes.detachFromDraft, detach),
  mountPage({
    method: 'GET',
    path: '/api/v1/knowledge-attachments/:attachmentId/content',
    access: { kind: 'staff', action: 'knowledge.read' },
    handler: forStaff,
  }),
  mountPage({ method: 'GET', path: '/knowledge/:itemId/files/:attachmentId', perMinute, handler: forAnybody }),
]
