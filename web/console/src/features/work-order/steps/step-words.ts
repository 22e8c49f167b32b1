import { words } from '@open12345/ui/language.ts'

/** Every step by the name under which it travels in `allowed`. */
export const stepWords = words({
  clarify: ['澄清记录', 'Clarification'],
  accept: ['受理', 'Accept'],
  decline: ['不予受理', 'Decline'],
  answer: ['直接解答', 'Answer directly'],
  dispatch: ['派单', 'Dispatch'],
  sign: ['签收', 'Sign'],
  'give-first-response': ['初步响应', 'First response'],
  'report-progress': ['反馈进度', 'Report progress'],
  draft: ['起草答复', 'Draft the reply'],
  'send-back': ['退回修改', 'Send back'],
  approve: ['审核通过', 'Approve'],
  'record-attempt': ['联系记录', 'Attempt to reach'],
  deliver: ['答复诉求人', 'Deliver'],
  'follow-up': ['人工回访', 'Follow up'],
  'order-redo': ['退回重办', 'Order a redo'],
  'close-lawful': ['答复合规办结', 'Close on a lawful reply'],
  correct: ['订正', 'Correct'],
  'confirm-correction': ['确认订正', 'Confirm the correction'],
  'add-facts': ['补充情况', 'Add facts'],
  withdraw: ['代诉求人撤回', 'Withdraw for the requester'],
  'clear-accused': ['更正误列的被举报单位', 'Clear a wrong accused'],
  'confirm-clearing': ['确认误列更正', 'Confirm the clearing'],
  'confirm-withdrawal': ['确认撤回', 'Confirm the withdrawal'],
})
export type StepName = keyof typeof stepWords
export const isStep = (name: string): name is StepName => name in stepWords
