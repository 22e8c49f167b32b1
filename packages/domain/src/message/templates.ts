import type { Template as OrderTemplate } from '../work-order/index.ts'

/** What the relay can say: what orders ask for, and the two answers to a reply by SMS. */
export type MessageTemplate = OrderTemplate | 'reply-unclear' | 'reply-late'

/**
 * Facts that identify nobody and tell nothing of the matter: no other can be put into a message.
 * @clause 13-1
 */
export type MessageFacts = {
  /** Who signs, as 凉山12345. */
  readonly sender: string
  readonly number: string
  readonly shortCode: string | null
}

/** 20c: what stands in the place of its number where somebody may read it who is not named for the order. */
export const sealedNumber = '（限定知悉）'

type Words = { readonly zh: string; readonly en: string }

const words: Readonly<Record<MessageTemplate, Words>> = {
  'request-received': {
    zh: '您的来件已收到，工单号{number}。请凭工单号和查询码查询进展。',
    en: 'We have your request, order {number}. Follow it with this number and your query code.',
  },
  'request-accepted': {
    zh: '您的工单{number}已受理。请凭工单号和查询码查询进展。',
    en: 'Order {number} is accepted. Follow it with this number and your query code.',
  },
  'request-declined': {
    zh: '您的工单{number}未予受理，原因和其他反映渠道请凭工单号和查询码查看，或拨打12345咨询。',
    en: 'Order {number} is not accepted. See the reason and where else to turn with this number and your query code, or call 12345.',
  },
  'request-answered': {
    zh: '您的工单{number}已答复，请凭工单号和查询码查看。',
    en: 'Order {number} is answered. Read the answer with this number and your query code.',
  },
  'request-dispatched': {
    zh: '您的工单{number}已转承办单位办理，请凭工单号和查询码查询办理时限。',
    en: 'Order {number} went to the handling unit. See its time limit with this number and your query code.',
  },
  'reply-ready': {
    zh: '您的工单{number}已有办理答复，请凭工单号和查询码查看。',
    en: 'There is a reply to order {number}. Read it with this number and your query code.',
  },
  'follow-up': {
    zh: '您的工单{number}已办理并答复。请回复评价：1满意 2基本满意 3不满意（可回复两位：第一位评服务，第二位评结果）。如有多件，请在评价后加短码{shortCode}，例如“1 {shortCode}”。',
    en: 'Order {number} was handled and answered. Please reply 1 satisfied, 2 basically satisfied, 3 dissatisfied (two digits: first the service, then the result). If you have several orders add the code {shortCode}, as “1 {shortCode}”.',
  },
  'follow-up-reminder': {
    zh: '您的工单{number}尚待评价。请回复：1满意 2基本满意 3不满意（可回复两位：第一位评服务，第二位评结果）。如有多件，请在评价后加短码{shortCode}。不回复不视为满意。',
    en: 'Order {number} still awaits your rating. Please reply 1 satisfied, 2 basically satisfied, 3 dissatisfied (two digits: service, then result); with several orders add the code {shortCode}. No reply does not count as satisfied.',
  },
  'redo-started': {
    zh: '您的工单{number}已退回承办单位重新办理，办理后将再次回访您。',
    en: 'Order {number} went back to the handling unit to be done again; we will ask you again afterwards.',
  },
  'withdrawal-done': { zh: '您的工单{number}已按您的要求撤回。', en: 'Order {number} is withdrawn as you asked.' },
  'unit-order-arrived': {
    zh: '新工单{number}已派至贵单位，请在签收时限内签收。',
    en: 'New order {number} for your unit; please sign for it within its limit.',
  },
  'unit-order-urgent': {
    zh: '紧急：特殊工单{number}已派至贵单位，请立即签收处置并作初步响应。',
    en: 'URGENT: special order {number} for your unit; sign, act and give a first response at once.',
  },
  'unit-sign-warning': { zh: '工单{number}即将超过签收时限，请尽快签收。', en: 'Order {number} is nearly due for signing.' },
  'unit-due-warning': { zh: '工单{number}即将超过办理时限，请尽快办理。', en: 'Order {number} is nearly due.' },
  'unit-overdue': { zh: '工单{number}已超过时限，请立即办理。', en: 'Order {number} is overdue; act at once.' },
  'unit-redo': {
    zh: '工单{number}被退回重办，请查看要求并按新时限办理。',
    en: 'Order {number} is sent back to be done again within a new limit.',
  },
  'request-reassigning': {
    zh: '您的工单{number}正在转给有管辖权的单位，办理时限不变，请凭工单号和查询码查看。',
    en: 'Order {number} is being passed to the unit in charge; your time limit stays. See it with this number and your query code.',
  },
  'extension-granted': {
    zh: '您的工单{number}因情况复杂已同意延期，原因和新的时限请凭工单号和查询码查看。',
    en: 'More time was granted for order {number}. See the reason and the new date with this number and your query code.',
  },
  'unit-verify': {
    zh: '请核实来件{number}是否属于贵单位职责，请在时限内答复热线中心。',
    en: 'Please say within the time limit whether request {number} is for your unit.',
  },
  'unit-return-decided': {
    zh: '工单{number}的退回申请已有裁定，请查看。',
    en: 'The return of order {number} has been decided; please look.',
  },
  'unit-extension-decided': {
    zh: '工单{number}的延时申请已有决定，请查看。',
    en: 'The request for more time for order {number} has been decided; please look.',
  },
  'unit-order-withdrawn': {
    zh: '工单{number}不再由贵单位承办。',
    en: 'Order {number} is no longer with your unit.',
  },
  'unit-passed-on': {
    zh: '上级单位交办工单{number}，请按内部时限办理并反馈。',
    en: 'Order {number} was passed on to you; act and report back within the inner limit.',
  },
  'unit-reported-back': {
    zh: '交办的工单{number}已有反馈，请审核后答复。',
    en: 'There is a report on order {number}, which you passed on; please review and answer.',
  },
  'unit-opinion-in': {
    zh: '工单{number}收到主办或者协办单位意见，请汇总。',
    en: 'Another unit has given its opinion on order {number}; please merge it.',
  },
  'unit-explain': {
    zh: '工单{number}经回访属于政策等客观条件限制或者期望过高，请向诉求人耐心解释并记录。',
    en: 'Follow-up of order {number} found limits of law, policy or expectation; please explain to the requester, on record.',
  },
  'unit-dispute-decided': {
    zh: '工单{number}的评价异议已有甄别结果，请查看。',
    en: 'Your dispute of the rating of order {number} has been decided; please look.',
  },
  'unit-termination-refused': {
    zh: '工单{number}的终结办理意见未获同意，请继续办理。',
    en: 'The termination of order {number} was not agreed to; please go on.',
  },
  'request-with-incident': {
    zh: '您的工单{number}与多人反映的同一事件合并处理，处理结束后统一答复您，请凭工单号和查询码查看。',
    en: 'Order {number} is handled together with an incident that many reported; you will be answered when it is over.',
  },
  'request-terminated': {
    zh: '您的工单{number}所反映事项已依法终结办理，意见请凭工单号和查询码查看，或拨打12345。',
    en: 'The matter of order {number} was terminated by law; read the opinion with this number and your query code, or call 12345.',
  },
  'unit-reopened': {
    zh: '工单{number}的诉求人补充新情况，重新办理，请按新时限答复。',
    en: 'The requester of order {number} has new facts: please handle it again within the new limit.',
  },
  'request-reopened': {
    zh: '您的工单{number}已按您补充的新情况重新办理，请凭工单号和查询码查看。',
    en: 'Order {number} is open again with your new facts. Follow it with this number and your query code.',
  },
  'reply-unclear': {
    zh: '没有看懂您的回复。请只回复一个数字：1满意 2基本满意 3不满意；如收到过多条回访短信，请在数字后加空格和短信中的短码，例如“1 {shortCode}”。',
    en: 'We could not read your reply. Please send one digit: 1 satisfied, 2 basically satisfied, 3 dissatisfied; if you were asked about several orders add a space and the code in the message, as “1 {shortCode}”.',
  },
  'reply-late': {
    zh: '感谢您的回复。该工单的评价已经结束；如仍有诉求，请拨打12345。',
    en: 'Thank you for your reply. The rating of this order is closed; if something remains, please call 12345.',
  },
}

export const messageTemplates = Object.keys(words) as readonly MessageTemplate[]
export const isMessageTemplate = (text: string): text is MessageTemplate => Object.hasOwn(words, text)

/** 13-1: the text carries no content of the matter and no name. @clause 13-1 */
export const messageText = (template: MessageTemplate, facts: MessageFacts, language: 'zh' | 'en' = 'zh'): string => {
  const filled = words[template][language].replaceAll('{number}', facts.number).replaceAll('{shortCode}', facts.shortCode ?? '')
  return `【${facts.sender}】${filled}`
}

/**
 * Whether a message keeps quiet hours: the requester's always (but for an answer to what they just wrote), a unit's unless the order is urgent.
 */
export const waitsForMorning = (template: MessageTemplate, urgent: boolean): boolean => {
  if (template === 'reply-unclear' || template === 'reply-late') return false
  return template.startsWith('unit-') ? !urgent && template !== 'unit-order-urgent' : true
}
