import type { Suggestions } from '@open12345/contract/assistant'
import type { Scored } from '@open12345/domain/intake'
import type { Tx } from '../../db/transaction.ts'
import { responsibleUnit, unitNames, type Responsibility } from '../organisation/index.ts'

type UnitSuggestion = Suggestions['units'][number]
type Weighed = { readonly value: string; readonly confidence: number }
type Where = { readonly county: string; readonly township: string | null } | undefined

const most = 3

const byCatalogue = (tx: Tx, subjects: readonly Weighed[], place: Where, on: Temporal.PlainDate) =>
  Promise.all(
    subjects.map(async ({ value: subject, confidence }) => ({
      subject,
      confidence,
      found: await responsibleUnit(tx, { subject, county: place?.county, township: place?.township }, on),
    })),
  )

type Named = { readonly subject: string; readonly confidence: number; readonly found: Responsibility | undefined }

/** By the surest subject that leads to a unit; several subjects that lead to it speak for it together. */
const merged = (named: readonly Named[], learned: readonly Scored[]): readonly Omit<UnitSuggestion, 'unitName'>[] => {
  const units = new Map<string, Omit<UnitSuggestion, 'unitName'>>()
  for (const { subject, confidence, found } of named) {
    if (found === undefined) continue
    const { unitId, principle, basis } = found
    const known = units.get(unitId)
    const catalogue = known?.catalogue ?? { subject, principle, basis }
    units.set(unitId, { unitId, confidence: (known?.confidence ?? 0) + confidence, catalogue, learned: false })
  }
  for (const { value: unitId, confidence } of learned.slice(0, most)) {
    const known = units.get(unitId)
    units.set(unitId, { unitId, confidence: (known?.confidence ?? 0) + confidence, catalogue: known?.catalogue ?? null, learned: true })
  }
  return [...units.values()]
}

/**
 * 第十一条（二）: who would handle it: the catalogue by principle and basis, and beside it who answered such matters before, which may change the
 * order. Whoever dispatches decides.
 * @clause 11-2
 */
export const suggestUnits = async (
  tx: Tx,
  subjects: readonly Weighed[],
  place: Where,
  learned: readonly Scored[],
  on: Temporal.PlainDate,
): Promise<UnitSuggestion[]> => {
  const found = merged(await byCatalogue(tx, subjects, place, on), learned)
  const names = await unitNames(
    tx,
    found.map(({ unitId }) => unitId),
  )
  return found
    .flatMap((unit) => {
      const unitName = names.get(unit.unitId)
      return unitName === undefined ? [] : [{ ...unit, unitName, confidence: Math.min(1, unit.confidence) }]
    })
    .toSorted((one, other) => other.confidence - one.confidence)
    .slice(0, most)
}
