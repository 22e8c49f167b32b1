import type { RefusalTable } from '@open12345/domain/kernel'

export const auditRefusals = {
  'audit.day-not-signed': {
    nature: 'not-found',
    clause: '20b',
    zh: '这一天还没有签名：当日结束后才签，请换一天。',
    en: 'This day is not signed: a day is signed once it is over. Choose another day.',
  },
  'audit.order-unknown': { nature: 'not-found', zh: '没有这个工单号，请核对。', en: 'There is no order of this number; please check it.' },
  'audit.person-unknown': {
    nature: 'not-found',
    zh: '没有这个登录名或姓名；姓名要写全。',
    en: 'Nobody has this login or name; write the whole name.',
  },
  'audit.filter-unreadable': {
    nature: 'invalid',
    zh: '筛选条件不对，请回到审计页重填。',
    en: 'The filter is not understood; fill it in again.',
  },
  'audit.warning-not-found': { nature: 'not-found', zh: '没有这条预警。', en: 'There is no such warning.' },
  'audit.warning-decided': {
    nature: 'forbidden-step',
    clause: '20b',
    zh: '这条预警已有处理结果，请刷新后再看。',
    en: 'This warning has its outcome already; load the list again.',
  },
  'audit.warning-running': {
    nature: 'forbidden-step',
    clause: '20b',
    zh: '预警所在的一小时还没过完，次数可能再增加，请过了整点再处理。',
    en: 'The hour of this warning is not over and its count may grow; decide after the full hour.',
  },
} as const satisfies RefusalTable
