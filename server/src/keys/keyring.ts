/** What a look-up is for: each purpose has a key of its own, so that equal texts of two purposes do not look equal. */
export type HashPurpose = 'phone' | 'search' | 'query-code' | 'session' | 'invitation' | 'address' | 'department-query' | 'topic'

/** All cryptography stands behind this port, so that a certified module can take its place. Bytes in, bytes out. */
export type Keyring = {
  /** A new data key, wrapped under the master key named in the result. */
  readonly newDataKey: () => { readonly key: Buffer; readonly wrapped: Buffer }
  readonly unwrap: (wrapped: Buffer) => Buffer
  /** The same data key, wrapped under the newest master key. */
  readonly rewrap: (wrapped: Buffer) => Buffer
  /** SM4-GCM; `context` is authenticated with it (table, column and row id), so that a cipher text moved to another row does not open. */
  readonly seal: (key: Buffer, plain: Buffer, context: string) => Buffer
  /** Throws when the bytes, the key or the context are not those that were sealed. */
  readonly open: (key: Buffer, sealed: Buffer, context: string) => Buffer
  /** HMAC-SM3 under the look-up key named by `purpose` (phone look-up, search tokens, query codes): the same input gives the same 32 bytes. */
  readonly keyedHash: (purpose: HashPurpose, text: string) => Buffer
}
