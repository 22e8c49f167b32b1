import type { RefusalTable } from '../kernel/index.ts'

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
  'knowledge.not-yours': {
    nature: 'not-entitled',
    clause: '16c',
    zh: '谁提供、谁负责、谁更新：这一步由提供单位或热线中心办理。',
    en: 'Who provides an item is responsible for it: this step is for its owner or for the centre.',
  },
  'knowledge.owner-not-in-force': {
    nature: 'invalid',
    clause: '15',
    zh: '提供单位不存在或者已经撤销，请另选单位。',
    en: 'The owner is no unit in force; choose another.',
  },
  'knowledge.region-unknown': {
    nature: 'invalid',
    clause: '15',
    zh: '没有这个行政区划，请重新选择适用地区。',
    en: 'There is no such place; choose the region again.',
  },
  'knowledge.article-missing': {
    nature: 'invalid',
    clause: '15',
    zh: '法律法规请写明条款，例如“第十二条”。',
    en: 'Name the article of the law, such as “article 12”.',
  },
  'knowledge.title-taken': {
    nature: 'forbidden-step',
    clause: '15',
    zh: '已有同名的知识（包括正在审核的）：请修订那一条，或者换一个标题。',
    en: 'An item of this title exists or is on its way: revise that one, or choose another title.',
  },
  'knowledge.dates-contradict': {
    nature: 'invalid',
    clause: '15',
    zh: '失效日期早于生效日期。',
    en: 'It would end before it begins.',
  },
  'knowledge.over-already': {
    nature: 'invalid',
    clause: '16c',
    zh: '失效日期（{day}）已经过去，发布了也查不到。',
    en: 'Its last day ({day}) is over; nobody would find it.',
  },
  'knowledge.review-past': {
    nature: 'invalid',
    clause: '16c',
    zh: '复核日期已经过去，请写今天以后的日期。',
    en: 'The review date is over; name one that is to come.',
  },
  'knowledge.underway': {
    nature: 'forbidden-step',
    clause: '17a',
    zh: '这一条的新版本正在起草或者审核，请在那一稿上修改。',
    en: 'A new version of this item is on its way already; change that one.',
  },
  'knowledge.withdrawn': {
    nature: 'forbidden-step',
    clause: '16c',
    zh: '这条知识已经撤下。需要时请另写一条。',
    en: 'This item was withdrawn. Write another where it is needed.',
  },
  'knowledge.draft-over': {
    nature: 'forbidden-step',
    clause: '17a',
    zh: '这一稿已经发布或者作废。',
    en: 'This draft was published or dropped already.',
  },
  'knowledge.changed': {
    nature: 'stale',
    zh: '这一稿刚刚被改动，请重新载入，看过最新内容再办。',
    en: 'This draft has just been changed; reload it and read it first.',
  },
  'knowledge.in-review': {
    nature: 'forbidden-step',
    clause: '17a',
    zh: '正在审核的稿子不能改；请审核人退回后再改。',
    en: 'A draft in review is not changed; let its reviewer send it back.',
  },
  'knowledge.not-in-review': {
    nature: 'forbidden-step',
    clause: '17a',
    zh: '这一稿现在不在这个审核环节。',
    en: 'This draft does not wait for this review now.',
  },
  'knowledge.own-words': {
    nature: 'forbidden-step',
    clause: '17a',
    zh: '起草的人不审核自己写的，请由另一人审核。',
    en: 'Who wrote it does not review it; somebody else does.',
  },
  'knowledge.same-reviewer': {
    nature: 'forbidden-step',
    clause: '17a',
    zh: '您已经替提供单位审核过，热线中心的审核请由另一人办理。',
    en: 'You reviewed it for its owner; the centre’s review is for somebody else.',
  },
  'knowledge.report-decided': {
    nature: 'forbidden-step',
    clause: '17a',
    zh: '这条纠错已经处理过。',
    en: 'This report was decided on already.',
  },
  'knowledge.asked-for': {
    nature: 'forbidden-step',
    clause: '16b',
    zh: '这个问题已经请单位提供，还没有办结。',
    en: 'A unit has been asked for this already, and it is still open.',
  },
  'knowledge.request-over': {
    nature: 'forbidden-step',
    clause: '16b',
    zh: '这一件已经办结。',
    en: 'This request is closed already.',
  },
} as const satisfies RefusalTable
export type KnowledgeRefusalCode = keyof typeof knowledgeRefusals
