/** Time is a port. Business code asks this; nothing else reads the machine's clock (SQL has no now() for business time). */
export type Clock = { readonly now: () => Temporal.Instant }

// Milliseconds: what is stored (PostgreSQL keeps microseconds) equals what was decided upon.
export const systemClock: Clock = { now: () => Temporal.Now.instant().round({ smallestUnit: 'millisecond', roundingMode: 'floor' }) }

export type SettableClock = Clock & { readonly set: (at: Temporal.Instant) => void }

/** For tests, the simulation and the demonstration; production configuration cannot choose it. */
export const settableClock = (start: Temporal.Instant): SettableClock => {
  let at = start
  return { now: () => at, set: (next) => void (at = next) }
}
