export type { ClockAsk, Context, Matter, WorkActor } from './context.ts'
export { isOpen, type Clock, type ClockKind, type ClockOutcome, type ClockStart, type Whose } from './clock.ts'
export { actions, allowedActions, decide, type ActionName, type Allowed, type Command } from './decide/index.ts'
export { record, type Record } from './decide/record.ts'
export { nextAttentionAt } from './decide/tick.ts'
export type { Author, Classification, EventType, Happened, Place, Relations, WorkOrderEvent } from './events.ts'
export { evolve, fold } from './evolve.ts'
export { isOrderNumber, orderNumber } from './number.ts'
export { messagesOf, type Message, type Template } from './reactions.ts'
export { workOrderRefusals, type WorkOrderRefusalCode } from './refusals.ts'
export { stageOf, type Assignment, type Draft, type FollowUp, type WorkOrder } from './state.ts'
export {
  assignmentStatuses,
  attemptOutcomes,
  channels,
  closureKinds,
  declineGrounds,
  deliveryWays,
  dissatisfactionReasons,
  emergencyLines,
  followUpChannels,
  followUpOutcomes,
  grades,
  isWritten,
  kinds,
  lawfulChannels,
  principles,
  ratings,
  redoReasons,
  stages,
  statuses,
  urgencies,
  type AttemptOutcome,
  type Channel,
  type ClosureKind,
  type DeclineGround,
  type DeliveryWay,
  type DissatisfactionReason,
  type EmergencyLine,
  type FollowUpChannel,
  type FollowUpOutcome,
  type Grade,
  type Kind,
  type LawfulChannel,
  type Principle,
  type Rating,
  type Stage,
  type Status,
  type Urgency,
} from './vocabulary.ts'
