import { answeringFor, applying, holdsOn, whereOf, type Entry, type World } from './entry.ts'

/** Counties where the entries of one subject lead to nobody on a day. @clause 11-2 */
export const bareCounties = (entries: readonly Entry[], world: World, on: string): readonly string[] =>
  [...world.places.values()]
    .filter(
      ({ level, code, ...period }) =>
        level === 'county' && holdsOn(period, on) && applying(entries, whereOf(world, code), world, on) === undefined,
    )
    .map(({ code }) => code)

export type Doubts = {
  readonly holes: readonly { readonly subject: string; readonly counties: readonly string[] }[]
  /** Entries whose unit is over: a successor answers, or the wider place does. */
  readonly over: readonly Entry[]
  /** Narrower entries that name the unit which the wider place names anyway. */
  readonly idle: readonly Entry[]
}

const isIdle = (entry: Entry, same: readonly Entry[], world: World, on: string): boolean => {
  const { county, township } = whereOf(world, entry.placeCode)
  if (county === null) return false
  const wider = applying(
    same.filter((other) => other !== entry),
    { county: township === null ? null : county, township: null },
    world,
    on,
  )
  return wider?.unitId === entry.unitId
}

/** What somebody should look at: subjects without anybody, entries of units that are over, entries that say nothing new. @clause 11-2 */
export const doubtsOf = (subjects: readonly string[], entries: readonly Entry[], world: World, on: string): Doubts => {
  const held = entries.filter((entry) => holdsOn(entry, on))
  const bySubject = Map.groupBy(held, ({ subject }) => subject)
  return {
    holes: subjects.flatMap((subject) => {
      const counties = bareCounties(bySubject.get(subject) ?? [], world, on)
      return counties.length === 0 ? [] : [{ subject, counties }]
    }),
    over: held.filter(({ unitId }) => answeringFor(world, unitId, on) !== unitId),
    idle: held.filter((entry) => isIdle(entry, bySubject.get(entry.subject) ?? [], world, on)),
  }
}
