/**
 * Who asks, as the database understands it. Row-level security reads these settings inside the transaction; with none set every policy yields nothing.
 * - staff/centre: sees the authority's orders, unless excluded by conflict of interest
 * - staff/seat:   sees the orders that this account took, and those of the requesters whose contact is open at this seat
 * - staff/unit:   sees what is assigned to a unit of its own subtree
 * - requester:    sees one order, proven by number and query code
 * - system:       the program itself (intake from outside, sweeps, relays)
 * - none:         sees no matter at all (sign-in, public pages, administrators)
 */
export type Scope = 'centre' | 'seat' | 'unit' | 'requester' | 'system' | 'none'

export type Actor = {
  readonly authorityId: string
  readonly scope: Scope
  /** The signed-in person's account; absent for requester and system. */
  readonly accountId?: string
  readonly roles: readonly string[]
  /** Own units and all below them: what may be seen. */
  readonly unitIds: readonly string[]
  /** Own units and all above them: an order that accuses one of these is not seen. */
  readonly unitPathIds: readonly string[]
  /** scope requester: the one order. */
  readonly orderId?: string
  /** scope seat: requesters of the contacts now open at this seat. */
  readonly requesterIds?: readonly string[]
}

export const systemActor = (authorityId: string): Actor => ({ authorityId, scope: 'system', roles: [], unitIds: [], unitPathIds: [] })
export const nobody = (authorityId: string): Actor => ({ authorityId, scope: 'none', roles: [], unitIds: [], unitPathIds: [] })
export const requesterActor = (authorityId: string, orderId: string): Actor => ({
  authorityId,
  scope: 'requester',
  roles: [],
  unitIds: [],
  unitPathIds: [],
  orderId,
})
