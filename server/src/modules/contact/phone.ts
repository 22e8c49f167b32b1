import type { Phone } from '@open12345/domain/identity'
import type { App } from '../../app.ts'
import type { Tx } from '../../db/transaction.ts'
import { findByPhone } from '../identity/index.ts'
import { readPhone } from '../organisation/index.ts'

export type KnownNumber = { readonly phone: Phone | undefined; readonly hash: Buffer | null; readonly requesterIds: readonly string[] }

/** Who is known by this number, newest first; the identity room writes down that it was asked. @clause 20b */
export const knownNumber = async (tx: Tx, app: App, given: string): Promise<KnownNumber> => {
  const { authorityId } = app.config
  const phone = await readPhone(tx, given)
  if (phone === undefined) return { phone, hash: null, requesterIds: [] }
  const known = await findByPhone(tx, app, phone.digits, 'incoming-contact')
  return {
    phone,
    hash: app.keyring.keyedHash('phone', `${authorityId}/contact/${phone.digits}`),
    requesterIds: known.map(({ requesterId }) => requesterId),
  }
}
