import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Pool, PoolClient } from 'pg'
import { CannotStart } from '../cannot-start.ts'
import type { Clock } from '../time/clock.ts'

export type Migration = { readonly number: number; readonly name: string; readonly sql: string; readonly checksum: string }

const folder = join(import.meta.dirname, 'migrations')
// One number for all processes that migrate the same database.
const lock = 12345

const journal = `create table if not exists schema_migration
  (number integer primary key, name text not null, checksum text not null, applied_at timestamptz not null)`

/** The numbered files in order. Rooms own ranges of numbers: a missing number is no fault, the same number twice is one. */
export const readMigrations = (from = folder): readonly Migration[] => {
  const files = readdirSync(from).filter((file) => /^\d{4}-[a-z0-9-]+\.sql$/.test(file))
  const migrations = files.toSorted().map((file) => {
    const sql = readFileSync(join(from, file), 'utf8')
    return { number: Number(file.slice(0, 4)), name: file.slice(5, -4), sql, checksum: createHash('sha256').update(sql).digest('hex') }
  })
  for (const [index, { number, name }] of migrations.entries())
    if (migrations[index + 1]?.number === number) throw new Error(`migration number ${number} is taken twice, by ${name} and its neighbour`)
  return migrations
}

const applied = async (client: PoolClient | Pool): Promise<ReadonlyMap<number, string>> => {
  const { rows } = await client.query<{ number: number; checksum: string }>('select number, checksum from schema_migration')
  return new Map(rows.map(({ number, checksum }) => [number, checksum]))
}

const refuseChanged = (migrations: readonly Migration[], done: ReadonlyMap<number, string>): void => {
  const changed = migrations.find(({ number, checksum }) => (done.get(number) ?? checksum) !== checksum)
  if (changed !== undefined)
    throw new CannotStart(
      `迁移文件 ${changed.number}-${changed.name} 在执行之后被改动过：已执行的迁移不可修改，请还原该文件并另写新迁移。`,
      `Migration ${changed.number}-${changed.name} was changed after it had been applied: restore the file and write a new migration.`,
    )
}

const apply = async (client: PoolClient, { number, name, sql, checksum }: Migration, at: Temporal.Instant): Promise<void> => {
  try {
    await client.query('begin')
    await client.query(sql)
    await client.query('insert into schema_migration values ($1, $2, $3, $4)', [number, name, checksum, at])
    await client.query('commit')
  } catch (cause) {
    await client.query('rollback')
    throw new Error(`migration ${number}-${name} failed: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
  }
}

/** Brings the owner's database up to date, each file in its own transaction; answers the names of what was applied. */
export const migrate = async (owner: Pool, clock: Clock, migrations = readMigrations()): Promise<readonly string[]> => {
  const client = await owner.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [lock])
    await client.query(journal)
    const done = await applied(client)
    refuseChanged(migrations, done)
    const due = migrations.filter(({ number }) => !done.has(number))
    for (const migration of due) await apply(client, migration, clock.now())
    await client.query('grant select on schema_migration to open12345_server')
    return due.map(({ name }) => name)
  } finally {
    // The lock goes with the connection.
    client.release(true)
  }
}

/** Names of the migrations that the database lacks; asked by the server's own login, which may not apply them. */
export const missingMigrations = async (server: Pool): Promise<readonly string[]> => {
  const done = await applied(server).catch(() => new Map<number, string>())
  const migrations = readMigrations()
  refuseChanged(migrations, done)
  return migrations.filter(({ number }) => !done.has(number)).map(({ name }) => name)
}
