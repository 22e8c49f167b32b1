import type { EventType } from '@open12345/domain/work-order'

/** What the program has acknowledged to somebody; each of these must be there, once. */
export type Acknowledged = {
  readonly key: string
  readonly event: EventType
  readonly number: string
  /** Of the order, as it was answered; a repeated command may be answered with a later one. */
  readonly version: number | undefined
}
export type Ledger = {
  readonly commands: Acknowledged[]
  /** Logins, once for each acknowledged sign-in. */
  readonly signIns: string[]
  /** Orders whose requester was shown to somebody. */
  readonly reveals: string[]
  /** Messages of unknown outcome that a person decided upon. */
  readonly decisions: string[]
}

export const newLedger = (): Ledger => ({ commands: [], signIns: [], reveals: [], decisions: [] })
