import type { RefusalTable } from '../kernel/index.ts'

export const policyRefusals = {
  'policy.none-in-force': {
    nature: 'forbidden-step',
    clause: '28',
    zh: '{date}没有对{authority}施行的规定，不能计算时限。',
    en: 'No norm is in force for {authority} on {date}; no deadline can be counted.',
  },
  'policy.unknown-authority': { nature: 'not-found', zh: '没有名为{authority}的地区。', en: 'There is no authority named {authority}.' },
  'policy.unknown-pack': { nature: 'not-found', zh: '没有名为{pack}的规定。', en: 'There is no pack named {pack}.' },
  'clock.unknown': { nature: 'invalid', zh: '没有名为{clock}的时限。', en: 'There is no clock named {clock}.' },
  'clock.unknown-kind': {
    nature: 'invalid',
    zh: '没有“{text}”这一类别；可用：{known}。',
    en: 'There is no kind “{text}”; there are {known}.',
  },
  'clock.unknown-urgency': {
    nature: 'invalid',
    zh: '没有“{text}”这一紧急程度；可用：{known}。',
    en: 'There is no urgency “{text}”; there are {known}.',
  },
  'clock.span-and-clock': { nature: 'invalid', zh: 'span 与 clock 只能给一个。', en: 'Give either a span or a clock, not both.' },
  'clock.kind-missing': {
    nature: 'invalid',
    zh: '{clock}时限按诉求类别而定，请给出类别。',
    en: 'The clock {clock} depends on the kind of request; name the kind.',
  },
  'clock.upstream-date-malformed': {
    nature: 'invalid',
    zh: '上级平台的期限日期不存在。',
    en: 'The date that the source named does not exist.',
  },
  'clock.extension-out-of-range': {
    nature: 'forbidden-step',
    clause: '12-3',
    zh: '延期须为1个工作日以上，且不得超过{most}。',
    en: 'An extension is at least 1 working day and at most {most}.',
  },
} as const satisfies RefusalTable
