import { words } from '@open12345/ui/language.ts'

/** How a draft stands, or how it ended. */
export const draftStateWords = words({
  asked: ['未开始', 'Not begun'],
  streaming: ['正在拟稿', 'Being written'],
  finished: ['已拟完', 'Finished'],
  failed: ['没有拟成', 'Failed'],
  stopped: ['已停止', 'Stopped'],
})

/** Why there is none, for whoever looks at it later. */
export const failureWords = words({
  unreachable: ['模型没有应答。', 'The model did not answer.'],
  refused: ['模型没有给出可用的文字。', 'The model gave nothing that could be used.'],
  'too-long': ['模型写得过长，已截断。', 'The model wrote too much and was cut off.'],
})

/** What a person is told who waited for it. */
export const endWords = words({
  unreachable: ['模型没有应答，请直接起草。', 'The model does not answer; please write it yourself.'],
  refused: ['模型没有给出可用的文字，请直接起草。', 'The model gave nothing that can be used; please write it yourself.'],
  'too-long': ['模型写得过长，已截断，不能采用。', 'The model wrote too much and was cut off; this cannot be used.'],
  stopped: ['已停止，不能采用。', 'Stopped; this cannot be used.'],
})
export type DraftEnd = keyof typeof endWords | 'finished'
export const isEnd = (text: unknown): text is DraftEnd => text === 'finished' || (typeof text === 'string' && text in endWords)
