import { words } from '@open12345/ui/language.ts'

export const callWords = words({
  title: ['转接 / 三方', 'Transfer / three-way'],
  way: ['方式', 'Way'],
  consent: ['来电人是否同意', 'The caller’s consent'],
  given: ['已征得同意', 'Agrees'],
  emergency: ['紧急情况，免征求（生命安全受威胁，只限紧急热线）', 'Emergency, not asked (life in danger; emergency lines only)'],
  told: ['告知对方的话（可不填）', 'What the line is told (optional)'],
  lines: ['点一下就呼叫；光标不在文字框里时可按数字键', 'One click calls; outside the text field the digit does too'],
  noNumber: ['号码待填', 'No number yet'],
  none: ['联动名录是空的，请中心负责人装载 linkage.csv。', 'The directory is empty; linkage.csv is to be loaded.'],
  calling: ['正在呼叫{line}，来电人还在线上。', 'Calling {line}; the caller is on the line.'],
  joined: ['{line}已接通，三方都在通话中。', '{line} has answered; all three are talking.'],
  cancel: ['取消呼叫', 'Stop calling'],
  lineLeaves: ['请对方退出', 'Let the line leave'],
  handOver: ['转交并退出', 'Hand over and leave'],
  failed: ['{line}没有接通（{state}）。来电人还在线上，没有断。', '{line} was not reached ({state}). The caller is still on the line.'],
  unknown: ['呼叫{line}的结果不明，请问一下来电人和对方。', 'Nobody knows what came of calling {line}; ask the caller and the line.'],
  next: ['改呼{line}', 'Call {line} instead'],
  byPhone: [
    '也可以用普通电话拨打 {number}，再到“联动”里记一条“电话告知”。',
    'Or dial {number} on an ordinary phone and record it under “Linkage”.',
  ],
})
