import { parsePhone, type Phone } from '@open12345/domain/identity'
import type { App } from '../../app.ts'
import { areaCodeOf } from '../organisation/index.ts'

export const readNumber = ({ config }: App, text: string): Phone | undefined => parsePhone(text, areaCodeOf(config.authorityId))

/** Tells that a reply comes from where a message went; not the vault's own hash, so that the two tables cannot be joined. */
export const numberHash = ({ keyring, config }: App, number: string): Buffer =>
  keyring.keyedHash('phone', `${config.authorityId}/sms/${number}`)
