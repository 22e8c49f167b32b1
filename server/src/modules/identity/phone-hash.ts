import type { Phone } from '@open12345/domain/identity'
import type { App } from '../../app.ts'

/** The blind index: equal numbers meet, and nobody without the key can try numbers out. */
export const phoneHash = ({ keyring, config }: App, phone: Phone): Buffer =>
  keyring.keyedHash('phone', `${config.authorityId}/${phone.digits}`)
