import { timingSafeEqual } from 'node:crypto'
import type { App } from '../../app.ts'

/**
 * The query code is derived from the order's id under a look-up key: nothing that opens a request is stored. Eight digits, so that it can be
 * read over the phone.
 */
export const queryCodeOf = ({ keyring }: Pick<App, 'keyring'>, orderId: string): string =>
  String(keyring.keyedHash('query-code', `query-code/${orderId}`).readUInt32BE() % 100_000_000).padStart(8, '0')

export const isQueryCode = (app: Pick<App, 'keyring'>, orderId: string, offered: string): boolean => {
  const digits = offered.replaceAll(/\D/g, '')
  const expected = Buffer.from(queryCodeOf(app, orderId))
  const given = Buffer.from(digits.padEnd(8, ' ').slice(0, 8))
  return timingSafeEqual(expected, given) && digits.length === 8
}
