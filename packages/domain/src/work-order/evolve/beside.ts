import { waived } from '../clock.ts'
import { stricter } from '../confidence.ts'
import type { WorkOrder } from '../state.ts'
import { named, ofKinds, ofRequester, settle, waiveOpen, withClocks, type Meanings } from './meaning.ts'

const withoutClearing = (order: WorkOrder): WorkOrder => ({ ...order, pendingClearing: undefined })

/** What happens beside the path from request to reply: corrections, withdrawals, clearings, clocks, and the end. */
export const beside: Meanings<
  | 'correction-proposed'
  | 'correction-refused'
  | 'corrected'
  | 'withdrawal-requested'
  | 'withdrawal-refused'
  | 'requester-left'
  | 'clearing-proposed'
  | 'clearing-refused'
  | 'accused-cleared'
  | 'recused'
  | 'sealed'
  | 'clock-warned'
  | 'clock-breached'
  | 'closed'
> = {
  'correction-proposed': (order, { kind, subject, place, reasonText }, { by }) => ({
    ...order,
    pendingCorrection: { kind, subject, place, reasonText, by },
  }),
  'correction-refused': (order) => ({ ...order, pendingCorrection: null }),
  corrected: (order, { kind, subject, place, clocks }) =>
    withClocks({ ...named(order, kind), subject, place, pendingCorrection: null }, clocks),
  'withdrawal-requested': (order) => ({ ...order, withdrawalRequested: true }),
  'withdrawal-refused': (order) => ({ ...order, withdrawalRequested: false }),
  'requester-left': (order, _event, { at }) => ({
    ...settle(settle(order, ofRequester, at, waived), ofKinds('follow-up', 'reminder', 'no-answer'), at, waived),
    requesterLeft: true,
    withdrawalRequested: false,
  }),
  'clearing-proposed': (order, { reasonText }, { by }) => ({ ...order, pendingClearing: { by, reasonText } }),
  'clearing-refused': withoutClearing,
  'accused-cleared': (order) => ({
    ...withoutClearing(order),
    relations: { ...order.relations, accusedUnitId: null, accusedAccountId: null },
  }),
  recused: (order, _event, { by }) => ({ ...order, recused: [...(order.recused ?? []), by] }),
  sealed: (order, { persons }) => ({ ...order, grade: stricter(order.grade, 'sealed'), knownTo: persons }),
  'clock-warned': (order, { clockId }) => ({
    ...order,
    clocks: order.clocks.map((clock) => (clock.id === clockId ? { ...clock, warned: true } : clock)),
  }),
  'clock-breached': (order, { clockId }) => ({
    ...order,
    clocks: order.clocks.map((clock) => (clock.id === clockId ? { ...clock, outcome: 'breached' } : clock)),
  }),
  closed: (order, { kind, noAnswer }, { at }) => ({
    ...waiveOpen(order, at),
    status: 'closed',
    withdrawalRequested: false,
    pendingCorrection: null,
    pendingTermination: undefined,
    closure: { kind, at, noAnswer },
  }),
}
