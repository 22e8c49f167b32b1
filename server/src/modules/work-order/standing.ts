import {
  isOpen,
  principalOf,
  stageClock,
  stageOf,
  unitTasksOf,
  type Clock,
  type UnitTask,
  type WorkOrder,
} from '@open12345/domain/work-order'
import type { Stage } from '@open12345/domain/vocabulary'
import type { Actor } from '../../db/actor.ts'

/** Where an order stands for somebody: of a unit's people in their own list, of everybody else where the whole order stands. */
export type Standing = { readonly stage: Stage; readonly unitId: string | null; readonly clock: Clock | undefined }

export const isPassedOn = ({ id }: UnitTask): boolean => id.endsWith('-below')

/** Lists do the same in SQL: own before what was passed on below, then what is due first. */
const comesFirst = (a: UnitTask, b: UnitTask): number => {
  if (isPassedOn(a) !== isPassedOn(b)) return isPassedOn(a) ? 1 : -1
  const [due, later] = [a.dueAt ?? '~', b.dueAt ?? '~']
  return due === later ? (a.id < b.id ? -1 : 1) : due < later ? -1 : 1
}
const ownTask = (order: WorkOrder, { unitIds }: Actor): UnitTask | undefined =>
  unitTasksOf(order)
    .filter(({ unitId }) => unitIds.includes(unitId))
    .toSorted(comesFirst)[0]

/** How long something may be done is no due time. */
const clockOf = (order: WorkOrder, { id, dueAt }: UnitTask): Clock | undefined =>
  order.clocks.find(
    (clock) => isOpen(clock) && clock.kind !== 'return' && clock.dueAt === dueAt && clock.assignmentId === id.replace(/-below$/, ''),
  )

export const standingFor = (order: WorkOrder, actor: Actor): Standing => {
  const task = actor.scope === 'unit' ? ownTask(order, actor) : undefined
  return task === undefined
    ? { stage: stageOf(order), unitId: principalOf(order)?.unitId ?? null, clock: stageClock(order) }
    : { stage: task.stage, unitId: task.unitId, clock: clockOf(order, task) }
}
