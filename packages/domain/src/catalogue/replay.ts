import type { Past } from './past.ts'

export type UnitCount = { readonly unitId: string; readonly orders: number }

/**
 * What a rule would have meant for orders of its subject and place. What cannot be known is counted apart: nobody tried whether the unit of the rule
 * would have kept what another kept.
 */
export type Replay = {
  readonly orders: number
  /** Answered, declined or still waiting before any unit had it. */
  readonly undispatched: number
  readonly sentTo: readonly UnitCount[]
  readonly endedWith: readonly UnitCount[]
  /** Returns that were accepted. */
  readonly returns: number
  /** Sent to the rule's unit at first anyway. */
  readonly already: number
  /** Went back and forth before the rule's unit had it, and it kept it. */
  readonly avoided: { readonly orders: number; readonly returns: number }
  /** The rule's unit gave it back itself: as often as that the rule would have been wrong. */
  readonly givenBack: number
  /** Kept by another unit without a return: at most so many returns the rule would have caused. */
  readonly keptByOther: number
  /** Given back by another unit, and ended with a third, or with nobody yet. */
  readonly unknown: number
}

type Kind = 'undispatched' | 'already' | 'avoided' | 'givenBack' | 'keptByOther' | 'unknown'

const kindOf = ({ first, final, returnedBy }: Past, unitId: string): Kind => {
  if (first === null) return 'undispatched'
  if (returnedBy.includes(unitId)) return 'givenBack'
  if (first === unitId) return 'already'
  if (returnedBy.length === 0) return 'keptByOther'
  return final === unitId ? 'avoided' : 'unknown'
}

const counted = (units: readonly (string | null)[]): readonly UnitCount[] => {
  const counts = new Map<string, number>()
  for (const unitId of units) if (unitId !== null) counts.set(unitId, (counts.get(unitId) ?? 0) + 1)
  return [...counts]
    .map(([unitId, orders]) => ({ unitId, orders }))
    .toSorted((a, b) => b.orders - a.orders || (a.unitId < b.unitId ? -1 : 1))
}

/** @clause 11-2 */
export const replayOf = (pasts: readonly Past[], unitId: string): Replay => {
  const kinds = pasts.map((past) => [past, kindOf(past, unitId)] as const)
  const of = (kind: Kind): readonly Past[] => kinds.filter(([, one]) => one === kind).map(([past]) => past)
  const avoided = of('avoided')
  return {
    orders: pasts.length,
    undispatched: of('undispatched').length,
    sentTo: counted(pasts.map(({ first }) => first)),
    endedWith: counted(pasts.map(({ final }) => final)),
    returns: pasts.reduce((sum, { returnedBy }) => sum + returnedBy.length, 0),
    already: of('already').length,
    avoided: { orders: avoided.length, returns: avoided.reduce((sum, { returnedBy }) => sum + returnedBy.length, 0) },
    givenBack: of('givenBack').length,
    keptByOther: of('keptByOther').length,
    unknown: of('unknown').length,
  }
}
