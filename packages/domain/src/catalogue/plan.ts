import type { Principle } from '../vocabulary/index.ts'
import { holdsOn, type Entry } from './entry.ts'

type Asked = { readonly subject: string; readonly placeCode: string; readonly on: string }
/** set: from that day on another unit, principle or basis, or an entry where there was none; end: from that day on no entry of its own. */
export type CatalogueChange =
  | (Asked & {
      readonly kind: 'set'
      readonly unitId: string
      readonly principle: Principle
      readonly basis: string
      /** The first day on which it no longer counts; null: until it is changed. */
      readonly until: string | null
    })
  | (Asked & { readonly kind: 'end' })

/** What becomes of the spans. The past stays as it was: a running entry gets its last day, one that has not begun gives way. */
export type Plan = {
  readonly ends: Entry | undefined
  readonly replaces: Entry | undefined
  readonly begins: Entry | undefined
}

export const ofPair = (entries: readonly Entry[], { subject, placeCode }: Pick<Entry, 'subject' | 'placeCode'>): readonly Entry[] =>
  entries.filter((entry) => entry.subject === subject && entry.placeCode === placeCode)

export const planOf = (change: CatalogueChange, entries: readonly Entry[]): Plan => {
  const own = ofPair(entries, change)
  const { subject, placeCode, on } = change
  const ends = own.find((entry) => entry.from < on && holdsOn(entry, on))
  if (change.kind === 'end') return { ends, replaces: undefined, begins: undefined }
  const { unitId, principle, basis, until } = change
  const begins = { subject, placeCode, unitId, principle, basis, from: on, to: until }
  return { ends, replaces: own.find(({ from }) => from === on), begins }
}

/** What taking back a change does: its own entry goes, and what it ended or replaced says again what it said. */
export type Undoing = { readonly removes: Entry | undefined; readonly restores: readonly Entry[] }

const isRow = ({ subject, placeCode, from }: Entry, other: Entry): boolean =>
  subject === other.subject && placeCode === other.placeCode && from === other.from

/** Undefined where the spans are no longer as the change left them. */
export const undoingOf = (change: CatalogueChange, before: readonly Entry[], entries: readonly Entry[]): Undoing | undefined => {
  const own = ofPair(entries, change)
  const begun = own.find(({ from }) => from === change.on)
  const stands =
    change.kind === 'end'
      ? begun === undefined
      : begun?.unitId === change.unitId && begun.principle === change.principle && begun.basis === change.basis && begun.to === change.until
  const ended = before.filter(({ from }) => from < change.on)
  if (!stands || !ended.every((was) => own.some((now) => isRow(now, was) && now.to === change.on))) return undefined
  const undoing = { removes: before.some(({ from }) => from === change.on) ? undefined : begun, restores: before }
  const spans = ofPair(afterUndoing(undoing, entries), change).toSorted((a, b) => (a.from < b.from ? -1 : 1))
  const overlaps = spans.some(({ to }, at) => {
    const next = spans[at + 1]
    return next !== undefined && (to === null || to > next.from)
  })
  return overlaps ? undefined : undoing
}

/** The catalogue without the change. */
export const afterUndoing = ({ removes, restores }: Undoing, entries: readonly Entry[]): readonly Entry[] => [
  ...entries.filter((entry) => entry !== removes && !restores.some((was) => isRow(was, entry))),
  ...restores,
]

/** The catalogue as it would be. */
export const afterPlan = ({ ends, replaces, begins }: Plan, on: string, entries: readonly Entry[]): readonly Entry[] => [
  ...entries.filter((entry) => entry !== replaces).map((entry) => (entry === ends ? { ...entry, to: on } : entry)),
  ...(begins === undefined ? [] : [begins]),
]
