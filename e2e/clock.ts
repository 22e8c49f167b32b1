import { clockShiftMs } from './setting.ts'

/** Loaded before the program: its clock runs at the usual pace, from the instant at which the journeys begin. */
const realNow = Temporal.Now.instant.bind(Temporal.Now)
const shift = Temporal.Duration.from({ milliseconds: Math.round(clockShiftMs()) })

Object.defineProperty(Temporal.Now, 'instant', { value: () => realNow().add(shift) })
