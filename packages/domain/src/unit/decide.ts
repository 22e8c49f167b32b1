import { accept, refuse, type Decision, type Refusal } from '../kernel/index.ts'
import { isInForce, isOpen, isWithin, type ChangeState, type Tree, type TreeUnit, type UnitChange, type UnitNames } from './change.ts'
import type { UnitRefusalCode } from './refusals.ts'

type Judged<T> = Decision<T, Refusal<UnitRefusalCode>>
const allowed: Judged<undefined> = accept(undefined)

/** What else was decided about units, and is not withdrawn. */
export type OtherChange = { readonly unitId: string; readonly on: string; readonly state: ChangeState; readonly name: string | null }

export type Around = {
  readonly tree: Tree
  /** The day on which the change takes effect. */
  readonly on: string
  readonly others: readonly OtherChange[]
  readonly knowsPlace: boolean
  /** The unit, or one below it, still takes part in an order that is not closed. */
  readonly hasOpenOrders: boolean
}

/** The program itself sends to these: what nobody else takes, and who stands above the centre. */
const needed = ['centre', 'office']

const nameTaken = ({ tree, on, others }: Around, unitId: string, name: string): boolean =>
  [...tree.values()].some((unit) => unit.unitId !== unitId && unit.name === name && isInForce(unit, on)) ||
  others.some((other) => other.unitId !== unitId && other.name === name && isOpen(other.state))

const inForce = ({ tree, on }: Around, unitId: string): TreeUnit | undefined => {
  const unit = tree.get(unitId)
  return unit !== undefined && isInForce(unit, on) ? unit : undefined
}

const judgeParent = (around: Around, parentId: string | null): Judged<undefined> =>
  parentId === null || inForce(around, parentId) !== undefined ? allowed : refuse({ code: 'unit.parent-not-in-force', clause: '7-1' })

type Of<K extends UnitChange['kind']> = Extract<UnitChange, { readonly kind: K }>

const found = ({ unitId, name, parentId, placeCode }: Of<'founded'>, around: Around): Judged<undefined> => {
  const { tree, others, knowsPlace } = around
  if (tree.has(unitId) || others.some((other) => other.unitId === unitId)) return refuse({ code: 'unit.code-taken' })
  if (nameTaken(around, unitId, name)) return refuse({ code: 'unit.name-taken' })
  if (placeCode !== null && !knowsPlace) return refuse({ code: 'unit.place-unknown', clause: '18a' })
  return judgeParent(around, parentId)
}

const namesOf = ({ name, shortName, nameEn }: UnitNames): string => JSON.stringify([name, shortName, nameEn])

const rename = (change: Of<'renamed'>, unit: TreeUnit, around: Around): Judged<undefined> => {
  if (namesOf(change) === namesOf(unit)) return refuse({ code: 'unit.nothing-changed' })
  return nameTaken(around, unit.unitId, change.name) ? refuse({ code: 'unit.name-taken' }) : allowed
}

const move = ({ parentId }: Of<'moved'>, unit: TreeUnit, around: Around): Judged<undefined> => {
  if (parentId === unit.parentId) return refuse({ code: 'unit.nothing-changed' })
  if (parentId !== null && isWithin(around.tree, parentId, unit.unitId)) return refuse({ code: 'unit.ring', clause: '7-1' })
  return judgeParent(around, parentId)
}

/** 12-0: who dispatches does not handle what was dispatched, so nothing is merged into the centre or the office. */
const merge = ({ successorId }: Of<'merged'>, unit: TreeUnit, around: Around): Judged<undefined> => {
  if (successorId === unit.unitId) return refuse({ code: 'unit.merge-self', clause: '7-1' })
  const successor = inForce(around, successorId)
  if (successor === undefined) return refuse({ code: 'unit.successor-not-in-force', clause: '12-0' })
  if (needed.includes(successor.kind)) return refuse({ code: 'unit.successor-dispatches', clause: '12-0' })
  return isWithin(around.tree, successorId, unit.unitId) ? refuse({ code: 'unit.merge-below', clause: '7-1' }) : allowed
}

const dissolve = (unit: TreeUnit, { tree, on, hasOpenOrders }: Around): Judged<undefined> => {
  const hasBelow = [...tree.values()].some((one) => one.parentId === unit.unitId && isInForce(one, on))
  if (hasBelow) return refuse({ code: 'unit.has-units-below', clause: '7-1' })
  return hasOpenOrders ? refuse({ code: 'unit.open-orders', clause: '12-0' }) : allowed
}

/** What ends, and what moves: all but a new name. */
const judgePlace = (unit: TreeUnit, change: UnitChange, on: string): Judged<undefined> => {
  if (needed.includes(unit.kind)) return refuse({ code: 'unit.needed', clause: '12-0' })
  return change.kind !== 'moved' && unit.from >= on ? refuse({ code: 'unit.not-begun' }) : allowed
}

/**
 * Whether a change of the unit tree can take effect on its day: asked when it is decided, and once more when the day has come.
 * @clause 7-1
 * @clause 12-0
 */
export const judgeChange = (change: UnitChange, around: Around): Judged<undefined> => {
  if (change.kind === 'founded') return found(change, around)
  if (!around.tree.has(change.unitId)) return refuse({ code: 'unit.unknown' })
  const unit = inForce(around, change.unitId)
  if (unit === undefined) return refuse({ code: 'unit.not-in-force' })
  if (change.kind === 'renamed') return rename(change, unit, around)
  const placed = judgePlace(unit, change, around.on)
  if (!placed.ok) return placed
  if (change.kind === 'moved') return move(change, unit, around)
  return change.kind === 'merged' ? merge(change, unit, around) : dissolve(unit, around)
}

/** A change is decided for today or a later day, one for each unit and day. @clause 7-1 */
export const decideChange = (change: UnitChange, around: Around, today: string): Judged<undefined> => {
  const { on, others } = around
  if (on < today) return refuse({ code: 'unit.day-past', facts: { today } })
  if (change.kind !== 'founded' && others.some((other) => other.unitId === change.unitId && other.on === on))
    return refuse({ code: 'unit.day-taken', facts: { on } })
  return judgeChange(change, around)
}

/** What is not in effect yet may be withdrawn. */
export const withdrawChange = (state: ChangeState | undefined): Judged<undefined> => {
  if (state === undefined) return refuse({ code: 'unit.change-unknown' })
  return isOpen(state) ? allowed : refuse({ code: 'unit.change-over' })
}
