import type { BesideEvent } from './beside.ts'
import type { EndingEvent } from './ending.ts'
import type { HandlingEvent } from './handling.ts'
import type { IntakeEvent } from './intake.ts'
import type { UrgentEvent } from './urgent.ts'
export type { Recorded } from './intake.ts'
export type { Dispatched, UnitWithdrawn } from './handling.ts'
export type { RedoOrdered } from './ending.ts'
export type { Classification, Place, Relations } from './matter.ts'

export type WorkOrderEvent = IntakeEvent | HandlingEvent | UrgentEvent | EndingEvent | BesideEvent

export type EventType = WorkOrderEvent['type']
/** Who did it: a person of a unit, the requester, or the program. */
export type Author = { readonly kind: 'staff'; readonly accountId: string } | { readonly kind: 'requester' } | { readonly kind: 'system' }
export type Happened = { readonly version: number; readonly at: string; readonly author: Author; readonly event: WorkOrderEvent }
