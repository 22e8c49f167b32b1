import { sql } from 'kysely'
import type { IdentityField, IdentityRefusalCode, RevealPurpose } from '@open12345/domain/identity'
import { accept, refuse, type Decision, type Refusal } from '@open12345/domain/kernel'
import type { App } from '../../app.ts'
import type { Tx } from '../../db/transaction.ts'
import { sealWords } from '../audit/index.ts'
import { openerOf } from './envelope.ts'

export type Reveal = {
  readonly requesterId: string
  /** Absent only while the contact is open at the seat and no order exists yet. */
  readonly orderId?: string
  readonly fields: readonly IdentityField[]
  readonly purpose: RevealPurpose
  /** In the person's own words; stored sealed. */
  readonly reason: string
}
export type Identity = { readonly name?: string; readonly phone?: string; readonly idNumber?: string; readonly homeAddress?: string }

type Row = {
  readonly outcome: 'revealed' | 'refused' | 'forgotten'
  readonly wrapped_key: Buffer | null
  readonly name_sealed: Buffer | null
  readonly phone_sealed: Buffer | null
  readonly id_number_sealed: Buffer | null
  readonly home_address_sealed: Buffer | null
}

const openRow = (app: App, requesterId: string, wrapped: Buffer, row: Row): Identity => {
  const open = openerOf(app, wrapped, requesterId)
  const opened = {
    name: open('name', row.name_sealed),
    phone: open('phone', row.phone_sealed),
    idNumber: open('id_number', row.id_number_sealed),
    homeAddress: open('home_address', row.home_address_sealed),
  }
  return Object.fromEntries(Object.entries(opened).filter(([, text]) => text !== undefined))
}

/**
 * Opens the fields that were asked for. Granted or refused, the asking is an audit record, which the vault writes itself:
 * commit the transaction in both cases.
 * @clause 20b
 */
export const reveal = async (tx: Tx, app: App, asked: Reveal): Promise<Decision<Identity, Refusal<IdentityRefusalCode>>> => {
  if (asked.reason.trim() === '' || asked.fields.length === 0) return refuse({ code: 'identity.reason-missing', clause: '20b' })
  const words = sealWords(app, asked.reason)
  const { rows } =
    await sql<Row>`select * from vault.reveal(${asked.requesterId}, ${asked.orderId ?? null}, ${[...asked.fields]}::text[], ${asked.purpose},
    ${words.key}, ${words.sealed}, ${app.clock.now()})`.execute(tx)
  const row = rows[0]
  if (row === undefined || row.outcome === 'refused') return refuse({ code: 'identity.not-visible', clause: '20c' })
  if (row.wrapped_key === null) return refuse({ code: 'identity.forgotten', clause: '20a' })
  return accept(openRow(app, asked.requesterId, row.wrapped_key, row))
}
