import type { ClockStart } from '../clock.ts'
import type { Classification } from './matter.ts'
import type { ClosureKind, SealReason } from '../../vocabulary/index.ts'

type CorrectionProposed = Classification & { readonly type: 'correction-proposed'; readonly reasonText: string }
type CorrectionRefused = { readonly type: 'correction-refused'; readonly reasonText?: string | null }
type Corrected = Classification & { readonly type: 'corrected'; readonly reasonText: string; readonly clocks: readonly ClockStart[] }
type WithdrawalRequested = { readonly type: 'withdrawal-requested'; readonly reasonText: string | null }
type WithdrawalRefused = { readonly type: 'withdrawal-refused'; readonly reasonText: string }
/** 20c: a report or special order goes on without its requester, who hears no more of it. */
type RequesterLeft = { readonly type: 'requester-left' }
type ClearingProposed = { readonly type: 'clearing-proposed'; readonly reasonText: string }
type ClearingRefused = { readonly type: 'clearing-refused'; readonly reasonText: string }
/** 20c: the unit or person that was named by mistake, named no more. */
type AccusedCleared = {
  readonly type: 'accused-cleared'
  readonly accusedUnitId: string | null
  readonly accusedAccountId: string | null
}
/** 20c: who did it takes no further part and sees it no more. */
type Recused = { readonly type: 'recused'; readonly reasonText: string }
/** 20c: who may know of it from now on, whole; who is new among them and who is not any more. */
type Sealed = {
  readonly type: 'sealed'
  readonly persons: readonly string[]
  readonly added: readonly string[]
  readonly removed: readonly string[]
  readonly reason: SealReason
  readonly reasonText: string
}
type ClockWarned = { readonly type: 'clock-warned'; readonly clockId: string }
type ClockBreached = { readonly type: 'clock-breached'; readonly clockId: string }
type Closed = { readonly type: 'closed'; readonly kind: ClosureKind; readonly noAnswer: boolean; readonly basisText: string | null }

export type BesideEvent =
  | CorrectionProposed
  | CorrectionRefused
  | Corrected
  | WithdrawalRequested
  | WithdrawalRefused
  | RequesterLeft
  | ClearingProposed
  | ClearingRefused
  | AccusedCleared
  | Recused
  | Sealed
  | ClockWarned
  | ClockBreached
  | Closed
