import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Client } from 'pg'
import type { Migration } from '../migrate.ts'
import { exportOf, partitionMonthsOf, sequencesOf, tablesOf, type Table } from './catalog.ts'
import { copyOut } from './copy.ts'
import { digesting } from './digest.ts'
import { copyFiles } from './files.ts'
import type { Manifest } from './manifest.ts'

type Exported = Manifest['tables'][number]

const exportTable = async (client: Client, folder: string, table: Table): Promise<Exported> => {
  const file = join('tables', `${table.name.replaceAll('"', '')}.copy`)
  const { stream, result } = digesting()
  const written = pipeline(stream, createWriteStream(join(folder, file), { mode: 0o600 }))
  const copied = copyOut(client, exportOf(table), stream).finally(() => stream.end())
  const [rows] = await Promise.all([copied, written])
  return { name: table.name, file, columns: [...table.columns], rows, sha256: result() }
}

const migrationsOf = async (client: Client): Promise<Manifest['migrations']> =>
  (
    await client.query<Pick<Migration, 'number' | 'name' | 'checksum'>>(
      'select number, name, checksum from schema_migration order by number',
    )
  ).rows

/** Everything of the database in one snapshot, beside a server that goes on working. */
const exportDatabase = async (client: Client, folder: string): Promise<Omit<Manifest, 'format' | 'takenAt' | 'files'>> => {
  await client.query('begin isolation level repeatable read read only')
  const tables: Exported[] = []
  for (const table of await tablesOf(client)) tables.push(await exportTable(client, folder, table))
  const rest = {
    migrations: await migrationsOf(client),
    partitions: (await partitionMonthsOf(client)).map(([table, month]): [string, string] => [table, month]),
    sequences: [...(await sequencesOf(client))],
  }
  await client.query('commit')
  return { tables, ...rest }
}

export type Export = { readonly client: Client; readonly filesFolder: string; readonly to: string; readonly at: Temporal.Instant }

/** Writes a backup into an empty folder. The manifest comes last: without it the folder is none. */
export const exportAll = async ({ client, filesFolder, to, at }: Export): Promise<Manifest> => {
  mkdirSync(join(to, 'tables'), { recursive: true, mode: 0o700 })
  const database = await exportDatabase(client, to)
  const files = await copyFiles(filesFolder, join(to, 'files'))
  const manifest: Manifest = { format: 1, takenAt: at.toString(), ...database, files: [...files] }
  writeFileSync(join(to, 'manifest.json'), `${JSON.stringify(manifest, undefined, 2)}\n`, { mode: 0o600 })
  return manifest
}
