import type { RequestView } from '@open12345/contract/request'
import { dissatisfactionReasonLabels, lawfulChannelLabels } from '@open12345/domain/vocabulary'
import { allowedActions, answering, type EventType, type WorkOrderEvent } from '@open12345/domain/work-order'
import type { Language } from '../../http/call.ts'
import type { Page } from '../work-order/index.ts'

const lastOf = <T extends EventType>({ history }: Page, type: T) =>
  history.findLast(({ event }) => event.type === type)?.event as Extract<WorkOrderEvent, { readonly type: T }> | undefined

/** 13-3b: why no more can be done, as the unit explained it. */
export const notedOf = (page: Page): RequestView['noted'] => {
  const { order, texts, files, names, language } = page
  const explained = lastOf(page, 'explained')
  if (order.closure?.kind !== 'noted' || explained === undefined) return null
  const unitId = order.assignments.find(({ id }) => id === explained.assignmentId)?.unitId
  return {
    unitName: unitId === undefined ? '' : names.unit(unitId),
    reason: dissatisfactionReasonLabels[explained.reason][language],
    explanation: texts.get(explained.explanationText)?.text ?? '',
    files: files.filter(({ fileId }) => explained.proofFiles.includes(fileId)),
  }
}

const channels = {
  'administrative-review': {
    zh: '认为终结办理侵犯您的合法权益的，可以依法申请行政复议。',
    en: 'You may apply for administrative review as the law provides.',
  },
  court: { zh: '可以依法向人民法院提起诉讼。', en: 'You may bring the matter to court as the law provides.' },
  'petition-office': { zh: '可以依照《信访工作条例》提出信访事项。', en: 'You may petition under the regulation on petitions.' },
} as const

const turnTo = (language: Language) =>
  (['administrative-review', 'court', 'petition-office'] as const).map((channel) => ({
    name: lawfulChannelLabels[channel][language],
    how: channels[channel][language],
  }))

/** 13-4: the opinion of the termination, or how an earlier one was explained; and where one may turn. */
export const terminatedOf = (page: Page): RequestView['terminated'] => {
  const { order, texts, language } = page
  const textId =
    order.closure?.kind === 'terminated'
      ? lastOf(page, 'closed')?.basisText
      : order.closure?.kind === 'explained-again'
        ? lastOf(page, 'opinion-explained')?.explanationText
        : undefined
  return textId === undefined ? null : { opinion: textId === null ? null : (texts.get(textId)?.text ?? null), turnTo: turnTo(language) }
}

/** 13-3a: the last day on which new facts reopen it; null where they do not, or do not any more. */
export const reopenUntilOf = ({ order, deciding: { context } }: Page): string | null => {
  const isHandled = allowedActions(order, context).some(({ action, refusal }) => action === 'reopen' && refusal === null)
  if (!isHandled || order.closure === null) return null
  const until = context.startClock(
    { id: 'reopen', kind: 'reopen', whose: 'requester', round: order.round, assignmentId: null, startAt: order.closure.at },
    order,
  )
  return until.ok && context.now < until.value.dueAt ? until.value.dueOn : null
}

/** 13-3a: new facts have opened this round, and nobody has answered in it yet. */
export const isReopened = ({ history, order }: Page): boolean => {
  const latest = history.findLast(({ event }) => ['reopened', 'redo-ordered', 'follow-up-opened', 'closed'].includes(event.type))
  return latest?.event.type === 'reopened' && (order.status === 'in-hand' || order.status === 'recorded')
}

/** Whether some unit has it since it was reopened; what was answered on the spot is taken up by the hotline. */
export const isAtUnit = ({ order }: Page): boolean => answering(order).length > 0
