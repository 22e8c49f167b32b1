import { answersToLead, type AssignmentRole } from '../vocabulary/index.ts'

/** What is read of an order's events: who was sent it, who gave it back, what was ruled. */
export type PastEvent = {
  readonly type: string
  readonly at: string
  readonly assignmentId: string | null
  readonly unitId: string | null
  readonly suggestedUnitId: string | null
  readonly role: AssignmentRole | null
}

/** accepted: given back, and rightly; refused: it had to stay; designated: by the office, where nobody could say. @clause 12-2c @clause 11-3c */
export type PastRuling = {
  readonly kind: 'accepted' | 'refused' | 'designated'
  readonly at: string
  /** Who had it; null where nobody did. */
  readonly from: string | null
  /** Whose it is by the ruling. */
  readonly to: string | null
}

/** The way of an order among those who answer to the requester; whom a lead asked for help is not on it. */
export type Past = {
  readonly first: string | null
  readonly final: string | null
  /** Who gave it back rightly, in turn. */
  readonly returnedBy: readonly string[]
  readonly rulings: readonly PastRuling[]
}

type Walk = {
  readonly holders: Map<string, string>
  readonly suggested: Map<string, string | null>
  readonly gone: Set<string>
  last: string | null
  first: string | null
  readonly returnedBy: string[]
  readonly rulings: PastRuling[]
}

type Step = (walk: Walk, event: PastEvent) => void
/** The events that move it, by name; every other one leaves it where it is. */
const steps: ReadonlyMap<string, Step> = new Map<string, Step>([
  [
    'dispatched',
    (walk, { assignmentId, unitId, role }) => {
      if (unitId === null || assignmentId === null || answersToLead(role ?? 'sole')) return
      walk.holders.set(assignmentId, unitId)
      walk.first ??= unitId
      walk.last = unitId
    },
  ],
  ['return-asked', ({ suggested }, { assignmentId, suggestedUnitId }) => void suggested.set(assignmentId ?? '', suggestedUnitId)],
  [
    'return-accepted',
    ({ holders, suggested, gone, returnedBy, rulings }, { at, assignmentId }) => {
      const from = holders.get(assignmentId ?? '')
      if (assignmentId === null || from === undefined) return
      gone.add(assignmentId)
      returnedBy.push(from)
      rulings.push({ kind: 'accepted', at, from, to: suggested.get(assignmentId) ?? null })
    },
  ],
  [
    'return-refused',
    ({ holders, suggested, rulings }, { at, assignmentId }) => {
      const holder = holders.get(assignmentId ?? '')
      if (holder !== undefined) rulings.push({ kind: 'refused', at, from: suggested.get(assignmentId ?? '') ?? null, to: holder })
    },
  ],
  ['unit-withdrawn', ({ gone }, { assignmentId }) => void gone.add(assignmentId ?? '')],
  ['designated', ({ last, rulings }, { at, unitId }) => void rulings.push({ kind: 'designated', at, from: last, to: unitId })],
])

/** Whom a return led to: whoever was sent it next, or, until then, whom the unit had named. */
const settled = (rulings: readonly PastRuling[], final: string | null): readonly PastRuling[] => {
  const lastReturn = rulings.findLastIndex(({ kind }) => kind === 'accepted')
  return rulings.map((ruling, index) => (index === lastReturn && final !== null ? { ...ruling, to: final } : ruling))
}

/** Events of one order, in their order. */
export const pastOf = (events: readonly PastEvent[]): Past => {
  const walk: Walk = { holders: new Map(), suggested: new Map(), gone: new Set(), last: null, first: null, returnedBy: [], rulings: [] }
  for (const event of events) steps.get(event.type)?.(walk, event)
  const final = [...walk.holders].findLast(([assignmentId]) => !walk.gone.has(assignmentId))?.[1] ?? null
  return { first: walk.first, final, returnedBy: walk.returnedBy, rulings: settled(walk.rulings, final) }
}
