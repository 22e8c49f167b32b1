import { maskPhone, type Phone } from '@open12345/domain/identity'
import type { App } from '../../app.ts'

type Column = 'caller' | 'raw' | 'draft'
const context = (column: Column, contactId: string): string => `contact/${column}/${contactId}`

export const sealFor =
  ({ keyring }: App, wrapped: Buffer, contactId: string) =>
  (column: Column, text: string | null): Buffer | null =>
    text === null ? null : keyring.seal(keyring.unwrap(wrapped), Buffer.from(text), context(column, contactId))

export const openFor =
  ({ keyring }: App, wrapped: Buffer, contactId: string) =>
  (column: Column, sealed: Buffer | null): string | null =>
    sealed === null ? null : keyring.open(keyring.unwrap(wrapped), sealed, context(column, contactId)).toString()

/** Who called, as the network said it, and as a person may see it. */
export type Caller = { readonly phone: string; readonly masked: string }

export const callerOf = (given: string, phone: Phone | undefined): Caller =>
  phone === undefined
    ? { phone: given, masked: given === '' ? '号码未显示' : '号码无法识别' }
    : { phone: phone.digits, masked: maskPhone(phone) }

export const readCaller = (text: string | null): Caller | null => (text === null ? null : (JSON.parse(text) as Caller))
