import type { KnowledgeContent } from '@open12345/contract/knowledge'

let written = 0
/** An item of the housing bureau with a title of its own. */
export const contentOf = (more: Partial<KnowledgeContent> = {}): KnowledgeContent => ({
  type: 'guide',
  title: `公租房怎样申请之${(written += 1)}`,
  variants: ['廉租房怎么申请'],
  keywords: ['公租房'],
  body: '向户籍所在地乡镇提出申请。',
  ownerUnitId: 'housing',
  document: { name: '演示：公租房办事指南', number: null, article: null },
  region: null,
  validFrom: '2026-01-01',
  validTo: null,
  reviewOn: null,
  ...more,
})
