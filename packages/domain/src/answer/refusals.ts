import type { RefusalTable } from '../kernel/index.ts'

export const answerRefusals = {
  'answer.nobody-told': {
    nature: 'not-found',
    zh: '没有这样一次答复。',
    en: 'There was no such answer.',
  },
  'answer.settled': {
    nature: 'forbidden-step',
    clause: '16c',
    zh: '已经更正告知，或者内容没有变化，不用再告知。',
    en: 'They have been told again already, or nothing has changed.',
  },
} as const satisfies RefusalTable
