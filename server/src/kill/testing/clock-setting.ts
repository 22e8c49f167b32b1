import { systemClock } from '../../time/clock.ts'

/** What shifted-clock.ts reads; instants in milliseconds since 1970. */
export type ClockSetting = { readonly realStart: number; readonly start: number; readonly rate: number }

/** A Monday morning in Shanghai. */
const officeMorning = Temporal.Instant.from('2026-03-02T09:00:00+08:00').epochMilliseconds

// A lease (120 s) must stay longer than the gateway adapter's patience (10 s of real time), as it is in life.
const rate = 8

const realNow = (): number => systemClock.now().epochMilliseconds

export const morningClock = (): ClockSetting => ({ realStart: realNow(), start: officeMorning, rate })
export const later = (clock: ClockSetting, hours: number): ClockSetting => ({ ...clock, start: clock.start + hours * 3_600_000 })
export const nowOn = ({ realStart, start, rate: speed }: ClockSetting): Temporal.Instant =>
  Temporal.Instant.fromEpochMilliseconds(start + (realNow() - realStart) * speed)
export const clockText = ({ realStart, start, rate: speed }: ClockSetting): string => `${realStart},${start},${speed}`
