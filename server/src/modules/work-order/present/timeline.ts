import {
  type AnswerMode,
  assignmentRoleLabels,
  attemptOutcomeLabels,
  channelLabels,
  closureKindLabels,
  declineGroundLabels,
  deliveryWayLabels,
  dissatisfactionReasonLabels,
  followUpOutcomeLabels,
  handlingMarkLabels,
  handlingModeLabels,
  kindLabels,
  lawfulChannelLabels,
  principleLabels,
  sealReasonLabels,
  subjects,
  unitCallOutcomeLabels,
  urgencyLabels,
  verificationFindingLabels,
  type AssignmentRole,
  type HandlingMark,
  type Label,
  type NoteReason,
  type SealReason,
  type UnitCallOutcome,
} from '@open12345/domain/vocabulary'
import { clockTexts } from '@open12345/domain/policy'
import type { Happened, WorkOrder, WorkOrderEvent } from '@open12345/domain/work-order'
import type { FileView, TimelineEntry } from '@open12345/contract/work-order'
import type { Language } from '../../../http/call.ts'
import type { Text } from '../write/texts.ts'
import { clauseOf, eventSentences } from './events.ts'
import type { Names } from './names.ts'

export type Told = {
  readonly language: Language
  readonly names: Names
  readonly texts: ReadonlyMap<string, Text>
  readonly files: ReadonlyMap<string, FileView>
  readonly order: WorkOrder
  /** Whether this reader may read the words of that role with an event. */
  readonly mayRead: (role: string, event: WorkOrderEvent) => boolean
}

const labelTables: Readonly<Record<string, Readonly<Record<string, Label>>>> = {
  channel: channelLabels,
  kind: kindLabels,
  ground: declineGroundLabels,
  lawfulChannel: lawfulChannelLabels,
  line: lawfulChannelLabels,
  principle: principleLabels,
  finding: verificationFindingLabels,
  way: deliveryWayLabels,
  reason: dissatisfactionReasonLabels,
  result: followUpOutcomeLabels,
  service: followUpOutcomeLabels,
  urgency: urgencyLabels,
}

export const subjectName = (code: string | null, language: Language): string | null =>
  code === null ? null : (subjects.find((one) => one.code === code)?.label[language] ?? code)

const unrated = { zh: '未评价', en: 'not rated' }
const screened = {
  out: { zh: '评价不计入测评率，仍计入原始满意率', en: 'left out of the evaluated rate, kept in the raw rate' },
  stands: { zh: '维持原评价', en: 'the rating stands' },
}
const unmarked = { zh: '取消标记', en: 'no mark' }
const late = { zh: '（逾期）', en: ', late' }

type Fields = Readonly<Record<string, unknown>>
const comma = { zh: '，', en: ', ' }
const colon = { zh: '：', en: ': ' }

const assignedName = (event: Fields, { order, names }: Told): string => {
  const assignment = order.assignments.find(({ id }) => id === event['assignmentId'])
  return assignment === undefined ? '' : names.unit(assignment.unitId)
}
type Sealed = Extract<WorkOrderEvent, { readonly type: 'sealed' }>
/** The first time everybody; later who is new and who is not named any more. */
const namedIn = ({ persons, added, removed }: Sealed, { names, language }: Told): string => {
  const list = (ids: readonly string[]): string => ids.map(names.person).join(language === 'zh' ? '、' : ', ')
  if (added.length === persons.length && removed.length === 0) return list(persons)
  const [more, fewer] = language === 'zh' ? ['增加', '移出'] : ['added ', 'left out ']
  return [added.length > 0 ? more + list(added) : '', removed.length > 0 ? fewer + list(removed) : ''].filter(Boolean).join(comma[language])
}
/** The placeholders that need more than a table of labels. */
const told: Readonly<Record<string, (event: Fields, told: Told) => string>> = {
  role: (event, { language }) => {
    const label = event['role'] === 'sole' ? undefined : assignmentRoleLabels[event['role'] as AssignmentRole]
    return label === undefined ? '' : `${label[language]}${comma[language]}`
  },
  assigned: (event, teller) => assignedName(event, teller),
  suggested: (event, { names }) => names.unit(String(event['suggestedUnitId'])),
  participants: (event, { names, language }) =>
    (event['participants'] as readonly string[]).map((unitId) => names.unit(unitId)).join(language === 'zh' ? '、' : ', '),
  named: (event, teller) => namedIn(event as unknown as Sealed, teller),
  sealReason: (event, { language }) => sealReasonLabels[event['reason'] as SealReason][language],
  call: (event, { language }) => unitCallOutcomeLabels[event['outcome'] as UnitCallOutcome][language],
  noteReason: (event, { language }) => dissatisfactionReasonLabels[event['reason'] as NoteReason][language],
  screened: (event, { language }) => screened[event['isOut'] === true ? 'out' : 'stands'][language],
  mark: (event, { language }) => (event['mark'] === null ? unmarked : handlingMarkLabels[event['mark'] as HandlingMark])[language],
  mode: (event, { language }) => handlingModeLabels[(event['mode'] ?? 'direct') as AnswerMode][language],
  late: (event, { language }) => (event['late'] === true ? late[language] : ''),
  unit: (event, { names }) => names.unit(String(event['unitId'])),
  subject: (event, { language }) => subjectName(String(event['subject']), language) ?? '',
  closure: (event, { language }) => closureKindLabels[event['kind'] as keyof typeof closureKindLabels][language],
  outcome: (event, { language }) => {
    const labels: Readonly<Record<string, Label>> = event['type'] === 'followed-up' ? followUpOutcomeLabels : attemptOutcomeLabels
    return labels[String(event['outcome'])]?.[language] ?? ''
  },
  clock: (event, { language, order }) => {
    const kind = order.clocks.find(({ id }) => id === event['clockId'])?.kind
    return kind === undefined ? '' : clockTexts[kind].name[language]
  },
}

const wordFor = (name: string, event: Fields, teller: Told): string => {
  const special = told[name]
  if (special !== undefined) return special(event, teller)
  const value = event[name]
  return value === null || value === undefined
    ? unrated[teller.language]
    : (labelTables[name]?.[String(value)]?.[teller.language] ?? String(value))
}

/** With several units at work each step names whose it is. */
const titleOf = (event: WorkOrderEvent, teller: Told): string => {
  const { language, order } = teller
  const [sentence, fields] = [eventSentences[event.type][language], event as unknown as Fields]
  const whose = order.assignments.length < 2 || /\{(?:unit|assigned)\}/.test(sentence) ? '' : assignedName(fields, teller)
  const title = sentence.replace(/\{(\w+)\}/g, (_, name: string) => wordFor(name, fields, teller))
  return whose === '' ? title : `${whose}${colon[language]}${title}`
}

/** Ids of words and files that an event carries: fields named …Text, what it rests on last, and lists of files. */
const textIdsOf = (event: WorkOrderEvent): readonly string[] =>
  Object.entries(event)
    .toSorted(([name], [other]) => Number(name === 'basisText') - Number(other === 'basisText'))
    .flatMap(([name, value]) => (name.endsWith('Text') && typeof value === 'string' ? [value] : []))
const fileIdsOf = (event: WorkOrderEvent): readonly string[] =>
  'proofFiles' in event ? event.proofFiles : event.type === 'facts-added' ? event.files : []

const authors = { requester: { zh: '诉求人', en: 'Requester' }, system: { zh: '系统', en: 'System' } }

/**
 * 第三条: one entry of the timeline, in the reader's language, with the words that this reader may read.
 * @clause 3-mechanism
 */
export const entryOf = ({ version, at, author, event }: Happened, teller: Told): TimelineEntry => ({
  version,
  type: event.type,
  at,
  by: author.kind === 'staff' ? teller.names.person(author.accountId) : authors[author.kind][teller.language],
  title: titleOf(event, teller),
  clause: clauseOf(event),
  texts: textIdsOf(event).flatMap((id) => {
    const text = teller.texts.get(id)
    return text !== undefined && teller.mayRead(text.role, event) ? [text] : []
  }),
  files: fileIdsOf(event).flatMap((id) => teller.files.get(id) ?? []),
})
