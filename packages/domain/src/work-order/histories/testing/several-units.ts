import { begins, does, history, looks, refused } from './history.ts'
import { accept, approve, deliver, draft, inHandOn, jointly, rate, returns, sign } from './steps.ts'

const adding = (unitId: string, role: 'co-sign' | 'assist') =>
  ({ name: 'add-unit', unitId, role, principle: 'duty', noteText: null }) as const
const withdrawing = (unitId: string) => ({ name: 'withdraw-unit', assignmentId: `@${unitId}`, reasonText: 'reason-1' }) as const
const asksOffice = { name: 'ask-coordination', reasonText: 'reason-1', basisText: null } as const
const acceptedOn = (day: string, matter: object = {}) => [begins(`${day}T09:50`), does(`${day}T09:55`, 'seat', accept(matter))]

/** 第十一条（三）、第七条（一）: more than one unit. */
export const severalUnits = [
  history(
    '第十一条（三） 会签：各自签收、各自办理、各自答复，都答复了才算答复',
    ['11-3a', '12-2b'],
    ...acceptedOn('2023-07-03'),
    does('2023-07-03T10:00', 'dispatcher', jointly(['housing', 'co-sign'], ['traffic', 'co-sign']), {
      clocks: { 'handle@housing': '2023-07-13T00:00 pending', 'handle@traffic': '2023-07-13T00:00 pending' },
      told: ['housing: unit-order-arrived', 'traffic: unit-order-arrived', 'requester: request-dispatched'],
      units: { housing: 'to-sign', traffic: 'to-sign' },
    }),
    does('2023-07-03T11:00', 'clerk', sign, { units: { housing: 'in-hand', traffic: 'to-sign' } }),
    does('2023-07-04T09:00', 'trafficClerk', sign, { units: { housing: 'in-hand', traffic: 'in-hand' } }),
    does('2023-07-05T10:00', 'handler', draft()),
    does('2023-07-05T11:00', 'reviewer', approve),
    does('2023-07-05T14:00', 'handler', deliver(), {
      clocks: {
        'handle@housing': '2023-07-13T00:00 met',
        'handle@traffic': '2023-07-13T00:00 pending',
        requester: '2023-07-13T00:00 pending',
      },
    }),
    does('2023-07-13T09:00', 'trafficHandler', draft('reply-2')),
    does('2023-07-13T10:00', 'trafficReviewer', approve),
    does('2023-07-13T11:00', 'trafficHandler', deliver(), {
      clocks: {
        'handle@housing': '2023-07-13T00:00 met',
        'handle@traffic': '2023-07-13T00:00 late',
        requester: '2023-07-13T00:00 late',
        'follow-up': '2023-07-14T11:00 pending',
      },
      told: ['requester: follow-up'],
    }),
    does('2023-07-13T12:00', 'requester', rate('satisfied'), { closure: 'satisfied' }),
  ),
  history(
    '第十一条（三） 会签中一个单位退回获准，另一个继续办理；中途增加单位，自收到起重新计时',
    ['11-3a', '12-2c'],
    ...acceptedOn('2023-07-03'),
    does('2023-07-03T10:00', 'dispatcher', jointly(['housing', 'co-sign'], ['traffic', 'co-sign'])),
    does('2023-07-03T11:00', 'clerk', sign),
    does('2023-07-04T09:00', 'trafficClerk', returns('xichang'), { waits: ['return'] }),
    does(
      '2023-07-04T10:00',
      'dispatcher',
      { name: 'accept-return', assignmentId: '@traffic', noteText: null },
      {
        units: { housing: 'in-hand', traffic: 'none' },
        clocks: { 'handle@traffic': '2023-07-13T00:00 waived', 'handle@housing': '2023-07-13T00:00 pending' },
      },
    ),
    does('2023-07-04T11:00', 'dispatcher', adding('xichang', 'co-sign'), {
      clocks: {
        'sign@xichang': '2023-07-06T00:00 pending',
        'handle@xichang': '2023-07-14T00:00 pending',
        requester: '2023-07-13T00:00 pending',
      },
      told: ['xichang: unit-order-arrived'],
    }),
    refused('2023-07-04T11:05', 'dispatcher', adding('xichang', 'co-sign'), 'dispatch.unit-already'),
    does('2023-07-05T09:00', 'dispatcher', withdrawing('xichang'), {
      units: { xichang: 'none', housing: 'in-hand' },
      clocks: { 'handle@xichang': '2023-07-14T00:00 waived' },
      told: ['xichang: unit-order-withdrawn'],
    }),
    does('2023-07-05T10:00', 'handler', draft()),
    does('2023-07-05T11:00', 'reviewer', approve),
    does('2023-07-05T14:00', 'handler', deliver(), { clocks: { requester: '2023-07-13T00:00 met' } }),
    does('2023-07-05T15:00', 'requester', rate('satisfied'), { closure: 'satisfied' }),
  ),
  history(
    '第十一条（三） 牵头与协办：协办比牵头提前两个工作日向牵头反馈，只由牵头统一答复',
    ['11-3b'],
    ...acceptedOn('2023-08-08'),
    refused('2023-08-08T10:00', 'dispatcher', jointly(['housing', 'lead'], ['traffic', 'lead']), 'dispatch.roles-unclear'),
    does('2023-08-08T10:00', 'dispatcher', jointly(['housing', 'lead'], ['traffic', 'assist']), {
      clocks: { 'handle@housing': '2023-08-25T00:00 pending', 'assist@traffic': '2023-08-23T00:00 pending', 'handle@traffic': 'none' },
    }),
    does('2023-08-08T11:00', 'clerk', sign),
    does('2023-08-08T11:30', 'trafficClerk', sign),
    refused('2023-08-21T09:00', 'handler', draft(), 'reply.assistants-first'),
    does('2023-08-21T10:00', 'trafficHandler', draft('opinion-1')),
    does('2023-08-22T23:59', 'trafficReviewer', approve, {
      clocks: { 'assist@traffic': '2023-08-23T00:00 met' },
      told: ['housing: unit-opinion-in'],
      untold: ['requester'],
    }),
    refused('2023-08-23T09:00', 'trafficHandler', deliver(), 'assignment.wrong-status'),
    does('2023-08-23T10:00', 'handler', draft()),
    does('2023-08-23T11:00', 'reviewer', approve),
    does('2023-08-23T14:00', 'handler', deliver(), {
      clocks: { 'handle@housing': '2023-08-25T00:00 met', requester: '2023-08-25T00:00 met' },
    }),
    does('2023-08-23T15:00', 'requester', rate('satisfied'), { closure: 'satisfied' }),
  ),
  history(
    '第十一条（三） 主办、协办过期未反馈的，牵头单位不再等待；咨询牵头五日，协办三日',
    ['11-3b'],
    ...acceptedOn('2023-07-03', { kind: 'consultation' }),
    does('2023-07-03T10:00', 'dispatcher', jointly(['housing', 'lead'], ['traffic', 'principal'], ['xichang', 'assist']), {
      clocks: {
        'handle@housing': '2023-07-11T00:00 pending',
        'assist@traffic': '2023-07-07T00:00 pending',
        'assist@xichang': '2023-07-07T00:00 pending',
      },
    }),
    does('2023-07-03T11:00', 'clerk', sign),
    does('2023-07-03T11:30', 'trafficClerk', sign),
    refused('2023-07-06T23:59', 'handler', draft(), 'reply.assistants-first'),
    does('2023-07-07T00:00', 'handler', draft(), {
      clocks: { 'assist@traffic': '2023-07-07T00:00 breached', 'assist@xichang': '2023-07-07T00:00 breached' },
    }),
    does('2023-07-07T09:00', 'reviewer', approve),
    does('2023-07-07T10:00', 'handler', deliver(), { clocks: { requester: '2023-07-11T00:00 met' } }),
    does('2023-07-07T11:00', 'requester', rate('satisfied'), { closure: 'satisfied' }),
  ),
  history(
    '第十一条（三） 中途更换单位：新单位新时限，旧单位不再看见，诉求人时限不动',
    ['11-3a', '12-2b'],
    ...inHandOn('2023-07-03'),
    does(
      '2023-07-05T10:00',
      'dispatcher',
      { name: 'replace-unit', assignmentId: '@housing', reasonText: 'reason-1', unitId: 'traffic', principle: 'industry', noteText: null },
      {
        units: { housing: 'none', traffic: 'to-sign' },
        clocks: {
          'handle@housing': '2023-07-13T00:00 waived',
          'handle@traffic': '2023-07-15T00:00 pending',
          'sign@traffic': '2023-07-07T00:00 pending',
          requester: '2023-07-13T00:00 pending',
        },
        told: ['housing: unit-order-withdrawn', 'traffic: unit-order-arrived'],
      },
    ),
    refused('2023-07-05T11:00', 'handler', draft(), 'assignment.wrong-status'),
    does('2023-07-06T09:00', 'trafficClerk', sign),
    does('2023-07-07T10:00', 'trafficHandler', draft()),
    does('2023-07-07T11:00', 'trafficReviewer', approve),
    does('2023-07-07T14:00', 'trafficHandler', deliver()),
    does('2023-07-07T15:00', 'requester', rate('satisfied'), { closure: 'satisfied' }),
  ),
  history(
    '第十一条（三） 依法无法明确主体的，州政府办公室召集协调后指定，被指定的不得退回',
    ['11-3c', '4-office'],
    ...acceptedOn('2023-07-03'),
    does('2023-07-03T10:00', 'dispatcher', asksOffice, { stage: 'coordination' }),
    refused(
      '2023-07-03T10:30',
      'dispatcher',
      { name: 'designate', unitId: 'housing', principle: 'place', groundsText: 'g-1', noteText: null },
      'work-order.not-entitled',
    ),
    does(
      '2023-07-05T10:00',
      'office',
      { name: 'hold-coordination', participants: ['housing', 'traffic'], recordText: 'record-1' },
      {
        stage: 'coordination',
      },
    ),
    does(
      '2023-07-05T15:00',
      'office',
      { name: 'designate', unitId: 'housing', principle: 'place', groundsText: 'grounds-1', noteText: null },
      {
        events: ['designated', 'dispatched'],
        stage: 'to-sign',
        clocks: { 'handle@housing': '2023-07-15T00:00 pending', requester: '2023-07-13T00:00 pending' },
        told: ['housing: unit-order-arrived'],
      },
    ),
    refused('2023-07-05T16:00', 'clerk', returns(), 'return.bound'),
    does('2023-07-06T09:00', 'clerk', sign),
    does('2023-07-10T10:00', 'handler', draft()),
    does('2023-07-10T11:00', 'reviewer', approve),
    does('2023-07-10T14:00', 'handler', deliver(), { clocks: { requester: '2023-07-13T00:00 met' } }),
    does('2023-07-10T15:00', 'requester', rate('satisfied'), { closure: 'satisfied' }),
  ),
  history(
    '第七条（一） 部门交办到股室，内部时限比本单位提前一个工作日，反馈后由本单位审核答复',
    ['7-1', '7-2'],
    ...inHandOn('2023-08-08'),
    refused('2023-08-08T11:30', 'clerk', { name: 'pass-on', unitId: 'traffic', noteText: null }, 'pass-on.not-below'),
    does(
      '2023-08-08T11:30',
      'clerk',
      { name: 'pass-on', unitId: 'housing-water', noteText: null },
      {
        clocks: { 'sub-handle@housing': '2023-08-24T00:00 pending', 'handle@housing': '2023-08-25T00:00 pending' },
        units: { housing: 'in-hand', 'housing-water': 'in-hand' },
        told: ['housing-water: unit-passed-on'],
        untold: ['requester'],
      },
    ),
    refused('2023-08-21T10:00', 'trafficHandler', { name: 'report-back', reportText: 'report-1' }, 'assignment.not-your-unit'),
    looks('2023-08-24T00:00', {
      clocks: { 'sub-handle@housing': '2023-08-24T00:00 breached' },
      told: ['housing-water: unit-overdue'],
      untold: ['requester'],
    }),
    does(
      '2023-08-24T09:00',
      'sectionHandler',
      { name: 'report-back', reportText: 'report-1' },
      {
        clocks: { 'sub-handle@housing': '2023-08-24T00:00 late' },
        told: ['housing: unit-reported-back'],
      },
    ),
    does('2023-08-24T10:00', 'handler', draft()),
    does('2023-08-24T11:00', 'reviewer', approve),
    does('2023-08-24T14:00', 'handler', deliver(), { clocks: { 'handle@housing': '2023-08-25T00:00 met' } }),
    does('2023-08-24T15:00', 'requester', rate('satisfied'), { closure: 'satisfied' }),
  ),
] as const
