import type { Pool } from 'pg'
import type { App } from '../../server/src/app.ts'

/** A table's rows of one order as COPY lines; what must differ from copy to copy stands as «name». */
export type Lines = Readonly<Record<Table, string>>
export type Template = {
  readonly orderId: string
  readonly openedMs: number
  readonly isClosed: boolean
  readonly contactId: string
  readonly requesterId: string | null
  readonly content: string
  /** Words by id, opened. */
  readonly texts: readonly { readonly textId: string; readonly role: string; readonly text: string }[]
  readonly messageIds: readonly string[]
  readonly lines: Lines
}

export const tables = ['contact', 'work_order', 'unit_task', 'work_order_event', 'work_order_clock', 'work_order_text', 'outbox'] as const
export type Table = (typeof tables)[number]

/** Columns that every copy gets anew. */
const replaced: Readonly<Record<string, string>> = {
  'work_order.number': `'«number»'`,
  'work_order_text.sealed': `'«sealed:' || text_id || '»'`,
  'outbox.to_hash': `case when to_hash is not null then '«hash»' end`,
}

const columnsOf = async (owner: Pool, table: Table): Promise<readonly string[]> => {
  const { rows } = await owner.query<{ name: string }>(
    `select column_name as name from information_schema.columns
     where table_schema = 'public' and table_name = $1 and is_generated = 'NEVER' order by ordinal_position`,
    [table],
  )
  return rows.map(({ name }) => name)
}

// As COPY writes text: backslash first.
const escaped = (column: string): string =>
  `coalesce(replace(replace(replace(replace(${column}::text, '\\', '\\\\'), E'\\n', '\\n'), E'\\t', '\\t'), E'\\r', '\\r'), '\\N')`

export type Shape = Readonly<Record<Table, readonly string[]>>

export const shapeOf = async (owner: Pool): Promise<Shape> =>
  Object.fromEntries(await Promise.all(tables.map(async (table) => [table, await columnsOf(owner, table)]))) as unknown as Shape

const linesOf = async (owner: Pool, shape: Shape, table: Table, key: string, id: string): Promise<string> => {
  const line = shape[table].map((column) => escaped(`(${replaced[`${table}.${column}`] ?? column})`)).join(` || E'\\t' || `)
  const { rows } = await owner.query<{ line: string }>(`select ${line} as line from ${table} where ${key} = $1`, [id])
  return rows.map((row) => `${row.line}\n`).join('')
}

const openedTexts = async (owner: Pool, app: App, orderId: string) => {
  const { rows } = await owner.query<{ text_id: string; role: string; sealed: Buffer; wrapped_key: Buffer }>(
    `select t.text_id, t.role, t.sealed, k.wrapped_key from work_order_text t join work_order_key k using (authority_id, order_id) where order_id = $1`,
    [orderId],
  )
  return rows.map(({ text_id: textId, role, sealed, wrapped_key }) => ({
    textId,
    role,
    text: app.keyring.open(app.keyring.unwrap(wrapped_key), sealed, `work_order_text/${orderId}/${textId}`).toString(),
  }))
}

type Row = { order_id: string; contact_id: string; requester_id: string | null; opened_ms: string; stage: string }

const templateOf = async (owner: Pool, app: App, shape: Shape, row: Row): Promise<Template> => {
  const { order_id: orderId, contact_id: contactId, requester_id: requesterId, opened_ms, stage } = row
  const texts = await openedTexts(owner, app, orderId)
  const { rows: messages } = await owner.query<{ id: string }>('select message_id as id from outbox where order_id = $1', [orderId])
  const lines: Partial<Record<Table, string>> = {}
  for (const table of tables)
    lines[table] = await linesOf(
      owner,
      shape,
      table,
      table === 'contact' ? 'contact_id' : 'order_id',
      table === 'contact' ? contactId : orderId,
    )
  return {
    orderId,
    openedMs: Number(opened_ms),
    isClosed: stage === 'closed',
    contactId,
    requesterId,
    content: texts.find(({ role }) => role === 'content')?.text ?? '',
    texts,
    messageIds: messages.map(({ id }) => id),
    lines: lines as Lines,
  }
}

/** Orders that the program itself has made, as patterns to be copied. */
export const readTemplates = async (owner: Pool, app: App, shape: Shape): Promise<readonly Template[]> => {
  const { rows } = await owner.query<Row>(
    `select order_id, contact_id, requester_id, stage, (extract(epoch from opened_at) * 1000)::bigint::text as opened_ms from work_order order by order_id`,
  )
  const templates: Template[] = []
  for (const row of rows) templates.push(await templateOf(owner, app, shape, row))
  return templates
}
