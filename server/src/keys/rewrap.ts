import type { Client } from 'pg'
import { wrappedBy } from './file-keyring.ts'
import type { Keyring } from './keyring.ts'

/** A column that holds wrapped data keys. In a record of the audit it never changes; its new key is kept beside it. */
export type KeyColumn = { readonly table: string; readonly column: string; readonly isAudit: boolean }

/**
 * Read from the catalogue, so that no table can be forgotten: every column of bytes whose name ends in `_key`. `sealed_key` is the one that is not
 * wrapped under a master key: a file's key, sealed under its order's.
 */
export const keyColumns = async (client: Client): Promise<readonly KeyColumn[]> => {
  const { rows } = await client.query<KeyColumn>(`
    select c.oid::regclass::text as "table", quote_ident(a.attname) as "column",
      exists (select from pg_inherits i where i.inhrelid = c.oid and i.inhparent = 'public.audit_record'::regclass) as "isAudit"
    from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid
    where c.relkind = 'r' and n.nspname !~ '^pg_' and n.nspname <> 'information_schema' and a.atttypid = 'bytea'::regtype and not a.attisdropped
      and a.attname ~ '_key$' and a.attname <> 'sealed_key'
    order by n.nspname, c.relname, a.attname`)
  return rows
}

/** `$1`: the bytes with which it begins. What was wrapped anew beside a record counts instead of what stands in the record. */
const isWrapped = ({ column, isAudit }: KeyColumn, how: '=' | '<>'): string =>
  `t.${column} is not null and substring(t.${column} from 1 for length($1::bytea)) ${how} $1::bytea
    ${isAudit ? 'and not exists (select from audit.rewrapped_key k where k.authority_id = t.authority_id and k.audit_id = t.audit_id)' : ''}`

/** How many keys in the column are wrapped under this master key, or under any other than this. */
export const countWrapped = async (client: Client, one: KeyColumn, version: string, how: '=' | '<>'): Promise<number> => {
  const text = `select count(*)::int as count from ${one.table} t where ${isWrapped(one, how)}`
  return (await client.query<{ count: number }>(text, [wrappedBy(version)])).rows[0]?.count ?? 0
}

type Found = { readonly place: string; readonly key: Buffer }
const blocksAtOnce = 256

const putBack = ({ table, column, isAudit }: KeyColumn): string =>
  isAudit
    ? `insert into audit.rewrapped_key select t.authority_id, t.audit_id, v.key from ${table} t join unnest($1::tid[], $2::bytea[]) as v(place, key)
        on t.ctid = v.place on conflict do nothing`
    : `update ${table} t set ${column} = v.key from unnest($1::tid[], $2::bytea[]) as v(place, key) where t.ctid = v.place`

/** The keys in some blocks of the table, in one transaction; whoever changes a row meanwhile waits for it. */
const rewrapBlocks = async (client: Client, keyring: Keyring, one: KeyColumn, version: string, from: number): Promise<number> => {
  await client.query('begin')
  try {
    const text = `select t.ctid::text as place, t.${one.column} as key from ${one.table} t
      where t.ctid >= $2::tid and t.ctid < $3::tid and ${isWrapped(one, '<>')} for update`
    const range = [`(${from},0)`, `(${from + blocksAtOnce},0)`]
    const { rows } = await client.query<Found>(text, [wrappedBy(version), ...range])
    if (rows.length > 0) await client.query(putBack(one), [rows.map(({ place }) => place), rows.map(({ key }) => keyring.rewrap(key))])
    await client.query('commit')
    return rows.length
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

/**
 * Wraps every key of the column under `version`, the newest master key; answers how many. It can be killed at any point and called again. A row
 * that moved behind its back is found in the next round; it ends with a round that found nothing.
 */
export const rewrapColumn = async (client: Client, keyring: Keyring, one: KeyColumn, version: string): Promise<number> => {
  let total = 0
  for (;;) {
    const size = await client.query<{ blocks: number }>(
      `select (pg_relation_size($1::regclass) / current_setting('block_size')::int)::int as blocks`,
      [one.table],
    )
    let found = 0
    for (let from = 0; from < (size.rows[0]?.blocks ?? 0); from += blocksAtOnce)
      found += await rewrapBlocks(client, keyring, one, version, from)
    total += found
    if (found === 0) return total
  }
}
