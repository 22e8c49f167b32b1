/** What became of an attempt. `again`: certainly not taken, may be tried later. `unknown`: perhaps taken; nobody here can tell. */
export type SmsResult =
  | { readonly kind: 'sent'; readonly providerId: string | null }
  | { readonly kind: 'rejected'; readonly reason: string; readonly again: boolean }
  | { readonly kind: 'unknown' }

export type Sms = {
  /** The same for every attempt of one message. */
  readonly key: string
  readonly to: string
  readonly text: string
}

export type SmsPort = {
  readonly name: 'gateway' | 'simulator'
  /** Whether the receiver knows a key again: then an attempt of unknown outcome is repeated, else a person decides. */
  readonly deduplicates: boolean
  readonly send: (message: Sms) => Promise<SmsResult>
}
