import { z } from 'zod'
import { civilDate, page, pageQuery, route, uuid } from '../kernel/index.ts'
import { words } from '../work-order/index.ts'
import { foundKnowledge, knowledgeItem } from './item.ts'
import {
  draftView,
  knowledgeContent,
  knowledgeDetail,
  knowledgeFilter,
  knowledgeRow,
  knowledgeVersion,
  placeCode,
  reportView,
} from './shapes.ts'

export {
  importReport,
  knowledgeColumnLabels,
  knowledgeColumns,
  knowledgeImportRoutes,
  maxImportBytes,
  maxImportRows,
  type ImportedRow,
  type ImportReport,
  type KnowledgeColumn,
} from './import.ts'
export { attachmentView, knowledgeAttachmentRoutes, maxAttachments, type AttachmentView } from './attachment.ts'
export { knowledgeContent, knowledgeFilter } from './shapes.ts'
export { conflictRoutes, type ConflictView } from './conflicts.ts'
export { publicKnowledgeRoutes } from './public-api.ts'
export { gapRoutes, type KnowledgeGap, type RequestView } from './gaps.ts'
export { foundKnowledge, knowledgeItem, type FoundKnowledge, type KnowledgeItem } from './item.ts'
export type { DraftView, KnowledgeContent, KnowledgeDetail, KnowledgeRow, KnowledgeStep, KnowledgeVersion, ReportView } from './shapes.ts'

const tag = 'knowledge'
const reading = { kind: 'staff', action: 'knowledge.read' } as const
const writing = { kind: 'staff', action: 'knowledge.write' } as const
const vouching = { kind: 'staff', action: 'knowledge.vouch' } as const
const publishing = { kind: 'staff', action: 'knowledge.publish' } as const
const answering = { kind: 'staff', action: 'knowledge.answer' } as const
const ofItem = z.object({ itemId: uuid })
const ofDraft = z.object({ draftId: uuid })
const ofReport = z.object({ reportId: uuid })
/** The revision that was read: a draft that has changed since is not agreed to. */
const read = { revision: z.int().min(1) }
const reason = words(500)
export const errorWords = words(500)

/** Clauses 15 to 17: what is told, and how it comes to be told. */
export const knowledgeRoutes = {
  searchKnowledge: route({
    method: 'GET',
    path: '/knowledge',
    summary: '知识检索 Search the knowledge base',
    tag,
    access: { kind: 'public' },
    cachedForSeconds: 60,
    query: z.object({
      text: z.string().trim().max(500).default('').describe('Two characters or a whole message'),
      place: placeCode.optional().describe('County or township: items of other counties are left out'),
      submitted: z
        .stringbool()
        .optional()
        .describe('Said to the end: what then finds nothing is counted as a gap; words still being typed are not'),
    }),
    response: z.object({ items: z.array(foundKnowledge) }),
  }),
  readKnowledge: route({
    method: 'GET',
    path: '/knowledge/:itemId',
    summary: '知识条目 A knowledge item',
    tag,
    access: { kind: 'public' },
    cachedForSeconds: 60,
    params: ofItem,
    response: knowledgeItem,
  }),
  chooseKnowledge: route({
    method: 'POST',
    path: '/knowledge-items/:itemId/choices',
    summary: '选用检索结果 This item was chosen for what was asked: counted, without who asked or what was said',
    tag,
    access: reading,
    params: ofItem,
    body: z.object({ text: z.string().trim().min(1).max(500) }),
    response: z.object({ counted: z.boolean().describe('A whole message is not: nobody will ask it again') }),
    command: true,
  }),
  listKnowledge: route({
    method: 'GET',
    path: '/knowledge-items',
    summary: '知识条目列表 Items that are told, or whose review is near; a page is asked by its last title',
    tag,
    access: reading,
    query: z.object({
      ...pageQuery,
      ...knowledgeFilter.shape,
      review: z.enum(['due']).optional().describe('Own items, or all for the centre, whose review is near or late'),
    }),
    response: page(knowledgeRow),
  }),
  readKnowledgeItem: route({
    method: 'GET',
    path: '/knowledge-items/:itemId',
    summary: '条目和各版本 An item with its versions and steps',
    tag,
    access: reading,
    params: ofItem,
    response: knowledgeDetail,
  }),
  readToldOn: route({
    method: 'GET',
    path: '/knowledge-items/:itemId/told',
    summary: '当日口径 What was told of it on a civil date',
    tag,
    access: reading,
    params: ofItem,
    query: z.object({ on: civilDate }),
    response: z.object({ items: z.array(knowledgeVersion) }),
  }),
  withdrawKnowledge: route({
    method: 'POST',
    path: '/knowledge-items/:itemId/withdraw',
    summary: '撤下 Withdraw an item; it leaves search at once',
    tag,
    access: { kind: 'staff', action: 'knowledge.withdraw' },
    params: ofItem,
    body: z.object({ reason }),
    response: knowledgeDetail,
    command: true,
  }),
  confirmKnowledge: route({
    method: 'POST',
    path: '/knowledge-items/:itemId/confirm',
    summary: '复核仍然正确 Looked at again and still right: the next review day',
    tag,
    access: vouching,
    params: ofItem,
    body: z.object({ reviewOn: civilDate.nullable().default(null) }),
    response: knowledgeDetail,
    command: true,
  }),
  listDrafts: route({
    method: 'GET',
    path: '/knowledge-drafts',
    summary: '稿件 Drafts that wait for this reviewer, or that are written and sent back',
    tag,
    access: reading,
    query: z.object({ list: z.enum(['to-review', 'writing']) }),
    response: z.object({ items: z.array(draftView) }),
  }),
  readDraft: route({
    method: 'GET',
    path: '/knowledge-drafts/:draftId',
    summary: '一份稿件 A draft',
    tag,
    access: reading,
    params: ofDraft,
    response: draftView,
  }),
  writeDraft: route({
    method: 'POST',
    path: '/knowledge-drafts',
    summary: '起草 Write a new item, or a new version of one',
    tag,
    access: writing,
    body: z.object({ itemId: uuid.nullable().default(null), content: knowledgeContent }),
    response: draftView,
    status: 201,
    command: true,
  }),
  rewriteDraft: route({
    method: 'PUT',
    path: '/knowledge-drafts/:draftId',
    summary: '修改稿件 Change a draft that is in nobody’s review',
    tag,
    access: writing,
    params: ofDraft,
    body: z.object({ ...read, content: knowledgeContent }),
    response: draftView,
    command: true,
  }),
  submitDraft: route({
    method: 'POST',
    path: '/knowledge-drafts/:draftId/submit',
    summary: '提交审核 Hand a draft to its owner’s reviewer',
    tag,
    access: writing,
    params: ofDraft,
    body: z.object(read),
    response: draftView,
    command: true,
  }),
  dropDraft: route({
    method: 'POST',
    path: '/knowledge-drafts/:draftId/drop',
    summary: '作废稿件 Drop a draft',
    tag,
    access: writing,
    params: ofDraft,
    body: z.object(read),
    response: draftView,
    command: true,
  }),
  vouchForDraft: route({
    method: 'POST',
    path: '/knowledge-drafts/:draftId/vouch',
    summary: '提供单位审核通过 The owner vouches for it',
    tag,
    access: vouching,
    params: ofDraft,
    body: z.object(read),
    response: draftView,
    command: true,
  }),
  ownerSendBackDraft: route({
    method: 'POST',
    path: '/knowledge-drafts/:draftId/owner-send-back',
    summary: '提供单位退回 The owner’s reviewer sends it back',
    tag,
    access: vouching,
    params: ofDraft,
    body: z.object({ ...read, reason }),
    response: draftView,
    command: true,
  }),
  publishDraft: route({
    method: 'POST',
    path: '/knowledge-drafts/:draftId/publish',
    summary: '中心审核并发布 The centre agrees: it is published',
    tag,
    access: publishing,
    params: ofDraft,
    body: z.object(read),
    response: draftView,
    command: true,
  }),
  centreSendBackDraft: route({
    method: 'POST',
    path: '/knowledge-drafts/:draftId/centre-send-back',
    summary: '中心退回 The centre sends it back',
    tag,
    access: publishing,
    params: ofDraft,
    body: z.object({ ...read, reason }),
    response: draftView,
    command: true,
  }),
  reportKnowledgeError: route({
    method: 'POST',
    path: '/knowledge-items/:itemId/reports',
    summary: '纠错 Say that an item is wrong',
    tag,
    access: { kind: 'staff', action: 'knowledge.report' },
    params: ofItem,
    body: z.object({ words: errorWords }),
    response: z.object({ reportId: uuid }),
    status: 201,
    command: true,
  }),
  listKnowledgeReports: route({
    method: 'GET',
    path: '/knowledge-reports',
    summary: '纠错列表 Error reports, the earliest due first; closed ones newest first',
    tag,
    access: { kind: 'staff', action: 'knowledge.read-reports' },
    query: z.object({ state: z.enum(['open', 'closed']).default('open') }),
    response: z.object({ items: z.array(reportView) }),
  }),
  acceptKnowledgeReport: route({
    method: 'POST',
    path: '/knowledge-reports/:reportId/accept',
    summary: '纠错属实 The report is right; a new version is to follow',
    tag,
    access: answering,
    params: ofReport,
    response: reportView,
    command: true,
  }),
  rejectKnowledgeReport: route({
    method: 'POST',
    path: '/knowledge-reports/:reportId/reject',
    summary: '纠错不属实 The report is wrong, with the reason',
    tag,
    access: answering,
    params: ofReport,
    body: z.object({ reason }),
    response: reportView,
    command: true,
  }),
} as const
