import { begins, does, history, looks, refused } from './history.ts'
import { accept, answeredOn, asksByPerson, deliver, dispatch, draft, inHandOn, rate, sign } from './steps.ts'

const explaining = { name: 'explain', reason: 'expectation', explanationText: 'explanation-1', proofFiles: ['file-1'] } as const
const noting = { name: 'close-noted', basisText: 'basis-1' } as const
const disputing = { name: 'dispute-rating', groundsText: 'grounds-1', proofFiles: ['file-1'] } as const
const screening = (isOut: boolean) => ({ name: 'screen-rating', isOut, decisionText: 'decision-1' }) as const
const reopening = { name: 'reopen', factsText: 'facts-1' } as const
const linking = (ofOrderId: string) => ({ name: 'link-repeat', ofOrderId }) as const
const terminating = { name: 'propose-termination', opinionText: 'opinion-1', proofFiles: ['file-1'] } as const
const satisfiedOn = (day: string) => [...answeredOn(day), does(`${day}T16:00`, 'requester', rate('satisfied'), { closure: 'satisfied' })]

/** 第十三条（三）（四）: noted closure, screening, marks, reopening, repeats and termination. */
export const endings = [
  history(
    '第十三条（三） 期望过高：承办单位耐心解释并留证，第二人核对后备注办结',
    ['13-3b'],
    ...inHandOn('2023-07-03'),
    ...answeredOn('2023-07-05'),
    does('2023-07-05T16:00', 'requester', rate('dissatisfied')),
    refused('2023-07-05T16:30', 'handler', explaining, 'noted.not-confirmed'),
    does('2023-07-06T09:00', 'followUp', asksByPerson('dissatisfied', 'expectation'), {
      told: ['housing: unit-explain'],
      units: { housing: 'to-explain' },
    }),
    refused('2023-07-06T09:30', 'followUp2', noting, 'noted.explain-first'),
    refused('2023-07-06T09:30', 'trafficHandler', explaining, 'assignment.not-your-unit'),
    does('2023-07-07T10:00', 'handler', explaining, { events: ['explained'] }),
    refused('2023-07-07T11:00', 'followUp', noting, 'noted.second-person'),
    does('2023-07-07T14:00', 'followUp2', noting, { stage: 'closed', closure: 'noted' }),
  ),
  history(
    '第十三条（三） 承办单位对评价有异议，中心负责人甄别；只提一次',
    ['13-3c'],
    ...inHandOn('2023-07-03'),
    ...answeredOn('2023-07-05'),
    refused('2023-07-05T15:30', 'clerk', disputing, 'dispute.not-dissatisfied'),
    does('2023-07-05T16:00', 'requester', rate('dissatisfied')),
    does('2023-07-06T09:00', 'clerk', disputing, { waits: ['dispute'], untold: ['requester'] }),
    refused('2023-07-06T09:30', 'handler', disputing, 'dispute.once'),
    refused('2023-07-06T09:30', 'dispatcher', screening(true), 'work-order.not-entitled'),
    does('2023-07-06T10:00', 'manager', screening(true), { waits: [], told: ['housing: unit-dispute-decided'], untold: ['requester'] }),
    refused('2023-07-06T10:30', 'manager', screening(false), 'dispute.none-pending'),
    does('2023-07-06T11:00', 'followUp', asksByPerson('dissatisfied', 'policy-limits')),
    does('2023-07-06T14:00', 'handler', { ...explaining, reason: 'policy-limits' }),
    does('2023-07-07T09:00', 'manager', noting, { closure: 'noted' }),
  ),
  history(
    '第十三条（三） 执法办案类依法处置，标记须有依据，可以撤去',
    ['13-3d'],
    ...inHandOn('2023-07-03', { kind: 'complaint' }),
    refused('2023-07-03T14:00', 'handler', { name: 'mark', mark: 'enforcement', citationText: 'citation-1' }, 'work-order.not-entitled'),
    does(
      '2023-07-03T14:10',
      'dispatcher',
      { name: 'mark', mark: 'enforcement', citationText: 'citation-1' },
      {
        events: ['marked'],
        clocks: { 'handle@housing': '2023-07-18T00:00 pending' },
      },
    ),
    refused('2023-07-03T14:20', 'dispatcher', { name: 'mark', mark: 'enforcement', citationText: 'citation-2' }, 'mark.nothing-changed'),
    does('2023-07-04T09:00', 'followUp', { name: 'mark', mark: null, citationText: 'citation-2' }),
    does('2023-07-04T10:00', 'manager', { name: 'mark', mark: 'mediation', citationText: 'citation-3' }),
    ...satisfiedOn('2023-07-05'),
  ),
  history(
    '第十三条（三） 办结后十五日内有新情况的重新办理，另起一轮时限，首轮结果留存',
    ['13-3a', '12-2b'],
    ...inHandOn('2023-08-08'),
    refused('2023-08-17T09:00', 'requester', reopening, 'reopen.not-closed'),
    ...satisfiedOn('2023-08-18'),
    does('2023-08-30T10:00', 'requester', reopening, {
      stage: 'in-hand',
      clocks: {
        'redo@housing': '2023-09-06T00:00 pending',
        requester: '2023-09-06T00:00 pending',
        'handle@housing': '2023-08-25T00:00 met',
        'requester#1': '2023-08-25T00:00 met',
      },
      told: ['housing: unit-reopened', 'requester: request-reopened'],
    }),
    ...answeredOn('2023-09-05'),
    looks('2023-09-05T15:30', { stage: 'asked', clocks: { 'redo@housing': '2023-09-06T00:00 met' } }),
    does('2023-09-05T16:00', 'requester', rate('satisfied'), { closure: 'satisfied' }),
  ),
  history(
    '第十三条（三） 办结后第十五日是星期六，顺延至下一个工作日24时止，其后作为新的诉求提交',
    ['13-3a'],
    ...inHandOn('2023-08-08'),
    ...satisfiedOn('2023-08-18'),
    refused('2023-09-05T00:00', 'requester', reopening, 'reopen.too-late'),
  ),
  history(
    '第十三条（三） 办结后第十五日顺延至星期一，当日23时59分仍可重新办理',
    ['13-3a'],
    ...inHandOn('2023-08-08'),
    ...satisfiedOn('2023-08-18'),
    does('2023-09-04T23:59', 'requester', reopening, { stage: 'in-hand', clocks: { 'redo@housing': '2023-09-09T00:00 pending' } }),
  ),
  history(
    '第十三条（四） 重复诉求由承办单位提出终结意见，中心先退回后同意，备注办结并告知诉求人',
    ['13-4'],
    ...inHandOn('2023-07-03', { kind: 'complaint' }),
    refused('2023-07-04T09:00', 'clerk', terminating, 'termination.not-repeated'),
    refused('2023-07-04T09:30', 'dispatcher', linking('order-of-another'), 'repeat.not-same-person'),
    does('2023-07-04T10:00', 'dispatcher', linking('order-satisfied'), {
      events: ['repeat-linked'],
      stage: 'in-hand',
      clocks: { 'handle@housing': '2023-07-18T00:00 pending' },
    }),
    refused('2023-07-04T10:10', 'dispatcher', linking('order-terminated'), 'repeat.linked'),
    refused('2023-07-04T10:20', 'manager', terminating, 'work-order.not-entitled'),
    does('2023-07-05T10:00', 'clerk', terminating, { waits: ['termination'] }),
    refused('2023-07-05T10:10', 'reviewer', terminating, 'termination.pending'),
    refused('2023-07-05T10:10', 'clerk', { name: 'confirm-termination', confirmed: true }, 'work-order.not-entitled'),
    does(
      '2023-07-05T14:00',
      'manager',
      { name: 'confirm-termination', confirmed: false, reasonText: 'reason-1' },
      {
        waits: [],
        stage: 'in-hand',
        told: ['housing: unit-termination-refused'],
        untold: ['requester'],
        clocks: { 'handle@housing': '2023-07-18T00:00 pending' },
      },
    ),
    does('2023-07-06T10:00', 'reviewer', terminating),
    does(
      '2023-07-06T14:00',
      'manager',
      { name: 'confirm-termination', confirmed: true },
      {
        closure: 'terminated',
        told: ['requester: request-terminated'],
        clocks: { 'handle@housing': '2023-07-18T00:00 waived', requester: '2023-07-18T00:00 waived' },
      },
    ),
    refused('2023-07-06T15:00', 'requester', reopening, 'reopen.not-handled'),
  ),
  history(
    '第十三条（四） 终结后再来反映、没有新情况的，解释原意见即办结，不再派单',
    ['13-4'],
    begins('2023-07-03T09:00'),
    refused(
      '2023-07-03T09:05',
      'seat',
      { name: 'explain-termination', ofOrderId: 'order-satisfied', explanationText: 'e-1' },
      'repeat.not-terminated',
    ),
    refused(
      '2023-07-03T09:05',
      'seat',
      { name: 'explain-termination', ofOrderId: 'order-of-another', explanationText: 'e-1' },
      'repeat.not-same-person',
    ),
    does(
      '2023-07-03T09:10',
      'seat',
      { name: 'explain-termination', ofOrderId: 'order-terminated', explanationText: 'explanation-1' },
      {
        events: ['repeat-linked', 'opinion-explained', 'closed'],
        closure: 'explained-again',
      },
    ),
  ),
  history(
    '第十三条（四） 终结后带着新情况来的，照常受理派单办理',
    ['13-4', '11-2'],
    begins('2023-07-03T09:50'),
    does('2023-07-03T09:55', 'seat', accept()),
    does('2023-07-03T09:58', 'seat', linking('order-terminated'), { stage: 'to-dispatch' }),
    does('2023-07-03T10:00', 'dispatcher', dispatch()),
    does('2023-07-03T11:00', 'clerk', sign),
    does('2023-07-05T10:00', 'handler', draft()),
    does('2023-07-05T11:00', 'reviewer', { name: 'approve' }),
    does('2023-07-05T14:00', 'handler', deliver('tracking-page'), { told: ['requester: reply-ready'] }),
    does('2023-07-05T15:00', 'requester', rate('satisfied'), { closure: 'satisfied' }),
  ),
] as const
