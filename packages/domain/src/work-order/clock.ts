/** A clock on an order. Instants are RFC 3339 in UTC with milliseconds, so that they compare as text. */
export type ClockKind =
  | 'dispatch'
  | 'sign'
  | 'handle'
  | 'requester'
  | 'redo'
  | 'special-act'
  | 'emergency-act'
  | 'special-response'
  | 'special-progress'
  | 'emergency-response'
  | 'emergency-progress'
  | 'follow-up'
  | 'reminder'
  | 'no-answer'

export type Whose = 'centre' | 'unit' | 'requester'

export type ClockStart = {
  readonly id: string
  readonly kind: ClockKind
  readonly whose: Whose
  readonly round: number
  readonly assignmentId: string | null
  readonly clause: string
  readonly pack: string
  readonly calendar: string
  readonly startAt: string
  readonly dueAt: string
  readonly dueOn: string
  /** When somebody is reminded before the clock is due; null: nobody. */
  readonly warnAt: string | null
  readonly provisional: boolean
}

export type ClockOutcome = 'pending' | 'met' | 'late' | 'breached' | 'waived'
export type Clock = ClockStart & {
  readonly outcome: ClockOutcome
  readonly metAt: string | null
  readonly warned: boolean
  /** Due times that a correction replaced; the first is the one first promised. */
  readonly earlierDue: readonly { readonly dueAt: string; readonly dueOn: string }[]
}

export const started = (start: ClockStart): Clock => ({ ...start, outcome: 'pending', metAt: null, warned: false, earlierDue: [] })
export const isOpen = (clock: Clock): boolean => clock.outcome === 'pending' || clock.outcome === 'breached'

/** In time ⇔ at < dueAt. */
export const met = (clock: Clock, at: string): Clock =>
  isOpen(clock) ? { ...clock, outcome: at < clock.dueAt ? 'met' : 'late', metAt: at } : clock
export const waived = (clock: Clock, at: string): Clock => (isOpen(clock) ? { ...clock, outcome: 'waived', metAt: at } : clock)

/** 订正: the same start, a new due time; the old one is kept and shown. A clock that was already met is judged by the due time it was met under. */
export const recomputed = (clock: Clock, start: ClockStart): Clock =>
  isOpen(clock)
    ? {
        ...clock,
        ...start,
        outcome: 'pending',
        warned: false,
        earlierDue: [...clock.earlierDue, { dueAt: clock.dueAt, dueOn: clock.dueOn }],
      }
    : clock
