import type { RequestView } from '@open12345/contract/request'
import type { FileView } from '@open12345/contract/work-order'
import { allowedActions, stageOf, type Happened, type WorkOrder, type WorkOrderEvent } from '@open12345/domain/work-order'
import type { Language } from '../../http/call.ts'
import { clockView, entryOf, subjectName, type Page } from '../work-order/index.ts'
import { nextSteps } from './next-steps.ts'

/** What the requester is told of; the rest is the house's own business. */
const told: readonly WorkOrderEvent['type'][] = [
  'recorded',
  'handed-over',
  'accepted',
  'declined',
  'answered-directly',
  'dispatched',
  'signed',
  'first-response-given',
  'progress-reported',
  'reply-delivered',
  'rated',
  'redo-ordered',
  'corrected',
  'facts-added',
  'withdrawal-requested',
  'withdrawal-refused',
  'requester-left',
  'closed',
]
/** Words that were written for the requester or by them. */
const theirs: readonly string[] = ['content', 'explanation', 'answer', 'facts', 'response', 'progress', 'words']

type Delivered = { readonly text: string; readonly at: string; readonly files: readonly FileView[] }

/** The reply that was delivered last: the newest draft before that delivery. */
const lastReply = ({ history, texts, files }: Page): Delivered | null => {
  let drafted: Extract<WorkOrderEvent, { type: 'reply-drafted' }> | null = null
  let delivered: Delivered | null = null
  for (const { event, at } of history) {
    if (event.type === 'reply-drafted') drafted = event
    if (event.type === 'reply-delivered' && drafted !== null) {
      const { replyText, proofFiles } = drafted
      delivered = { text: texts.get(replyText)?.text ?? '', at, files: files.filter(({ fileId }) => proofFiles.includes(fileId)) }
    }
  }
  return delivered
}

const contentOf = ({ history, texts }: Page): string => {
  const first = history[0]?.event
  return first?.type === 'recorded' ? (texts.get(first.contentText)?.text ?? '') : ''
}

const timelineOf = (page: Page): RequestView['timeline'] => {
  const { language, names, texts, order } = page
  const mayRead = (role: string): boolean => theirs.includes(role)
  const entries = page.history.filter(({ event }) => told.includes(event.type))
  return entries.map((happened: Happened) => {
    const entry = entryOf(happened, {
      language,
      names,
      texts,
      order,
      files: new Map(page.files.map((file) => [file.fileId, file])),
      mayRead,
    })
    return { at: entry.at, title: entry.title, text: entry.texts[0]?.text ?? null, files: entry.files }
  })
}

const promiseOf = ({ order, explanations, language }: Page): RequestView['promise'] => {
  const clock = order.clocks.findLast(({ kind, whose }) => whose === 'requester' && kind !== 'reminder')
  return clock === undefined ? null : clockView(clock, explanations, language)
}

/** What the requester attached; a unit's working files are nobody's answer yet. */
const ownFiles = ({ history, files }: Page): FileView[] => {
  const own = new Set(history.flatMap(({ event }) => (event.type === 'recorded' || event.type === 'facts-added' ? event.files : [])))
  return files.filter(({ fileId }) => own.has(fileId))
}

const statusOf = (order: WorkOrder, page: Page, language: Language): RequestView['status'] => ({
  code: stageOf(order),
  ...nextSteps(order, page, language),
})

/** The request as its citizen follows it. */
export const requestViewOf = (page: Page): RequestView => {
  const { order, number, language, names, deciding } = page
  const may = new Set(allowedActions(order, deciding.context).flatMap(({ action, refusal }) => (refusal === null ? [action] : [])))
  const reply = lastReply(page)
  return {
    number,
    version: order.version,
    kind: order.kind,
    subjectName: subjectName(order.subject, language),
    placeName: names.place(order.place?.county ?? null, order.place?.township ?? null),
    content: contentOf(page),
    filedAt: order.recordedAt,
    status: statusOf(order, page, language),
    promise: promiseOf(page),
    timeline: timelineOf(page),
    reply: reply && { ...reply, files: [...reply.files], unitName: order.assignment === null ? '' : names.unit(order.assignment.unitId) },
    files: ownFiles(page),
    may: { addFacts: may.has('add-facts'), withdraw: may.has('withdraw'), rate: may.has('rate') },
  }
}
