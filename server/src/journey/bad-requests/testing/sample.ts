import { z } from 'zod'

export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json }
type Schema = {
  readonly $ref?: string
  readonly $defs?: Readonly<Record<string, Schema>>
  readonly const?: Json
  readonly enum?: readonly Json[]
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
  readonly type?: string
  readonly format?: string
  readonly pattern?: string
  readonly minLength?: number
  readonly minimum?: number
  readonly minItems?: number
  readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>
}

/** Values that mean something in the scene, by the name of their field. */
export type Known = Readonly<Record<string, Json>>

const byFormat: Readonly<Record<string, string>> = {
  date: '2026-03-02',
  'date-time': '2026-03-02T09:00:00+08:00',
  uuid: '0195f000-0000-7000-8000-000000000001',
}

const textOf = ({ format, minLength = 1 }: Schema): string =>
  byFormat[format ?? ''] ?? '情况属实'.repeat(Math.ceil(Math.max(minLength, 1) / 4))

const plainOf = ({ type, minimum = 1, ...schema }: Schema): Json => {
  if (type === 'integer' || type === 'number') return minimum
  return type === 'boolean' ? false : textOf(schema)
}
const chosenOf = ({
  const: only,
  enum: several,
  anyOf,
  oneOf,
  allOf,
}: Schema): { readonly value?: Json | undefined; readonly schema?: Schema | undefined } => ({
  value: only ?? several?.[0],
  schema: (anyOf ?? oneOf ?? allOf)?.[0],
})

const sampleOf = (schema: Schema, name: string, known: Known, defs: Schema['$defs'] = {}): Json => {
  const given = known[name]
  if (given !== undefined) return given
  if (schema.$ref !== undefined) return sampleOf(defs[schema.$ref.split('/').at(-1) ?? ''] ?? {}, name, known, defs)
  const chosen = chosenOf(schema)
  if (chosen.value !== undefined) return chosen.value
  if (chosen.schema !== undefined) return sampleOf(chosen.schema, name, known, defs)
  const inner = (field: string, of: Schema): Json => sampleOf(of, field, known, defs)
  if (schema.type === 'object')
    return Object.fromEntries(Object.entries(schema.properties ?? {}).map(([field, of]) => [field, inner(field, of)]))
  if (schema.type === 'array') return Array.from({ length: schema.minItems ?? 0 }, () => inner(name, schema.items ?? {}))
  return plainOf(schema)
}

/** What a careful program would send to this part of a route; undefined where the route takes nothing there. */
export const sampleFor = (declared: unknown, known: Known): Json | undefined => {
  if (declared === undefined) return undefined
  const schema = z.toJSONSchema(declared as z.ZodType, { io: 'input', unrepresentable: 'any' }) as Schema
  return sampleOf(schema, '', known, schema.$defs)
}
