/**
 * Loaded before the program (`node --import`): its clock starts at a given instant and runs faster, the same through every restart, so that leases
 * lapse and repeats fall due within a test, and the hour of the day is always an office hour.
 */
const { OPEN12345_KILL_CLOCK: setting = '' } = process.env
const [realStart = 0, start = 0, rate = 1] = setting.split(',').map(Number)
const real = Temporal.Now.instant.bind(Temporal.Now)

Object.defineProperty(Temporal.Now, 'instant', {
  value: () => Temporal.Instant.fromEpochMilliseconds(Math.floor(start + (real().epochMilliseconds - realStart) * rate)),
})
