import { createReadStream, existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Client } from 'pg'
import { CannotStart } from '../../cannot-start.ts'
import { columnList, foreignKeysOf, importOf, tablesOf, type Table } from './catalog.ts'
import { copyIn } from './copy.ts'
import { digestOfFile } from './digest.ts'
import type { Manifest } from './manifest.ts'

const damaged = (what: string): CannotStart =>
  new CannotStart(
    `备份已损坏：${what} 与清单不符，未恢复任何数据。`,
    `The backup is damaged: ${what} differs from the manifest; nothing was restored.`,
  )

/** Reads the whole backup before anything is touched. */
export const verifyBackup = async (folder: string, { tables, files }: Manifest): Promise<void> => {
  const parts = [
    ...tables.map(({ file, sha256 }) => ({ file, sha256 })),
    ...files.map(({ path, sha256 }) => ({ file: join('files', path), sha256 })),
  ]
  for (const { file, sha256 } of parts) {
    const path = join(folder, file)
    if (!existsSync(path) || (await digestOfFile(path)) !== sha256) throw damaged(file)
  }
}

const importTable = async (client: Client, folder: string, table: Table, kept: Manifest['tables'][number]): Promise<void> => {
  const wanted = { ...table, columns: kept.columns }
  if (columnList(wanted) !== columnList(table)) throw damaged(`${table.name} (columns)`)
  const rows = await copyIn(client, importOf(table), createReadStream(join(folder, kept.file)))
  if (rows !== kept.rows) throw damaged(`${table.name} (${rows} rows)`)
}

const setSequences = async (client: Client, { sequences }: Manifest): Promise<void> => {
  for (const { name, last } of sequences) if (last !== null) await client.query('select setval($1::regclass, $2::bigint)', [name, last])
}

/**
 * Fills the tables of a freshly migrated database, in one transaction. Foreign keys are taken off and put back, which checks every row again
 * and makes any order of the tables a safe one; triggers rest, for what they would do was done when the rows were first written.
 */
export const importAll = async (
  client: Client,
  folder: string,
  manifest: Manifest,
  check: (client: Client) => Promise<void>,
): Promise<void> => {
  const tables = await tablesOf(client)
  const byName = new Map(tables.map((table) => [table.name, table]))
  const foreignKeys = await foreignKeysOf(client)
  await client.query('begin')
  try {
    for (const [table, month] of manifest.partitions) await client.query('select app.ensure_month_partition($1, $2)', [table, month])
    for (const { table, name } of foreignKeys) await client.query(`alter table ${table} drop constraint ${name}`)
    for (const { name } of tables) await client.query(`alter table ${name} disable trigger user`)
    await client.query(`truncate ${tables.map(({ name }) => name).join(', ')}`)
    for (const kept of manifest.tables) {
      const table = byName.get(kept.name)
      if (table === undefined) throw damaged(kept.name)
      await importTable(client, folder, table, kept)
    }
    await setSequences(client, manifest)
    for (const { name } of tables) await client.query(`alter table ${name} enable trigger user`)
    for (const { table, name, definition } of foreignKeys) await client.query(`alter table ${table} add constraint ${name} ${definition}`)
    await check(client)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}
