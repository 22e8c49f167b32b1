import { refuse, type Decision, type Refusal } from '../kernel/index.ts'
import type { ClockStart } from './clock.ts'
import type { ClockAsk, Context, Matter } from './context.ts'
import type { WorkOrderEvent } from './events/index.ts'
import type { WorkOrder } from './state.ts'
import type { WorkOrderRefusalCode } from './refusals/index.ts'

/** Why a step may not be taken now, or nothing. */
export type Guard = (order: WorkOrder, context: Context) => Refusal<WorkOrderRefusalCode> | undefined
export type Steps = Decision<readonly WorkOrderEvent[]>

/** One thing that may be done to an order: who may, when, and what then happens. The guard also computes what travels as `allowed`. */
export type Action<Command> = {
  /** The action of the authority matrix; requester and system stand for themselves. */
  readonly right: string
  readonly clause: string
  readonly guard: Guard
  readonly decide: (order: WorkOrder, command: Command, context: Context) => Steps
}

export const refused = (code: WorkOrderRefusalCode, clause?: string, facts?: Refusal['facts']): Refusal<WorkOrderRefusalCode> => ({
  code,
  ...(clause === undefined ? {} : { clause }),
  ...(facts === undefined ? {} : { facts }),
})
export const refuseStep = (...args: Parameters<typeof refused>): { readonly ok: false; readonly refusal: Refusal } =>
  refuse(refused(...args))

/** The first refusal of several guards. */
export const all =
  (...guards: readonly Guard[]): Guard =>
  (order, context) => {
    for (const guard of guards) {
      const refusal = guard(order, context)
      if (refusal !== undefined) return refusal
    }
    return undefined
  }

/** Starts several clocks; the first that no pack can answer refuses the whole step. */
export const startClocks = (asks: readonly ClockAsk[], matter: Matter, context: Context): Decision<readonly ClockStart[]> => {
  const starts: ClockStart[] = []
  for (const ask of asks) {
    const start = context.startClock(ask, matter)
    if (!start.ok) return start
    starts.push(start.value)
  }
  return { ok: true, value: starts }
}
