import { begins, does, history, looks, refused } from './history.ts'
import { accept, dispatch } from './steps.ts'

const web = { channel: 'web', contactId: 'contact-1', kind: null, subject: null, place: null } as const
const asking = (unitId = 'housing') => ({ name: 'ask-verification', unitId, questionText: 'question-1' }) as const
const declining = (change: object) =>
  ({ name: 'decline', ground: '9-1', lawfulChannel: 'court', explanationText: 'explanation-1', also: null, ...change }) as never
const clarifying = { name: 'clarify', outcome: 'reached', noteText: null } as const

/** 第八条至第十一条（一）: what becomes of a request before it is anybody's to handle. */
export const intake = [
  history(
    '第十一条（一） 电话咨询当场答复，记下所引知识条目的版本',
    ['11-1', '11-modes'],
    begins('2023-07-03T09:00', { kind: 'consultation' }, { stage: 'to-accept' }),
    does(
      '2023-07-03T09:04',
      'seat',
      { name: 'answer', answerText: 'answer-1', kind: 'consultation', knowledge: { itemId: 'item-1', version: 3 } },
      { stage: 'closed', closure: 'answered-directly', untold: ['requester', 'housing'] },
    ),
    refused('2023-07-03T09:05', 'dispatcher', dispatch(), 'work-order.closed'),
  ),
  history(
    '第二条 周六晚间网上咨询自提交起计时，周一答复',
    ['2-channels', '11-1', '12-2b'],
    begins(
      '2023-07-01T20:00',
      { ...web, kind: 'consultation' },
      { clocks: { requester: '2023-07-08T00:00 pending', dispatch: '2023-07-03T12:00 pending' }, told: ['requester: request-received'] },
      'requester',
    ),
    does(
      '2023-07-03T10:00',
      'seat',
      { name: 'answer', answerText: 'answer-1', kind: 'consultation', knowledge: null },
      { closure: 'answered-directly', clocks: { requester: '2023-07-08T00:00 met' }, told: ['requester: request-answered'] },
    ),
  ),
  history(
    '第十条 网上自选求助、受理时定为投诉，时限自提交起重算',
    ['10-record', '12-2b'],
    begins(
      '2023-07-07T18:00',
      { ...web, kind: 'help', subject: 'water-supply', place: { county: '513401', township: null } },
      { clocks: { requester: '2023-07-19T00:00 pending', dispatch: '2023-07-10T12:00 pending' } },
      'requester',
    ),
    does('2023-07-10T10:00', 'seat', accept({ kind: 'complaint' }), {
      stage: 'to-dispatch',
      clocks: { requester: '2023-07-22T00:00 pending', dispatch: '2023-07-10T12:00 pending' },
      told: ['requester: request-accepted'],
    }),
    does('2023-07-10T11:59', 'dispatcher', dispatch(), {
      clocks: { dispatch: '2023-07-10T12:00 met', 'handle@housing': '2023-07-25T00:00 pending' },
    }),
  ),
  history(
    '第九条（五） 表述不清的，先澄清一次，再不予受理',
    ['9-5', '9-guide'],
    begins('2023-07-03T09:00'),
    refused('2023-07-03T09:02', 'seat', declining({ ground: '9-5', lawfulChannel: 'none-needed' }), 'decline.not-clarified'),
    does('2023-07-03T09:03', 'seat', clarifying, { events: ['clarification-attempted'] }),
    does('2023-07-03T09:05', 'seat', declining({ ground: '9-5', lawfulChannel: 'none-needed' }), {
      stage: 'closed',
      closure: 'declined',
      told: ['requester: request-declined'],
    }),
  ),
  history(
    '第九条（一） 已入信访渠道的不予受理，并告知法定渠道',
    ['9-1', '9-guide'],
    begins('2023-07-03T09:00'),
    refused('2023-07-03T09:02', 'seat', declining({ lawfulChannel: 'none-needed' }), 'decline.channel-needed'),
    does('2023-07-03T09:05', 'seat', declining({ lawfulChannel: 'petition-office' }), { closure: 'declined' }),
    refused('2023-07-03T09:06', 'requester', { name: 'reopen', factsText: 'facts-1' }, 'reopen.not-handled'),
  ),
  history(
    '第九条（三） 119 范围的立即移交，同一步生成特殊紧急工单',
    ['9-3', '12-4b'],
    begins('2023-08-12T20:00'),
    refused('2023-08-12T20:01', 'seat', declining({ ground: '9-3', lawfulChannel: 'court' }), 'decline.emergency-line-needed'),
    refused(
      '2023-08-12T20:01',
      'seat',
      declining({ ground: '9-3', lawfulChannel: 'fire-119', also: { ...accept(), name: undefined } }),
      'decline.urgency-needed',
    ),
    does(
      '2023-08-12T20:02',
      'seat',
      declining({ ground: '9-3', lawfulChannel: 'fire-119', also: { ...accept({ urgency: 'emergency' }), name: undefined } }),
      {
        events: ['handed-over', 'accepted'],
        stage: 'to-dispatch',
        clocks: { dispatch: '2023-08-12T20:07 pending', report: '2023-08-12T20:07 pending', call: '2023-08-12T20:07 pending' },
      },
    ),
  ),
  history(
    '第九条 无法认定的先核实，部门确认属于职责，受理后转办',
    ['9-guide', '8-1'],
    begins('2023-08-08T09:50'),
    does('2023-08-08T10:00', 'seat', asking(), {
      clocks: { 'verify@housing': '2023-08-18T00:00 pending' },
      units: { housing: 'to-verify' },
      told: ['housing: unit-verify'],
      untold: ['requester'],
    }),
    refused('2023-08-08T10:05', 'seat', asking('traffic'), 'verification.pending'),
    refused(
      '2023-08-08T10:30',
      'otherClerk',
      { name: 'answer-verification', finding: 'within-scope', answerText: 'answer-1' },
      'assignment.not-your-unit',
    ),
    does(
      '2023-08-17T23:59',
      'clerk',
      { name: 'answer-verification', finding: 'within-scope', answerText: 'answer-1' },
      {
        clocks: { 'verify@housing': '2023-08-18T00:00 met' },
        waits: ['verified'],
        units: { housing: 'none' },
      },
    ),
    refused(
      '2023-08-18T09:00',
      'clerk',
      { name: 'answer-verification', finding: 'within-scope', answerText: 'answer-2' },
      'verification.none-pending',
    ),
    does('2023-08-18T09:00', 'seat', accept(), {
      stage: 'to-dispatch',
      waits: [],
      clocks: { dispatch: '2023-08-18T12:00 pending', requester: '2023-08-29T00:00 pending' },
    }),
  ),
  history(
    '第九条 核实逾期答复照收，认定不属受理范围的不予受理并引导',
    ['9-guide', '9-7'],
    begins('2023-07-03T09:00'),
    does('2023-07-03T09:10', 'seat', asking(), { clocks: { 'verify@housing': '2023-07-05T00:00 pending' } }),
    looks('2023-07-05T00:00', {
      clocks: { 'verify@housing': '2023-07-05T00:00 breached' },
      told: ['housing: unit-due-warning', 'housing: unit-overdue'],
    }),
    does(
      '2023-07-05T09:00',
      'handler',
      { name: 'answer-verification', finding: 'out-of-scope', answerText: 'answer-1' },
      {
        clocks: { 'verify@housing': '2023-07-05T00:00 late' },
      },
    ),
    does('2023-07-05T09:30', 'seat', declining({ ground: '9-7', lawfulChannel: 'competent-department' }), { closure: 'declined' }),
  ),
  history(
    '第九条 受理后发现不属受理范围，由派单员说明理由改为不予受理',
    ['9-guide', '9-2'],
    begins('2023-07-03T09:00'),
    does('2023-07-03T09:10', 'seat', accept()),
    refused(
      '2023-07-03T09:20',
      'seat',
      declining({ ground: '9-2', lawfulChannel: 'secrecy-bureau', reasonText: 'reason-1' }),
      'acceptance.by-centre',
    ),
    refused('2023-07-03T09:30', 'dispatcher', declining({ ground: '9-2', lawfulChannel: 'secrecy-bureau' }), 'acceptance.reason-needed'),
    does('2023-07-03T09:40', 'dispatcher', declining({ ground: '9-2', lawfulChannel: 'secrecy-bureau', reasonText: 'reason-1' }), {
      closure: 'declined',
      told: ['requester: request-declined'],
    }),
  ),
  history(
    '第十二条（一） 下班前一小时受理，三小时工作时间跨过火把节',
    ['12-1'],
    begins('2023-08-08T15:50'),
    does('2023-08-08T16:00', 'seat', accept(), { clocks: { dispatch: '2023-08-17T11:00 pending', requester: '2023-08-25T00:00 pending' } }),
    looks('2023-08-17T10:59', { stage: 'to-dispatch', clocks: { dispatch: '2023-08-17T11:00 pending' } }),
    does('2023-08-17T11:00', 'dispatcher', dispatch(), {
      clocks: { dispatch: '2023-08-17T11:00 late', 'handle@housing': '2023-08-26T00:00 pending', requester: '2023-08-25T00:00 pending' },
    }),
  ),
] as const
