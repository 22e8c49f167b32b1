import { workOrderRoutes as routes } from '@open12345/contract/work-order'
import type { Endpoint } from '../../../http/mount.ts'
import { step } from './step.ts'

/** 12-4: the three acts, and incidents that several requests are about. */
export const urgentEndpoints: readonly Endpoint[] = [
  step(routes.markUrgent, ({ urgency, reason }, words) => ({ name: 'mark-urgent', urgency, reasonText: words.put('reason', reason) })),
  step(routes.reportToOffice, ({ report }, words) => ({ name: 'report-to-office', reportText: words.put('office-report', report) })),
  step(routes.acknowledgeReport, ({ instruction }, words) => ({
    name: 'acknowledge-report',
    instructionText: words.putIf('office-report', instruction),
  })),
  step(routes.callUnit, ({ unitId, rank, outcome, note }, words) => ({
    name: 'call-unit',
    unitId,
    rank,
    outcome,
    noteText: words.putIf('centre-note', note),
  })),
  step(routes.joinIncident, ({ incidentId }) => ({ name: 'join-incident', incidentId })),
  step(routes.leaveIncident, ({ reason }, words) => ({ name: 'leave-incident', reasonText: words.put('centre-note', reason) })),
]
