import type { Matter } from '../matter.ts'

/** Longer than any simulated call with its writing-up takes. */
const callMs = 10 * 60_000

/** Gives each matter the seat that has been free longest; whoever finds none free holds the line until one is. */
export const seatsOnShift = (matters: readonly Matter[], seats: readonly string[]): readonly Matter[] => {
  const freeAt = new Map(seats.map((seat) => [seat, 0]))
  return matters.map((matter) => {
    const [seat, since] = [...freeAt].reduce((best, one) => (one[1] < best[1] ? one : best))
    const at = Math.max(matter.at, since)
    freeAt.set(seat, matter.door === 'phone' ? at + callMs : since + 1)
    return { ...matter, at, seat }
  })
}
