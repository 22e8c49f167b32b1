import { isRole, mayRole } from '@open12345/domain/authority'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Tx } from '../../../db/transaction.ts'
import { checkedBy, sound, words, type Checked, type Fault } from './fault.ts'
import type { UnitRow } from './tables.ts'
import { holds, jsonOf } from './text-of.ts'

const connectorFile = 'department-queries.json'

const loopback: readonly string[] = ['localhost', '127.0.0.1', '[::1]']
/** What an agent asks about travels under TLS, or never leaves this machine. */
export const isSafeAddress = (text: string): boolean => {
  const url = URL.parse(text)
  if (url === null || url.username !== '' || url.password !== '') return false
  return url.protocol === 'https:' || (url.protocol === 'http:' && loopback.includes(url.hostname))
}

const isPattern = (text: string): boolean => {
  try {
    return new RegExp(`^(?:${text})$`, 'u').source !== ''
  } catch {
    return false
  }
}

const id = z.string().regex(/^[a-z0-9-]{2,40}$/)
const field = z.string().regex(/^[A-Za-z0-9_-]{1,40}(\.[A-Za-z0-9_-]{1,40}){0,5}$/)
const bilingual = z.strictObject({ zh: z.string().min(1).max(60), en: z.string().min(1).max(60) })
const shape = z.strictObject({
  id,
  unit: id,
  name: bilingual,
  /** Parameters go into the query of a GET, and into the JSON body of a POST; never into the path. */
  method: z.enum(['GET', 'POST']),
  url: z
    .string()
    .refine(isSafeAddress, { error: words('应为 https 地址（本机可用 http）。', 'It must be an https address (http on this machine).') }),
  parameters: z
    .array(
      z.strictObject({
        name: z.string().regex(/^[A-Za-z][A-Za-z0-9_]{0,39}$/),
        label: bilingual,
        hint: bilingual.optional(),
        pattern: z
          .string()
          .max(200)
          .refine(isPattern, { error: words('不是正则表达式。', 'It is not a pattern.') }),
      }),
    )
    .min(1)
    .max(5),
  /** Where the rows of the answer lie; without it the answer is one row. */
  rows: field.optional(),
  /** Nothing but these is taken out of the answer. */
  fields: z
    .array(z.strictObject({ path: field, label: bilingual }))
    .min(1)
    .max(20),
  usedBy: z
    .array(
      z.string().refine((role) => isRole(role) && mayRole([role], 'department.query'), {
        error: words('这个岗位不查部门系统。', 'This role asks no department.'),
      }),
    )
    .min(1),
  timeoutMs: z.int().min(500).max(15_000),
  /** Names a key of the program's settings. */
  secret: id.optional(),
})
/** 第十六条（一） How one department's system is asked. */
export type Connector = z.infer<typeof shape>

const unitsMissing = (connectors: readonly Connector[], units: readonly UnitRow[]): readonly Fault[] => {
  const known = new Set(units.map(({ unit }) => unit))
  return connectors.flatMap(({ unit }) =>
    known.has(unit) ? [] : [{ file: connectorFile, field: 'unit', zh: `没有名为 ${unit} 的单位。`, en: `There is no unit ${unit}.` }],
  )
}

/** A folder that names no department's system has none. */
export const readConnectors = (folder: string): Checked<readonly Connector[]> => {
  if (!holds(folder, connectorFile)) return sound([])
  const json = jsonOf(folder, connectorFile)
  return json.ok ? checkedBy(z.array(shape), json.value, { file: connectorFile }) : json
}

const doubled = (connectors: readonly Connector[]): readonly Fault[] =>
  connectors.flatMap(({ id: own }, index) =>
    connectors.findIndex((other) => other.id === own) === index
      ? []
      : [{ file: connectorFile, field: 'id', zh: `${own} 出现了两次。`, en: `${own} stands in it twice.` }],
  )

export const connectorFaults = (connectors: readonly Connector[], units: readonly UnitRow[]): readonly Fault[] => [
  ...doubled(connectors),
  ...unitsMissing(connectors, units),
]

type Day = { readonly authorityId: string; readonly on: Temporal.PlainDate }
/** What a newer folder no longer names is not asked any more. @clause 16a */
export const writeConnectors = async (tx: Tx, connectors: readonly Connector[], { authorityId, on }: Day): Promise<void> => {
  const rows = connectors.map((definition, rank) => ({ id: definition.id, unit: definition.unit, definition, rank }))
  await sql`
    insert into department_connector (authority_id, connector_id, unit_id, definition, rank)
    select ${authorityId}, r.id, r.unit, r.definition, r.rank
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id text, unit text, definition jsonb, rank integer)
    on conflict (authority_id, connector_id) do update set unit_id = excluded.unit_id, definition = excluded.definition, rank = excluded.rank,
      closed_on = null`.execute(tx)
  await sql`update department_connector set closed_on = ${on}::date
    where authority_id = ${authorityId} and closed_on is null and connector_id <> all(${rows.map((row) => row.id)}::text[])`.execute(tx)
}
