import type { Author, WorkActor } from '@open12345/domain/work-order'
import type { Actor } from '../../db/actor.ts'

/** Who gives a command: the actor of the transaction, and whether they belong to a contractor (第二十条: then some steps are closed to them). */
export type Doer = {
  readonly actor: Actor
  readonly outsourced: boolean
  /** A request that is just being filed: the program writes, the requester speaks. */
  readonly as?: 'requester'
}

export const workActorOf = ({ actor, as }: Doer): WorkActor => {
  if (as === 'requester' || actor.scope === 'requester') return { kind: 'requester' }
  if (actor.scope === 'system' || actor.accountId === undefined) return { kind: 'system' }
  const { accountId, roles, unitIds, unitPathIds } = actor
  return { kind: 'staff', accountId, roles, unitIds, unitPathIds }
}

export const authorOf = (doer: Doer): Author => {
  const actor = workActorOf(doer)
  return actor.kind === 'staff' ? { kind: 'staff', accountId: actor.accountId } : { kind: actor.kind }
}
