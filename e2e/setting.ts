/** What the configuration decides once and the workers, the program and its browsers share through the environment. */
const needed = (name: string): string => {
  const value = process.env[name]
  if (value === undefined) throw new Error(`${name} is set by playwright.config.ts`)
  return value
}

export const portName = 'E2E_PORT'
export const shiftName = 'E2E_CLOCK_SHIFT_MS'

/** A Wednesday afternoon: desks are staffed, messages go out, and what was to be dispatched in the morning is overdue. */
export const startsAt = '2026-03-04T16:00:00+08:00'

export const address = (): string => `http://localhost:${needed(portName)}`
export const clockShiftMs = (): number => Number(needed(shiftName))
export const password = 'liangshan-12345'
