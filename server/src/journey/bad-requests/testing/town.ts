import type { Access, Route } from '@open12345/contract/kernel'
import { mayRole } from '@open12345/domain/authority'
import { demonstrationAccounts } from '../../../modules/accounts/index.ts'
import { loadDemonstrationConnectors } from '../../../modules/department-query/index.ts'
import { loadDemonstrationKnowledge, loadKnowledgeUnderway } from '../../../modules/knowledge/index.ts'
import { orderHouse, type OrderHouse } from '../../../modules/work-order/testing/order-house.ts'
import type { Json, Known } from './sample.ts'

/** Who is asked to play which part: the first of them whose role may call the route. */
const people = [
  'seat',
  'dispatcher',
  'centre-manager',
  'follow-up',
  'handler-housing',
  'clerk-housing',
  'reviewer-housing',
  'office',
  'system-admin',
  'security-admin',
  'audit-admin',
]
export const callerOf = (access: Access): string | null => {
  if (access.kind !== 'staff') return null
  const login = people.find((one) => {
    const account = demonstrationAccounts.find((other) => other.login === one)
    return account !== undefined && mayRole([account.role], access.action)
  })
  if (login === undefined) throw new Error(`nobody of the demonstration may ${access.action}`)
  return login
}

export type BadTown = {
  readonly house: OrderHouse
  /** Of one citizen's order. */
  readonly token: string
  readonly knownTo: (login: string | null, route: Route) => Known
}

const firstOf = async ({ owner }: OrderHouse, statement: string): Promise<string | null> => {
  const { rows } = await owner.query<Record<string, string>>(statement)
  return Object.values(rows[0] ?? {})[0] ?? null
}

/** A few orders at different stages, a call at the seat, and the ids of everything that a route names. */
export const openBadTown = async (): Promise<BadTown> => {
  const house = await orderHouse()
  await loadDemonstrationKnowledge(house.app)
  await loadKnowledgeUnderway(house.app)
  await loadDemonstrationConnectors(house.app)
  const fresh = await house.file()
  const accepted = await house.file()
  await house.done('seat', accepted.orderId, 'accept', {
    kind: 'help',
    subject: 'water-supply',
    place: { county: '513401', township: null },
  })
  const handled = await house.dispatchedTo('housing')
  await house.done('clerk-housing', handled.orderId, 'sign')
  const seat = await house.at('seat')
  const call = await seat<{ contactId: string }>('POST', '/telephony/simulated-calls', { from: '13900001111' })
  await seat('POST', `/contacts/${call.body.contactId}/answer`, {})
  const orderOf = (login: string | null): string => {
    if (login === 'seat') return fresh.orderId
    return login?.includes('housing') === true ? handled.orderId : accepted.orderId
  }
  const dispatcher = await house.at('dispatcher')
  await dispatcher('POST', '/catalogue/changes', {
    kind: 'set',
    subject: 'waste',
    placeCode: '513401',
    unitId: 'housing',
    principle: 'duty',
    basis: '《固体废物污染环境防治法》第九条',
    on: '2026-03-02',
    until: null,
    reason: '试行',
    evidence: [],
  })
  const ids: Record<string, Json> = {
    contactId: call.body.contactId,
    accountId: await house.accountId('analyst'),
    grantId: await firstOf(house, `select g.grant_id from role_grant g join account using (account_id) where login = 'expert'`),
    sessionId: await firstOf(house, 'select session_id from session limit 1'),
    itemId: await firstOf(house, 'select item_id from knowledge_item limit 1'),
    draftId: await firstOf(house, `select draft_id from knowledge_draft where state = 'draft' limit 1`),
    reportId: await firstOf(house, 'select report_id from knowledge_report limit 1'),
    requestId: await firstOf(house, 'select request_id from knowledge_request limit 1'),
    changeId: await firstOf(house, 'select change_id from catalogue_change limit 1'),
    lineId: await firstOf(house, 'select line_id from linkage_line limit 1'),
    messageId: await firstOf(house, 'select message_id from outbox limit 1'),
    ofOrderId: fresh.orderId,
    mainOrderId: handled.orderId,
    connectorId: 'social-insurance',
    calendarId: 'liangshan',
    year: '2026',
  }
  const fields: Known = {
    unitId: 'housing',
    parameters: { insuredNumber: 'YS-0001' },
    suggestedUnitId: 'market',
    aboutUnitId: 'market',
    participants: ['housing', 'market'],
    county: '513401',
    township: null,
    subject: 'water-supply',
    placeCode: '513401',
    fromUnitId: 'housing',
    toUnitId: 'market',
    assignmentId: 'assignment-1',
    phone: '13912345678',
    from: '13900001111',
    to: '2026-03-03',
    number: '260300000001',
    queryCode: '12345678',
    login: 'knowledge-editor',
    files: [],
    proofFiles: [],
    mine: 'true',
    orderNumber: '260300000001',
    also: null,
    clarified: null,
    outcome: null,
  }
  const known = Object.fromEntries([...Object.entries(fields), ...Object.entries(ids)].filter(([, value]) => value !== undefined))
  const knownTo: BadTown['knownTo'] = (login, { path }) => {
    // The outcome of a call, not of a matter that is recorded.
    const { outcome: _, from, ...rest } = known
    const more = path === '/orders' ? { outcome: null } : {}
    return { ...rest, ...more, ...(path.startsWith('/telephony') ? { from } : {}), orderId: orderOf(login) }
  }
  return { house, token: handled.token, knownTo }
}
