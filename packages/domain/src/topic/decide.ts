import { accept, refuse, type Decision } from '../kernel/index.ts'

export type WarningState = 'open' | 'confirmed' | 'dismissed'

/** Whoever answers for a warning: the centre, until it passes it on. */
export type WarningOwner = 'centre' | 'office' | 'unit'
export type Owned = { readonly owner: WarningOwner; readonly unitId: string | null }

/** A warning is passed on, confirmed or dismissed while it is open, and only then. Refuses `topic.no-warning`, `topic.decided`. @clause 19a */
export const whileOpen = (state: WarningState | undefined): Decision<null> => {
  if (state === undefined) return refuse({ code: 'topic.no-warning', clause: '19a' })
  return state === 'open' ? accept(null) : refuse({ code: 'topic.decided', clause: '19a' })
}

/** To a unit that is named and open, and to nobody else with a unit's name. Refuses as `whileOpen`, `topic.owner-unit`, `topic.same-owner`. @clause 19a */
export const passedOn = (state: WarningState | undefined, from: Owned, to: Owned, isOpenUnit: boolean): Decision<Owned> => {
  const open = whileOpen(state)
  if (!open.ok) return open
  if ((to.owner === 'unit') !== (to.unitId !== null) || (to.unitId !== null && !isOpenUnit))
    return refuse({ code: 'topic.owner-unit', clause: '19a' })
  return from.owner === to.owner && from.unitId === to.unitId ? refuse({ code: 'topic.same-owner', clause: '19a' }) : accept(to)
}
