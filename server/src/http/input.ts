import type { Problem, Route } from '@open12345/contract/kernel'
import { accept, refuse, type Decision } from '@open12345/domain/kernel'
import { z } from 'zod'
import { safeParse, type $ZodType } from 'zod/v4/core'
import type { Language } from './call.ts'

export type Raw = { readonly params: unknown; readonly query: unknown; readonly body: unknown }
export type FieldErrors = NonNullable<Problem['errors']>
type Read = { readonly ok: true; readonly value: Raw } | { readonly ok: false; readonly errors: FieldErrors }

const messages = { zh: z.locales.zhCN().localeError, en: z.locales.en().localeError }
const deepest = 32

/**
 * Text that PostgreSQL cannot store (NUL) or that is no text (half a surrogate pair), and nesting that nobody means; undefined when all is sound.
 * Walks with a list of its own: recursion would end on the stack of the server.
 */
export const unsoundAt = (input: Raw): string | undefined => {
  const pending: (readonly [value: unknown, path: string, depth: number])[] = Object.entries(input).map(([name, value]) => [value, name, 0])
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const [value, path, depth] = next
    if (depth > deepest) return path
    if (typeof value === 'string' && (value.includes('\0') || !value.isWellFormed())) return path
    if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) continue
    for (const [name, inner] of Object.entries(value)) {
      if (name.includes('\0') || name === '__proto__') return path
      pending.push([inner, `${path}.${name}`, depth + 1])
    }
  }
  return undefined
}

const isSchema = (declared: unknown): declared is $ZodType => typeof declared === 'object' && declared !== null && '_zod' in declared

/** Only what the route declares comes in; everything else is dropped or, where it contradicts, named with its path. */
export const readInput = (route: Route, raw: Raw, language: Language): Read => {
  const unsound = unsoundAt(raw)
  if (unsound !== undefined)
    return {
      ok: false,
      errors: [{ field: unsound, message: language === 'zh' ? '含有无法保存的字符' : 'holds characters that cannot be stored' }],
    }

  const declared = { params: route.params, query: route.query, body: route.body }
  const value: Record<string, unknown> = { params: undefined, query: undefined, body: undefined }
  const errors: FieldErrors = []
  for (const part of ['params', 'query', 'body'] as const) {
    const schema = declared[part]
    if (!isSchema(schema)) continue
    const read = safeParse(schema, raw[part] ?? (part === 'body' ? raw[part] : {}), { error: messages[language] })
    if (read.success) value[part] = read.data
    else errors.push(...read.error.issues.map(({ path, message }) => ({ field: [part, ...path.map(String)].join('.'), message })))
  }
  return errors.length > 0 ? { ok: false, errors: errors.slice(0, 50) } : { ok: true, value: value as Raw }
}

type Headers = { readonly idempotencyKey: string | undefined; readonly ifMatch: number | undefined }
type Given = string | readonly string[] | undefined

/** The two headers of a command. */
export const readCommandHeaders = (key: Given, match: Given): Decision<Headers> => {
  if (key !== undefined && !(typeof key === 'string' && /^[\w.:~+/=-]{8,200}$/.test(key))) return refuse({ code: 'input.key-invalid' })
  if (match === undefined || match === '*') return accept({ idempotencyKey: key, ifMatch: undefined })
  const version = typeof match === 'string' ? /^(?:W\/)?"(\d{1,9})"$/.exec(match)?.[1] : undefined
  return version === undefined ? refuse({ code: 'input.version-invalid' }) : accept({ idempotencyKey: key, ifMatch: Number(version) })
}

/** The response schema is the leak guard: what it does not declare does not leave. */
export const writeOutput = (route: Route, value: unknown): string => {
  if (!isSchema(route.response)) throw new Error(`${route.method} ${route.path} declares no response`)
  const written = safeParse(route.response, value)
  if (written.success) return JSON.stringify(written.data)
  // Paths only: the values may be a person's.
  const where = written.error.issues.map(({ path, code }) => `${path.map(String).join('.')} ${code}`).join('; ')
  throw new Error(`the answer of ${route.method} ${route.path} is not what its schema declares: ${where}`)
}
