import type { Message } from './messages.ts'
import type { Chance } from './random.ts'
import type { Plan } from './teller.ts'

/** What may become of a matter; each comes round again and again. */
export const outcomes = [
  'decline-9-1',
  'decline-9-2',
  'decline-9-3',
  'decline-9-4',
  'decline-9-5',
  'decline-9-6',
  'decline-9-7',
  'answer',
  'sms',
  'page',
  'redo',
  'silence',
  'beyond-law',
  'sms',
  'redo',
  'silence',
  'landline',
  'anonymous',
  'unreachable',
  'withdraw-unseen',
  'withdraw-accepted',
  'withdraw-handled',
  'withdraw-refused',
  'withdraw-report',
  'correct-before-dispatch',
  'correct-before-sign',
  'correct-confirmed',
  'correct-refused',
  'special',
  'emergency',
  'also',
  'facts',
  'page',
  'sms',
]

/** Work days, nights, weekends, days worked instead, the eves of 火把节, 国庆, 彝族年 and 端午. */
const days: Readonly<Record<2023 | 2026, readonly string[]>> = {
  2023: [
    '08-04',
    '08-05',
    '08-06',
    '08-07',
    '08-08',
    '08-08',
    '08-12',
    '08-16',
    '08-18',
    '08-19',
    '09-27',
    '09-28',
    '09-28',
    '09-30',
  ].concat(['10-07', '10-08', '11-17', '11-19']),
  2026: [
    '06-17',
    '06-18',
    '06-20',
    '09-18',
    '09-19',
    '09-20',
    '09-24',
    '09-26',
    '09-29',
    '09-30',
    '09-30',
    '10-03',
    '10-07',
    '10-08',
    '10-10',
  ],
}
const times = [
  '00:00:00',
  '02:41:09',
  '08:59:59',
  '09:00:00',
  '10:31:12',
  '11:59:59',
  '12:00:00',
  '15:07:44',
  '16:59:59',
  '17:00:00',
  '23:59:59',
]

const writtenOnly: readonly string[] = ['page', 'anonymous', 'withdraw-unseen', 'facts']
const doorOf = (outcome: string, chance: Chance): Plan['door'] =>
  writtenOnly.includes(outcome) ? 'web' : chance.below(2) === 0 ? 'web' : 'phone'
const reachOf = (outcome: string): Plan['reach'] => {
  if (outcome === 'landline' || outcome === 'unreachable') return 'landline'
  return outcome === 'anonymous' ? 'none' : 'mobile'
}
const urgencyOf = (outcome: string): Plan['urgency'] => {
  if (outcome === 'special') return 'special'
  return outcome === 'emergency' || outcome === 'also' ? 'emergency' : 'ordinary'
}
/** 20c: a report goes on without its requester; anything else ends when they withdraw. */
const kindOf = (outcome: string, { kind }: Message): Message['kind'] => {
  if (outcome === 'withdraw-report') return 'report'
  return outcome.startsWith('withdraw-') && kind === 'report' ? 'complaint' : kind
}

export const planFor = (message: Message, index: number, year: 2023 | 2026, chance: Chance): Plan => {
  const outcome = outcomes[index % outcomes.length]!
  const at = Temporal.Instant.from(`${year}-${chance.pick(days[year])}T${chance.pick(times)}+08:00`).epochMilliseconds
  const reach = reachOf(outcome)
  const digits = String(index).padStart(4, '0')
  return {
    message: { ...message, kind: kindOf(outcome, message) },
    door: doorOf(outcome, chance),
    reach,
    phone: reach === 'landline' ? `0834-399${digits}` : `1869988${digits}`,
    name: `测${'甲乙丙丁戊己庚辛'[index % 8]}${digits}`,
    urgency: urgencyOf(outcome),
    outcome,
    at,
  }
}
