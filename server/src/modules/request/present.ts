import type { RequestView } from '@open12345/contract/request'
import type { ClockView, FileView } from '@open12345/contract/work-order'
import { allowedActions, stageOf, type Happened, type WorkOrderEvent } from '@open12345/domain/work-order'
import { clockView, entryOf, subjectName, type Page } from '../work-order/index.ts'
import { notedOf, reopenUntilOf, terminatedOf } from './ending.ts'
import { nextSteps } from './next-steps.ts'

/** What the requester is told of; the rest is the house's own business. */
const told: readonly WorkOrderEvent['type'][] = [
  'recorded',
  'handed-over',
  'accepted',
  'declined',
  'answered-directly',
  'verification-asked',
  'dispatched',
  'return-accepted',
  'unit-withdrawn',
  'coordination-asked',
  'designated',
  'extension-granted',
  'signed',
  'first-response-given',
  'progress-reported',
  'reply-delivered',
  'rated',
  'redo-ordered',
  'corrected',
  'correction-refused',
  'facts-added',
  'withdrawal-requested',
  'withdrawal-refused',
  'requester-left',
  'joined-incident',
  'left-incident',
  'incident-answered',
  'explained',
  'opinion-explained',
  'reopened',
  'closed',
]
/** Words that were written for the requester or by them. */
const theirs: readonly string[] = [
  'content',
  'explanation',
  'answer',
  'facts',
  'response',
  'progress',
  'words',
  'basis',
  'unit-explanation',
]
/** Why something was decided about their matter, or what they gave as their own reason. */
const reasonsToldOf: readonly WorkOrderEvent['type'][] = ['corrected', 'correction-refused', 'withdrawal-requested', 'withdrawal-refused']
const mayReadOf =
  ({ type }: WorkOrderEvent) =>
  (role: string): boolean =>
    theirs.includes(role) || (role === 'reason' && reasonsToldOf.includes(type)) || (role === 'opinion' && type === 'closed')

type Delivered = { readonly text: string; readonly at: string; readonly by: string; readonly files: readonly FileView[] }

const hotline = { zh: '12345 热线', en: 'The 12345 hotline' } as const

type Drafted = Extract<WorkOrderEvent, { readonly type: 'reply-drafted' }>

/** The newest answer of each unit that answers to the requester: its newest draft before its delivery. */
const repliesOf = ({ history, texts, files, order, names }: Page): readonly Delivered[] => {
  const drafted = new Map<string, Drafted>()
  const delivered = new Map<string, Delivered>()
  for (const { event, at } of history) {
    if (event.type === 'reply-drafted') drafted.set(event.assignmentId, event)
    const draft = event.type === 'reply-delivered' ? drafted.get(event.assignmentId) : undefined
    if (draft === undefined) continue
    const unitId = order.assignments.find(({ id }) => id === draft.assignmentId)?.unitId ?? ''
    const proof = files.filter(({ fileId }) => draft.proofFiles.includes(fileId))
    delivered.set(draft.assignmentId, { text: texts.get(draft.replyText)?.text ?? '', at, by: names.unit(unitId), files: proof })
  }
  return [...delivered.values()]
}

const directAnswer = ({ history, texts, language }: Page): Delivered | null => {
  const found = history.findLast(({ event }) => event.type === 'answered-directly' || event.type === 'incident-answered')
  return found?.event.type === 'answered-directly' || found?.event.type === 'incident-answered'
    ? { text: texts.get(found.event.answerText)?.text ?? '', at: found.at, by: hotline[language], files: [] }
    : null
}

/** 11-3a: of several units each answer under its name; else the one that was given last, or what the hotline answered at once or for all. */
const lastReply = (page: Page): Delivered | null => {
  const replies = repliesOf(page)
  const [first, ...others] = replies
  if (first === undefined) return directAnswer(page)
  if (others.length === 0) return first
  return {
    text: replies.map(({ by, text }) => `【${by}】\n${text}`).join('\n\n'),
    at: replies.reduce((last, { at }) => (at > last ? at : last), first.at),
    by: replies.map(({ by }) => by).join(page.language === 'zh' ? '、' : ', '),
    files: replies.flatMap(({ files }) => files),
  }
}

const contentOf = ({ history, texts }: Page): string => {
  const first = history[0]?.event
  return first?.type === 'recorded' ? (texts.get(first.contentText)?.text ?? '') : ''
}

/** 12-3: the reason was written for the requester when the unit asked; they are told once it is granted. */
const extensionReason = ({ order, texts }: Page, { event }: Happened): string | null => {
  const extension =
    event.type === 'extension-granted' ? order.assignments.find(({ id }) => id === event.assignmentId)?.extension : undefined
  return extension === undefined ? null : (texts.get(extension.reasonText)?.text ?? null)
}

const timelineOf = (page: Page): RequestView['timeline'] => {
  const { language, names, texts, order } = page
  const entries = page.history.filter(({ event }) => told.includes(event.type))
  return entries.map((happened: Happened) => {
    const entry = entryOf(happened, {
      language,
      names,
      texts,
      order,
      files: new Map(page.files.map((file) => [file.fileId, file])),
      mayRead: mayReadOf(happened.event),
    })
    return { at: entry.at, title: entry.title, text: entry.texts[0]?.text ?? extensionReason(page, happened), files: entry.files }
  })
}

/** Kept or broken, a promise is shown for what became of it; one that was dropped (declined, withdrawn, left) is no promise any more. */
const promiseOf = ({ order, explanations, language }: Page): ClockView | null => {
  const clock = order.clocks.findLast(({ whose }) => whose === 'requester')
  return clock === undefined || clock.outcome === 'waived' ? null : clockView(clock, explanations, language)
}

/** What the requester attached; a unit's working files are nobody's answer yet. */
const ownFiles = ({ history, files }: Page): FileView[] => {
  const own = new Set(history.flatMap(({ event }) => (event.type === 'recorded' || event.type === 'facts-added' ? event.files : [])))
  return files.filter(({ fileId }) => own.has(fileId))
}

/** The request as its citizen follows it; `incident`: what it is handled with, together with what others asked. */
export const requestViewOf = (page: Page, incident: RequestView['incident']): RequestView => {
  const { order, number, language, names, deciding } = page
  const may = new Set(allowedActions(order, deciding.context).flatMap(({ action, refusal }) => (refusal === null ? [action] : [])))
  const reply = lastReply(page)
  const promise = promiseOf(page)
  const reopenUntil = reopenUntilOf(page)
  return {
    number,
    version: order.version,
    kind: order.kind,
    subjectName: subjectName(order.subject, language),
    placeName: names.place(order.place?.county ?? null, order.place?.township ?? null),
    content: contentOf(page),
    filedAt: order.recordedAt,
    status: { code: stageOf(order), ...nextSteps(page, promise, reopenUntil) },
    promise,
    timeline: timelineOf(page),
    reply: reply && { text: reply.text, at: reply.at, unitName: reply.by, files: [...reply.files] },
    files: ownFiles(page),
    may: { addFacts: may.has('add-facts'), withdraw: may.has('withdraw'), rate: may.has('rate'), reopen: reopenUntil !== null },
    incident,
    noted: notedOf(page),
    terminated: terminatedOf(page),
    reopenUntil,
  }
}
