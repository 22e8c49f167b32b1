import type { LinkageView, DrillView } from '@open12345/contract/linkage'
import { words } from '@open12345/ui/language.ts'

export const stateWords = words({
  calling: ['正在呼叫', 'Calling'],
  joined: ['已接通', 'Joined'],
  'handed-over': ['已转交', 'Handed over'],
  ended: ['已结束', 'Ended'],
  'no-answer': ['无人接听', 'No answer'],
  refused: ['占线', 'Busy'],
  unreachable: ['打不通', 'Not reached'],
  cancelled: ['已取消', 'Cancelled'],
  unknown: ['结果不明', 'Unknown'],
  noted: ['已记录', 'Recorded'],
} satisfies Record<LinkageView['state'], readonly [string, string]>)

export const wayWords = words({
  transfer: ['转接', 'Transfer'],
  'three-way': ['三方通话', 'Three-way call'],
  told: ['电话告知', 'Told by phone'],
  received: ['对方移交', 'Handed to us'],
} satisfies Record<LinkageView['way'], readonly [string, string]>)

export const outcomeWords = words({
  calling: ['正在呼叫', 'Calling'],
  reached: ['接通', 'Reached'],
  'no-answer': ['无人接听', 'No answer'],
  refused: ['占线', 'Busy'],
  unreachable: ['打不通', 'Not reached'],
  unknown: ['结果不明', 'Unknown'],
} satisfies Record<DrillView['outcome'], readonly [string, string]>)
