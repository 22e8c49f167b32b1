import { sql } from 'kysely'
import type { Channel } from '@open12345/domain/vocabulary'
import type { App } from '../../app.ts'
import { newId } from '../../db/ids.ts'
import type { Tx } from '../../db/transaction.ts'
import { openFor, readCaller, sealFor, type Caller } from './sealing.ts'

export type ContactForRecord = {
  readonly contactId: string
  readonly channel: Channel
  readonly startedAt: Temporal.Instant
  /** The newest requester known by the caller's number; null when nobody is. */
  readonly requesterId: string | null
  readonly requesterIds: readonly string[]
  /** The caller's number, to be put into the vault; null where the network showed none. */
  readonly callerPhone: string | null
}

type RecordRow = {
  readonly channel: Channel
  readonly started_at: Temporal.Instant
  readonly requester_ids: readonly string[]
  readonly wrapped_key: Buffer
  readonly caller_sealed: Buffer | null
}

/** The seat's own contact in which a matter is being told: answered and not yet finished. @clause 10-record */
export const contactForRecord = async (tx: Tx, app: App, contactId: string, accountId: string): Promise<ContactForRecord | undefined> => {
  const { rows } = await sql<RecordRow>`
    select channel, started_at, requester_ids, wrapped_key, caller_sealed from contact
    where authority_id = app.authority() and contact_id = ${contactId} and account_id = ${accountId} and state in ('talking', 'ended')
      and answered_at is not null`.execute(tx)
  const row = rows[0]
  if (row === undefined) return undefined
  const caller = readCaller(openFor(app, row.wrapped_key, contactId)('caller', row.caller_sealed))
  return {
    contactId,
    channel: row.channel,
    startedAt: row.started_at,
    requesterId: row.requester_ids[0] ?? null,
    requesterIds: row.requester_ids,
    callerPhone: caller === null || caller.phone === '' ? null : caller.phone,
  }
}

/** A requester recorded in this contact belongs to it from then on: the seat sees what it has just written. */
export const linkRequester = async (tx: Tx, contactId: string, requesterId: string): Promise<void> => {
  await sql`update contact set requester_ids = ${requesterId}::uuid || array_remove(requester_ids, ${requesterId}::uuid)
    where authority_id = app.authority() and contact_id = ${contactId}`.execute(tx)
}

export type NewContact = {
  readonly contactId: string
  readonly channel: Channel
  readonly at: Temporal.Instant
  readonly state: 'ringing' | 'finished'
  readonly accountId: string | null
  readonly requesterIds: readonly string[]
  readonly caller: Caller | null
  readonly phoneHash: Buffer | null
  readonly leg: string | null
  readonly raw: string
}

/** Scope: system. */
export const insertContact = async (tx: Tx, app: App, contact: NewContact): Promise<void> => {
  const { contactId, at, state } = contact
  const { wrapped } = app.keyring.newDataKey()
  const seal = sealFor(app, wrapped, contactId)
  await sql`insert into contact (authority_id, contact_id, channel, account_id, requester_ids, wrapped_key, caller_sealed, phone_hash, leg, state,
      started_at, finished_at, raw_sealed)
    values (app.authority(), ${contactId}, ${contact.channel}, ${contact.accountId}, ${[...contact.requesterIds]}::uuid[], ${wrapped},
      ${seal('caller', contact.caller === null ? null : JSON.stringify(contact.caller))}, ${contact.phoneHash}, ${contact.leg}, ${state},
      ${at}, ${state === 'finished' ? at : null}, ${seal('raw', contact.raw)})`.execute(tx)
}

/** Keeps what was submitted in writing exactly as it came; answers the contact's id. Scope: system. @clause 2-channels */
export const writtenContact = async (
  tx: Tx,
  app: App,
  { channel, raw, at }: { readonly channel: Exclude<Channel, 'phone'>; readonly raw: string; readonly at: Temporal.Instant },
): Promise<string> => {
  const contactId = newId(at)
  await insertContact(tx, app, {
    contactId,
    channel,
    at,
    state: 'finished',
    accountId: null,
    requesterIds: [],
    caller: null,
    phoneHash: null,
    leg: null,
    raw,
  })
  return contactId
}
