import type { UnitView } from '@open12345/contract/organisation'

type Node = Pick<UnitView, 'unitId' | 'parentId' | 'supervisedBy' | 'name'>

/** It is that unit itself, or stands below it. */
export const isWithin = (units: readonly Node[], unitId: string, above: string): boolean => {
  const seen = new Set<string>()
  for (let at: string | null = unitId; at !== null && !seen.has(at); at = units.find((unit) => unit.unitId === at)?.parentId ?? null) {
    if (at === above) return true
    seen.add(at)
  }
  return false
}

/** 20c: who supervises it takes what accuses it, else the unit above it; as the server proposes it where it refuses. */
export const superiorOf = (units: readonly Node[], unitId: string): Node | undefined => {
  const unit = units.find((one) => one.unitId === unitId)
  const above = unit?.supervisedBy ?? unit?.parentId ?? null
  return above === null || isWithin(units, above, unitId) ? undefined : units.find((one) => one.unitId === above)
}
