import type { RefusalTable } from '../kernel/index.ts'

export const contactRefusals = {
  'contact.not-found': {
    nature: 'not-found',
    zh: '本座席没有这个来件，或已结束登记。',
    en: 'There is no such contact at this seat, or it is finished.',
  },
  'contact.not-ringing': { nature: 'forbidden-step', zh: '这个来电已不在振铃。', en: 'This call is no longer ringing.' },
  'contact.already-ended': { nature: 'forbidden-step', zh: '通话已经结束。', en: 'The line is closed already.' },
  'contact.still-open': { nature: 'forbidden-step', zh: '请先挂断，再结束登记。', en: 'Hang up before you finish.' },
  'contact.no-seat-free': {
    nature: 'forbidden-step',
    clause: '10-answer',
    zh: '目前没有空闲座席，请先结束手头的登记或等待座席签入。',
    en: 'No seat is free; finish the contact in hand or wait until a seat signs in.',
  },
} as const satisfies RefusalTable
export type ContactRefusalCode = keyof typeof contactRefusals
