import type { Refusal } from '../../kernel/index.ts'
import { all, refused, type Action, type Guard, type Steps } from '../action.ts'
import { assignmentFor } from '../assignments.ts'
import type { Context } from '../context.ts'
import { assignmentIs, notInConflict, ofHandlingUnit } from '../guards.ts'
import type { WorkOrderRefusalCode } from '../refusals/index.ts'
import type { Assignment, WorkOrder } from '../state.ts'
import type { AssignmentStatus } from '../../vocabulary/index.ts'

export type AssignmentGuard = (assignment: Assignment, order: WorkOrder, context: Context) => Refusal<WorkOrderRefusalCode> | undefined

type OnAssignment<Command> = {
  readonly right: string
  readonly clause: string
  readonly wanted: readonly AssignmentStatus[]
  /** Whose people: the handling unit's, unless it is said. */
  readonly by?: (...wanted: readonly AssignmentStatus[]) => Guard
  readonly guards?: readonly AssignmentGuard[]
  readonly decide: (assignment: Assignment, command: Command, order: WorkOrder, context: Context) => Steps
}

/** A step on one assignment of the order: the one of the actor's own unit, in one of the wanted statuses. */
export const onAssignment = <Command>({
  right,
  clause,
  wanted,
  by = ofHandlingUnit,
  guards = [],
  decide,
}: OnAssignment<Command>): Action<Command> => ({
  right,
  clause,
  guard: all(notInConflict, assignmentIs(...wanted), by(...wanted), (order, context) => {
    const assignment = assignmentFor(order, context.actor, wanted)
    if (assignment === undefined) return refused('assignment.wrong-status')
    return guards.map((guard) => guard(assignment, order, context)).find((refusal) => refusal !== undefined)
  }),
  decide: (order, command, context) => {
    const assignment = assignmentFor(order, context.actor, wanted)
    if (assignment === undefined) throw new Error('The guard lets nobody decide without an assignment.')
    return decide(assignment, command, order, context)
  },
})
