/** Time is a port. Business code asks this; nothing else reads the machine's clock (SQL has no now() for business time). */
export type Clock = { readonly now: () => Temporal.Instant }

export const systemClock: Clock = { now: () => Temporal.Now.instant() }

/** For tests, the simulation and the demonstration; production configuration cannot choose it. */
export const settableClock = (start: Temporal.Instant): Clock & { readonly set: (at: Temporal.Instant) => void } => {
  let at = start
  return { now: () => at, set: (next) => void (at = next) }
}
