import { isCallClock, isReportClock, waived } from '../clock.ts'
import type { UrgentActs, WorkOrder } from '../state.ts'
import { ofKinds, settle, withClocks, type Meanings } from './meaning.ts'

const none: UrgentActs = { reportedAt: null, acknowledgedAt: null, calls: [] }
const acted = (order: WorkOrder, change: Partial<UrgentActs>): WorkOrder => ({ ...order, acts: { ...(order.acts ?? none), ...change } })

/** 12-4: special and emergency matters, and the incident that several requests are about. */
export const urgent: Meanings<
  'marked-urgent' | 'reported-to-office' | 'report-acknowledged' | 'unit-called' | 'joined-incident' | 'left-incident' | 'incident-answered'
> = {
  /** Nobody dispatched it in time as an ordinary matter: from here it is dispatched at once. */
  'marked-urgent': (order, { urgency, clocks }, { at }) => {
    const sooner = order.status === 'awaiting-dispatch' ? settle(order, ofKinds('dispatch', 'redispatch'), at, waived) : order
    return withClocks({ ...sooner, urgency }, clocks)
  },
  'reported-to-office': (order, _event, { at }) => acted(settle(order, isReportClock, at), { reportedAt: at }),
  'report-acknowledged': (order, _event, { at }) => acted(order, { acknowledgedAt: at }),
  'unit-called': (order, { unitId, rank, outcome }, { at }) => {
    const calls = [...(order.acts?.calls ?? []), { unitId, rank, outcome, at }]
    return acted(outcome === 'confirmed' ? settle(order, isCallClock, at) : order, { calls })
  },
  'joined-incident': (order, { incidentId }, { at }) => ({
    ...settle(order, ofKinds('dispatch', 'redispatch'), at),
    status: 'with-incident',
    incidentId,
  }),
  'left-incident': (order, { clocks }) => withClocks({ ...order, status: 'awaiting-dispatch', incidentId: undefined }, clocks),
  'incident-answered': (order) => order,
}
