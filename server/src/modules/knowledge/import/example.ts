import type { KnowledgeColumn } from '@open12345/contract/knowledge'

export const exampleTitle = '（填写示例）公租房怎样申请'

/** Own words, of no prefecture; an import passes over it. */
export const example: Readonly<Record<KnowledgeColumn, string>> = {
  title: exampleTitle,
  type: '办事指南',
  body: '一、谁可以申请：在本地居住、住房困难并且符合收入条件的家庭。\n二、到哪里申请：户口或者居住地的乡镇（街道）便民服务中心。\n三、带什么材料：身份证、户口簿、收入和住房情况的证明。\n四、多久有结果：受理后公示，公示没有异议的进入轮候。',
  variants: '廉租房怎么申请\n没有房子可以申请公租房吗',
  keywords: '公租房；住房保障',
  ownerUnitId: '（本单位在系统里的全称）',
  document: '住房城乡建设部门《公共租赁住房办事指南》',
  number: '〔2026〕1号',
  article: '',
  region: '',
  validFrom: '2026-01-01',
  validTo: '',
  reviewOn: '',
}
