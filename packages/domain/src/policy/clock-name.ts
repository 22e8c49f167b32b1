import type { Words } from '../calendar/index.ts'

type ClockText = { readonly name: Words; /** What starts it. */ readonly starts: Words }

/** Every clock of the regulation, with the words that people read. How long each runs is a value of the pack. */
export const clockTexts = {
  dispatch: { name: { zh: '转办', en: 'dispatch' }, starts: { zh: '受理', en: 'acceptance' } },
  redispatch: { name: { zh: '再次转办', en: 're-dispatch' }, starts: { zh: '同意退回', en: "the return's acceptance" } },
  sign: { name: { zh: '签收', en: 'signing' }, starts: { zh: '承办单位收到工单', en: "the unit's receipt" } },
  handle: { name: { zh: '办理', en: 'handling' }, starts: { zh: '承办单位收到工单', en: "the unit's receipt" } },
  requester: { name: { zh: '答复诉求人', en: 'answer to the requester' }, starts: { zh: '受理', en: 'acceptance' } },
  return: { name: { zh: '退回', en: 'return' }, starts: { zh: '承办单位收到工单', en: "the unit's receipt" } },
  'return-decision': { name: { zh: '退回裁定', en: 'decision on a return' }, starts: { zh: '承办单位提出退回', en: "the unit's return" } },
  verify: { name: { zh: '核实', en: 'verification' }, starts: { zh: '请部门核实', en: 'the request to verify' } },
  extension: { name: { zh: '延期', en: 'extension' }, starts: { zh: '原时限届满', en: 'the old due time' } },
  'extension-decision': { name: { zh: '延期审批', en: 'decision on an extension' }, starts: { zh: '提出延时申请', en: 'the application' } },
  'special-act': {
    name: { zh: '特殊事项报告、告知、派单', en: 'report, call and order of a special matter' },
    starts: { zh: '收到特殊事项', en: 'receipt of the matter' },
  },
  'special-response': {
    name: { zh: '特殊事项初步响应', en: 'first response to a special matter' },
    starts: { zh: '承办单位收到特殊工单', en: "the unit's receipt" },
  },
  'special-progress': {
    name: { zh: '特殊事项进度反馈', en: 'progress of a special matter' },
    starts: { zh: '承办单位收到特殊工单', en: "the unit's receipt" },
  },
  'emergency-act': {
    name: { zh: '特殊紧急事项报告、告知、派单', en: 'report, call and order of an emergency' },
    starts: { zh: '收到特殊紧急事项', en: 'receipt of the matter' },
  },
  'emergency-response': {
    name: { zh: '特殊紧急事项初步响应', en: 'first response to an emergency' },
    starts: { zh: '承办单位收到特殊紧急工单', en: "the unit's receipt" },
  },
  'emergency-progress': {
    name: { zh: '特殊紧急事项进度反馈', en: 'progress of an emergency' },
    starts: { zh: '承办单位收到特殊紧急工单', en: "the unit's receipt" },
  },
  assist: { name: { zh: '协办', en: 'assisting' }, starts: { zh: '牵头单位收到工单', en: "the lead's receipt" } },
  'sub-handle': {
    name: { zh: '单位内部交办', en: 'passing on within the unit' },
    starts: { zh: '单位内部交办', en: 'the passing on' },
  },
  'follow-up': { name: { zh: '短信回访', en: 'follow-up by SMS' }, starts: { zh: '办结', en: "the unit's completion" } },
  reminder: { name: { zh: '回访提醒', en: 'reminder to answer' }, starts: { zh: '发出回访短信', en: 'the follow-up SMS' } },
  'no-answer': { name: { zh: '未回复办结', en: 'closing without an answer' }, starts: { zh: '发出提醒', en: 'the reminder' } },
  redo: { name: { zh: '重办', en: 'redo' }, starts: { zh: '承办单位收到重办工单', en: "the unit's receipt of the redo" } },
  reopen: { name: { zh: '重新提出', en: 'reopening' }, starts: { zh: '办结归档', en: 'closing' } },
  'standard-answer': {
    name: { zh: '标准答案', en: 'standard answer' },
    starts: { zh: '请责任单位提供', en: "the request to the item's owner" },
  },
  'knowledge-correction': {
    name: { zh: '知识纠错', en: 'correction of a knowledge item' },
    starts: { zh: '收到纠错', en: 'the error report' },
  },
  warning: { name: { zh: '预警处置', en: 'answer to a warning' }, starts: { zh: '发出预警', en: 'the warning' } },
  urging: { name: { zh: '催办回应', en: 'answer to an urging' }, starts: { zh: '发出催办', en: 'the urging' } },
} as const satisfies Readonly<Record<string, ClockText>>

export type ClockName = keyof typeof clockTexts
export const clockNames = Object.keys(clockTexts) as readonly ClockName[]
export const isClockName = (text: string): text is ClockName => Object.hasOwn(clockTexts, text)
