import { z } from 'zod'
import { route, uuid } from '../kernel/index.ts'
import { draftView } from './shapes.ts'

/** How many files one version may carry. */
export const maxAttachments = 9

export const attachmentView = z
  .object({
    attachmentId: uuid,
    version: z.int().nullable().describe('Null: of a draft'),
    name: z.string(),
    mediaType: z.string(),
    size: z.int(),
  })
  .meta({ id: 'KnowledgeAttachment' })
export type AttachmentView = z.infer<typeof attachmentView>

const tag = 'knowledge'
const reading = { kind: 'staff', action: 'knowledge.read' } as const
const writing = { kind: 'staff', action: 'knowledge.write' } as const
const items = z.object({ items: z.array(attachmentView) })
const revision = z.coerce.number().int().min(1)

/**
 * The types and limits of files in general. The bytes: `GET /knowledge-attachments/:attachmentId/content` for staff, and for anybody
 * `/knowledge/:itemId/files/:attachmentId`, below the item's page, while the version that carries it is told.
 */
export const knowledgeAttachmentRoutes = {
  listItemAttachments: route({
    method: 'GET',
    path: '/knowledge-items/:itemId/attachments',
    summary: '条目各版本的附件 What its versions carry',
    tag,
    access: reading,
    params: z.object({ itemId: uuid }),
    response: items,
  }),
  listDraftAttachments: route({
    method: 'GET',
    path: '/knowledge-drafts/:draftId/attachments',
    summary: '稿件的附件 What a draft carries',
    tag,
    access: reading,
    params: z.object({ draftId: uuid }),
    response: items,
  }),
  attachToDraft: route({
    method: 'POST',
    path: '/knowledge-drafts/:draftId/attachments',
    summary: '添加附件 Attach a file to a draft that is in nobody’s review (multipart)',
    tag,
    access: writing,
    params: z.object({ draftId: uuid }),
    body: z.object({ revision }),
    response: draftView,
    status: 201,
    command: true,
  }),
  detachFromDraft: route({
    method: 'POST',
    path: '/knowledge-drafts/:draftId/attachments/:attachmentId/remove',
    summary: '移除附件 Take a file off a draft; versions that were told keep theirs',
    tag,
    access: writing,
    params: z.object({ draftId: uuid, attachmentId: uuid }),
    body: z.object({ revision: z.int().min(1) }),
    response: draftView,
    command: true,
  }),
} as const
