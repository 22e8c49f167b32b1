import { maskPhone } from '@open12345/domain/identity'
import type { App } from '../../app.ts'
import type { Tx } from '../../db/transaction.ts'
import { readPhone } from './norms.ts'

/** notice: told of orders, reminders and urging; emergency: phoned at once, one after the other until somebody confirms. @clause 12-4a */
export type ContactDuty = 'notice' | 'emergency'
export type UnitContact = { readonly rank: number; readonly name: string; readonly phone: string; readonly phoneMask: string }
type Place = { readonly unitId: string; readonly duty: ContactDuty }

const context = (unitId: string, duty: ContactDuty, rank: number): string => `unit_contact/phone/${unitId}/${duty}/${rank}`

/** Whom to reach in a unit, in the order in which they are tried. */
export const unitContacts = async (tx: Tx, { keyring }: App, { unitId, duty }: Place): Promise<readonly UnitContact[]> => {
  const rows = await tx
    .selectFrom('unit_contact')
    .select(['rank', 'name', 'wrapped_key', 'phone_sealed', 'phone_mask'])
    .where('unit_id', '=', unitId)
    .where('duty', '=', duty)
    .orderBy('rank')
    .execute()
  return rows.map(({ rank, name, wrapped_key: wrapped, phone_sealed: sealed, phone_mask: phoneMask }) => ({
    rank,
    name,
    phone: keyring.open(keyring.unwrap(wrapped), sealed, context(unitId, duty, rank)).toString(),
    phoneMask,
  }))
}

/** False when the number is none. A contact of the same rank is replaced. */
export const putUnitContact = async (
  tx: Tx,
  { keyring, config }: App,
  { unitId, duty, rank, name, phone }: Place & { readonly rank: number; readonly name: string; readonly phone: string },
): Promise<boolean> => {
  const number = await readPhone(tx, phone)
  if (number === undefined) return false
  const { key, wrapped } = keyring.newDataKey()
  const fields = {
    name,
    wrapped_key: wrapped,
    phone_sealed: keyring.seal(key, Buffer.from(number.digits), context(unitId, duty, rank)),
    phone_mask: maskPhone(number),
  }
  await tx
    .insertInto('unit_contact')
    .values({ authority_id: config.authorityId, unit_id: unitId, duty, rank, ...fields })
    .onConflict((conflict) => conflict.columns(['authority_id', 'unit_id', 'duty', 'rank']).doUpdateSet(fields))
    .execute()
  return true
}
