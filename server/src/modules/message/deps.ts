import type { Decision } from '@open12345/domain/kernel'
import type { QuietHours } from '@open12345/domain/message'
import type { Command } from '@open12345/domain/work-order'
import type { App } from '../../app.ts'
import type { Actor } from '../../db/actor.ts'
import type { Tx } from '../../db/transaction.ts'
import type { SmsPort } from './port.ts'
import type { SigningKey } from './signature.ts'

/** What a message may know of its order. */
export type OrderFacts = {
  readonly number: string
  readonly requesterId: string | null
  /** A follow-up is open: a rating would be taken. */
  readonly awaitsRating: boolean
  /** 20c: a report; not even the last digits of its number are shown to anybody. */
  readonly identityHidden: boolean
  /** 20c: for named persons only; a unit's telephone is not told its number. */
  readonly isSealed: boolean
}

/** What main puts in: orders write messages, so messages cannot import orders. */
export type MessageDeps = {
  readonly port: SmsPort
  readonly sender: string
  /** With what the gateway signs receipts and replies; undefined: none comes from outside. */
  readonly inbound: SigningKey | undefined
  readonly quietHours?: QuietHours
  readonly runCommand: (
    app: App,
    actor: Actor,
    orderId: string,
    command: Command,
    options: { readonly idempotencyKey?: string },
  ) => Promise<Decision<unknown>>
  /** Orders that the transaction's actor may see; others are missing. */
  readonly orderFacts: (tx: Tx, app: App, orderIds: readonly string[]) => Promise<ReadonlyMap<string, OrderFacts>>
}
