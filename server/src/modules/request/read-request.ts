import type { RequestView } from '@open12345/contract/request'
import type { ClockView } from '@open12345/contract/work-order'
import { accept, refuse, type Decision } from '@open12345/domain/kernel'
import { isOrderNumber } from '@open12345/domain/work-order'
import { sql } from 'kysely'
import type { App } from '../../app.ts'
import { requesterActor } from '../../db/actor.ts'
import { asActor } from '../../db/transaction.ts'
import type { Language } from '../../http/call.ts'
import { incidentOfRequest } from '../incident/index.ts'
import { clockView, isQueryCode, readPage, type Reader } from '../work-order/index.ts'
import { requestViewOf } from './present.ts'
import { orderOfToken, trackingToken } from './tracking-token.ts'

export type Tracked = { readonly authorityId: string; readonly orderId: string }

const readerOf = (app: App, { authorityId, orderId }: Tracked, language: Language): Reader => ({
  doer: { actor: requesterActor(authorityId, orderId), outsourced: false },
  language,
  at: app.clock.now(),
})

/** The request of whoever proved that it is theirs. */
export const readRequest = (app: App, tracked: Tracked, language: Language): Promise<Decision<RequestView>> => {
  const reader = readerOf(app, tracked, language)
  return asActor(app.database, reader.doer.actor, async (tx) => {
    const page = await readPage(tx, app, tracked.orderId, reader)
    if (!page.ok) return refuse({ code: 'request.not-found' })
    const { incidentId } = page.value.order
    return accept(requestViewOf(page.value, incidentId === undefined ? null : await incidentOfRequest(tx, incidentId)))
  })
}

export const clocksOfRequest = async (app: App, tracked: Tracked, language: Language): Promise<ClockView[]> => {
  const reader = readerOf(app, tracked, language)
  const page = await asActor(app.database, reader.doer.actor, (tx) => readPage(tx, app, tracked.orderId, reader))
  if (!page.ok) return []
  const { order, explanations } = page.value
  return order.clocks.filter(({ whose }) => whose === 'requester').map((clock) => clockView(clock, explanations, language))
}

/** Number and query code for a tracking token. An unknown number and a wrong code are one refusal. */
export const track = async (
  app: App,
  number: string,
  queryCode: string,
  language: Language,
): Promise<Decision<{ token: string; request: RequestView }>> => {
  const { authorityId } = app.config
  const digits = number.replaceAll(/\D/g, '')
  const { rows } = await sql<{ id: string | null }>`select app.order_by_number(${authorityId}, ${digits}) as id`.execute(app.database)
  const orderId = rows[0]?.id ?? null
  // The code is compared in either case, so that the time tells nothing.
  const matches = isQueryCode(app, orderId ?? '00000000-0000-0000-0000-000000000000', queryCode)
  if (orderId === null || !matches || !isOrderNumber(digits)) return refuse({ code: 'request.not-found' })
  const request = await readRequest(app, { authorityId, orderId }, language)
  return request.ok ? accept({ token: trackingToken(app, orderId), request: request.value }) : request
}

export const trackedOrder = (app: App, token: string): Tracked | undefined => {
  const orderId = orderOfToken(app, token)
  return orderId === undefined ? undefined : { authorityId: app.config.authorityId, orderId }
}
