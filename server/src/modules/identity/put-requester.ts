import { sql } from 'kysely'
import { maskName, maskPhone } from '@open12345/domain/identity'
import type { App } from '../../app.ts'
import { newId } from '../../db/ids.ts'
import type { Tx } from '../../db/transaction.ts'
import { sealerOf } from './envelope.ts'
import { readPhone } from '../organisation/index.ts'
import { phoneHash } from './phone-hash.ts'

export type NewRequester = {
  readonly name?: string
  /** Any way of writing it; what is no telephone number is kept as it was said, without a look-up. */
  readonly phone?: string
  readonly idNumber?: string
  readonly homeAddress?: string
  readonly anonymous?: boolean
}

/**
 * Keeps a requester's identity apart from the matter, each field sealed under a key of this requester alone; answers the requester's id,
 * which whoever wants to go on meanwhile may give.
 * Scopes: centre, seat, system.
 * @clause 20c
 */
export const putRequester = async (tx: Tx, app: App, requester: NewRequester, requesterId = newId(app.clock.now())): Promise<string> => {
  const at = app.clock.now()
  const { key, wrapped } = app.keyring.newDataKey()
  const seal = sealerOf(app, key, requesterId)
  const phone = requester.phone === undefined ? undefined : await readPhone(tx, requester.phone)
  const shown = JSON.stringify({
    ...(requester.name === undefined ? {} : { name: maskName(requester.name) }),
    ...(phone === undefined ? {} : { phone: maskPhone(phone) }),
  })
  await sql`select vault.put_requester(${requesterId}, ${wrapped}, ${seal('name', requester.name)}, ${seal('phone', phone?.digits ?? requester.phone)},
    ${seal('id_number', requester.idNumber)}, ${seal('home_address', requester.homeAddress)}, ${seal('masks', shown)},
    ${phone === undefined ? null : phoneHash(app, phone)}, ${requester.anonymous ?? false}, ${at})`.execute(tx)
  return requesterId
}
