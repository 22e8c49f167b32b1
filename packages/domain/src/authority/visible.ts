/** Who looks: as the session or the tracking token tells. */
export type Looker = {
  readonly authorityId: string
  readonly scope: 'centre' | 'seat' | 'unit' | 'requester' | 'system' | 'none'
  readonly accountId?: string
  /** Own units and all below them. */
  readonly unitIds: readonly string[]
  /** Own units and all above them. */
  readonly unitPathIds: readonly string[]
  /** scope requester: the one order. */
  readonly orderId?: string
  /** scope seat: requesters of the contacts now open at this seat. */
  readonly requesterIds?: readonly string[]
}

type Excluding = {
  readonly accusedUnits: readonly string[]
  readonly barredAccounts: readonly string[]
  /** Of a sealed order the accounts that may know it; null: it is not sealed. */
  readonly knownTo: readonly string[] | null
}

/** What of an order decides who sees it. */
export type Sightable = Excluding & {
  readonly authorityId: string
  readonly orderId: string
  readonly stage: string
  /** Every unit that takes part, or did. */
  readonly unitIds: readonly string[]
  readonly takenBy: string | null
  readonly requesterId: string | null
  /** 20c: a report; nobody meets it by its author. */
  readonly identityHidden: boolean
}

/** A sealed order is for the people who are named, however high somebody's role is; its requester and the program go on with it. @clause 20c */
const isUnnamed = ({ scope, accountId }: Looker, knownTo: Excluding['knownTo']): boolean =>
  knownTo !== null && scope !== 'system' && scope !== 'requester' && (accountId === undefined || !knownTo.includes(accountId))

/** The accused unit, those below it, who is barred in person, and of a sealed order who is not named: not even that it exists. @clause 20c */
export const isExcluded = (looker: Looker, { accusedUnits, barredAccounts, knownTo }: Excluding): boolean =>
  isUnnamed(looker, knownTo) ||
  accusedUnits.some((unit) => looker.unitPathIds.includes(unit)) ||
  (looker.accountId !== undefined && barredAccounts.includes(looker.accountId))

const isAtSeat = ({ accountId, requesterIds = [] }: Looker, { stage, takenBy, requesterId, identityHidden }: Sightable): boolean =>
  stage === 'to-accept' ||
  (takenBy !== null && takenBy === accountId) ||
  // A caller's number leads the seat to their earlier orders, but never to a report.
  (requesterId !== null && requesterIds.includes(requesterId) && !identityHidden)

/**
 * Whether this order exists for whoever looks. The database draws the same line by itself (row-level security); a test holds the two against each
 * other on worlds drawn at random, so that neither is believed alone.
 * @clause 20c
 */
export const visibleTo = (looker: Looker, order: Sightable): boolean => {
  if (looker.authorityId !== order.authorityId || isExcluded(looker, order)) return false
  switch (looker.scope) {
    case 'centre':
    case 'system':
      return true
    case 'unit':
      return order.unitIds.some((unit) => looker.unitIds.includes(unit))
    case 'seat':
      return isAtSeat(looker, order)
    case 'requester':
      return looker.orderId === order.orderId
    case 'none':
      return false
  }
}
