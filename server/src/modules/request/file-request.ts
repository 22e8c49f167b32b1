import { type Filed, type RequestBody } from '@open12345/contract/request'
import { parsePhone } from '@open12345/domain/identity'
import { accept, refuse, type Decision } from '@open12345/domain/kernel'
import type { App } from '../../app.ts'
import { nobody, systemActor } from '../../db/actor.ts'
import { once } from '../../db/idempotency.ts'
import { decideAs, type Tx } from '../../db/transaction.ts'
import type { Asking } from '../../http/call.ts'
import { writeShown } from '../answer/index.ts'
import { writtenContact } from '../contact/index.ts'
import { putRequester } from '../identity/index.ts'
import { announce } from '../live/index.ts'
import { findUnit } from '../organisation/index.ts'
import { queryCodeOf, recordOrder } from '../work-order/index.ts'
import { trackingToken } from './tracking-token.ts'
import { clocksOfRequest } from './read-request.ts'

export type Filing = Pick<Asking, 'at' | 'idempotencyKey' | 'digest' | 'language' | 'route'>

/** 20c: who is reported is accused and may not know; who is complained of may be asked to state its side. */
const relationsOf = ({ kind, aboutUnitId }: RequestBody) => ({
  respondentUnitId: kind === 'report' ? null : aboutUnitId,
  respondentAccountId: null,
  accusedUnitId: kind === 'report' ? aboutUnitId : null,
  accusedAccountId: null,
})

const check = async (tx: Tx, body: RequestBody): Promise<Decision<null>> => {
  if (body.phone === null && !body.anonymous) return refuse({ code: 'request.phone-needed' })
  if (body.phone !== null && parsePhone(body.phone) === undefined) return refuse({ code: 'identity.phone-invalid' })
  if (body.aboutUnitId !== null && (await findUnit(tx, body.aboutUnitId)) === undefined) return refuse({ code: 'request.unit-unknown' })
  return accept(null)
}

const file = async (tx: Tx, app: App, body: RequestBody, { at }: Filing) => {
  const checked = await check(tx, body)
  if (!checked.ok) return checked
  const contactId = await writtenContact(tx, app, { channel: 'web', raw: JSON.stringify(body), at })
  const requesterId = await putRequester(tx, app, {
    ...(body.name === null || body.anonymous ? {} : { name: body.name }),
    ...(body.phone === null ? {} : { phone: body.phone }),
    anonymous: body.anonymous,
  })
  const recorded = await recordOrder(
    tx,
    app,
    { actor: systemActor(app.config.authorityId), outsourced: false, as: 'requester' },
    {
      at,
      content: body.content,
      addressDetail: body.addressDetail,
      given: { name: body.name, phone: body.phone, home: null },
      matter: {
        channel: 'web',
        contactId,
        requesterId,
        reachable: body.phone !== null,
        hasMobile: body.phone !== null && parsePhone(body.phone)?.kind === 'mobile',
        grade: body.confidential || body.kind === 'report' ? 'confidential' : 'open',
        relations: relationsOf(body),
        kind: body.kind,
        subject: body.subject,
        place: body.place,
      },
      followedBy: () => [],
      files: body.files,
    },
  )
  if (recorded.ok) await writeShown(tx, recorded.value.orderId, body.told, at)
  return recorded
}

/**
 * 第二条、第十条: a citizen files a request in writing; the raw original is kept. Once for each idempotency key.
 * @clause 2-channels
 */
export const fileRequest = async (app: App, body: RequestBody, filing: Filing): Promise<Decision<Filed>> => {
  const actor = systemActor(app.config.authorityId)
  const done = await decideAs(app.database, actor, (tx) =>
    once(tx, { ...filing, actor: nobody(app.config.authorityId) }, () => file(tx, app, body, filing)),
  )
  if (!done.ok) return done
  const { ids, repeated } = done.value
  if (!repeated) announce(app, { authorityId: actor.authorityId, ...ids })
  const { orderId, number } = ids
  const clocks = await clocksOfRequest(app, { authorityId: actor.authorityId, orderId }, filing.language)
  return accept({ number, queryCode: queryCodeOf(app, orderId), token: trackingToken(app, orderId), clocks })
}
