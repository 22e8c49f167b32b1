import type { ClockStart } from '../clock.ts'
import type { UnitCallOutcome, Urgency } from '../../vocabulary/index.ts'

/** 12-4: special or emergency, found out after acceptance. */
type MarkedUrgent = {
  readonly type: 'marked-urgent'
  readonly urgency: Urgency
  readonly reasonText: string
  readonly clocks: readonly ClockStart[]
}
type ReportedToOffice = { readonly type: 'reported-to-office'; readonly reportText: string }
type ReportAcknowledged = { readonly type: 'report-acknowledged'; readonly instructionText: string | null }
/** `rank`: which of the unit's contacts was called, in the order of its list. */
type UnitCalled = {
  readonly type: 'unit-called'
  readonly unitId: string
  readonly rank: number
  readonly outcome: UnitCallOutcome
  readonly noteText: string | null
}
/** 12-4: one of several requests about one incident; it is handled with it, once. */
type JoinedIncident = { readonly type: 'joined-incident'; readonly incidentId: string }
type LeftIncident = {
  readonly type: 'left-incident'
  readonly incidentId: string
  readonly reasonText: string
  readonly clocks: readonly ClockStart[]
}
/** The incident is over: what everybody who asked about it is told. */
type IncidentAnswered = { readonly type: 'incident-answered'; readonly incidentId: string; readonly answerText: string }

export type UrgentEvent =
  MarkedUrgent | ReportedToOffice | ReportAcknowledged | UnitCalled | JoinedIncident | LeftIncident | IncidentAnswered
