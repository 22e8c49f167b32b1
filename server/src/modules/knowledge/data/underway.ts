import type { Content } from '@open12345/domain/knowledge'

/** Versions in the middle of their way, written for the demonstration by the clerk of one unit. */
export const unit = 'housing'
type Underway = {
  readonly at: 'draft' | 'returned' | 'owner-review' | 'centre-review'
  readonly reason?: string
  readonly title: string
  readonly variants: readonly string[]
  readonly keywords: readonly string[]
  readonly type: Content['type']
  readonly document: string
  readonly body: string
}

export const underway: readonly Underway[] = [
  {
    at: 'draft',
    type: 'guide',
    title: '老旧小区加装电梯怎样申请',
    variants: ['既有住宅可以装电梯吗', '加装电梯要多少户同意'],
    keywords: ['加装电梯', '老旧小区'],
    document: '演示：既有住宅加装电梯办事指南',
    body: '由业主共同提出，征求本单元业主意见后向所在县（市）住建部门申请。\n具体材料以受理窗口公布的为准。',
  },
  {
    at: 'returned',
    reason: '请写明找哪个科室，并补上办理时间。',
    type: 'hot-question',
    title: '小区停车费由谁定',
    variants: ['物业涨停车费合不合法'],
    keywords: ['停车费', '物业'],
    document: '演示：物业服务收费问答',
    body: '小区停车收费看物业服务合同的约定；公共部位的停车收益归全体业主。',
  },
  {
    at: 'owner-review',
    type: 'explanation',
    title: '住宅专项维修资金怎样使用',
    variants: ['大修基金怎么用', '屋顶漏水能用维修资金吗'],
    keywords: ['维修资金', '大修基金', '漏水'],
    document: '演示：住宅专项维修资金使用解读',
    body: '维修资金用于住宅共用部位、共用设施设备保修期满后的维修和更新。\n使用方案由业主依法共同决定，紧急情况可以走应急使用程序。',
  },
  {
    at: 'centre-review',
    type: 'standard-answer',
    title: '商品房逾期交房怎么办（标准答案）',
    variants: ['开发商不按时交房', '逾期交房怎么赔'],
    keywords: ['逾期交房', '开发商', '违约金'],
    document: '演示：商品房交付问题统一口径',
    body: '先看购房合同约定的交房日期和违约责任，可以与开发企业协商；协商不成的，按合同申请仲裁或者起诉。\n住建部门受理对开发企业违规行为的投诉。',
  },
]

/** By their item's number; nobody says who reported them. */
export const reports: readonly { readonly no: string; readonly words: string; readonly hoursAgo: number }[] = [
  { no: '18', words: '里面写的办理窗口已经搬走了，我去了没有人。', hoursAgo: 30 },
  { no: '02', words: '“收到当天不算”说得不清楚，是热线收到还是单位收到？', hoursAgo: 5 },
]

/** What was asked and found nothing, and how often. */
export const unanswered: readonly (readonly [question: string, times: number])[] = [
  ['电瓶车在哪里上牌', 9],
  ['小区充电桩怎么报装', 7],
  ['楼上漏水物业不管', 5],
  ['骑行共享单车押金不退', 4],
]
export const wanted = { question: '小区充电桩由谁审批', words: '请按居民小区和单位停车场两种情形写明。' } as const
