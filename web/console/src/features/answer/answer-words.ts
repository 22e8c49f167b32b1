import { words } from '@open12345/ui/language.ts'

export const answerWords = words({
  seat: ['坐席答复', 'Answered by a seat'],
  page: ['网上看过', 'Read on the page'],
  change: ['第 {old} 版 → 第 {now} 版', 'Version {old} → {now}'],
  gone: ['第 {old} 版，已撤下', 'Version {old}, withdrawn'],
  same: ['第 {old} 版', 'Version {old}'],
})

export const outcomeWords = words({
  told: ['已更正告知', 'Told again'],
  'not-reached': ['打不通', 'Not reached'],
  'not-needed': ['不必告知', 'Need not be told'],
})
