import type { PastRuling } from './past.ts'

/** One ruling with its order, and the place whose entry it speaks about. */
export type Evidence = PastRuling & { readonly orderId: string; readonly subject: string; readonly placeCode: string }

/** The catalogue seems wrong here: for this subject in this place it names `from`, and rulings gave it to `to`. */
export type Finding = {
  readonly subject: string
  readonly placeCode: string
  readonly from: string
  readonly to: string
  readonly evidence: readonly Evidence[]
  /** Rulings that left it with the unit which the catalogue names. */
  readonly against: number
  readonly newestAt: string
}

/** Whom the catalogue names today, and from which instant on rulings speak about that. */
export type Named = { readonly unitId: string; readonly since: string }

const pairOf = ({ subject, placeCode }: Pick<Evidence, 'subject' | 'placeCode'>): string => `${subject} ${placeCode}`

/**
 * Rulings grouped by what they say against the catalogue of today. One that another than the catalogue's unit gave back says nothing about the
 * catalogue: it had been sent against it. Neither does one that was known when the entry was decided at the desk.
 * @clause 12-2c
 * @clause 11-3c
 */
export const findingsOf = (
  rulings: readonly Evidence[],
  named: (where: Pick<Evidence, 'subject' | 'placeCode'>) => Named | undefined,
): readonly Finding[] => {
  const byPair = Map.groupBy(rulings, pairOf)
  const found = [...byPair.values()].flatMap((all) => {
    const [first] = all
    const entry = first === undefined ? undefined : named(first)
    if (first === undefined || entry === undefined) return []
    const { subject, placeCode } = first
    const from = entry.unitId
    const same = all.filter(({ at }) => at >= entry.since)
    const against = same.filter(({ kind, to }) => kind !== 'accepted' && to === from).length
    const speaking = same.filter(({ kind, from: had, to }) => to !== null && to !== from && (kind === 'designated' || had === from))
    return [...Map.groupBy(speaking, ({ to }) => to ?? '')].map(([to, some]) => {
      const evidence = some.toSorted((a, b) => (a.at < b.at ? 1 : -1))
      return { subject, placeCode, from, to, evidence, against, newestAt: evidence[0]?.at ?? '' }
    })
  })
  return found.toSorted((a, b) => b.evidence.length - a.evidence.length || (a.newestAt < b.newestAt ? 1 : -1))
}
