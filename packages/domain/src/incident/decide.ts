import { accept, refuse, type Decision } from '../kernel/index.ts'
import { answering, isIdentityHidden, type Place, type WorkOrder } from '../work-order/index.ts'

/** An incident as the rules need it. Instants are RFC 3339 in UTC with milliseconds. */
export type Incident = { readonly mainOrderId: string; readonly overAt: string | null }
export type Opened = { readonly subject: string; readonly place: Place }

/**
 * 第十二条（四）: opened from the order by which a unit handles it. 20c: nothing that is confidential becomes known by an incident.
 * Refuses `incident.unknown` where there is no such order for whoever opens it.
 * @clause 12-4a
 * @clause 20c
 */
export const openIncident = (main: WorkOrder | undefined): Decision<Opened> => {
  if (main === undefined) return refuse({ code: 'incident.unknown', clause: '12-4a' })
  if (isIdentityHidden(main) || main.grade !== 'open' || main.relations.accusedUnitId !== null || main.relations.accusedAccountId !== null)
    return refuse({ code: 'incident.main-confidential', clause: '20c' })
  const { subject, place } = main
  if (main.status !== 'in-hand' || answering(main).length === 0 || subject === null || place === null)
    return refuse({ code: 'incident.not-dispatched', clause: '12-4a' })
  return accept({ subject, place })
}

/** While it lasts: what is published is changed, and it ends; both only then. @clause 12-4a */
export const whileOpen = (incident: Incident | undefined): Decision<Incident> => {
  if (incident === undefined) return refuse({ code: 'incident.unknown', clause: '12-4a' })
  return incident.overAt === null ? accept(incident) : refuse({ code: 'incident.over', clause: '12-4a' })
}

/** Only while it lasts, and never its own main order. @clause 12-4a */
export const mayJoin = (incident: Incident | undefined, orderId: string): Decision<Incident> => {
  const open = whileOpen(incident)
  return open.ok && open.value.mainOrderId === orderId ? refuse({ code: 'incident.is-main', clause: '12-4a' }) : open
}
