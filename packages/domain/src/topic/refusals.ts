import type { RefusalTable } from '../kernel/index.ts'

export const topicRefusals = {
  'topic.no-warning': {
    nature: 'not-found',
    clause: '19a',
    zh: '没有这个热点的预警，或者您看不到它。',
    en: 'There is no warning of such a topic, or you do not see it.',
  },
  'topic.decided': {
    nature: 'forbidden-step',
    clause: '19a',
    zh: '这个预警已经处置，不再改。',
    en: 'This warning is dealt with and is not changed any more.',
  },
  'topic.owner-unit': {
    nature: 'invalid',
    clause: '19a',
    zh: '请选择一个现有的单位；转给中心、办公室时不选单位。',
    en: 'Choose a unit that exists; for the centre or the office, none.',
  },
  'topic.same-owner': { nature: 'forbidden-step', clause: '19a', zh: '预警已经在那里。', en: 'The warning is there already.' },
} as const satisfies RefusalTable
