import { closureKindLabels } from '@open12345/domain/vocabulary'
import type { ClockView } from '@open12345/contract/work-order'
import { answering, isActive, stageOf, type WorkOrder } from '@open12345/domain/work-order'
import type { Stage } from '@open12345/domain/vocabulary'
import type { Language } from '../../http/call.ts'
import type { Page } from '../work-order/index.ts'
import { isAtUnit, isReopened } from './ending.ts'

type Step = { readonly title: string; readonly next: string }
type Sentences = { readonly zh: readonly [title: string, next: string]; readonly en: readonly [title: string, next: string] }

type Where = Stage | 'to-reassign' | 'reopened' | 'reopened-directly' | 'terminated'

/** Where the matter stands and what happens next, in the words of somebody who explains it to a neighbour. */
const sentences: Readonly<Record<Where, Sentences>> = {
  'to-accept': {
    zh: ['已收到，等待受理', '热线工作人员正在查看您的诉求，{promise}'],
    en: ['Received, to be accepted', 'The hotline is looking at your request. {promise}'],
  },
  'to-verify': {
    zh: ['已收到，正在核实是否属于受理范围', '热线已请有关部门核实，核实后会告诉您，{promise}'],
    en: ['Received; a department is asked', 'A department says whether it is for the hotline, and you will be told. {promise}'],
  },
  'to-reassign': {
    zh: ['正在转给有管辖权的单位', '原来转到的单位不管这件事，热线正在转给有管辖权的单位，答复您的期限不变：{promise}'],
    en: ['Being passed to the unit in charge', 'It is not for the unit that had it. Your time limit stays: {promise}'],
  },
  coordination: {
    zh: ['正在协调承办单位', '由哪个单位办理需要专题协调，定了就会转给它，{promise}'],
    en: ['Whose it is, is being settled', 'Those concerned settle which unit handles it. {promise}'],
  },
  'to-dispatch': {
    zh: ['已受理，正在转办', '热线将把它转给负责的单位，{promise}'],
    en: ['Accepted', 'The hotline will send it to the unit responsible. {promise}'],
  },
  'to-sign': {
    zh: ['已转给{unit}', '{unit}签收后即开始办理，{promise}'],
    en: ['Sent to {unit}', '{unit} will sign for it and begin. {promise}'],
  },
  'in-hand': {
    zh: ['{unit}正在办理', '{unit}办理后会直接答复您，{promise}'],
    en: ['{unit} is working on it', '{unit} will answer you. {promise}'],
  },
  'to-review': {
    zh: ['{unit}正在审核答复', '审核通过后会答复您，{promise}'],
    en: ['{unit} is checking its reply', 'You will be answered after the check. {promise}'],
  },
  'to-deliver': {
    zh: ['答复已审核，即将告知您', '{unit}会联系您，{promise}'],
    en: ['The reply is approved', '{unit} will reach you. {promise}'],
  },
  'with-incident': {
    zh: ['与多人反映的同一事件一并办理', '事件处理结束后统一答复您，{promise}'],
    en: ['Handled with an incident that many reported', 'You will be answered when it is over. {promise}'],
  },
  'to-explain': {
    zh: ['等待人工回访', '承办单位会向您解释，热线回访人员会联系您。'],
    en: ['Somebody will ask you', 'The unit will explain, and a follow-up officer will reach you.'],
  },
  asked: {
    zh: ['已答复，请您评价', '请评价本次服务和办理结果；不满意的，会有人联系您。'],
    en: ['Answered: please rate it', 'Rate the service and the result; if you are not satisfied, somebody will call you.'],
  },
  'manual-follow-up': {
    zh: ['等待人工回访', '热线回访人员会联系您，了解您的意见。'],
    en: ['Somebody will ask you', 'A follow-up officer will reach you about your rating.'],
  },
  'reply-check': {
    zh: ['已答复，热线正在核对', '热线正在核对答复是否合法合规；您现在仍可以评价。'],
    en: ['Answered; being checked', 'The hotline checks the reply. You may still rate it.'],
  },
  closed: {
    zh: ['已办结：{closure}', '此件已经归档。{again}'],
    en: ['Closed: {closure}', 'The matter is archived. {again}'],
  },
  reopened: {
    zh: ['已重新办理', '您提出了新情况，{unit}正在重新办理，{promise}'],
    en: ['Handled anew', 'You have told something new; {unit} handles it again. {promise}'],
  },
  'reopened-directly': {
    zh: ['已重新办理', '您提出了新情况，热线工作人员正在重新查看，{promise}'],
    en: ['Handled anew', 'You have told something new; the hotline looks at it again. {promise}'],
  },
  terminated: {
    zh: ['已办结：{closure}', '同一事项不再重复办理。不同意的，可以通过下列法定途径主张权利。'],
    en: ['Closed: {closure}', 'The same matter is not handled again. If you disagree, the law leaves you the ways below.'],
  },
}

const told = {
  firm: { zh: '最迟{on}答复您。', en: 'You will be answered by {on} at the latest.' },
  provisional: {
    zh: '暂定最迟{on}答复您；{why}',
    en: 'For now you will be answered by {on} at the latest; {why}',
  },
  extended: {
    zh: '原定{on}前答复您，现已同意延期，最迟{second}答复您。延期原因：{why}',
    en: 'You were to be answered by {on}; more time was granted, until {second}. The reason: {why}',
  },
  'extension-past': {
    zh: '原定{on}前答复您，延期至{second}，也已经超过，此件仍在办理。',
    en: 'You were to be answered by {on}, then by {second}. Both are past; the matter is still being handled.',
  },
  past: {
    zh: '原定{on}前答复您，已经超过期限，此件仍在办理。',
    en: 'You should have been answered by {on}. That is past; the matter is still being handled.',
  },
  none: { zh: '有进展会及时告诉您。', en: 'You will be told of any progress.' },
  left: { zh: '您已退出此件，热线继续办理，不再通知您。', en: 'You have left this matter; it goes on, and you hear no more of it.' },
} as const
const mayMove = { zh: '放假安排公布后日期可能变化。', en: 'the day may move when days off are published.' } as const
const provisionalMark = /^(?:暂定：|Provisional: )/

const filled = (sentence: string, facts: Readonly<Record<string, string>>): string =>
  sentence.replace(/\{(\w+)\}/g, (_, name: string) => facts[name] ?? '')

const dateText = (dueOn: string, language: Language): string => {
  const { year, month, day } = Temporal.PlainDate.from(dueOn)
  return language === 'zh' ? `${year}年${month}月${day}日` : dueOn
}

/** 12-3: the second date, beside the one that was promised first; of this round only. */
const extensionOf = ({ order, texts }: Page, { round }: ClockView) => {
  const granted = order.assignments.filter(isActive).find(({ extension }) => extension?.status === 'granted')?.extension
  const clock = order.clocks.find((one) => one.id === granted?.clockId && one.round === round)
  return granted === undefined || clock === undefined ? undefined : { clock, reason: texts.get(granted.reasonText)?.text ?? '' }
}

/** The promise as a sentence: firm, provisional with the reason why it may move, extended with the reason, or past and said to be past. */
const promised = (page: Page, promise: ClockView | null): string => {
  const { language, deciding } = page
  const { now } = deciding.context
  if (promise === null || promise.metAt !== null) return told.none[language]
  const { dueOn, dueAt, provisional, explanation } = promise
  const on = dateText(dueOn, language)
  const extension = extensionOf(page, promise)
  if (extension !== undefined) {
    const { clock, reason } = extension
    const how = now >= clock.dueAt ? 'extension-past' : 'extended'
    return filled(told[how][language], { on, second: dateText(clock.dueOn, language), why: reason })
  }
  const how = now >= dueAt ? 'past' : provisional ? 'provisional' : 'firm'
  const why = explanation.find((sentence) => provisionalMark.test(sentence))?.replace(provisionalMark, '') ?? mayMove[language]
  return filled(told[how][language], { on, why })
}

const together = {
  coSign: { zh: '几个单位各办各的部分，分别答复您。', en: 'Each unit handles its part and answers you itself.' },
  led: { zh: '由{lead}牵头，{others}配合，统一答复您一次。', en: '{lead} leads and {others} take part; you get one answer.' },
} as const
const and = { zh: '、', en: ', ' } as const

const namesOf = ({ names, language }: Page, unitIds: readonly string[]): string =>
  unitIds.map((unitId) => names.unit(unitId)).join(and[language])

/** 11-3: who takes part, where it is more than one. */
const togetherOf = (page: Page): string => {
  const { order, language } = page
  if (order.status !== 'in-hand') return ''
  const [answers, all] = [answering(order).map(({ unitId }) => unitId), order.assignments.filter(isActive)]
  if (answers.length > 1) return together.coSign[language]
  const others = all.map(({ unitId }) => unitId).filter((unitId) => !answers.includes(unitId))
  return others.length === 0 ? '' : filled(together.led[language], { lead: namesOf(page, answers), others: namesOf(page, others) })
}

const isReturned = ({ assignments }: WorkOrder): boolean => assignments.some(({ status }) => status === 'returned')

const whereOf = (page: Page): Where => {
  const { order } = page
  const stage = stageOf(order)
  if (isReopened(page)) return isAtUnit(page) ? 'reopened' : 'reopened-directly'
  if (order.closure?.kind === 'terminated' || order.closure?.kind === 'explained-again') return 'terminated'
  if (stage === 'to-accept' && order.verification?.answer === null) return 'to-verify'
  return stage === 'to-dispatch' && isReturned(order) ? 'to-reassign' : stage
}

const again = {
  within: {
    zh: '有新的情况，{until}（含当日）以前可以在本页提出，原来的单位重新办理。',
    en: 'If something new happens, say so on this page until {until}, and it is handled anew.',
  },
  over: { zh: '如有新的情况，可以重新提交。', en: 'If something new happens, file it again.' },
} as const

/** `reopenUntil`: the last day on which new facts reopen it. */
export const nextSteps = (page: Page, promise: ClockView | null, reopenUntil: string | null): Step => {
  const { order, language } = page
  const facts: Readonly<Record<string, string>> = {
    promise: promised(page, promise),
    unit: namesOf(
      page,
      answering(order).map(({ unitId }) => unitId),
    ),
    again: reopenUntil === null ? again.over[language] : filled(again.within[language], { until: dateText(reopenUntil, language) }),
    closure: order.closure === null ? '' : closureKindLabels[order.closure.kind][language],
  }
  const [title, next] = sentences[whereOf(page)][language]
  const goesOnWithout = order.requesterLeft && order.status !== 'closed'
  const whole = [filled(next, facts), togetherOf(page)].filter((part) => part !== '').join(language === 'zh' ? '' : ' ')
  return { title: filled(title, facts), next: goesOnWithout ? told.left[language] : whole }
}
