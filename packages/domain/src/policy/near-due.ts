import { warnAt, type Calendar } from '../calendar/index.ts'
import type { ClockName } from './clock-name.ts'
import type { Pack } from './pack.ts'

/**
 * The instants at which a clock is said to be near its end (即将超期), earliest first; those before its start are left out.
 * @clause 22-1
 */
export const warningsOf = (
  clock: ClockName,
  startAt: Temporal.Instant,
  dueAt: Temporal.Instant,
  { pack, calendar }: { readonly pack: Pack; readonly calendar: Calendar },
): readonly Temporal.Instant[] =>
  (pack.warnings.value[clock] ?? [])
    .map((before) => warnAt(calendar, dueAt.epochMilliseconds, before))
    .filter((at) => at > startAt.epochMilliseconds)
    .toSorted((a, b) => a - b)
    .map((at) => Temporal.Instant.fromEpochMilliseconds(at))
