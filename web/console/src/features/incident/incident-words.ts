import { words } from '@open12345/ui/language.ts'

export const incidentWords = words({
  incident: ['事件', 'Incident'],
  open: ['进行中', 'Going on'],
  over: ['已结束', 'Over'],
  joined: ['一并办理 {count} 件', '{count} handled with it'],
  since: ['开始', 'Since'],
  ended: ['结束', 'Over at'],
  subject: ['事项', 'Subject'],
  place: ['地点', 'Place'],
  main: ['主工单', 'Main order'],
  readyAnswer: ['统一答复口径', 'Ready answer'],
  readyAnswerNote: [
    '座席接到同类来电时照此告知来电人；诉求人的页面不显示。',
    'Seats tell it to callers word by word; no page of a requester shows it.',
  ],
  noReadyAnswer: ['还没有统一答复口径。', 'There is no ready answer yet.'],
  notice: ['公告', 'Notice'],
  noticeNote: [
    '登在群众门户首页，谁都能看到：不要写任何人的姓名、电话、住址。',
    'On the public start page for everybody: no names, numbers or home addresses.',
  ],
  noNotice: ['没有公告。', 'No notice is published.'],
  finalAnswer: ['统一答复', 'The answer to everybody'],
  tell: ['可直接告知来电人', 'May be told to the caller at once'],
})
