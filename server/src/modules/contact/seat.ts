import { sql } from 'kysely'
import type { ContactView } from '@open12345/contract/contact'
import type { OrderRow } from '@open12345/contract/work-order'
import type { Channel } from '@open12345/domain/vocabulary'
import type { App } from '../../app.ts'
import type { Actor } from '../../db/actor.ts'
import type { Tx } from '../../db/transaction.ts'
import { openFor, readCaller, sealFor } from './sealing.ts'

/** Earlier orders of these requesters, given by the room of orders. */
export type HistoryOf = (tx: Tx, app: App, actor: Actor, requesterIds: readonly string[], at: Temporal.Instant) => Promise<OrderRow[]>

export type ContactRow = {
  readonly contact_id: string
  readonly channel: Channel
  readonly requester_ids: readonly string[]
  readonly wrapped_key: Buffer
  readonly caller_sealed: Buffer | null
  readonly leg: string | null
  readonly state: ContactView['state']
  readonly started_at: Temporal.Instant
  readonly answered_at: Temporal.Instant | null
  readonly ended_at: Temporal.Instant | null
  readonly draft_sealed: Buffer | null
}

const columns = sql`contact_id, channel, requester_ids, wrapped_key, caller_sealed, leg, state, started_at, answered_at, ended_at, draft_sealed`
const isOwn = sql`authority_id = app.authority() and account_id = app.account_id() and state <> 'finished'`

/** Contacts of the actor's seat that are not finished, oldest first. */
export const openContacts = async (tx: Tx): Promise<readonly ContactRow[]> =>
  (await sql<ContactRow>`select ${columns} from contact where ${isOwn} order by started_at`.execute(tx)).rows

export const openContact = async (tx: Tx, contactId: string): Promise<ContactRow | undefined> =>
  (await sql<ContactRow>`select ${columns} from contact where ${isOwn} and contact_id = ${contactId} for update`.execute(tx)).rows[0]

type Change = { readonly state: ContactRow['state'] | 'finished'; readonly at: Temporal.Instant }

/** A step of the contact, with its instant. A finished contact keeps no half-filled form. */
export const moveContact = async (tx: Tx, contactId: string, { state, at }: Change): Promise<void> => {
  await sql`update contact set state = ${state},
      answered_at = case when ${state} = 'talking' then ${at}::timestamptz else answered_at end,
      ended_at = case when ${state} = 'ended' then ${at}::timestamptz else ended_at end,
      finished_at = case when ${state} = 'finished' then ${at}::timestamptz end,
      draft_sealed = case when ${state} = 'finished' then null else draft_sealed end
    where ${isOwn} and contact_id = ${contactId}`.execute(tx)
}

export const keepDraft = async (tx: Tx, app: App, { contact_id: id, wrapped_key: key }: ContactRow, draft: string): Promise<void> => {
  await sql`update contact set draft_sealed = ${sealFor(app, key, id)('draft', draft)} where ${isOwn} and contact_id = ${id}`.execute(tx)
}

/** The contact as its seat sees it: the number masked, what this number's requesters asked before, and the form where it was left. */
export const viewOf = async (tx: Tx, app: App, actor: Actor, row: ContactRow, historyOf: HistoryOf): Promise<ContactView> => {
  const open = openFor(app, row.wrapped_key, row.contact_id)
  return {
    contactId: row.contact_id,
    channel: row.channel,
    state: row.state,
    callerMasked: readCaller(open('caller', row.caller_sealed))?.masked ?? null,
    startedAt: row.started_at.toString(),
    answeredAt: row.answered_at?.toString() ?? null,
    endedAt: row.ended_at?.toString() ?? null,
    history: row.requester_ids.length === 0 ? [] : await historyOf(tx, app, actor, row.requester_ids, app.clock.now()),
    draft: open('draft', row.draft_sealed),
  }
}
