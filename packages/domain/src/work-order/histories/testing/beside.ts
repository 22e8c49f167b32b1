import { noRelations } from '../../testing/scenario.ts'
import { begins, does, history, looks, refused } from './history.ts'
import { accept, answeredOn, approve, deliver, dispatch, draft, inHandOn, rate, sign } from './steps.ts'

const place = { county: '513401', township: null } as const
const correcting = (kind: 'consultation' | 'complaint' | 'help', subject = 'water-supply') =>
  ({ name: 'correct', kind, subject, place, reasonText: 'reason-1' }) as const
const withdrawing = { name: 'withdraw', reasonText: null } as const

/** 订正、补充、撤回，第二十条 保密与回避。 */
export const beside = [
  history(
    '第十一条（二） 签收前订正类别，自同一起点重算，原时限留存',
    ['11-2', '12-2b'],
    begins('2023-08-08T09:50'),
    does('2023-08-08T09:55', 'seat', accept()),
    does('2023-08-08T10:00', 'dispatcher', dispatch()),
    refused('2023-08-17T09:00', 'dispatcher', correcting('help'), 'correction.nothing-changed'),
    does('2023-08-17T10:00', 'dispatcher', correcting('complaint'), {
      events: ['corrected'],
      waits: [],
      clocks: {
        'handle@housing': '2023-08-30T00:00 pending',
        requester: '2023-08-30T00:00 pending',
        'sign@housing': '2023-08-18T00:00 pending',
      },
    }),
    does('2023-08-17T11:00', 'clerk', sign),
    ...answeredOn('2023-08-25'),
    does('2023-08-25T16:00', 'requester', rate('satisfied'), { clocks: { 'handle@housing': '2023-08-30T00:00 met' } }),
  ),
  history(
    '第十一条（二） 签收后把投诉改为咨询须第二人确认，不确认不变',
    ['11-2', '12-2b'],
    ...inHandOn('2023-08-08', { kind: 'complaint' }),
    does('2023-08-17T10:00', 'dispatcher', correcting('consultation'), {
      waits: ['correction'],
      clocks: { 'handle@housing': '2023-08-30T00:00 pending' },
    }),
    refused('2023-08-17T10:10', 'dispatcher', { name: 'confirm-correction', confirmed: true }, 'correction.second-person'),
    refused('2023-08-17T10:10', 'clerk', { name: 'confirm-correction', confirmed: true }, 'work-order.not-entitled'),
    does(
      '2023-08-17T10:20',
      'dispatcher2',
      { name: 'confirm-correction', confirmed: false, reasonText: 'reason-2' },
      {
        waits: [],
        events: ['correction-refused'],
        clocks: { 'handle@housing': '2023-08-30T00:00 pending' },
      },
    ),
    does('2023-08-17T11:00', 'dispatcher', correcting('consultation')),
    does(
      '2023-08-17T11:30',
      'manager',
      { name: 'confirm-correction', confirmed: true },
      {
        clocks: { 'handle@housing': '2023-08-23T00:00 pending', requester: '2023-08-23T00:00 pending' },
      },
    ),
    ...answeredOn('2023-08-22'),
    does('2023-08-22T16:00', 'requester', rate('satisfied'), { clocks: { 'handle@housing': '2023-08-23T00:00 met' } }),
  ),
  history(
    '第二十条 派单前诉求人撤回即办结；派单后由中心确认，承办单位不能确认',
    ['20c'],
    ...inHandOn('2023-07-03'),
    does(
      '2023-07-04T09:00',
      'requester',
      { name: 'add-facts', contentText: 'content-2', files: ['file-1'] },
      {
        events: ['facts-added'],
        clocks: { 'handle@housing': '2023-07-13T00:00 pending' },
      },
    ),
    does('2023-07-04T10:00', 'requester', withdrawing, { waits: ['withdrawal'], stage: 'in-hand' }),
    refused('2023-07-04T10:10', 'clerk', { name: 'confirm-withdrawal', confirmed: true }, 'work-order.not-entitled'),
    does(
      '2023-07-04T10:20',
      'dispatcher',
      { name: 'confirm-withdrawal', confirmed: false, reasonText: 'reason-1' },
      {
        waits: [],
        stage: 'in-hand',
        events: ['withdrawal-refused'],
      },
    ),
    does('2023-07-05T10:00', 'requester', withdrawing),
    does(
      '2023-07-05T11:00',
      'dispatcher',
      { name: 'confirm-withdrawal', confirmed: true },
      {
        closure: 'withdrawn',
        told: ['requester: withdrawal-done'],
      },
    ),
  ),
  history(
    '第二十条 派单前撤回，当即办结',
    ['20c'],
    begins('2023-07-03T09:50'),
    does('2023-07-03T09:55', 'seat', accept()),
    does('2023-07-03T10:10', 'requester', withdrawing, { stage: 'closed', closure: 'withdrawn', told: ['requester: withdrawal-done'] }),
    refused('2023-07-03T10:20', 'dispatcher', dispatch(), 'work-order.closed'),
  ),
  history(
    '第二十条 举报撤回后继续办理，诉求人不再收到任何消息',
    ['20c', '12-2b'],
    begins('2023-08-08T09:50', { kind: 'report', grade: 'confidential' }),
    does('2023-08-08T09:55', 'seat', accept({ kind: 'report', grade: 'confidential' })),
    does('2023-08-08T10:00', 'dispatcher', dispatch(), { clocks: { 'handle@housing': '2023-08-30T00:00 pending' } }),
    does('2023-08-08T11:00', 'clerk', sign),
    does('2023-08-17T09:00', 'requester', withdrawing, { waits: ['withdrawal'] }),
    does(
      '2023-08-17T10:00',
      'dispatcher',
      { name: 'confirm-withdrawal', confirmed: true },
      {
        stage: 'in-hand',
        events: ['requester-left'],
        clocks: { 'handle@housing': '2023-08-30T00:00 pending' },
      },
    ),
    does('2023-08-21T10:00', 'handler', draft(), { untold: ['requester'] }),
    does('2023-08-21T11:00', 'reviewer', approve, { untold: ['requester'] }),
  ),
  history(
    '第二十条 举报件承办单位不得自行联系诉求人，由中心答复',
    ['20c', '12-0'],
    begins('2023-08-08T09:50', { kind: 'report', grade: 'confidential' }),
    does('2023-08-08T09:55', 'seat', accept({ kind: 'report', grade: 'confidential' })),
    does('2023-08-08T10:00', 'dispatcher', dispatch()),
    does('2023-08-08T11:00', 'clerk', sign),
    does('2023-08-28T10:00', 'handler', draft()),
    does('2023-08-28T11:00', 'reviewer', approve, { waits: ['delivery'] }),
    refused('2023-08-28T14:00', 'handler', deliver(), 'delivery.through-centre'),
    refused('2023-08-28T14:00', 'clerk', deliver('letter'), 'delivery.through-centre'),
    does('2023-08-29T10:00', 'centre', deliver(), {
      clocks: { 'handle@housing': '2023-08-30T00:00 met', requester: '2023-08-30T00:00 met' },
    }),
    does('2023-08-29T12:00', 'requester', rate('satisfied'), { closure: 'satisfied' }),
  ),
  history(
    '第二十条 不得派给被举报单位及其下属；误列的由两人更正后才能派给它',
    ['20c', '11-2'],
    begins('2023-07-03T09:50', { kind: 'report', grade: 'confidential' }),
    does(
      '2023-07-03T09:55',
      'seat',
      accept({ kind: 'report', grade: 'confidential', relations: { ...noRelations, accusedUnitId: 'housing' } }),
    ),
    refused('2023-07-03T10:00', 'dispatcher', dispatch('housing'), 'dispatch.unit-accused'),
    refused('2023-07-03T10:00', 'dispatcher', dispatch('housing-water'), 'dispatch.unit-accused'),
    does(
      '2023-07-03T10:05',
      'dispatcher',
      { name: 'clear-accused', reasonText: 'reason-1' },
      { waits: ['clearing'], untold: ['housing', 'requester'] },
    ),
    refused('2023-07-03T10:06', 'dispatcher', dispatch('housing'), 'dispatch.unit-accused'),
    does(
      '2023-07-03T10:10',
      'manager',
      { name: 'confirm-clearing', confirmed: false, reasonText: 'reason-2' },
      { events: ['clearing-refused'], waits: [] },
    ),
    does('2023-07-03T10:20', 'office', { name: 'clear-accused', reasonText: 'reason-3' }),
    refused('2023-07-03T10:30', 'office', { name: 'confirm-clearing', confirmed: true }, 'clearing.second-person'),
    does(
      '2023-07-03T10:40',
      'manager',
      { name: 'confirm-clearing', confirmed: true },
      { events: ['accused-cleared'], untold: ['housing', 'requester'] },
    ),
    does('2023-07-03T10:50', 'dispatcher', dispatch('housing'), { clocks: { 'handle@housing': '2023-07-18T00:00 pending' } }),
  ),
  history(
    '第二十条 被投诉单位可以说明情况，答复由上一级审核',
    ['20c', '7-2'],
    begins('2023-07-03T09:50', { kind: 'complaint' }),
    does('2023-07-03T09:55', 'seat', accept({ kind: 'complaint', relations: { ...noRelations, respondentUnitId: 'housing' } })),
    does('2023-07-03T10:00', 'dispatcher', dispatch('housing')),
    does('2023-07-03T11:00', 'clerk', sign),
    does('2023-07-05T10:00', 'handler', draft()),
    refused('2023-07-05T11:00', 'reviewer', approve, 'reply.approved-above'),
    does('2023-07-05T12:00', 'reviewerAbove', approve, { stage: 'to-deliver' }),
    does('2023-07-05T14:00', 'handler', deliver(), { clocks: { 'handle@housing': '2023-07-18T00:00 met' } }),
    does('2023-07-05T15:00', 'requester', rate('satisfied'), { closure: 'satisfied' }),
  ),
  history(
    '第十二条（二） 火把节通知未发布的年份，跨节时限标明为暂定',
    ['12-2b', '26'],
    ...inHandOn('2024-07-25'),
    looks('2024-07-25T12:00', { provisional: ['handle@housing', 'requester'], clocks: { dispatch: '2024-07-25T13:55 met' } }),
    ...answeredOn('2024-07-26'),
    does('2024-07-26T16:00', 'requester', rate('satisfied'), { closure: 'satisfied' }),
  ),
] as const
