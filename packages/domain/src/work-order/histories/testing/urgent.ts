import { begins, does, history, looks, refused } from './history.ts'
import { accept, answeredOn, dispatch, inHandOn, rate, sign } from './steps.ts'

const reporting = { name: 'report-to-office', reportText: 'report-1' } as const
const calling = (rank: number, outcome: 'confirmed' | 'no-answer') =>
  ({ name: 'call-unit', unitId: 'housing', rank, outcome, noteText: null }) as const
const joining = { name: 'join-incident', incidentId: 'incident-1' } as const
const acceptedOn = (at: string, urgency: 'special' | 'emergency') => [begins(`${at}:00`), does(`${at}:00`, 'seat', accept({ urgency }))]

/** 第十二条（四） 特殊事项、特殊紧急事项。 */
export const urgent = [
  history(
    '第十二条（四） 休息日夜间的特殊事项：报告、电话、派单各十五分钟，初步响应四个自然小时，进度三个工作日，类别时限照走',
    ['12-4a', '4-office'],
    ...acceptedOn('2023-08-12T20', 'special'),
    looks('2023-08-12T20:01', {
      stage: 'to-dispatch',
      waits: ['acts'],
      clocks: { dispatch: '2023-08-12T20:15 pending', report: '2023-08-12T20:15 pending', call: '2023-08-12T20:15 pending' },
    }),
    does('2023-08-12T20:05', 'dispatcher', reporting, { clocks: { report: '2023-08-12T20:15 met' } }),
    does('2023-08-12T20:08', 'dispatcher', calling(1, 'no-answer'), { clocks: { call: '2023-08-12T20:15 pending' } }),
    does('2023-08-12T20:09', 'seat', calling(2, 'confirmed'), { clocks: { call: '2023-08-12T20:15 met' } }),
    does('2023-08-12T20:10', 'dispatcher', dispatch(), {
      clocks: {
        dispatch: '2023-08-12T20:15 met',
        'special-response@housing': '2023-08-13T00:10 pending',
        'special-progress@housing': '2023-08-20T00:00 pending',
        'handle@housing': '2023-08-25T00:00 pending',
      },
      told: ['housing: unit-order-urgent'],
    }),
    refused('2023-08-12T20:20', 'dispatcher', { name: 'acknowledge-report', instructionText: null }, 'work-order.not-entitled'),
    does('2023-08-12T20:30', 'office', { name: 'acknowledge-report', instructionText: 'instruction-1' }, { waits: [] }),
    does('2023-08-12T21:00', 'clerk', sign),
    does(
      '2023-08-13T00:09',
      'handler',
      { name: 'give-first-response', responseText: 'response-1' },
      {
        clocks: { 'special-response@housing': '2023-08-13T00:10 met' },
      },
    ),
    does(
      '2023-08-19T23:59',
      'handler',
      { name: 'report-progress', progressText: 'progress-1' },
      {
        clocks: { 'special-progress@housing': '2023-08-20T00:00 met' },
      },
    ),
    ...answeredOn('2023-08-24'),
    does('2023-08-24T16:00', 'requester', rate('satisfied'), {
      closure: 'satisfied',
      clocks: { 'handle@housing': '2023-08-25T00:00 met' },
    }),
  ),
  history(
    '第十二条（四） 特殊紧急事项：五分钟、两小时、两个工作日；逾时照收记为逾期',
    ['12-4b'],
    ...acceptedOn('2023-08-12T20', 'emergency'),
    looks('2023-08-12T20:05', {
      clocks: { dispatch: '2023-08-12T20:05 breached', report: '2023-08-12T20:05 breached', call: '2023-08-12T20:05 breached' },
      waits: ['acts'],
    }),
    does('2023-08-12T20:06', 'dispatcher', dispatch(), {
      clocks: {
        dispatch: '2023-08-12T20:05 late',
        'emergency-response@housing': '2023-08-12T22:06 pending',
        'emergency-progress@housing': '2023-08-19T00:00 pending',
        'return@housing': '2023-08-12T22:06 pending',
        'handle@housing': '2023-08-25T00:00 pending',
      },
    }),
    does('2023-08-12T20:07', 'dispatcher', reporting, { clocks: { report: '2023-08-12T20:05 late' }, waits: ['acts', 'report'] }),
    does('2023-08-12T20:08', 'dispatcher', calling(1, 'confirmed'), { clocks: { call: '2023-08-12T20:05 late' }, waits: ['report'] }),
    refused('2023-08-12T20:09', 'dispatcher', reporting, 'urgent.reported'),
    does('2023-08-12T20:30', 'office', { name: 'acknowledge-report', instructionText: null }, { waits: [] }),
    does('2023-08-12T20:40', 'clerk', sign),
    does(
      '2023-08-12T22:06',
      'handler',
      { name: 'give-first-response', responseText: 'response-1' },
      {
        clocks: { 'emergency-response@housing': '2023-08-12T22:06 late' },
      },
    ),
    refused('2023-08-12T22:10', 'handler', { name: 'give-first-response', responseText: 'response-2' }, 'assignment.clock-met'),
    does(
      '2023-08-19T00:00',
      'handler',
      { name: 'report-progress', progressText: 'progress-1' },
      {
        clocks: { 'emergency-progress@housing': '2023-08-19T00:00 late' },
      },
    ),
    ...answeredOn('2023-08-21'),
    does('2023-08-21T16:00', 'requester', rate('satisfied'), { closure: 'satisfied' }),
  ),
  history(
    '第十二条（四） 办理中升为特殊事项，再升为特殊紧急事项，只由轻到重',
    ['12-4a', '12-4b'],
    ...inHandOn('2023-08-08'),
    does(
      '2023-08-08T15:00',
      'dispatcher',
      { name: 'mark-urgent', urgency: 'special', reasonText: 'reason-1' },
      {
        clocks: {
          report: '2023-08-08T15:15 pending',
          call: '2023-08-08T15:15 pending',
          'special-response@housing': '2023-08-08T19:00 pending',
          'special-progress@housing': '2023-08-20T00:00 pending',
          'handle@housing': '2023-08-25T00:00 pending',
        },
        told: ['housing: unit-order-urgent'],
      },
    ),
    refused('2023-08-08T15:10', 'dispatcher', { name: 'mark-urgent', urgency: 'special', reasonText: 'reason-1' }, 'urgent.already'),
    does(
      '2023-08-08T16:00',
      'dispatcher',
      { name: 'mark-urgent', urgency: 'emergency', reasonText: 'reason-2' },
      {
        clocks: {
          'emergency-response@housing': '2023-08-08T18:00 pending',
          'emergency-progress@housing': '2023-08-19T00:00 pending',
        },
      },
    ),
    refused('2023-08-08T16:10', 'dispatcher', { name: 'mark-urgent', urgency: 'special', reasonText: 'reason-1' }, 'urgent.already'),
    does('2023-08-08T16:20', 'dispatcher', reporting),
    does('2023-08-08T16:21', 'dispatcher', calling(1, 'confirmed')),
    does(
      '2023-08-08T17:00',
      'handler',
      { name: 'give-first-response', responseText: 'response-1' },
      {
        clocks: { 'emergency-response@housing': '2023-08-08T18:00 met' },
      },
    ),
    does(
      '2023-08-09T10:00',
      'handler',
      { name: 'report-progress', progressText: 'progress-1' },
      {
        clocks: { 'emergency-progress@housing': '2023-08-19T00:00 met' },
      },
    ),
    ...answeredOn('2023-08-18'),
    does('2023-08-18T16:00', 'requester', rate('satisfied'), { closure: 'satisfied' }),
  ),
  history(
    '第十二条（四） 多人反映同一停水：并入同一事件，处理结束后逐一答复并回访',
    ['12-4a', '13-1'],
    begins('2023-07-03T09:50'),
    does('2023-07-03T09:55', 'seat', accept()),
    does('2023-07-03T10:00', 'dispatcher', joining, {
      stage: 'with-incident',
      clocks: { requester: '2023-07-13T00:00 pending' },
      told: ['requester: request-with-incident'],
    }),
    does(
      '2023-07-03T18:00',
      'system',
      { name: 'answer-from-incident', answerText: 'answer-1' },
      {
        stage: 'asked',
        clocks: { requester: '2023-07-13T00:00 met' },
        told: ['requester: reply-ready', 'requester: follow-up'],
      },
    ),
    does('2023-07-03T19:00', 'requester', rate('satisfied'), { closure: 'satisfied' }),
  ),
  history(
    '第十二条（四） 误并的移出事件，三小时工作时间内另行转办；举报不并入',
    ['12-4a', '12-1', '20c'],
    begins('2023-07-03T09:50'),
    does('2023-07-03T09:55', 'seat', accept()),
    does('2023-07-03T10:00', 'dispatcher', joining),
    does(
      '2023-07-03T16:00',
      'dispatcher',
      { name: 'leave-incident', reasonText: 'reason-1' },
      {
        stage: 'to-dispatch',
        clocks: { redispatch: '2023-07-04T11:00 pending', requester: '2023-07-13T00:00 pending' },
      },
    ),
    does('2023-07-04T10:59', 'dispatcher', dispatch(), {
      clocks: { redispatch: '2023-07-04T11:00 met', 'handle@housing': '2023-07-14T00:00 pending', requester: '2023-07-13T00:00 pending' },
    }),
    does('2023-07-04T11:30', 'clerk', sign),
    ...answeredOn('2023-07-05'),
    does('2023-07-05T16:00', 'requester', rate('satisfied'), { closure: 'satisfied' }),
  ),
  history(
    '第二十条 举报不与他人的诉求合并',
    ['20c', '12-4a'],
    begins('2023-07-03T09:50', { kind: 'report', grade: 'confidential' }),
    does('2023-07-03T09:55', 'seat', accept({ kind: 'report', grade: 'confidential' })),
    refused('2023-07-03T10:00', 'dispatcher', joining, 'incident.confidential'),
    does('2023-07-03T10:05', 'dispatcher', dispatch(), { clocks: { 'handle@housing': '2023-07-18T00:00 pending' } }),
  ),
] as const
