import { accept, refuse, type Decision } from '../kernel/index.ts'
import { callable, type Callable } from './decide.ts'
import type { Line } from './linkage.ts'

/**
 * Clause 14 wants a mechanism that works when something happens and names no interval. Ours: a line that nobody has reached for a quarter is
 * to be tried, so that a changed number is found on a quiet day.
 */
export const testEveryDays = 90

/** Civil dates, yyyy-mm-dd in Asia/Shanghai; `reachedOn` is the newest test or drill that reached the line. @clause 14 */
export const testIsDue = (reachedOn: string | null, today: string): boolean =>
  reachedOn === null || Temporal.PlainDate.from(reachedOn).add({ days: testEveryDays }).toString() <= today

export type Drill = { readonly lineIds: readonly string[]; readonly heldOn: string; readonly dueOn: string | null }

/** A drill, or a test by hand, that was held; civil dates in Asia/Shanghai. @clause 14 */
export const recordDrill = (drill: Drill, known: readonly Line[], today: string): Decision<Drill> => {
  if (drill.heldOn > today) return refuse({ code: 'linkage.drill-in-future', clause: '14' })
  if (drill.dueOn !== null && drill.dueOn < drill.heldOn) return refuse({ code: 'linkage.drill-due-before', clause: '14' })
  const unknown = drill.lineIds.some((lineId) => !known.some((line) => line.lineId === lineId))
  return unknown || drill.lineIds.length === 0 ? refuse({ code: 'linkage.line-unknown', clause: '14' }) : accept(drill)
}

/** Calls a line to see whether it answers; one such call at a time. @clause 14 */
export const testCall = (line: Line | undefined, isRunning: boolean): Decision<Callable> =>
  isRunning ? refuse({ code: 'linkage.test-running', clause: '14' }) : callable(line)
