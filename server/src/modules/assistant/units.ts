import type { Suggestions } from '@open12345/contract/assistant'
import type { Scored } from '@open12345/domain/intake'
import type { Tx } from '../../db/transaction.ts'
import { rankUnits } from '../learning/index.ts'
import { responsibleUnit, unitNames, type Responsibility } from '../organisation/index.ts'

type Where = { readonly county: string; readonly township: string | null } | undefined
type Entry = Scored & { readonly catalogue: NonNullable<Suggestions['units'][number]['catalogue']> }

const most = 3

const entryOf = (subject: string, confidence: number, { unitId, principle, basis }: Responsibility): Entry => ({
  value: unitId,
  confidence,
  reasons: [],
  catalogue: { subject, principle, basis },
})

/** What the catalogue says for each subject that was heard, the surest first. */
const byCatalogue = async (tx: Tx, subjects: readonly Scored[], place: Where, on: Temporal.PlainDate): Promise<readonly Entry[]> => {
  const found = await Promise.all(
    subjects.map(async ({ value, confidence }) => {
      const responsible = await responsibleUnit(tx, { subject: value, county: place?.county, township: place?.township }, on)
      return responsible === undefined ? [] : [entryOf(value, confidence, responsible)]
    }),
  )
  return found.flat()
}

/**
 * 第十一条（二）: who would handle it: the catalogue by principle and basis, and beside it who answered such matters before, which may change the
 * order. Whoever dispatches decides.
 * @clause 11-2
 */
export const suggestUnits = async (
  tx: Tx,
  subjects: readonly Scored[],
  place: Where,
  learned: readonly Scored[],
  on: Temporal.PlainDate,
): Promise<Suggestions['units']> => {
  const entries = await byCatalogue(tx, subjects, place, on)
  const ranked = rankUnits(entries, learned).slice(0, most)
  const names = await unitNames(
    tx,
    ranked.map(({ value }) => value),
  )
  return ranked.flatMap(({ value: unitId, confidence }) => {
    const unitName = names.get(unitId)
    if (unitName === undefined) return []
    const catalogue = entries.find(({ value }) => value === unitId)?.catalogue ?? null
    return [{ unitId, unitName, confidence: Math.min(1, confidence), catalogue, learned: learned.some(({ value }) => value === unitId) }]
  })
}
