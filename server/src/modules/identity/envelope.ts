import type { App } from '../../app.ts'

type Column = 'name' | 'phone' | 'id_number' | 'home_address' | 'masks'

// Authenticated with the cipher text: one that was moved to another column or requester does not open.
const context = (column: Column, requesterId: string): string => `vault.requester/${column}/${requesterId}`

export const sealerOf =
  ({ keyring }: App, key: Buffer, requesterId: string) =>
  (column: Column, text: string | undefined): Buffer | null =>
    text === undefined || text === '' ? null : keyring.seal(key, Buffer.from(text), context(column, requesterId))

export const openerOf =
  ({ keyring }: App, wrapped: Buffer, requesterId: string) =>
  (column: Column, sealed: Buffer | null): string | undefined =>
    sealed === null ? undefined : keyring.open(keyring.unwrap(wrapped), sealed, context(column, requesterId)).toString()
