import { begins, does, history, looks, refused } from './history.ts'
import { accept, answeredOn, dispatch, draft, inHandOn, rate, returns, sign } from './steps.ts'

const accepting = { name: 'accept-return', assignmentId: '@housing', noteText: null } as const
const ruling = { name: 'refuse-return', assignmentId: '@housing', rulingText: 'ruling-1', basisText: 'basis-1' } as const

/** 第十二条（二） 退回。 */
export const returnHistories = [
  history(
    '第十二条（二） 签收前按期退回，三小时工作时间内同意并转办建议单位：单位重新计时，诉求人时限不动',
    ['12-2c', '12-1', '12-2b'],
    begins('2023-08-08T09:50'),
    does('2023-08-08T09:55', 'seat', accept()),
    does('2023-08-08T10:00', 'dispatcher', dispatch(), { clocks: { 'return@housing': '2023-08-19T00:00 pending' } }),
    does('2023-08-18T16:00', 'clerk', returns(), {
      waits: ['return'],
      clocks: {
        'return@housing': '2023-08-19T00:00 met',
        'return-decision': '2023-08-19T11:00 pending',
        'handle@housing': '2023-08-25T00:00 pending',
      },
    }),
    refused('2023-08-18T16:30', 'clerk', returns(), 'return.pending'),
    refused('2023-08-18T16:30', 'clerk', accepting, 'work-order.not-entitled'),
    does('2023-08-19T10:00', 'dispatcher', accepting, {
      stage: 'to-dispatch',
      waits: [],
      clocks: {
        'return-decision': '2023-08-19T11:00 met',
        redispatch: '2023-08-19T14:00 pending',
        'handle@housing': '2023-08-25T00:00 waived',
        requester: '2023-08-25T00:00 pending',
      },
      units: { housing: 'none' },
      told: ['housing: unit-return-decided', 'requester: request-reassigning'],
    }),
    refused('2023-08-19T10:10', 'dispatcher', dispatch(), 'dispatch.unit-returned'),
    does('2023-08-19T13:00', 'dispatcher', dispatch('traffic'), {
      clocks: {
        redispatch: '2023-08-19T14:00 met',
        'sign@traffic': '2023-08-22T00:00 pending',
        'handle@traffic': '2023-08-30T00:00 pending',
        requester: '2023-08-25T00:00 pending',
      },
    }),
    does('2023-08-21T09:00', 'trafficClerk', sign),
    does('2023-08-25T09:00', 'trafficHandler', draft(), { clocks: { requester: '2023-08-25T00:00 breached' } }),
    does('2023-08-25T10:00', 'trafficReviewer', { name: 'approve' }),
    does(
      '2023-08-25T11:00',
      'trafficHandler',
      { name: 'deliver', way: 'phone', noteText: null },
      {
        clocks: { 'handle@traffic': '2023-08-30T00:00 met', requester: '2023-08-25T00:00 late' },
      },
    ),
    does('2023-08-25T12:00', 'requester', rate('satisfied'), { closure: 'satisfied' }),
  ),
  history(
    '第十二条（二） 超期退回照收、计为超期；裁定由其承办后不得再退',
    ['12-2c'],
    ...inHandOn('2023-08-08'),
    refused('2023-08-18T09:00', 'clerk', returns('housing'), 'return.suggests-itself'),
    refused('2023-08-18T09:00', 'otherClerk', returns(), 'assignment.not-your-unit'),
    does('2023-08-19T00:00', 'clerk', returns(), {
      clocks: { 'return@housing': '2023-08-19T00:00 late', 'return-decision': '2023-08-19T12:00 pending' },
    }),
    refused('2023-08-19T09:00', 'handler', draft(), 'return.pending'),
    does('2023-08-19T12:00', 'dispatcher', ruling, {
      stage: 'in-hand',
      clocks: { 'return-decision': '2023-08-19T12:00 late', 'handle@housing': '2023-08-25T00:00 pending' },
      told: ['housing: unit-return-decided'],
      untold: ['requester'],
    }),
    refused('2023-08-19T14:00', 'clerk', returns('xichang'), 'return.bound'),
    ...answeredOn('2023-08-24'),
    does('2023-08-24T16:00', 'requester', rate('satisfied'), {
      closure: 'satisfied',
      clocks: { 'handle@housing': '2023-08-25T00:00 met' },
    }),
  ),
  history(
    '第十二条（二） 签收后退回，热线中心逾期未裁定的，单独记在中心名下',
    ['12-2c'],
    ...inHandOn('2023-07-03'),
    does('2023-07-03T14:00', 'clerk', returns('xichang'), { clocks: { 'return-decision': '2023-07-03T17:00 pending' } }),
    looks('2023-07-03T17:00', {
      clocks: { 'return-decision': '2023-07-03T17:00 breached', 'handle@housing': '2023-07-13T00:00 pending' },
      untold: ['housing', 'requester'],
    }),
    does('2023-07-04T09:00', 'manager', accepting, {
      clocks: { 'return-decision': '2023-07-03T17:00 late', redispatch: '2023-07-04T12:00 pending' },
    }),
    does('2023-07-04T12:00', 'dispatcher', dispatch('xichang'), {
      clocks: { redispatch: '2023-07-04T12:00 late', 'handle@xichang': '2023-07-14T00:00 pending', requester: '2023-07-13T00:00 pending' },
    }),
    does('2023-07-05T09:00', 'otherClerk', sign, { clocks: { 'sign@xichang': '2023-07-06T00:00 met' } }),
    does('2023-07-06T10:00', 'xichangHandler', draft()),
    does('2023-07-06T11:00', 'xichangReviewer', { name: 'approve' }),
    does('2023-07-06T14:00', 'xichangHandler', { name: 'deliver', way: 'in-person', noteText: null }),
    does('2023-07-06T15:00', 'requester', rate('satisfied'), { closure: 'satisfied' }),
  ),
  history(
    '第十二条（四） 特殊工单的退回须在初步响应时限内提出，逾四小时为超期退回',
    ['12-2c', '12-4a'],
    begins('2023-08-12T19:50'),
    does('2023-08-12T20:00', 'seat', accept({ urgency: 'special' })),
    does('2023-08-12T20:10', 'dispatcher', dispatch(), { clocks: { 'return@housing': '2023-08-13T00:10 pending' } }),
    does('2023-08-13T00:10', 'clerk', returns(), { clocks: { 'return@housing': '2023-08-13T00:10 late' } }),
    does('2023-08-13T00:20', 'dispatcher', accepting, { stage: 'to-dispatch' }),
    does('2023-08-13T00:30', 'dispatcher', dispatch('traffic'), {
      clocks: {
        'return@traffic': '2023-08-13T04:30 pending',
        'special-response@traffic': '2023-08-13T04:30 pending',
        'special-progress@traffic': '2023-08-20T00:00 pending',
        'handle@traffic': '2023-08-25T00:00 pending',
      },
    }),
  ),
] as const
