import type { Principle } from '../vocabulary/index.ts'

/** Days are civil dates of the prefecture, as 2026-03-02: they are compared as texts. `to` is the first day that no longer counts. */
export type Period = { readonly from: string; readonly to: string | null }

/** 派单目录 one entry: which unit handles a subject in a place, by which principle and law, from when to when. */
export type Entry = Period & {
  readonly subject: string
  readonly placeCode: string
  readonly unitId: string
  readonly principle: Principle
  readonly basis: string
}

export type CataloguePlace = Period & {
  readonly code: string
  readonly parentCode: string | null
  readonly level: 'prefecture' | 'county' | 'township'
}
export type CatalogueUnit = Period & { readonly kind: string; readonly mergedInto: string | null }

/** What the catalogue is read against: every place and every unit there ever was. */
export type World = {
  readonly places: ReadonlyMap<string, CataloguePlace>
  readonly units: ReadonlyMap<string, CatalogueUnit>
}

export const holdsOn = ({ from, to }: Period, on: string): boolean => from <= on && (to === null || to > on)

/** The unit that answers for one that the catalogue names: itself, or whom mergers have put in its place; undefined where nobody stands for it. @clause 12-0 */
export const answeringFor = ({ units }: World, unitId: string, on: string): string | undefined => {
  const seen = new Set<string>()
  let id = unitId
  for (let unit = units.get(id); unit !== undefined && !seen.has(id); unit = units.get(id)) {
    const isMerged = unit.mergedInto !== null && unit.to !== null && unit.to <= on
    if (!isMerged) return holdsOn(unit, on) ? id : undefined
    seen.add(id)
    id = unit.mergedInto ?? ''
  }
  return undefined
}

export type Where = { readonly county: string | null; readonly township: string | null }

/** Of entries of one subject the one that applies: the narrowest place whose unit somebody stands for. @clause 11-2 */
export const applying = (entries: readonly Entry[], { county, township }: Where, world: World, on: string): Entry | undefined => {
  const held = entries.filter((entry) => holdsOn(entry, on) && answeringFor(world, entry.unitId, on) !== undefined)
  const at = (code: string | null) => (code === null ? undefined : held.find(({ placeCode }) => placeCode === code))
  return at(township) ?? at(county) ?? held.find(({ placeCode }) => world.places.get(placeCode)?.level === 'prefecture')
}

/** Where a place lies, as an order would name it. */
export const whereOf = (world: World, code: string): Where => {
  const place = world.places.get(code)
  if (place?.level === 'township') return { county: place.parentCode, township: code }
  return { county: place?.level === 'county' ? code : null, township: null }
}
