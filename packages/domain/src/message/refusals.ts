import type { RefusalTable } from '../kernel/index.ts'

export const messageRefusals = {
  'sms.signature-wrong': { nature: 'unauthenticated', zh: '签名不正确。', en: 'The signature is not right.' },
  'sms.too-old': {
    nature: 'unauthenticated',
    zh: '请求时间与本机相差过大，已拒绝。',
    en: 'The timestamp is too far from the time here.',
  },
  'message.not-found': { nature: 'not-found', zh: '没有这条短信。', en: 'There is no such message.' },
  'message.not-simulated': {
    nature: 'forbidden-step',
    zh: '只有模拟短信可以在这里回复。',
    en: 'Only a simulated message can be answered here.',
  },
  'message.decided': {
    nature: 'forbidden-step',
    zh: '这条短信无需人工决定，可能已有回执。',
    en: 'This message awaits no decision; its receipt may have come.',
  },
} as const satisfies RefusalTable
export type MessageRefusalCode = keyof typeof messageRefusals
