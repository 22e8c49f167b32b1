import { noteReasons, type AssignmentRole } from '@open12345/contract/vocabulary'
import type { AssignmentView, ClockView, OrderView } from '@open12345/contract/work-order'

/** Who returned the order or was withdrawn takes part no more. */
export const isActive = ({ status }: Pick<AssignmentView, 'status'>): boolean => status !== 'returned' && status !== 'withdrawn'
/** 11-3b: principal and assistants answer to the lead, never to the requester. */
export const answersToLead = ({ role }: Pick<AssignmentView, 'role'>): boolean => role === 'principal' || role === 'assist'
export const isAnswered = ({ status }: Pick<AssignmentView, 'status'>): boolean => status === 'delivered' || status === 'answered'

/** Those that answer to the requester: the only unit, the lead, or each of a co-sign order. */
export const answering = ({ assignments }: Pick<OrderView, 'assignments'>): readonly AssignmentView[] =>
  assignments.filter((part) => isActive(part) && !answersToLead(part))

/** As what a unit takes part beside others. */
export type JointRole = Exclude<AssignmentRole, 'sole'>

/** 11-3: as what one more unit may come, which is what the order already is; a unit that was alone may still become either. */
export const rolesBeside = ({ assignments }: Pick<OrderView, 'assignments'>): readonly JointRole[] => {
  const has = (role: AssignmentRole): boolean => assignments.some((part) => isActive(part) && part.role === role)
  if (has('co-sign')) return ['co-sign']
  const below: readonly JointRole[] = has('principal') ? ['assist'] : ['principal', 'assist']
  return has('lead') ? below : [...below, 'co-sign']
}

type Part = Pick<AssignmentView, 'assignmentId' | 'round'>

/** The number of the part stands at the end of the clock's id; a redo that was ordered names its round only. */
export const isOfPart = ({ id, round }: ClockView, part: Part): boolean =>
  id === `redo-${round}` ? part.round === round : id.endsWith(part.assignmentId.replace('assignment', ''))

/** The newest clock of these kinds that one unit's part runs under. */
export const clockOfPart = ({ clocks }: Pick<OrderView, 'clocks'>, part: Part | null, kinds: readonly string[]): ClockView | undefined =>
  part === null ? undefined : clocks.findLast((clock) => kinds.includes(clock.kind) && isOfPart(clock, part))

/** The clock whose end more time would move. */
export const mainClocks = ['handle', 'redo', 'assist'] as const

/** A stretch of the order's way: one unit that it left again, or all that work on it together. */
export type Stretch =
  | { readonly kind: 'left'; readonly part: AssignmentView }
  | { readonly kind: 'together'; readonly heads: readonly AssignmentView[]; readonly below: readonly AssignmentView[] }

/** The order's way between units: whom it left, in time, then whoever has it now; those who answer to the lead stand below it. */
export const wayOf = ({ assignments }: Pick<OrderView, 'assignments'>): readonly Stretch[] => {
  const left = assignments.filter((part) => !isActive(part)).map((part) => ({ kind: 'left', part }) as const)
  const now = assignments.filter(isActive)
  if (now.length === 0) return left
  const below = now.filter(answersToLead)
  return [...left, { kind: 'together', heads: now.filter((part) => !answersToLead(part)), below }]
}

/** 13-3b: a person has confirmed a reason that lies outside law, policy or what is reasonable. */
export const isNoted = (followUp: OrderView['followUp']): boolean => noteReasons.some((reason) => reason === followUp?.confirmedReason)
