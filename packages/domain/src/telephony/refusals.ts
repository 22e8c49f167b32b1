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

export const bridgeRefusals = {
  'bridge.order-closed': {
    nature: 'forbidden-step',
    zh: '工单已办结，不再接通诉求人。',
    en: 'The order is closed; its requester is called no more.',
  },
  'bridge.not-your-order': {
    nature: 'forbidden-step',
    clause: '12-0',
    zh: '本单位没有在办这张工单，不能联系诉求人。',
    en: 'Your unit is not at work on this order and may not call its requester.',
  },
  'bridge.through-centre': {
    nature: 'forbidden-step',
    clause: '20c',
    zh: '举报人只由热线中心联系，请通过中心转达。',
    en: 'A reporter is called by the centre only; let the centre pass it on.',
  },
  'bridge.requester-left': {
    nature: 'forbidden-step',
    clause: '20c',
    zh: '诉求人已经撤回，工单继续办理，但不再联系诉求人。',
    en: 'The requester has withdrawn. The order goes on without them, and nobody calls them.',
  },
  'bridge.no-number': {
    nature: 'forbidden-step',
    clause: '20c',
    zh: '诉求人没有留下可以拨打的电话。',
    en: 'The requester left no number that can be called.',
  },
  'bridge.busy': {
    nature: 'forbidden-step',
    clause: '20c',
    zh: '您正在另一次接通中，或有人正在与这位诉求人通话。',
    en: 'You are in another such call, or somebody is speaking with this requester now.',
  },
  'bridge.unknown': { nature: 'not-found', clause: '20c', zh: '没有这次接通。', en: 'There is no such call.' },
  'bridge.over': { nature: 'forbidden-step', clause: '20c', zh: '这次接通已经结束。', en: 'This call is over.' },
} as const satisfies RefusalTable
