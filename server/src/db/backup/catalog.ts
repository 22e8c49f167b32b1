import { escapeIdentifier, type ClientBase } from 'pg'

export type Table = {
  /** schema.table, quoted where needed */
  readonly name: string
  /** What may be written: generated columns are made again. */
  readonly columns: readonly string[]
  readonly key: readonly string[]
}
export type ForeignKey = { readonly table: string; readonly name: string; readonly definition: string }
export type Sequence = { readonly name: string; readonly last: string | null }

const own = `n.nspname !~ '^pg_' and n.nspname <> 'information_schema'`
// The journal of migrations is written by the migrations themselves.
const journal = `c.oid <> 'public.schema_migration'::regclass`

const listed = (names: readonly string[]): string => names.map(escapeIdentifier).join(', ')
export const columnList = ({ columns }: Table): string => listed(columns)

/** Every table that holds rows of its own name: partitions are part of theirs. */
export const tablesOf = async (client: ClientBase): Promise<readonly Table[]> => {
  const { rows } = await client.query<Table>(`select format('%I.%I', n.nspname, c.relname) as name,
      array(select attname::text from pg_attribute where attrelid = c.oid and attnum > 0 and not attisdropped and attgenerated = '' order by attnum) as columns,
      array(select a.attname::text from pg_index i, unnest(i.indkey) with ordinality as k (attnum, place), pg_attribute a
        where i.indrelid = c.oid and i.indisprimary and a.attrelid = c.oid and a.attnum = k.attnum order by k.place) as key
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and not c.relispartition and ${own} and ${journal} order by 1`)
  return rows
}

/** In the order of the key, so that equal tables give equal files. */
export const exportOf = (table: Table): string =>
  `copy (select ${columnList(table)} from ${table.name}${table.key.length > 0 ? ` order by ${listed(table.key)}` : ''}) to stdout`

export const importOf = (table: Table): string => `copy ${table.name} (${columnList(table)}) from stdin`

export const foreignKeysOf = async (client: ClientBase): Promise<readonly ForeignKey[]> => {
  const { rows } =
    await client.query<ForeignKey>(`select k.conrelid::regclass::text as table, quote_ident(k.conname) as name, pg_get_constraintdef(k.oid) as definition
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
    where k.contype = 'f' and k.conparentid = 0 and ${own} order by 1, 2`)
  return rows
}

export const sequencesOf = async (client: ClientBase): Promise<readonly Sequence[]> => {
  const { rows } = await client.query<Sequence>(`select format('%I.%I', schemaname, sequencename) as name, last_value::text as last
    from pg_sequences where schemaname !~ '^pg_' order by 1`)
  return rows
}

/** Months for which a partitioned table has a partition, by its name. */
export const partitionMonthsOf = async (client: ClientBase): Promise<readonly (readonly [table: string, month: string])[]> => {
  const { rows } = await client.query<{
    table: string
    month: string
  }>(`select p.relname as table, to_char(to_date(right(c.relname, 6), 'YYYYMM'), 'YYYY-MM-DD') as month
    from app.partitioned_table t
      join pg_class p on p.oid = ('public.' || quote_ident(t.name))::regclass
      join pg_inherits i on i.inhparent = p.oid join pg_class c on c.oid = i.inhrelid
    where c.relname ~ '_[0-9]{6}$' order by 1, 2`)
  return rows.map(({ table, month }) => [table, month])
}
