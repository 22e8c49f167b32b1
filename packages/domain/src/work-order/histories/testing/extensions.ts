import { does, history, looks, refused } from './history.ts'
import { answeredOn, deliver, draft, inHandOn, rate } from './steps.ts'

const asking = (days: number) => ({ name: 'ask-extension', days, reasonText: 'reason-1' }) as const
const granting = (days: number, exceptionText: string | null = null) =>
  ({ name: 'decide-extension', assignmentId: '@housing', granted: true, days, exceptionText }) as const
const refusing = { name: 'decide-extension', assignmentId: '@housing', granted: false, reasonText: 'reason-2' } as const

/** 第十二条（三） 延期：申请从不停止计时。 */
export const extensions = [
  history(
    '第十二条（三） 届满前申请，同意延期五个工作日，自原时限起算，诉求人时限不动',
    ['12-3'],
    ...inHandOn('2023-08-08'),
    does('2023-08-24T10:00', 'handler', asking(5), {
      waits: ['extension'],
      clocks: { 'extension-decision': '2023-08-24T15:00 pending', 'handle@housing': '2023-08-25T00:00 pending' },
      untold: ['requester'],
    }),
    refused('2023-08-24T11:00', 'clerk', asking(3), 'extension.pending'),
    refused('2023-08-24T11:00', 'reviewer', granting(5), 'work-order.not-entitled'),
    does('2023-08-24T14:59', 'dispatcher', granting(5), {
      waits: [],
      clocks: {
        'extension-decision': '2023-08-24T15:00 met',
        'handle@housing': '2023-09-01T00:00 pending',
        requester: '2023-08-25T00:00 pending',
      },
      told: ['requester: extension-granted', 'housing: unit-extension-decided'],
    }),
    refused('2023-08-29T09:00', 'handler', asking(5), 'extension.once'),
    ...answeredOn('2023-08-31'),
    does('2023-08-31T16:00', 'requester', rate('satisfied'), {
      closure: 'satisfied',
      clocks: { 'handle@housing': '2023-09-01T00:00 met', requester: '2023-08-25T00:00 late' },
    }),
  ),
  history(
    '第十二条（三） 届满时未决定先记逾期，同意后转为按期，中心的迟延记在中心',
    ['12-3'],
    ...inHandOn('2023-08-08'),
    does('2023-08-24T16:30', 'handler', asking(3), { clocks: { 'extension-decision': '2023-08-25T13:30 pending' } }),
    looks('2023-08-25T00:00', { clocks: { 'handle@housing': '2023-08-25T00:00 breached' }, waits: ['extension'] }),
    does('2023-08-25T14:00', 'dispatcher', granting(3), {
      clocks: { 'extension-decision': '2023-08-25T13:30 late', 'handle@housing': '2023-08-30T00:00 pending' },
    }),
    ...answeredOn('2023-08-29'),
    does('2023-08-29T16:00', 'requester', rate('satisfied'), { clocks: { 'handle@housing': '2023-08-30T00:00 met' } }),
  ),
  history(
    '第十二条（三） 届满后先答复，再同意延期，答复由逾期转为按期',
    ['12-3'],
    ...inHandOn('2023-08-08'),
    does('2023-08-24T16:30', 'handler', asking(3)),
    does('2023-08-25T08:30', 'handler', draft()),
    does('2023-08-25T08:40', 'reviewer', { name: 'approve' }),
    does('2023-08-25T08:50', 'handler', deliver(), { clocks: { 'handle@housing': '2023-08-25T00:00 late' } }),
    does('2023-08-25T09:30', 'dispatcher', granting(3), {
      clocks: {
        'handle@housing': '2023-08-30T00:00 met',
        requester: '2023-08-25T00:00 late',
        'extension-decision': '2023-08-25T13:30 met',
      },
    }),
    does('2023-08-25T10:00', 'requester', rate('satisfied'), { closure: 'satisfied' }),
  ),
  history(
    '第十二条（三） 届满时未决定，不同意延期的仍为逾期',
    ['12-3'],
    ...inHandOn('2023-08-08'),
    does('2023-08-24T16:30', 'handler', asking(3)),
    does('2023-08-25T09:30', 'dispatcher', refusing, {
      clocks: { 'handle@housing': '2023-08-25T00:00 breached', 'extension-decision': '2023-08-25T13:30 met' },
      told: ['housing: unit-extension-decided'],
      untold: ['requester'],
    }),
    ...answeredOn('2023-08-25'),
    does('2023-08-25T16:00', 'requester', rate('satisfied'), { clocks: { 'handle@housing': '2023-08-25T00:00 late' } }),
  ),
  history(
    '第十二条（三） 时限届满以后不得再申请延期',
    ['12-3'],
    ...inHandOn('2023-07-03'),
    refused('2023-07-12T23:59', 'trafficHandler', asking(5), 'assignment.not-your-unit'),
    refused('2023-07-13T00:00', 'handler', asking(5), 'extension.expired'),
    ...answeredOn('2023-07-13'),
    does('2023-07-13T16:00', 'requester', rate('satisfied'), { clocks: { 'handle@housing': '2023-07-13T00:00 late' } }),
  ),
  history(
    '第十二条（三） 咨询原则上不予延期，只有中心负责人书面说明理由才能同意',
    ['12-3'],
    ...inHandOn('2023-07-03', { kind: 'consultation' }),
    does('2023-07-10T10:00', 'handler', asking(2), {
      clocks: { 'handle@housing': '2023-07-11T00:00 pending', 'extension-decision': '2023-07-10T15:00 pending' },
    }),
    refused('2023-07-10T10:30', 'dispatcher', granting(2, 'exception-1'), 'extension.in-principle-none'),
    refused('2023-07-10T10:30', 'manager', granting(2), 'extension.in-principle-none'),
    does('2023-07-10T11:00', 'manager', granting(2, 'exception-1'), { clocks: { 'handle@housing': '2023-07-13T00:00 pending' } }),
    ...answeredOn('2023-07-12'),
    does('2023-07-12T16:00', 'requester', rate('satisfied'), { clocks: { 'handle@housing': '2023-07-13T00:00 met' } }),
  ),
  history(
    '第十二条（三） 延期一般不超过十个工作日，超过的由中心负责人例外同意',
    ['12-3'],
    ...inHandOn('2023-08-08'),
    does('2023-08-21T10:00', 'handler', asking(15)),
    refused('2023-08-21T11:00', 'dispatcher', granting(15, 'exception-1'), 'clock.extension-out-of-range'),
    refused('2023-08-21T11:00', 'manager', granting(15), 'clock.extension-out-of-range'),
    does('2023-08-21T11:30', 'manager', granting(15, 'exception-1'), { clocks: { 'handle@housing': '2023-09-15T00:00 pending' } }),
    ...answeredOn('2023-09-14'),
    does('2023-09-14T16:00', 'requester', rate('satisfied'), {
      clocks: { 'handle@housing': '2023-09-15T00:00 met', requester: '2023-08-25T00:00 late' },
    }),
  ),
] as const
