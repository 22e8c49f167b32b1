import type { DraftView, KnowledgeStep, ReportView } from '@open12345/contract/knowledge'
import { knowledgeTypeLabels, knowledgeTypes, type KnowledgeType } from '@open12345/contract/vocabulary'
import { words } from '@open12345/ui/language.ts'

const pairOf = (type: KnowledgeType) => [knowledgeTypeLabels[type].zh, knowledgeTypeLabels[type].en] as const
export const typeWords = words(
  Object.fromEntries(knowledgeTypes.map((type) => [type, pairOf(type)])) as Record<KnowledgeType, ReturnType<typeof pairOf>>,
)

export const draftStateWords = words({
  draft: ['起草', 'Draft'],
  'owner-review': ['提供单位审核', 'Owner’s review'],
  'centre-review': ['中心审核', 'Centre’s review'],
  returned: ['已退回', 'Sent back'],
  published: ['已发布', 'Published'],
  dropped: ['已作废', 'Dropped'],
} satisfies Record<DraftView['state'], readonly [string, string]>)

export const stepWords = words({
  written: ['起草', 'Written'],
  rewritten: ['修改', 'Changed'],
  submitted: ['提交审核', 'Handed to review'],
  vouched: ['提供单位审核通过', 'The owner agreed'],
  'owner-sent-back': ['提供单位退回', 'Sent back by the owner'],
  published: ['中心审核通过并发布', 'The centre agreed and published'],
  'centre-sent-back': ['中心退回', 'Sent back by the centre'],
  dropped: ['作废', 'Dropped'],
  withdrawn: ['撤下', 'Withdrawn'],
  confirmed: ['复核仍然正确', 'Looked at, still right'],
} satisfies Record<KnowledgeStep['kind'], readonly [string, string]>)

export const reportStateWords = words({
  open: ['待处理', 'To decide'],
  accepted: ['属实，待新版本', 'Right, new version to come'],
  answered: ['已改正', 'Corrected'],
  rejected: ['不属实', 'Not right'],
} satisfies Record<ReportView['state'], readonly [string, string]>)

export const contentWords = words({
  type: ['类型', 'Type'],
  title: ['标题', 'Title'],
  variants: ['问法', 'Other ways to ask'],
  keywords: ['关键词', 'Keywords'],
  body: ['正文', 'Text'],
  owner: ['提供单位', 'Owner'],
  document: ['依据文件', 'Document'],
  number: ['文号', 'Its number'],
  article: ['条款', 'Article'],
  region: ['适用地区', 'Region'],
  everywhere: ['全州', 'The whole prefecture'],
  validFrom: ['生效日期', 'In force from'],
  validTo: ['失效日期', 'Last day'],
  reviewOn: ['复核日期', 'Review by'],
  byNorm: ['发布后按规定推算', 'By the norm, from publication'],
  open: ['长期', 'No end'],
})
