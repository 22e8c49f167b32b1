import { accept } from '../../kernel/index.ts'
import { scopeOf } from '../../authority/index.ts'
import { all, refused, refuseStep, type Action, type Guard } from '../action.ts'
import type { Context, PersonFacts } from '../context.ts'
import { barredAccounts, isNamed, notBarred } from '../guards.ts'
import { unitTasksOf } from '../stage.ts'
import type { WorkOrder } from '../state.ts'
import { fewestNamed, mostNamed, type SealReason } from '../../vocabulary/index.ts'

export type Seal = { readonly persons: readonly string[]; readonly reason: SealReason; readonly reasonText: string }

type Knowing = Pick<Context, 'person' | 'mayRole'>

/** Roles that see no order, and a contractor's people, do not come to see one by being named. */
const mayKnow = ({ roles, outsourced }: PersonFacts, { mayRole }: Knowing): boolean =>
  !outsourced && scopeOf(roles) !== 'none' && mayRole(roles, 'order.read')

const isOfAccused = ({ relations: { accusedUnitId } }: WorkOrder, { unitPathIds }: PersonFacts): boolean =>
  accusedUnitId !== null && unitPathIds.includes(accusedUnitId)

/** Whether this person can be named for this order. @clause 20c */
export const isNameable = (order: WorkOrder, accountId: string, context: Knowing): boolean => {
  const one = context.person(accountId)
  return one !== undefined && mayKnow(one, context) && !isOfAccused(order, one) && !barredAccounts(order).includes(accountId)
}

/** Who answers for a sealed order: a manager of the centre; where it accuses somebody, which may be the centre itself, the office as well. */
const keepers = ({ relations }: WorkOrder): readonly string[] =>
  relations.accusedUnitId === null ? ['centre-manager'] : ['centre-manager', 'office']
const isKeeper = (order: WorkOrder, accountId: string, context: Knowing): boolean =>
  isNameable(order, accountId, context) && keepers(order).some((role) => context.person(accountId)?.roles.includes(role))

/** Whether nobody who is named may answer for it any more: they left, stand back from it, or hold the office no more. */
export const isUnattended = (order: WorkOrder, context: Knowing): boolean =>
  order.knownTo !== undefined && !order.knownTo.some((accountId) => isKeeper(order, accountId, context))

/** Docs: adr/0030. Of an order that nobody answers for the office names the next, without learning what it is about. */
const byWhoKnows: Guard = (order, context) => {
  const { actor } = context
  if (isNamed(order, actor)) return undefined
  return actor.kind === 'staff' && actor.roles.includes('office') && isUnattended(order, context)
    ? undefined
    : refused('work-order.not-found')
}

/** 12-0: whoever works on it for a unit is of that unit, or of one above it. */
export const isNamedOf = (unitId: string, persons: readonly string[], { person }: Context): boolean =>
  persons.some((accountId) => {
    const one = person(accountId)
    return one !== undefined && scopeOf(one.roles) === 'unit' && one.unitIds.includes(unitId)
  })

/** Who names the next keeper does not know who was named: they stay. */
const wholeList = (order: WorkOrder, persons: readonly string[], context: Context): readonly string[] => {
  const staying = isNamed(order, context.actor) ? [] : (order.knownTo ?? []).filter((one) => isNameable(order, one, context))
  return [...new Set([...staying, ...persons])]
}

const notGathered: Guard = ({ status }) => (status === 'with-incident' ? refused('seal.with-incident', '20c') : undefined)

/**
 * 密封（限定知悉人员）: from then on nobody knows of the order but who is named, however high their role. It is not undone; the list may be changed.
 * @clause 20c
 */
export const seal: Action<Seal> = {
  right: 'order.seal',
  clause: '20c',
  guard: all(notBarred, byWhoKnows, notGathered),
  decide: (order, command, context) => {
    const persons = wholeList(order, command.persons, context)
    if (persons.length < fewestNamed || persons.length > mostNamed) return refuseStep('seal.how-many', '20c')
    if (!persons.every((one) => isNameable(order, one, context))) return refuseStep('seal.not-nameable', '20c')
    if (isUnattended({ ...order, knownTo: persons }, context)) return refuseStep('seal.no-keeper', '20c')
    if (!unitTasksOf(order).every(({ unitId }) => isNamedOf(unitId, persons, context))) return refuseStep('seal.unit-left-out', '20c')
    const before = order.knownTo ?? []
    const added = persons.filter((one) => !before.includes(one))
    const removed = before.filter((one) => !persons.includes(one))
    if (added.length === 0 && removed.length === 0) return refuseStep('seal.unchanged', '20c')
    return accept([{ type: 'sealed', persons, added, removed, reason: command.reason, reasonText: command.reasonText }])
  },
}
