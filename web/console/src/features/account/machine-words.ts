import { words } from '@open12345/ui/language.ts'

export const scopeWords = words({
  'board-figures': ['运行数字（只有数，没有工单和人）', 'The board’s figures: counts, no order and no person'],
})
