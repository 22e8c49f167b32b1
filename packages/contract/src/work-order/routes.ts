import { z } from 'zod'
import { civilDate, page, pageQuery, route, uuid } from '../kernel/index.ts'
import * as body from './commands.ts'
import { waitings } from '../vocabulary/index.ts'
import { kind, orderRow, orderView, recordedOrder, repeat, ruling, stage, stepTaken, subjectCode, unitId, urgentRow } from './shapes.ts'

const tag = 'work-orders'
const params = z.object({ orderId: uuid })
const staff = (action: string) => ({ kind: 'staff', action }) as const
const waiting = z.enum(waitings)
const bounded = z.int().describe('99 or fewer; 100 means more')
const listQuery = z.object({
  ...pageQuery,
  stage: z
    .array(stage)
    .or(stage.transform((one) => [one]))
    .optional(),
  mine: z.stringbool().optional(),
  waiting: waiting.optional().describe('Only what waits for the centre: for its confirmation, or for a reply that it delivers itself'),
})
const searchQuery = z.object({
  ...pageQuery,
  text: z.string().trim().min(2).max(50).optional().describe('Two characters or more of the matter, or an order number'),
  phone: z.string().trim().max(30).optional().describe('The requester’s number; the search is audited'),
  county: z
    .string()
    .regex(/^\d{6}$/)
    .optional(),
  unitId: unitId.optional(),
  kind: kind.optional(),
  stage: stage.optional(),
  from: civilDate.optional(),
  to: civilDate.optional(),
})

const command = <B extends z.ZodType>(path: string, right: string, summary: string, commandBody: B) =>
  route({
    method: 'POST',
    path: `/orders/:orderId/${path}`,
    summary,
    tag,
    access: staff(right),
    params,
    body: commandBody,
    response: stepTaken,
    command: true,
  })
const nothing = z.object({})

/** Orders as staff work on them. A command answers what became of it; the page has its clocks and the steps that are allowed next. */
export const workOrderRoutes = {
  recordOrder: route({
    method: 'POST',
    path: '/orders',
    summary: '登记诉求 Record a matter',
    tag,
    access: staff('order.record'),
    body: body.recordBody,
    response: recordedOrder,
    status: 201,
    command: true,
  }),
  listOrders: route({
    method: 'GET',
    path: '/orders',
    summary: '工作列表 Work list, most urgent first',
    tag,
    access: staff('order.read'),
    query: listQuery,
    response: page(orderRow),
  }),
  countOrders: route({
    method: 'GET',
    path: '/orders/counts',
    summary: '各环节件数 Orders per stage and waiting for the centre, bounded',
    tag,
    access: staff('order.read'),
    response: z.object({
      counts: z.array(z.object({ stage, count: bounded })),
      waiting: z.array(z.object({ waiting, count: bounded })).describe('What waits for the centre'),
    }),
  }),
  listUrgent: route({
    method: 'GET',
    path: '/orders/urgent',
    summary: '特殊事项倒计时 Open special and emergency matters, what is due first on top, fifty at most; for the centre',
    tag,
    access: staff('order.read'),
    response: z.object({ items: z.array(urgentRow) }),
  }),
  searchOrders: route({
    method: 'GET',
    path: '/orders/search',
    summary: '查找工单 Search',
    tag,
    access: staff('order.search'),
    query: searchQuery,
    response: page(orderRow).extend({
      lookedBackTo: civilDate.nullable().describe('The day of recording that was looked back to; null when there is nothing older'),
    }),
  }),
  readOrder: route({
    method: 'GET',
    path: '/orders/:orderId',
    summary: '工单 An order',
    tag,
    access: staff('order.read'),
    params,
    response: orderView,
  }),
  listRulings: route({
    method: 'GET',
    path: '/orders/rulings',
    summary: '裁定先例 Rulings and designations, newest first',
    tag,
    access: staff('order.read'),
    query: z.object({ ...pageQuery, subject: subjectCode.optional(), unitId: unitId.optional() }),
    response: page(ruling),
  }),
  listRepeats: route({
    method: 'GET',
    path: '/orders/:orderId/repeats',
    summary: '同一诉求人的其他工单 Other orders of the same person, newest first, twenty at most; not for units',
    tag,
    access: staff('order.search'),
    params,
    response: z.object({ items: z.array(repeat) }),
  }),
  revealRequester: route({
    method: 'POST',
    path: '/orders/:orderId/reveal',
    summary: '查看诉求人身份 Reveal the requester, with a reason',
    tag,
    access: staff('identity.reveal'),
    params,
    body: z.object({
      reason: z.enum(['contact-requester', 'verify-matter', 'emergency', 'lawful-request']),
      words: body.clarifyBody.shape.note,
    }),
    response: z.object({
      name: z.string().nullable(),
      phone: z.string().nullable(),
      homeAddress: z.string().nullable(),
      content: z.string().nullable().describe('The matter as it was written, with what is masked elsewhere'),
    }),
  }),
  clarifyOrder: command('clarify', 'order.record', '澄清记录 Record an attempt to clarify', body.clarifyBody),
  acceptOrder: command('accept', 'order.accept', '受理 Accept', body.acceptBody),
  declineOrder: command('decline', 'order.decline', '不予受理 Decline', body.declineBody),
  answerOrder: command('answer', 'order.answer', '直接解答 Answer directly', body.answerBody),
  dispatchOrder: command('dispatch', 'order.dispatch', '派单 Dispatch', body.dispatchBody),
  verifyOrder: command('verify', 'order.verify', '请部门核实 Ask a department whether it is within scope', body.verifyBody),
  answerVerification: command('verification', 'order.answer-verification', '答复核实 Answer a verification', body.answerVerificationBody),
  dispatchJointly: command('dispatch-jointly', 'order.dispatch', '会签、牵头派单 Dispatch to several units', body.dispatchJointlyBody),
  addUnit: command('add-unit', 'order.dispatch', '增加承办单位 Add a unit', body.addUnitBody),
  withdrawUnit: command('withdraw-unit', 'order.dispatch', '撤销承办 Take a unit’s part back', body.withdrawUnitBody),
  replaceUnit: command('replace-unit', 'order.dispatch', '更换承办单位 Replace a unit', body.replaceUnitBody),
  askCoordination: command('coordination', 'order.dispatch', '提请专题协调 Ask the office to coordinate', body.coordinationBody),
  holdCoordination: command('coordination-record', 'order.coordinate', '协调记录 Record a coordination', body.holdCoordinationBody),
  designateUnit: command('designate', 'order.coordinate', '指定承办单位 Designate a unit', body.designateBody),
  returnOrder: command('return', 'order.return', '退回 Return', body.returnBody),
  acceptReturn: command('accept-return', 'order.rule', '同意退回 Accept a return', body.acceptReturnBody),
  refuseReturn: command('refuse-return', 'order.rule', '不同意退回 Rule against a return', body.refuseReturnBody),
  passOn: command('pass-on', 'order.pass-on', '单位内部交办 Pass on within the unit', body.passOnBody),
  reportBack: command('report-back', 'order.draft', '反馈交办事项 Report back to the unit', body.reportBackBody),
  askExtension: command('extension', 'order.ask-extension', '申请延时 Ask for more time', body.askExtensionBody),
  decideExtension: command('decide-extension', 'order.decide-extension', '决定延时 Decide on more time', body.decideExtensionBody),
  signOrder: command('sign', 'order.sign', '签收 Sign', nothing),
  giveFirstResponse: command('first-response', 'order.draft', '初步响应 First response', body.firstResponseBody),
  reportProgress: command('progress', 'order.draft', '处理进度 Progress', body.progressBody),
  draftReply: command('draft', 'order.draft', '起草答复 Draft the reply', body.draftBody),
  sendBackReply: command('send-back', 'order.approve', '退回修改 Send the draft back', body.sendBackBody),
  approveReply: command('approve', 'order.approve', '审核通过 Approve', nothing),
  recordAttempt: command('attempts', 'order.attempt', '联系记录 Record an attempt to reach', body.attemptBody),
  deliverReply: command('deliver', 'order.deliver', '答复诉求人 Deliver', body.deliverBody),
  followUpOrder: command('follow-up', 'order.follow-up', '人工回访 Manual follow-up', body.followUpBody),
  redoOrder: command('redo', 'order.redo', '退回重办 Order a redo', body.redoBody),
  closeOrder: command('close', 'order.close', '答复合规办结 Close on a lawful reply', body.closeBody),
  markUrgent: command('urgent', 'order.mark-urgent', '定为特殊事项 Mark as special or emergency', body.markUrgentBody),
  reportToOffice: command('report', 'order.act', '向州政府办公室报告 Report to the office', body.reportToOfficeBody),
  acknowledgeReport: command('acknowledge-report', 'order.coordinate', '签收报告 Acknowledge a report', body.acknowledgeReportBody),
  callUnit: command('calls', 'order.act', '电话告知 Record a call to a unit', body.callUnitBody),
  joinIncident: command('join-incident', 'order.dispatch', '并入事件 Handle with an incident', body.joinIncidentBody),
  leaveIncident: command('leave-incident', 'order.dispatch', '从事件拆出 Take out of an incident', body.leaveIncidentBody),
  explainToRequester: command('explain', 'order.deliver', '向诉求人解释 Explain to the requester, on record', body.explainBody),
  closeNoted: command('close-noted', 'order.close', '备注办结 Close with a note', body.closeNotedBody),
  disputeRating: command('dispute', 'order.dispute', '对评价提出异议 Dispute a rating', body.disputeBody),
  screenRating: command('screen', 'order.screen', '甄别 Screen a disputed rating', body.screenBody),
  markOrder: command('mark', 'order.mark', '标记调解、执法类 Mark as mediation or law enforcement', body.markBody),
  reopenOrder: command('reopen', 'order.record', '代诉求人重新提出 Reopen for the requester', body.reopenBody),
  linkRepeat: command('repeat-of', 'order.link-repeat', '关联重复诉求 Link to an earlier order of the same person', body.linkRepeatBody),
  proposeTermination: command('termination', 'order.terminate', '认定终结办理 Determine a termination', body.terminationBody),
  confirmTermination: command(
    'confirm-termination',
    'order.confirm-termination',
    '核查终结办理 Check a termination',
    body.confirmTerminationBody,
  ),
  explainTermination: command(
    'explain-termination',
    'order.link-repeat',
    '解释终结意见 Explain an earlier termination and close',
    body.explainTerminationBody,
  ),
  correctOrder: command('correct', 'order.correct', '订正 Correct kind, subject or place', body.correctBody),
  confirmCorrection: command('confirm-correction', 'order.correct', '确认订正 Second person for a correction', body.confirmCorrectionBody),
  addFacts: command('facts', 'order.add-facts', '补充情况 Add facts', body.factsBody),
  withdrawOrder: command('withdraw', 'order.record', '代诉求人撤回 Withdraw for the requester', body.withdrawBody),
  recuse: command('recuse', 'order.recuse', '申报回避 Stand back from an order', body.recuseBody),
  clearAccused: command('clear-accused', 'order.clear-accused', '误列被举报单位 A wrong unit stands accused', body.clearAccusedBody),
  confirmClearing: command(
    'confirm-clearing',
    'order.confirm-clearing',
    '确认误列更正 Second person for a wrong accused',
    body.confirmClearingBody,
  ),
  confirmWithdrawal: command('confirm-withdrawal', 'order.confirm-withdrawal', '确认撤回 Confirm a withdrawal', body.confirmWithdrawalBody),
} as const
