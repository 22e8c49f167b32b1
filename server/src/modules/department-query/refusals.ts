import type { RefusalTable } from '@open12345/domain/kernel'

export const departmentQueryRefusals = {
  'department-query.unknown': {
    nature: 'not-found',
    zh: '没有这个查询接口，或者您的岗位不能使用。',
    en: 'There is no such system to ask, or it is not for your role.',
  },
  'department-query.parameter-wrong': {
    nature: 'invalid',
    zh: '查询条件第 {number} 项没有填写或者格式不对，请核对后再查。',
    en: 'Item {number} of the question is missing or malformed; look at it again.',
  },
  'department-query.order-closed': {
    nature: 'forbidden-step',
    clause: '20b',
    zh: '工单已办结，不再为它查询部门系统。',
    en: 'The order is closed; no department is asked for it any more.',
  },
  'department-query.not-your-contact': {
    nature: 'not-found',
    clause: '20b',
    zh: '只为自己正在登记的来电、来件查询。',
    en: 'One asks for the contact that one is recording, and no other.',
  },
} as const satisfies RefusalTable
