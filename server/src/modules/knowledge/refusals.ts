import type { RefusalTable } from '@open12345/domain/kernel'

export const knowledgeRefusals = {
  'knowledge.not-found': {
    nature: 'not-found',
    zh: '没有这条知识，或者它已经失效。',
    en: 'There is no such item, or it is no longer in force.',
  },
  'knowledge.superseded': {
    nature: 'forbidden-step',
    clause: '16c',
    zh: '这条知识已有新版本（第 {current} 版），请按新版本答复。',
    en: 'This item has a newer version ({current}); please answer from that one.',
  },
  'knowledge.expired': {
    nature: 'forbidden-step',
    clause: '16c',
    zh: '这条知识不在有效期内，不能用来答复。',
    en: 'This item is not in force and cannot be quoted.',
  },
} as const satisfies RefusalTable
