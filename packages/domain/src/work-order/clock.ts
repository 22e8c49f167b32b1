/** A clock on an order. Instants are RFC 3339 in UTC with milliseconds, so that they compare as text. */
export type ClockKind =
  | 'dispatch'
  | 'redispatch'
  | 'verify'
  | 'sign'
  | 'handle'
  | 'requester'
  | 'return'
  /** Only ever asked for: it moves the end of another. */
  | 'extension'
  /** Only ever asked for: until when new facts reopen what was closed. */
  | 'reopen'
  | 'return-decision'
  | 'extension-decision'
  | 'assist'
  | 'sub-handle'
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
/** Nobody waits for it any more; what was overdue by then stays late. */
export const waived = (clock: Clock, at: string): Clock =>
  isOpen(clock) ? { ...clock, outcome: clock.outcome === 'breached' ? 'late' : 'waived', metAt: at } : clock

/** 12-2c: how long something may be done, not by when it must be: nobody is reminded of it, and letting it pass is no breach. */
export const isWindow = ({ kind }: Pick<ClockStart, 'kind'>): boolean => kind === 'return'

/** 12-4: two of the three acts are clocks of the same kind, told apart by their ids; the third is the dispatch. */
export const isReportClock = ({ id }: Pick<ClockStart, 'id'>): boolean => id.startsWith('report-')
export const isCallClock = ({ id }: Pick<ClockStart, 'id'>): boolean => id.startsWith('call-')

/** 12-3: consent to an extension turns what is already late to in time, if it came before the new end. */
export const rejudged = (clock: Clock, start: ClockStart): Clock =>
  clock.metAt === null || clock.outcome === 'waived'
    ? recomputed(clock, start)
    : { ...clock, ...start, outcome: clock.metAt < start.dueAt ? 'met' : 'late', earlierDue: [...clock.earlierDue, earlier(clock)] }
const earlier = ({ dueAt, dueOn }: Clock) => ({ dueAt, dueOn })

/** 订正: the same start, a new due time; the old one is kept and shown. A clock that was already met is judged by the due time it was met under. */
export const recomputed = (clock: Clock, start: ClockStart): Clock =>
  isOpen(clock)
    ? {
        ...clock,
        ...start,
        outcome: 'pending',
        warned: false,
        earlierDue: [...clock.earlierDue, earlier(clock)],
      }
    : clock
