import type {
  AssignmentRole,
  AssignmentStatus,
  AttemptOutcome,
  Channel,
  ClosureKind,
  DeclineGround,
  DeliveryWay,
  DissatisfactionReason,
  FollowUpOutcome,
  Grade,
  HandlingMark,
  HandlingMode,
  Kind,
  LawfulChannel,
  Principle,
  SealReason,
  Stage,
  Status,
  UnitCallOutcome,
  Urgency,
  VerificationFinding,
} from './work-order.ts'

/** What a code is called, for people. */
export type Label = { readonly zh: string; readonly en: string }
const label = (zh: string, en: string): Label => ({ zh, en })

export const kindLabels = {
  consultation: label('咨询', 'Consultation'),
  help: label('求助', 'Help'),
  complaint: label('投诉', 'Complaint'),
  report: label('举报', 'Report'),
  suggestion: label('意见建议', 'Suggestion'),
  praise: label('表扬', 'Praise'),
  other: label('其他', 'Other'),
} as const satisfies Record<Kind, Label>

export const channelLabels = {
  phone: label('电话', 'Phone'),
  web: label('网站', 'Web site'),
  wechat: label('微信', 'WeChat'),
  app: label('移动客户端', 'App'),
  mailbox: label('信箱', 'Mailbox'),
  upstream: label('上级平台', 'Upstream platform'),
} as const satisfies Record<Channel, Label>

export const gradeLabels = {
  open: label('公开', 'Open'),
  confidential: label('保密', 'Confidential'),
  sealed: label('密封', 'Sealed'),
} as const satisfies Record<Grade, Label>

export const sealReasonLabels = {
  retaliation: label('可能遭到打击报复', 'Somebody may be retaliated against'),
  officials: label('涉及工作人员本人或者其亲属', 'It concerns officials or their families'),
  minors: label('涉及未成年人', 'It concerns minors'),
  privacy: label('涉及重大个人隐私', 'It concerns grave personal privacy'),
} as const satisfies Record<SealReason, Label>

export const urgencyLabels = {
  ordinary: label('普通', 'Ordinary'),
  special: label('特殊事项', 'Special'),
  emergency: label('特殊紧急事项', 'Emergency'),
} as const satisfies Record<Urgency, Label>

/** 第九条: the grounds in the words that a seat says on the phone. */
export const declineGroundLabels = {
  '9-1': label(
    '须通过诉讼、仲裁、纪检监察、行政复议、政府信息公开等程序解决，或已进入信访渠道',
    'For courts, arbitration, discipline inspection, review, disclosure; or already a petition',
  ),
  '9-2': label('涉及国家秘密、商业秘密、个人隐私，或违反社会公序良俗', 'State or trade secrets, privacy, public order and morals'),
  '9-3': label('属于 110、119、120、122 等紧急救助范围', 'A matter for the emergency lines'),
  '9-4': label('属于军队、武警部队职权范围', 'A matter of the armed forces'),
  '9-5': label('恶意骚扰、诉求表述不清或无实质内容', 'Harassment, unclear, or without substance'),
  '9-6': label('违反法律法规规章规定', 'Against laws, regulations or rules'),
  '9-7': label('法律法规规章等规定不予受理的其他事项', 'Other matters that law excludes'),
} as const satisfies Record<DeclineGround, Label>

export const lawfulChannelLabels = {
  court: label('人民法院', 'The people’s court'),
  arbitration: label('仲裁机构', 'Arbitration'),
  'discipline-inspection': label('纪检监察机关（12388）', 'Discipline inspection (12388)'),
  'administrative-review': label('行政复议机关', 'Administrative review'),
  'information-disclosure': label('政府信息公开申请', 'Application for disclosure'),
  'petition-office': label('信访部门', 'Petition office'),
  'police-110': label('110 报警', 'Police, 110'),
  'fire-119': label('119 火警', 'Fire, 119'),
  'ambulance-120': label('120 急救', 'Ambulance, 120'),
  'traffic-122': label('122 交通事故', 'Traffic accidents, 122'),
  military: label('军队有关部门', 'The armed forces'),
  'secrecy-bureau': label('保密行政管理部门', 'Secrecy administration'),
  'competent-department': label('有管辖权的主管部门', 'The competent department'),
  'none-needed': label('无需另行反映', 'None needed'),
} as const satisfies Record<LawfulChannel, Label>

export const principleLabels = {
  place: label('属地管理', 'By place'),
  duty: label('按职承办', 'By duty'),
  industry: label('行业主管', 'By industry'),
} as const satisfies Record<Principle, Label>

export const deliveryWayLabels = {
  phone: label('电话答复', 'By phone'),
  sms: label('短信答复', 'By SMS'),
  'tracking-page': label('查询页面答复', 'On the tracking page'),
  letter: label('书面答复', 'By letter'),
  'in-person': label('当面答复', 'In person'),
} as const satisfies Record<DeliveryWay, Label>

export const attemptOutcomeLabels = {
  reached: label('已联系到', 'Reached'),
  'no-answer': label('无人接听', 'No answer'),
  refused: label('拒绝沟通', 'Refused'),
  'wrong-number': label('号码有误', 'Wrong number'),
} as const satisfies Record<AttemptOutcome, Label>

export const followUpOutcomeLabels = {
  satisfied: label('满意', 'Satisfied'),
  'basically-satisfied': label('基本满意', 'Basically satisfied'),
  dissatisfied: label('不满意', 'Dissatisfied'),
  'no-answer': label('无人应答', 'No answer'),
  invalid: label('评价无效', 'Invalid'),
  unreachable: label('无法联系', 'Unreachable'),
} as const satisfies Record<FollowUpOutcome, Label>

export const dissatisfactionReasonLabels = {
  'not-done': label('应办未办', 'Not done though it should be'),
  'done-badly': label('办理不到位', 'Done badly'),
  'not-answered': label('答非所问', 'The question was not answered'),
  attitude: label('服务态度', 'Attitude'),
  'too-slow': label('办理太慢', 'Too slow'),
  'beyond-law': label('超出法律法规规定', 'Beyond the law'),
  'policy-limits': label('受政策等客观条件限制', 'Limits of policy'),
  expectation: label('期望过高', 'Excessive expectation'),
} as const satisfies Record<DissatisfactionReason, Label>

export const closureKindLabels = {
  'answered-directly': label('直接解答', 'Answered directly'),
  declined: label('不予受理', 'Declined'),
  satisfied: label('满意办结', 'Satisfied'),
  'lawful-reply': label('答复合规办结', 'Lawful reply'),
  noted: label('备注办结', 'Closed with a note'),
  terminated: label('终结办理', 'Terminated'),
  'explained-again': label('已解释终结意见', 'Termination explained'),
  withdrawn: label('撤回', 'Withdrawn'),
} as const satisfies Record<ClosureKind, Label>

export const handlingMarkLabels = {
  mediation: label('行政调解类', 'Mediation'),
  enforcement: label('执法办案类', 'Law enforcement'),
} as const satisfies Record<HandlingMark, Label>

export const handlingModeLabels = {
  direct: label('直接解答', 'Answered directly'),
  'three-way': label('三方通话解答', 'Answered in a three-way call'),
  expert: label('专家座席解答', 'Answered by an expert'),
  dispatch: label('转派办理', 'Dispatched'),
} as const satisfies Record<HandlingMode, Label>

export const unitCallOutcomeLabels = {
  confirmed: label('已接听并确认', 'Answered and confirmed'),
  'no-answer': label('无人接听', 'No answer'),
  refused: label('接听未确认', 'Answered, not confirmed'),
} as const satisfies Record<UnitCallOutcome, Label>

export const statusLabels = {
  recorded: label('已登记', 'Recorded'),
  'awaiting-dispatch': label('待派单', 'Awaiting dispatch'),
  coordination: label('专题协调中', 'In coordination'),
  'in-hand': label('办理中', 'In hand'),
  'with-incident': label('随同一事件办理', 'Handled with its incident'),
  'awaiting-follow-up': label('待回访', 'Awaiting follow-up'),
  closed: label('已办结归档', 'Closed and archived'),
} as const satisfies Record<Status, Label>

export const assignmentStatusLabels = {
  'awaiting-sign': label('待签收', 'Awaiting signing'),
  'in-hand': label('办理中', 'In hand'),
  'awaiting-review': label('待审核', 'Awaiting review'),
  approved: label('待答复诉求人', 'Approved, to be delivered'),
  delivered: label('已答复诉求人', 'Delivered'),
  answered: label('已回复牵头单位', 'Told the lead'),
  returned: label('已退回', 'Returned'),
  withdrawn: label('已撤销', 'Withdrawn'),
} as const satisfies Record<AssignmentStatus, Label>

export const assignmentRoleLabels = {
  sole: label('承办', 'Handling'),
  'co-sign': label('会签', 'Co-sign'),
  lead: label('牵头', 'Lead'),
  principal: label('主办', 'Principal'),
  assist: label('协办', 'Assisting'),
} as const satisfies Record<AssignmentRole, Label>

export const verificationFindingLabels = {
  'within-scope': label('属于受理范围，由本单位办理', 'Within scope, for this unit'),
  'other-department': label('属于其他单位职责', 'For another department'),
  'out-of-scope': label('不属于受理范围', 'Out of scope'),
} as const satisfies Record<VerificationFinding, Label>

export const stageLabels = {
  'to-accept': label('待受理', 'To accept'),
  'to-verify': label('待核实', 'To verify'),
  'to-dispatch': label('待派单', 'To dispatch'),
  coordination: label('待专题协调', 'Coordination'),
  'to-sign': label('待签收', 'To sign'),
  'in-hand': label('办理中', 'In hand'),
  'to-review': label('待审核', 'To review'),
  'to-deliver': label('待答复', 'To deliver'),
  'with-incident': label('随事件办理', 'With its incident'),
  'to-explain': label('待解释', 'To explain'),
  asked: label('短信回访中', 'Asked by SMS'),
  'manual-follow-up': label('待人工回访', 'Manual follow-up'),
  'reply-check': label('待核对办结', 'Reply check'),
  closed: label('已归档', 'Archived'),
} as const satisfies Record<Stage, Label>
