import { words } from '@open12345/ui/language.ts'

export const formWords = words({
  needed: ['请填写', 'Please fill this in'],
  choose: ['请选择', 'Please choose'],
  note: ['说明（可不填）', 'Note (optional)'],
  reason: ['理由', 'Reason'],
  outcome: ['结果', 'Outcome'],
  way: ['方式', 'Way'],
  unit: ['承办单位', 'Handling unit'],
  principle: ['派单原则（第十一条（二））', 'Principle (article 11(2))'],
  dispatchNote: ['给承办单位的说明（可不填）', 'Note to the unit (optional)'],
  reply: ['答复（诉求人将看到）', 'Reply (the requester reads it)'],
  replyNote: ['写清：查明了什么、怎么办的、结果如何、依据是什么。', 'Say what was found, what was done, with what result, on what basis.'],
  internal: ['内部说明（诉求人看不到）', 'Internal notes (never shown to the requester)'],
  internalNote: ['仅本单位和热线中心可见。不要把要告诉诉求人的话写在这里。', 'Seen by the unit and the centre only.'],
  proof: ['佐证材料', 'Proof'],
  approveNote: [
    '通过后由本单位答复诉求人。起草人不能审核自己的答复（第七条（二））。',
    'The unit then delivers it. Nobody approves their own draft (article 7(2)).',
  ],
  signNote: [
    '办理时限从单位收到时起算，早签收不会缩短时限，晚签收也不会延长。',
    'The clock runs from receipt; signing neither shortens nor lengthens it.',
  ],
  response: ['已采取的措施', 'What was done first'],
  progress: ['处理进度', 'Progress'],
  deliverNote: ['电话答复即记为一次联系成功。', 'A delivery by phone is recorded as an attempt that reached.'],
  result: ['对办理结果', 'With the result'],
  service: ['对服务态度（分开记录）', 'With the service (kept apart)'],
  unsaid: ['未表示', 'Not said'],
  dissatisfaction: ['不满意的原因', 'Reason of dissatisfaction'],
  instruction: ['重办要求', 'What must be done'],
  redoNote: [
    '应办未办或者诉求合理的才能退回重办；新一轮时限重新起算，第一轮的结果保留。',
    'Only what should have been done, or is reasonable; a new round has its own clocks, the first round’s outcome stays.',
  ],
  basis: ['法律、法规或政策依据', 'Legal or policy basis'],
  basisNote: [
    '诉求人表示过不满意的必须填写；无人应答的可不填。',
    'Needed where the requester was dissatisfied; optional where nobody answered.',
  ],
  correctNote: [
    '时限从原来的起点重新计算，原截止日保留并列显示。签收后的订正须由另一人确认。',
    'Due times are counted again from the same start; the old ones stay shown. After signing a second person confirms.',
  ],
  clearNote: [
    '只用于列错的情形。须由另一人确认后才更正；该单位始终不会知道曾被列为被举报单位。',
    'Only where the wrong unit was named. A second person confirms; the unit never learns that it was named.',
  ],
  facts: ['补充内容', 'Facts'],
  confirm: ['确认', 'Confirm'],
  refuse: ['不同意', 'Refuse'],
  decision: ['决定', 'Decision'],
  withdrawNote: [
    '诉求人本人在电话中要求撤回时使用；派单后由热线中心确认。',
    'When the requester asks for it on the phone; after dispatch the centre confirms.',
  ],
})
