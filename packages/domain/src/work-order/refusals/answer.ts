import type { RefusalTable } from '../../kernel/index.ts'

export const answerRefusals = {
  'reply.approver-drafted': {
    nature: 'forbidden-step',
    clause: '7-2',
    zh: '起草人不能审核自己的答复，须由另一人审核。',
    en: 'The person who drafted the reply may not approve it.',
  },
  'reply.approved-above': {
    nature: 'forbidden-step',
    clause: '20c',
    zh: '被投诉单位的答复由其上一级审核。',
    en: 'The reply of the unit complained of is approved one level up.',
  },
  'reply.another-handler': {
    nature: 'forbidden-step',
    clause: '13-3a',
    zh: '第二次重办须更换承办人。',
    en: 'A second redo needs another handler.',
  },
  'delivery.not-reachable': {
    nature: 'forbidden-step',
    clause: '12-0',
    zh: '诉求人没有留下电话，只能通过查询页面或者当面答复。',
    en: 'The requester left no phone; deliver on the tracking page or in person.',
  },
  'delivery.no-mobile': {
    nature: 'forbidden-step',
    clause: '12-0',
    zh: '诉求人留的是座机，收不到短信，请改用电话或者查询页面答复。',
    en: 'The requester left a landline, which takes no SMS; deliver by phone or on the tracking page.',
  },
  'delivery.through-centre': {
    nature: 'forbidden-step',
    clause: '20c',
    zh: '举报和保密工单由热线中心联系诉求人；承办单位可用短信或者查询页面答复，或者请中心转达。',
    en: 'In reports and confidential matters the centre reaches the requester; use SMS or the tracking page, or ask the centre.',
  },
  'delivery.not-reached': {
    nature: 'forbidden-step',
    clause: '12-0',
    zh: '电话答复须先有一次“已联系到诉求人”的记录。',
    en: 'A delivery by phone needs a recorded attempt that reached the requester.',
  },
  'follow-up.none-open': { nature: 'forbidden-step', clause: '13-1', zh: '现在没有进行中的回访。', en: 'No follow-up is open now.' },
  'follow-up.not-dissatisfied': {
    nature: 'forbidden-step',
    clause: '13-3a',
    zh: '只有人工回访确认不满意的，才能退回重办。',
    en: 'Only a dissatisfaction confirmed by manual follow-up goes back for redo.',
  },
  'follow-up.reason-needed': {
    nature: 'forbidden-step',
    clause: '13-3a',
    zh: '不满意须记录原因。',
    en: 'A dissatisfaction needs its reason.',
  },
  'follow-up.reason-by-another': {
    nature: 'forbidden-step',
    clause: '13-3a',
    zh: '已经确认应当重办的，改判原因须由另一名回访人员记录。',
    en: 'A reason that calls for redo is only replaced by another follow-up officer.',
  },
  'redo.unreasonable': {
    nature: 'forbidden-step',
    clause: '13-3a',
    zh: '应办未办或者诉求合理的才退回重办。',
    en: 'Only what should have been done, or is reasonable, goes back for redo.',
  },
  'close.basis-needed': {
    nature: 'forbidden-step',
    clause: '13-2',
    zh: '以答复合法合规办结，须写明法律、法规或者政策依据。',
    en: 'Closing on a lawful reply needs its legal basis.',
  },
  'close.redo-due': {
    nature: 'forbidden-step',
    clause: '13-3a',
    zh: '回访确认应办未办或者诉求合理的，退回承办单位重办，不能以答复合规办结。',
    en: 'What follow-up found undone or reasonable goes back for redo; it is not closed on a lawful reply.',
  },
  'close.follow-up-first': {
    nature: 'forbidden-step',
    clause: '13-2',
    zh: '须先回访：人工回访有结果，或者提醒后到期无人应答，才能以答复合规办结。',
    en: 'Follow up first: a lawful-reply closure comes after a manual follow-up or an unanswered reminder.',
  },
  'close.satisfied-first': {
    nature: 'forbidden-step',
    clause: '13-2',
    zh: '诉求人已表示满意，无需另行办结。',
    en: 'The requester is satisfied; nothing else is needed.',
  },
  'close.second-person': {
    nature: 'forbidden-step',
    clause: '13-2',
    zh: '审核答复的人不能自行办结，须由另一人核对。',
    en: 'Whoever approved the reply may not close on it; a second person checks.',
  },
  'reply.assistants-first': {
    nature: 'forbidden-step',
    clause: '11-3b',
    zh: '主办、协办单位还在时限内办理，须待其回复或者届满后由牵头单位汇总答复。',
    en: 'The others are still within their time; the lead answers once they have, or once it is over.',
  },
  'redo.which-unit': {
    nature: 'forbidden-step',
    clause: '11-3a',
    zh: '此件由几个单位会签，请指明退回哪个单位重办。',
    en: 'Several units answered; say which has to do it again.',
  },
} as const satisfies RefusalTable
