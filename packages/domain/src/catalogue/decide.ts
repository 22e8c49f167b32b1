import { accept, refuse, type Decision, type Refusal } from '../kernel/index.ts'
import { subjects } from '../vocabulary/index.ts'
import { bareCounties } from './doubts.ts'
import { holdsOn, type Entry, type World } from './entry.ts'
import { afterPlan, afterUndoing, ofPair, planOf, undoingOf, type CatalogueChange, type Plan, type Undoing } from './plan.ts'
import type { CatalogueRefusalCode } from './refusals.ts'

type Judged<T> = Decision<T, Refusal<CatalogueRefusalCode>>
const no = (code: CatalogueRefusalCode, clause?: string, facts?: Refusal['facts']) =>
  refuse({ code, ...(clause === undefined ? {} : { clause }), ...(facts === undefined ? {} : { facts }) })
const allowed: Judged<undefined> = accept(undefined)

export type CatalogueAround = {
  readonly world: World
  readonly today: string
  /** Every entry of the subject, of any place and any day. */
  readonly entries: readonly Entry[]
}

const judgePlace = ({ placeCode, on, subject }: CatalogueChange, { world, today }: CatalogueAround): Judged<undefined> => {
  if (on < today) return no('catalogue.day-past', undefined, { today })
  if (!subjects.some(({ code }) => code === subject)) return no('catalogue.subject-unknown', '8-1')
  const place = world.places.get(placeCode)
  return place === undefined || !holdsOn(place, on) ? no('catalogue.place-unknown', '18a') : allowed
}

type Setting = Extract<CatalogueChange, { readonly kind: 'set' }>

/** 12-0: who dispatches does not handle what was dispatched. */
const judgeUnit = ({ unitId, on, until }: Setting, { world }: CatalogueAround): Judged<undefined> => {
  if (until !== null && until <= on) return no('catalogue.days-contradict')
  const unit = world.units.get(unitId)
  if (unit === undefined || !holdsOn(unit, on)) return no('catalogue.unit-not-in-force', '11-2')
  return unit.kind === 'centre' ? no('catalogue.unit-dispatches', '12-0') : allowed
}

const isSame = (change: Setting, { unitId, principle, basis, to }: Entry): boolean =>
  unitId === change.unitId && principle === change.principle && basis === change.basis && to === change.until

const judgeSpans = (change: Setting, { today, entries }: CatalogueAround): Judged<undefined> => {
  const { on, until } = change
  const own = ofPair(entries, change)
  const begun = own.find((entry) => holdsOn(entry, on))
  if (begun !== undefined && isSame(change, begun)) return no('catalogue.nothing-changed')
  if (begun?.from === on && on <= today) return no('catalogue.day-taken', undefined, { on })
  const later = own.filter(({ from }) => from > on).toSorted((a, b) => (a.from < b.from ? -1 : 1))[0]
  if (later !== undefined && (until === null || until > later.from)) return no('catalogue.overlaps', undefined, { on: later.from })
  return allowed
}

const judgeEnd = (change: CatalogueChange, { entries }: CatalogueAround): Judged<undefined> => {
  const own = ofPair(entries, change)
  if (own.some(({ from }) => from === change.on)) return no('catalogue.not-begun', undefined, { on: change.on })
  return own.some((entry) => holdsOn(entry, change.on)) ? allowed : no('catalogue.nothing-to-end')
}

/** How many counties had somebody on one of these days, and would have nobody. */
const bared = (after: readonly Entry[], days: readonly string[], { world, entries }: CatalogueAround): number =>
  new Set(
    days.flatMap((day) => {
      const before = bareCounties(entries, world, day)
      return bareCounties(after, world, day).filter((county) => !before.includes(county))
    }),
  ).size

/**
 * 第十一条（二） Whether a change of the catalogue can stand, and what it does to the spans: asked when it is proposed, and once more when it is decided.
 * Nothing that was in force is rewritten, and no county is left without anybody.
 * @clause 11-2
 */
export const judgeCatalogueChange = (change: CatalogueChange, around: CatalogueAround): Judged<Plan> => {
  const place = judgePlace(change, around)
  if (!place.ok) return place
  if (change.kind === 'set') {
    const unit = judgeUnit(change, around)
    if (!unit.ok) return unit
  }
  const spans = change.kind === 'set' ? judgeSpans(change, around) : judgeEnd(change, around)
  if (!spans.ok) return spans
  const plan = planOf(change, around.entries)
  const days = change.kind === 'set' && change.until !== null ? [change.on, change.until] : [change.on]
  const counties = bared(afterPlan(plan, change.on, around.entries), days, around)
  return counties > 0 ? no('catalogue.leaves-nobody', '11-2', { counties }) : accept(plan)
}

export type ProposalState = 'open' | 'accepted' | 'refused' | 'withdrawn' | 'revoked'

/** A second person decides; whoever proposed it may only take it back. @clause 11-2 */
export const judgeReview = (state: ProposalState | undefined, isOwn: boolean): Judged<undefined> => {
  if (state === undefined) return no('catalogue.change-unknown')
  if (state !== 'open') return no('catalogue.change-over')
  return isOwn ? no('catalogue.own-proposal', '11-2') : allowed
}

export const judgeWithdrawal = (state: ProposalState | undefined, isOwn: boolean): Judged<undefined> => {
  if (state === undefined) return no('catalogue.change-unknown')
  if (state !== 'open') return no('catalogue.change-over')
  return isOwn ? allowed : no('catalogue.not-yours')
}

export type Accepted = {
  readonly change: CatalogueChange
  readonly state: ProposalState | 'replaced'
  /** What the spans said that it ended or replaced; null where nobody wrote that down. */
  readonly before: readonly Entry[] | null
  readonly isOwn: boolean
  readonly reviews: boolean
}

const judgeStanding = ({ change, state, isOwn, reviews }: Accepted, today: string): Judged<undefined> => {
  if (state !== 'accepted') return no('catalogue.not-standing')
  if (!isOwn && !reviews) return no('catalogue.not-yours-to-revoke')
  return change.on <= today ? no('catalogue.in-effect', '11-2', { on: change.on }) : allowed
}

/**
 * Until its day comes, whoever proposed an accepted change or may decide about changes takes it back: the spans say again what they said. What has
 * been in force is not rewritten, and no county is left without anybody on any day to come.
 * @clause 11-2
 */
export const judgeRevocation = (accepted: Accepted | undefined, around: CatalogueAround): Judged<Undoing> => {
  if (accepted === undefined) return no('catalogue.change-unknown')
  const standing = judgeStanding(accepted, around.today)
  if (!standing.ok) return standing
  const { change, before } = accepted
  if (before === null) return no('catalogue.nothing-kept')
  const undoing = undoingOf(change, before, around.entries)
  if (undoing === undefined) return no('catalogue.built-upon')
  const after = afterUndoing(undoing, around.entries)
  const days = [...around.entries, ...after].flatMap(({ from, to }) => [from, to ?? from]).filter((day) => day >= change.on)
  const counties = bared(after, [...new Set(days)], around)
  return counties > 0 ? no('catalogue.leaves-nobody', '11-2', { counties }) : accept(undoing)
}
