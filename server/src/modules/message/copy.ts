import type { App } from '../../app.ts'

/** What was sent and where to, as the messages page shows it. */
export type Copy = { readonly to: string; readonly text: string }

const context = (kind: 'outbox' | 'sms_reply', id: string): string => `${kind}/copy/${id}`

export const sealCopy = ({ keyring }: App, kind: 'outbox' | 'sms_reply', id: string, copy: Copy) => {
  const { key, wrapped } = keyring.newDataKey()
  return { key: wrapped, sealed: keyring.seal(key, Buffer.from(JSON.stringify(copy)), context(kind, id)) }
}

export const openCopy = ({ keyring }: App, kind: 'outbox' | 'sms_reply', id: string, wrapped: Buffer | null, sealed: Buffer | null) =>
  wrapped === null || sealed === null
    ? undefined
    : (JSON.parse(keyring.open(keyring.unwrap(wrapped), sealed, context(kind, id)).toString()) as Copy)
