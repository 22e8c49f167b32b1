import type { Pool } from 'pg'

/** Written while somebody is only looking or is refused: that they asked, and that they are there. */
const mayGrow = [
  'security_log',
  'session',
  'audit_record',
  'pending',
  'seal',
  'sign_in_failure',
  'second_factor',
  // What is looked for and not found is counted: a reading that was answered.
  'knowledge_asked',
  'knowledge_asker',
]

export type Tables = readonly string[]
export const tablesOf = async (owner: Pool): Promise<Tables> => {
  const { rows } = await owner.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('public', 'vault', 'audit', 'app') and c.relkind in ('r', 'p') and not c.relispartition
        and c.relname <> all($1) order by 1`,
    [mayGrow],
  )
  return rows.map(({ name }) => name)
}

/** One digest over every row of every table. */
export const digestOf = async (owner: Pool, tables: Tables): Promise<string> => {
  const each = tables.map(
    (name) => `select '${name}' as name, md5(string_agg(md5(t::text), '' order by md5(t::text))) as digest from ${name} t`,
  )
  const { rows } = await owner.query<{ whole: string }>(
    `select string_agg(name || ' ' || coalesce(digest, '-'), E'\\n' order by name) as whole from (${each.join(' union all ')}) as each`,
  )
  return rows[0]?.whole ?? ''
}
