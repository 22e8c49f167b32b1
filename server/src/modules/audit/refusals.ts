import type { RefusalTable } from '@open12345/domain/kernel'

export const auditRefusals = {
  'audit.day-not-signed': {
    nature: 'not-found',
    clause: '20b',
    zh: '这一天还没有签名：当日结束后才签，请换一天。',
    en: 'This day is not signed: a day is signed once it is over. Choose another day.',
  },
} as const satisfies RefusalTable
