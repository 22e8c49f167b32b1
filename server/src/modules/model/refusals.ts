import type { RefusalTable } from '@open12345/domain/kernel'

export const modelRefusals = {
  'model.off': { nature: 'forbidden-step', zh: '没有启用语言模型，请直接起草。', en: 'No language model is set up; write it yourself.' },
  'model.confidential': {
    nature: 'forbidden-step',
    clause: '20c',
    zh: '举报件、保密件和密封件的内容不得交给语言模型，请直接起草。',
    en: 'Nothing of a report, a confidential or a sealed order is given to a language model; write it yourself.',
  },
  'model.nothing-quoted': {
    nature: 'forbidden-step',
    clause: '11-1',
    zh: '请先引用知识条目，模型只能依据条目拟稿。',
    en: 'Quote an item first: a model drafts from items only.',
  },
  'model.not-your-step': {
    nature: 'forbidden-step',
    clause: '7-2',
    zh: '您现在不能答复这张工单，不能拟稿。',
    en: 'This order is not yours to answer now, so nothing is drafted.',
  },
  'model.unknown': { nature: 'not-found', zh: '没有这份拟稿。', en: 'There is no such draft.' },
  'model.not-finished': {
    nature: 'forbidden-step',
    zh: '这份拟稿没有写完，不能采用。',
    en: 'This draft was not finished and cannot be used.',
  },
  'model.settled': { nature: 'forbidden-step', zh: '这份拟稿已经处理过。', en: 'This draft was decided on already.' },
  'model.marked': { nature: 'forbidden-step', zh: '这份拟稿已经标为有误。', en: 'This draft was marked as wrong already.' },
} as const satisfies RefusalTable
