import type { App } from '../../app.ts'

const context = 'audit_record/words'

/** A person's words beside a record of codes: under a key of their own, so that destroying one reason destroys nothing else. */
export const sealWords = ({ keyring }: App, text: string): { readonly key: Buffer; readonly sealed: Buffer } => {
  const { key, wrapped } = keyring.newDataKey()
  return { key: wrapped, sealed: keyring.seal(key, Buffer.from(text), context) }
}

export const openWords = ({ keyring }: App, key: Buffer | null, sealed: Buffer | null): string | undefined =>
  key === null || sealed === null ? undefined : keyring.open(keyring.unwrap(key), sealed, context).toString()
