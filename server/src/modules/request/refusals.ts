import type { RefusalTable } from '@open12345/domain/kernel'

export const requestRefusals = {
  'request.not-found': {
    nature: 'not-found',
    zh: '工单号或者查询码不对，请核对后再试。',
    en: 'The order number or the query code is not right; please check them.',
  },
  'request.phone-needed': {
    nature: 'invalid',
    clause: '10-record',
    zh: '请留下联系电话；不愿留下的，请选择匿名。',
    en: 'Please leave a phone number, or choose to stay anonymous.',
  },
  'request.unit-unknown': {
    nature: 'invalid',
    clause: '20c',
    zh: '没有这个单位，请重新选择。',
    en: 'There is no such unit; choose again.',
  },
} as const satisfies RefusalTable
