import { words } from '@open12345/ui/language.ts'

/** What each piece of writing of an order is. */
export const roleWords = words({
  content: ['诉求内容', 'The matter'],
  address: ['详细地址', 'Address'],
  note: ['说明', 'Note'],
  answer: ['解答', 'Answer'],
  explanation: ['解释', 'Explanation'],
  reply: ['答复（诉求人可见）', 'Reply (the requester reads it)'],
  internal: ['内部说明（诉求人看不到）', 'Internal (never shown to the requester)'],
  reason: ['理由', 'Reason'],
  response: ['初步响应', 'First response'],
  progress: ['处理进度', 'Progress'],
  instruction: ['重办要求', 'Instruction'],
  basis: ['依据', 'Basis'],
  'centre-note': ['中心备注（诉求人和承办单位看不到）', 'Note of the centre (not shown to requester or unit)'],
  clearing: ['误列更正的理由', 'Reason of the clearing'],
  facts: ['补充情况', 'Facts'],
  words: ['诉求人的话', 'The requester’s words'],
})
