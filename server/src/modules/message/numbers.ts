import type { App } from '../../app.ts'

/** Tells that a reply comes from where a message went; not the vault's own hash, so that the two tables cannot be joined. */
export const numberHash = ({ keyring, config }: App, number: string): Buffer =>
  keyring.keyedHash('phone', `${config.authorityId}/sms/${number}`)
