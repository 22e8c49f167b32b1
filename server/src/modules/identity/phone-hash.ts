import { parsePhone, type Phone } from '@open12345/domain/identity'
import type { App } from '../../app.ts'
import type { Tx } from '../../db/transaction.ts'
import { areaCodeOf } from '../organisation/index.ts'

export const readPhone = async (tx: Tx, text: string): Promise<Phone | undefined> => parsePhone(text, await areaCodeOf(tx))

/** The blind index: equal numbers meet, and nobody without the key can try numbers out. */
export const phoneHash = ({ keyring, config }: App, phone: Phone): Buffer =>
  keyring.keyedHash('phone', `${config.authorityId}/${phone.digits}`)
