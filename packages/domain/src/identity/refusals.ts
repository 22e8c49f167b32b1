import type { RefusalTable } from '../kernel/index.ts'

export const identityRefusals = {
  'identity.phone-invalid': {
    nature: 'invalid',
    zh: '电话号码不正确：请填写手机号，或带区号的固定电话。',
    en: 'This is not a telephone number: give a mobile number, or a landline with its area code.',
  },
  'identity.id-number-invalid': {
    nature: 'invalid',
    zh: '身份证号码不正确，请核对。',
    en: 'This is not an identity number; please check it.',
  },
  'identity.not-visible': {
    nature: 'not-entitled',
    clause: '20c',
    zh: '按保密规定，您不能查看该诉求人的身份信息；需要联系时请通过热线中心。',
    en: 'The confidentiality of this matter does not let you see who the requester is; reach them through the centre.',
  },
  'identity.reason-missing': {
    nature: 'invalid',
    clause: '20b',
    zh: '查看身份信息须写明用途和理由。',
    en: 'State the purpose and the reason for which you need the identity.',
  },
  'identity.forgotten': {
    nature: 'not-found',
    clause: '20a',
    zh: '该诉求人的身份信息已按规定销毁。',
    en: 'The identity of this requester has been destroyed as the rules demand.',
  },
} as const satisfies RefusalTable
export type IdentityRefusalCode = keyof typeof identityRefusals
