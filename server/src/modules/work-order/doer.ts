import type { Author, WorkActor } from '@open12345/domain/work-order'
import type { Actor } from '../../db/actor.ts'

/** Who gives a command: the actor of the transaction, and whether they belong to a contractor (第二十条: then some steps are closed to them). */
export type Doer = {
  readonly actor: Actor
  readonly outsourced: boolean
  /** The program writes, somebody else speaks: the requester of a request that is just being filed, or a person who may not see what they decide on. */
  readonly as?: 'requester' | 'staff'
}

export const workActorOf = ({ actor, as }: Doer): WorkActor => {
  if (as === 'requester' || actor.scope === 'requester') return { kind: 'requester' }
  if ((actor.scope === 'system' && as !== 'staff') || actor.accountId === undefined) return { kind: 'system' }
  const { accountId, roles, unitIds, unitPathIds } = actor
  return { kind: 'staff', accountId, roles, unitIds, unitPathIds }
}

export const authorOf = (doer: Doer): Author => {
  const actor = workActorOf(doer)
  return actor.kind === 'staff' ? { kind: 'staff', accountId: actor.accountId } : { kind: actor.kind }
}
