import { begins, does, history, looks, refused } from './history.ts'
import { accept, answeredOn, approve, deliver, dispatch, draft, inHandOn, rate, sign } from './steps.ts'

/** 第十二条（一）（二）: one unit, from dispatch to its answer. */
export const oneUnit = [
  history(
    '第十二条（二） 火把节前一日收到的求助，按期办结，诉求人满意',
    ['12-1', '12-2a', '12-2b', '13-1', '13-2'],
    begins('2023-08-08T09:50'),
    does('2023-08-08T09:55', 'seat', accept(), { clocks: { dispatch: '2023-08-08T13:55 pending', requester: '2023-08-25T00:00 pending' } }),
    does('2023-08-08T10:00', 'dispatcher', dispatch(), {
      stage: 'to-sign',
      clocks: {
        dispatch: '2023-08-08T13:55 met',
        'sign@housing': '2023-08-18T00:00 pending',
        'return@housing': '2023-08-19T00:00 pending',
        'handle@housing': '2023-08-25T00:00 pending',
      },
      told: ['housing: unit-order-arrived', 'requester: request-dispatched'],
    }),
    does('2023-08-17T14:59', 'clerk', sign, { stage: 'in-hand', clocks: { 'sign@housing': '2023-08-18T00:00 met' }, untold: ['housing'] }),
    does('2023-08-21T10:00', 'handler', draft(), { stage: 'to-review' }),
    does('2023-08-21T11:00', 'reviewer', approve, { stage: 'to-deliver', clocks: { 'handle@housing': '2023-08-25T00:00 pending' } }),
    does('2023-08-24T23:59', 'handler', deliver(), {
      clocks: {
        'handle@housing': '2023-08-25T00:00 met',
        requester: '2023-08-25T00:00 met',
        'follow-up': '2023-08-25T23:59 pending',
      },
      told: ['requester: follow-up'],
    }),
    does(
      '2023-08-25T08:00',
      'system',
      { name: 'follow-up-sent', sent: true },
      { stage: 'asked', clocks: { 'follow-up': '2023-08-25T23:59 met' } },
    ),
    does('2023-08-25T08:30', 'requester', rate('satisfied'), { stage: 'closed', closure: 'satisfied', noAnswer: false }),
  ),
  history(
    '第十二条（二） 签收逾期照收，催过经办和分管，不因迟签多得时间',
    ['12-2a', '22-1'],
    begins('2023-07-03T09:50'),
    does('2023-07-03T09:55', 'seat', accept()),
    does('2023-07-03T10:00', 'dispatcher', dispatch(), {
      clocks: { 'sign@housing': '2023-07-05T00:00 pending', 'handle@housing': '2023-07-13T00:00 pending' },
    }),
    looks('2023-07-04T23:59', {
      told: ['housing: unit-sign-warning'],
      untold: ['housing deputy'],
      clocks: { 'sign@housing': '2023-07-05T00:00 pending' },
    }),
    does('2023-07-05T00:00', 'clerk', sign, {
      clocks: { 'sign@housing': '2023-07-05T00:00 late', 'handle@housing': '2023-07-13T00:00 pending' },
      told: ['housing deputy: unit-overdue'],
    }),
    ...answeredOn('2023-07-12'),
    does('2023-07-12T16:00', 'requester', rate('basically-satisfied'), {
      closure: 'satisfied',
      clocks: { 'handle@housing': '2023-07-13T00:00 met' },
    }),
  ),
  history(
    '第十二条（二） 咨询五个工作日，跨国庆州庆：10月7日本州放假，10月8日上班；逾期一秒即逾期',
    ['12-2b', '22-1'],
    ...inHandOn('2023-09-27', { kind: 'consultation' }),
    looks('2023-10-11T23:59', {
      clocks: { 'handle@housing': '2023-10-12T00:00 pending', requester: '2023-10-12T00:00 pending' },
      told: ['housing: unit-due-warning'],
    }),
    does('2023-10-12T00:00', 'handler', draft(), {
      clocks: { 'handle@housing': '2023-10-12T00:00 breached' },
      told: ['housing: unit-overdue'],
    }),
    does('2023-10-12T09:00', 'reviewer', approve),
    does('2023-10-12T09:30', 'handler', deliver('sms'), {
      clocks: { 'handle@housing': '2023-10-12T00:00 late', requester: '2023-10-12T00:00 late' },
      told: ['requester: reply-ready', 'requester: follow-up'],
    }),
    does('2023-10-12T10:00', 'requester', rate('satisfied'), { closure: 'satisfied' }),
  ),
  history(
    '第十二条（二） 意见建议七个工作日，跨彝族年：11月18、19日上班',
    ['12-2b'],
    ...inHandOn('2023-11-17', { kind: 'suggestion' }),
    looks('2023-11-20T09:00', {
      clocks: {
        'sign@housing': '2023-11-19T00:00 met',
        'return@housing': '2023-11-20T00:00 pending',
        'handle@housing': '2023-12-02T00:00 pending',
        requester: '2023-12-02T00:00 pending',
      },
    }),
    ...answeredOn('2023-12-01'),
    does('2023-12-01T15:30', 'requester', rate('satisfied'), {
      closure: 'satisfied',
      clocks: { 'handle@housing': '2023-12-02T00:00 met' },
    }),
  ),
  history(
    '第十二条（二） 休息日收到的投诉，下一个工作日为第一日，共十个工作日',
    ['12-2b'],
    ...inHandOn('2023-08-12', { kind: 'complaint' }),
    looks('2023-08-17T09:00', {
      clocks: {
        dispatch: '2023-08-17T12:00 met',
        'sign@housing': '2023-08-18T00:00 met',
        'handle@housing': '2023-08-30T00:00 pending',
        requester: '2023-08-30T00:00 pending',
      },
    }),
    ...answeredOn('2023-08-29'),
    does('2023-08-29T16:00', 'requester', rate('satisfied'), { clocks: { 'handle@housing': '2023-08-30T00:00 met' } }),
  ),
  history(
    '第七条（二） 审核退回的答复改后再审，审定以后才能答复',
    ['7-2', '12-0'],
    ...inHandOn('2023-07-03'),
    does('2023-07-05T10:00', 'handler', draft()),
    refused('2023-07-05T10:05', 'handler', approve, 'work-order.not-entitled'),
    refused('2023-07-05T10:05', 'handler', deliver(), 'assignment.wrong-status'),
    does('2023-07-05T11:00', 'reviewer', { name: 'send-back', reasonText: 'reason-1' }, { stage: 'in-hand', events: ['reply-sent-back'] }),
    does('2023-07-06T10:00', 'handler2', draft('reply-2'), { stage: 'to-review' }),
    refused('2023-07-06T10:30', 'trafficReviewer', approve, 'assignment.not-your-unit'),
    does('2023-07-06T11:00', 'reviewer', approve),
    does(
      '2023-07-06T15:00',
      'clerk',
      { name: 'record-attempt', way: 'phone', outcome: 'no-answer', noteText: null },
      {
        stage: 'to-deliver',
        clocks: { 'handle@housing': '2023-07-13T00:00 pending' },
      },
    ),
    does('2023-07-06T16:00', 'clerk', { name: 'record-attempt', way: 'phone', outcome: 'wrong-number', noteText: null }),
    does('2023-07-07T10:00', 'clerk', deliver('letter'), { clocks: { 'handle@housing': '2023-07-13T00:00 met' } }),
    does('2023-07-10T09:00', 'requester', rate('satisfied'), { closure: 'satisfied' }),
  ),
  history(
    '第十三条（二） 留的是座机，短信发不出，转人工回访',
    ['12-0', '13-2'],
    begins('2023-07-03T09:50', { hasMobile: false }),
    does('2023-07-03T09:55', 'seat', accept()),
    does('2023-07-03T10:00', 'dispatcher', dispatch()),
    does('2023-07-03T11:00', 'clerk', sign),
    does('2023-07-05T10:00', 'handler', draft()),
    does('2023-07-05T11:00', 'reviewer', approve),
    refused('2023-07-05T11:30', 'handler', deliver('sms'), 'delivery.no-mobile'),
    does('2023-07-05T14:00', 'handler', deliver(), {
      stage: 'manual-follow-up',
      clocks: { 'follow-up': '2023-07-06T14:00 pending' },
      untold: ['requester'],
    }),
    does(
      '2023-07-06T13:59',
      'followUp',
      { name: 'follow-up', outcome: 'satisfied', service: 'satisfied', reason: null, noteText: null },
      {
        closure: 'satisfied',
        clocks: { 'follow-up': '2023-07-06T14:00 met' },
      },
    ),
  ),
  history(
    '第十三条（二） 没有留电话的，只能在查询页面或者当面答复，在网上评价',
    ['12-0', '13-2'],
    begins('2023-07-03T09:50', { reachable: false, channel: 'web' }, { untold: ['requester'] }, 'requester'),
    does('2023-07-03T09:55', 'seat', accept()),
    does('2023-07-03T10:00', 'dispatcher', dispatch(), { untold: ['requester'] }),
    does('2023-07-03T11:00', 'clerk', sign),
    does('2023-07-05T10:00', 'handler', draft()),
    does('2023-07-05T11:00', 'reviewer', approve),
    refused('2023-07-05T14:00', 'handler', deliver(), 'delivery.not-reachable'),
    does('2023-07-05T14:00', 'handler', deliver('tracking-page'), { untold: ['requester'], clocks: { requester: '2023-07-13T00:00 met' } }),
    does(
      '2023-07-06T09:00',
      'requester',
      { name: 'rate', channel: 'web', service: 'satisfied', result: 'satisfied', wordsText: null },
      {
        closure: 'satisfied',
      },
    ),
  ),
  history(
    '第十三条（二） 短信发送失败，转人工回访',
    ['13-1', '13-2'],
    ...inHandOn('2023-07-03'),
    does('2023-07-05T10:00', 'handler', draft()),
    does('2023-07-05T11:00', 'reviewer', approve),
    does('2023-07-05T14:00', 'handler', deliver()),
    does(
      '2023-07-05T14:10',
      'system',
      { name: 'follow-up-sent', sent: false },
      { stage: 'manual-follow-up', events: ['follow-up-unsendable'] },
    ),
    does(
      '2023-07-06T09:00',
      'followUp',
      { name: 'follow-up', outcome: 'satisfied', service: null, reason: null, noteText: null },
      {
        closure: 'satisfied',
      },
    ),
  ),
  history(
    '第十一条（二） 目录写明由部门承办的，不派给乡镇；撤销的单位不派',
    ['11-2'],
    begins('2023-07-03T09:50'),
    does('2023-07-03T09:55', 'seat', accept({ subject: 'noise' })),
    refused('2023-07-03T10:00', 'dispatcher', dispatch('xichang-town'), 'dispatch.pushed-down'),
    refused('2023-07-03T10:00', 'dispatcher', dispatch('gone'), 'dispatch.unit-unknown'),
    does('2023-07-03T10:05', 'dispatcher', dispatch('housing'), { units: { housing: 'to-sign', xichang: 'none' } }),
    refused('2023-07-03T10:10', 'otherClerk', sign, 'assignment.not-your-unit'),
    does('2023-07-03T11:00', 'clerk', sign),
    ...answeredOn('2023-07-04'),
    does('2023-07-04T16:00', 'requester', rate('satisfied'), { closure: 'satisfied' }),
  ),
] as const
