import { words } from '@open12345/ui/language.ts'

export const topicWords = words({
  messages: ['{count} 件', '{count} requests'],
  people: ['{count} 人', '{count} people'],
  lately: ['近 {days} 日 {count} 件', '{count} in {days} days'],
  span: ['{from} 至 {to}', '{from} to {to}'],
  several: ['多个县市', 'Several counties'],
  unnamed: ['说法各不相同，见样本', 'Told in different words; see the samples'],
  samples: ['最近的工单', 'The newest orders'],
  days: ['近 14 日每天件数：{counts}', 'Per day over 14 days: {counts}'],
  surge: ['突增', 'Surging'],
  special: ['特殊事项集中', 'Special matters at once'],
  open: ['待处置', 'Open'],
  confirmed: ['属实，按事件处理', 'Confirmed, handled as an incident'],
  dismissed: ['已解除', 'Dismissed'],
  warned: ['{at} 预警', 'Warned {at}'],
  centre: ['热线中心', 'The centre'],
  office: ['政府办公室', 'The government office'],
  unit: ['单位', 'A unit'],
  owner: ['由 {name} 处置', '{name} answers for it'],
  incident: ['查看事件', 'See the incident'],
  reason: ['解除理由', 'Why it was dismissed'],
})
