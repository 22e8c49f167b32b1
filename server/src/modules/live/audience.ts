import { isExcluded, mayRole } from '@open12345/domain/authority'
import type { Actor } from '../../db/actor.ts'

/** What is told between processes. It never leaves them as it is: each listener gets what `eventsFor` makes of it. */
type Excluding = {
  readonly accusedUnits: readonly string[]
  readonly barredAccounts: readonly string[]
  /** 20c: of a sealed order who may know it; null: everybody whose it is. */
  readonly knownTo: readonly string[] | null
}
export type Notice =
  | (Excluding & {
      readonly kind: 'order'
      readonly authorityId: string
      readonly orderId: string
      readonly version: number
      readonly stage: string
      /** The one that stands for the order. */
      readonly unitId: string | null
      /** Every unit that takes part, with its own stage. */
      readonly parts: readonly { readonly unitId: string; readonly stage: string }[]
      /** Who took part until now: theirs to look again, and to find it gone. */
      readonly left: readonly string[]
      readonly takenBy: string | null
    })
  /** `unitId`: the unit that it went to; null: the requester's. */
  | (Excluding & { readonly kind: 'message'; readonly authorityId: string; readonly unitId: string | null; readonly template: string })
  | { readonly kind: 'contact'; readonly authorityId: string; readonly accountId: string }

/** What a desk hears: a hint to look again, never the matter. `resync`: something may have been missed, look at everything again. */
export type LiveEvent =
  | { readonly topic: 'stage'; readonly stage: string; readonly unitId: string | null }
  | { readonly topic: 'order'; readonly orderId: string; readonly version: number }
  | { readonly topic: 'contact' }
  | { readonly topic: 'notice'; readonly template: string }
  | { readonly topic: 'message' }
  | { readonly topic: 'resync' }
  | { readonly topic: 'signed-out' }

type OrderNotice = Extract<Notice, { readonly kind: 'order' }>

const partsOf = ({ parts, left }: OrderNotice) => [...parts, ...left.map((unitId) => ({ unitId, stage: 'closed' }))]

const ofOrder = (actor: Actor, notice: OrderNotice): readonly LiveEvent[] => {
  const { orderId, stage, unitId, version } = notice
  const order = { topic: 'order', orderId, version } as const
  switch (actor.scope) {
    case 'centre':
      return [{ topic: 'stage', stage, unitId }, order]
    case 'unit': {
      const own = partsOf(notice).filter((part) => actor.unitIds.includes(part.unitId))
      return own.length === 0 ? [] : [...own.map((part) => ({ topic: 'stage', ...part }) as const), order]
    }
    case 'seat': {
      const own = notice.takenBy !== null && notice.takenBy === actor.accountId ? [order] : []
      return stage === 'to-accept' ? [{ topic: 'stage', stage, unitId: null }, ...own] : own
    }
    default:
      return []
  }
}

const ofMessage = (actor: Actor, { unitId, template }: Extract<Notice, { readonly kind: 'message' }>): readonly LiveEvent[] => {
  if (actor.scope === 'centre') return mayRole(actor.roles, 'message.read') ? [{ topic: 'message' }] : []
  return actor.scope === 'unit' && unitId !== null && actor.unitIds.includes(unitId) ? [{ topic: 'notice', template }] : []
}

/**
 * What this actor may hear of a notice; the same lines that row-level security draws.
 * @clause 20c
 */
export const eventsFor = (actor: Actor, notice: Notice): readonly LiveEvent[] => {
  if (notice.authorityId !== actor.authorityId) return []
  switch (notice.kind) {
    case 'order':
      return isExcluded(actor, notice) ? [] : ofOrder(actor, notice)
    case 'contact':
      return notice.accountId === actor.accountId ? [{ topic: 'contact' }] : []
    case 'message':
      return isExcluded(actor, notice) ? [] : ofMessage(actor, notice)
  }
}
