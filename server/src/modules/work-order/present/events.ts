import type { ClosureKind } from '@open12345/domain/vocabulary'
import type { EventType, WorkOrderEvent } from '@open12345/domain/work-order'

type Sentence = { readonly zh: string; readonly en: string; readonly clause: string | null }
const say = (zh: string, en: string, clause: string | null): Sentence => ({ zh, en, clause })

/** What happened, in one sentence; {…} are filled from the event. */
export const eventSentences: Readonly<Record<EventType, Sentence>> = {
  recorded: say('登记诉求（{channel}）', 'Recorded ({channel})', '10-record'),
  'clarification-attempted': say('向诉求人澄清：{outcome}', 'Asked the requester to clarify: {outcome}', '9-5'),
  'handed-over': say('移交紧急线路：{line}', 'Handed over to {line}', '9-3'),
  accepted: say('受理：{kind}·{subject}', 'Accepted: {kind}, {subject}', '10-record'),
  declined: say('不予受理：{ground}；告知渠道：{lawfulChannel}', 'Declined: {ground}; told to turn to: {lawfulChannel}', '9-guide'),
  'answered-directly': say('直接解答', 'Answered directly', '11-1'),
  dispatched: say('派单至{unit}（{role}{principle}）', 'Dispatched to {unit} ({role}{principle})', '11-2'),
  'verification-asked': say('请{unit}核实是否属于受理范围', 'Asked {unit} whether it is within scope', '9-guide'),
  'verification-answered': say('部门核实答复：{finding}', 'Verification answered: {finding}', '9-guide'),
  'return-asked': say('{assigned}申请退回，建议转{suggested}{late}', '{assigned} returns it and suggests {suggested}{late}', '12-2c'),
  'return-accepted': say('同意{assigned}退回', 'The return by {assigned} is accepted', '12-2c'),
  'return-refused': say('不同意退回，裁定由{assigned}承办', 'The return is refused: {assigned} has to handle it', '12-2c'),
  'extension-asked': say('{assigned}申请延时{days}个工作日', '{assigned} asks for {days} more working days', '12-3'),
  'extension-granted': say('同意{assigned}延时{days}个工作日', '{assigned} is given {days} more working days', '12-3'),
  'extension-refused': say('不同意{assigned}延时', '{assigned} is given no more time', '12-3'),
  'opinion-given': say('{assigned}已将意见交牵头单位', '{assigned} has told the lead', '11-3b'),
  'unit-withdrawn': say('撤销{assigned}的承办', '{assigned} is no longer at work on it', '11-3a'),
  'passed-on': say('{assigned}在单位内部交办{unit}', '{assigned} passes it on to {unit}', '7-1'),
  'reported-back': say('内部交办事项已反馈{assigned}', 'Reported back to {assigned}', '7-1'),
  'coordination-asked': say('提请专题协调', 'A coordination is asked for', '11-3c'),
  'coordination-held': say('召集专题协调：{participants}', 'Coordination with {participants}', '11-3c'),
  designated: say('指定{unit}承办', '{unit} is designated to handle it', '11-3c'),
  signed: say('承办单位签收{late}', 'Signed by the unit{late}', '12-2a'),
  'first-response-given': say('反馈初步响应意见', 'First response given', '12-4a'),
  'progress-reported': say('反馈处理进度', 'Progress reported', '12-4a'),
  'reply-drafted': say('起草答复', 'Reply drafted', '7-2'),
  'reply-sent-back': say('审核退回修改', 'Draft sent back', '7-2'),
  'reply-approved': say('答复审核通过', 'Reply approved', '7-2'),
  'attempt-recorded': say('联系诉求人（{way}）：{outcome}', 'Tried to reach the requester ({way}): {outcome}', '12-0'),
  'reply-delivered': say('答复诉求人（{way}）', 'Reply delivered ({way})', '12-0'),
  'follow-up-opened': say('开始回访', 'Follow-up begins', '13-1'),
  'follow-up-asked': say('已发送回访短信', 'Follow-up SMS sent', '13-1'),
  'follow-up-unsendable': say('回访短信无法送达，转人工回访', 'The SMS could not be sent; a person will ask', '13-1'),
  'follow-up-reminded': say('已发送回访提醒', 'Reminder sent', '13-2'),
  'follow-up-unanswered': say('提醒后仍无回复，转中心核对', 'No answer to the reminder; the centre checks the reply', '13-2'),
  rated: say('诉求人评价：结果{result}，服务{service}', 'Rated: result {result}, service {service}', '13-2'),
  'followed-up': say('人工回访：{outcome}', 'Manual follow-up: {outcome}', '13-3a'),
  'redo-ordered': say('退回重办：{reason}', 'Back for redo: {reason}', '13-3a'),
  'correction-proposed': say('申请订正，等待另一人确认', 'Correction proposed; waits for a second person', '12-2b'),
  'correction-refused': say('订正未获确认', 'Correction refused', '12-2b'),
  corrected: say('订正为：{kind}·{subject}', 'Corrected to: {kind}, {subject}', '12-2b'),
  'facts-added': say('补充情况', 'Facts added', '10-record'),
  'withdrawal-requested': say('诉求人申请撤回', 'The requester asks to withdraw', '20c'),
  'withdrawal-refused': say('撤回未获同意', 'Withdrawal refused', '20c'),
  'requester-left': say('诉求人退出，事项由热线继续办理', 'The requester has left; the matter goes on', '20c'),
  'clearing-proposed': say('提出误列被举报单位（人员），等待另一人确认', 'A wrong accused was named; waits for a second person', '20c'),
  'clearing-refused': say('误列更正未获同意', 'The clearing was refused', '20c'),
  'accused-cleared': say('经另一人确认为误列，不再列为被举报单位（人员）', 'Named by mistake: accused no more', '20c'),
  'clock-warned': say('时限将到：{clock}', 'Near its due time: {clock}', '22-1'),
  'clock-breached': say('已超时限：{clock}', 'Overdue: {clock}', '22-1'),
  closed: say('办结归档：{closure}', 'Closed and archived: {closure}', null),
}

const closureClauses: Readonly<Record<ClosureKind, string>> = {
  'answered-directly': '11-1',
  declined: '9-guide',
  satisfied: '13-2',
  'lawful-reply': '13-2',
  withdrawn: '20c',
}

/** The clause on which it happened; an order closes on the clause of its closure. */
export const clauseOf = (event: WorkOrderEvent): string | null =>
  event.type === 'closed' ? closureClauses[event.kind] : eventSentences[event.type].clause
