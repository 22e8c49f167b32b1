import { sql } from 'kysely'
import type { App } from '../../app.ts'
import type { Tx } from '../../db/transaction.ts'
import { sealWords } from './words.ts'

/** Codes and ids only; what a person typed goes into `words` and is stored sealed. */
export type AuditEntry = {
  /** noun.verb, as `order.print` */
  readonly action: string
  readonly orderId?: string
  readonly subjectIds?: readonly string[]
  readonly facts?: readonly string[]
  readonly purpose?: string
  readonly words?: string
}

/** Writes the record in the running transaction, under its actor. @clause 20b */
export const writeAudit = async (tx: Tx, app: App, entry: AuditEntry): Promise<void> => {
  const words = entry.words === undefined ? undefined : sealWords(app, entry.words)
  await sql`select audit.write(${entry.action}, ${entry.orderId ?? null}, ${[...(entry.subjectIds ?? [])]}::text[], ${[...(entry.facts ?? [])]}::text[],
    ${entry.purpose ?? null}, ${words?.key ?? null}, ${words?.sealed ?? null}, ${app.clock.now()})`.execute(tx)
}

/** That the actor has opened the page of this order; once for as long as the database takes it for one reading. @clause 20b */
export const writeReading = async (tx: Tx, app: App, orderId: string): Promise<void> =>
  void (await sql`select audit.write_reading(${orderId}, ${app.clock.now()})`.execute(tx))
