import { accept } from '../../kernel/index.ts'
import { all, refuseStep, type Action, type Steps } from '../action.ts'
import type { Context } from '../context.ts'
import { centreOnceAccepted, nobodyAtWork, notInConflict, statusIs } from '../guards.ts'
import type { WorkOrder } from '../state.ts'
import { emergencyLines, type DeclineGround, type EmergencyLine, type LawfulChannel } from '../../vocabulary/index.ts'
import { acceptOrder, type Accept } from './accept-order.ts'

export type Decline = {
  readonly ground: DeclineGround
  readonly lawfulChannel: LawfulChannel
  readonly explanationText: string
  /** Why it was accepted before, a word among the centre; null where it was not. */
  readonly reasonText?: string | null
  /** 9-3: the form asks whether 12-4 applies too; then the same step makes the emergency order. */
  readonly also: Accept | null
}

const asEmergencyLine = (channel: LawfulChannel): EmergencyLine | undefined => emergencyLines.find((line) => line === channel)

/** 9-3 hands over to the emergency line at once; that alone never closes a matter that 12-4 makes ours as well. */
const handOver = (order: WorkOrder, command: Decline, context: Context): Steps => {
  const line = asEmergencyLine(command.lawfulChannel)
  if (line === undefined) return refuseStep('decline.emergency-line-needed', '9-3')
  if (command.also === null) return accept([{ type: 'handed-over', line, explanationText: null }, declined(command), closed])
  if (order.status !== 'recorded') return refuseStep('decline.already-accepted', '9-3')
  if (command.also.urgency === 'ordinary') return refuseStep('decline.urgency-needed', '9-3')
  const handedOver = { type: 'handed-over', line, explanationText: command.explanationText } as const
  const accepted = acceptOrder.decide(order, command.also, context)
  return accepted.ok ? accept([handedOver, ...accepted.value]) : accepted
}

const declined = ({ ground, lawfulChannel, explanationText, reasonText = null }: Decline) =>
  ({ type: 'declined', ground, lawfulChannel, explanationText, reasonText }) as const
const closed = { type: 'closed', kind: 'declined', noAnswer: false, basisText: null } as const

/**
 * 第九条 不予受理: exactly one of the seven grounds, the explanation given, the lawful channel told.
 * What turns out so after acceptance and before dispatch is declined by the centre, with the reason.
 * 9-5 (诉求表述不清) only after one recorded attempt to clarify.
 * @clause 9-1
 * @clause 9-2
 * @clause 9-3
 * @clause 9-4
 * @clause 9-5
 * @clause 9-6
 * @clause 9-7
 */
const decide = (order: WorkOrder, command: Decline, context: Context): Steps => {
  if (order.status !== 'recorded' && (command.reasonText ?? null) === null) return refuseStep('acceptance.reason-needed', '9-guide')
  if (command.ground === '9-3') return handOver(order, command, context)
  if (command.ground === '9-5' && order.clarifications === 0) return refuseStep('decline.not-clarified', '9-5')
  if (command.lawfulChannel === 'none-needed' && command.ground !== '9-5') return refuseStep('decline.channel-needed', '9-guide')
  return accept([declined(command), closed])
}

export const decline: Action<Decline> = {
  right: 'order.decline',
  clause: '9-guide',
  guard: all(notInConflict, statusIs('recorded', 'awaiting-dispatch'), centreOnceAccepted, nobodyAtWork),
  decide,
}
