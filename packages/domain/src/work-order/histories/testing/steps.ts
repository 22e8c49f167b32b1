import type { AssignmentRole } from '../../../vocabulary/index.ts'
import type { Command } from '../../decide/index.ts'
import { accepting, drafting, part, type Person } from '../../testing/scenario.ts'
import { begins, does, type Step } from './history.ts'

export const accept = (change: object = {}): Command => ({ ...accepting, ...change }) as Command
export const dispatch = (unitId = 'housing'): Command => ({ name: 'dispatch', unitId, principle: 'duty', noteText: null })
export const jointly = (...parts: readonly (readonly [string, AssignmentRole])[]): Command => ({
  name: 'dispatch-jointly',
  parts: parts.map(([unitId, role]) => part(unitId, role)),
})
export const sign: Command = { name: 'sign' }
export const draft = (replyText = 'reply-1'): Command => ({ ...drafting, replyText })
export const approve: Command = { name: 'approve' }
export const deliver = (way: 'phone' | 'sms' | 'tracking-page' | 'letter' | 'in-person' = 'phone'): Command => ({
  name: 'deliver',
  way,
  noteText: null,
})
export const rate = (result: 'satisfied' | 'basically-satisfied' | 'dissatisfied'): Command => ({
  name: 'rate',
  channel: 'sms',
  service: null,
  result,
  wordsText: null,
})
export const asksByPerson = (
  outcome: 'satisfied' | 'dissatisfied' | 'no-answer' | 'unreachable',
  reason: 'not-done' | 'done-badly' | 'beyond-law' | 'policy-limits' | 'expectation' | null = null,
): Command => ({ name: 'follow-up', outcome, service: null, reason, noteText: null })
export const returns = (suggestedUnitId = 'traffic'): Command => ({
  name: 'return',
  reasonText: 'reason-1',
  basisText: 'basis-1',
  suggestedUnitId,
})
export const sent: Command = { name: 'follow-up-sent', sent: true }

/** By phone at 09:50, accepted five minutes later, with 住建局 at 10:00, and signed at 11:00, all on this day. */
export const inHandOn = (day: string, matter: object = {}): readonly Step[] => [
  begins(`${day}T09:50`),
  does(`${day}T09:55`, 'seat', accept(matter)),
  does(`${day}T10:00`, 'dispatcher', dispatch()),
  does(`${day}T11:00`, 'clerk', sign),
]
/** Drafted at 10:00, approved at 11:00 and told by phone at 15:00, all on this day. */
export const answeredOn = (day: string, handler: Person = 'handler'): readonly Step[] => [
  does(`${day}T10:00`, handler, draft(`reply-of-${day}`)),
  does(`${day}T11:00`, 'reviewer', approve),
  does(`${day}T15:00`, 'handler', deliver()),
  does(`${day}T15:01`, 'system', sent),
]
