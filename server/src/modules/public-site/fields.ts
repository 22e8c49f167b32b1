import { createHash, randomBytes } from 'node:crypto'
import type { PageCall } from '../../http/mount.ts'

type Form = PageCall['form']

/** One value of a form's field; empty where there is none. Line breaks as the browser sends them become one character. */
export const field = (form: Form, name: string): string => {
  const value = form[name]
  const one = typeof value === 'string' ? value : (value?.at(-1) ?? '')
  return one.replaceAll('\r\n', '\n').trim()
}

export const fieldList = (form: Form, name: string): readonly string[] => {
  const value = form[name]
  return value === undefined ? [] : typeof value === 'string' ? [value] : value
}

export const orNull = (text: string): string | null => (text === '' ? null : text)

const keyPattern = /^[\w-]{16,64}$/
export const newKey = (): string => randomBytes(18).toString('base64url')

/** The idempotency key that the form carries; a form without one gets its own. */
export const keyOf = (form: Form): string => {
  const key = field(form, 'key')
  return keyPattern.test(key) ? key : newKey()
}

export const digestOf = (body: unknown): Buffer => createHash('sha256').update(JSON.stringify(body)).digest()
