import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Client } from 'pg'
import { CannotStart } from '../../cannot-start.ts'
import { readKeyFile } from '../../keys/key-file.ts'
import { signingKeyCopy, signingKeyFile } from '../../keys/signing-key.ts'
import type { Keyring } from '../../keys/keyring.ts'
import type { Clock } from '../../time/clock.ts'
import { migrate, readMigrations, type Migration } from '../migrate.ts'
import { openPool } from '../pool.ts'
import { importAll, verifyBackup } from './import.ts'
import { readManifest, type Manifest } from './manifest.ts'

export type Restore = {
  readonly client: Client
  readonly ownerUrl: string
  readonly from: string
  readonly keys: string
  /** Where the program will look for both. */
  readonly keyFile: string
  readonly filesFolder: string
  readonly clock: Clock
}

/** A database that was ever started has its installation row; one whose restore was cut short has tables only, and may be tried again. */
const refuseFilled = async (client: Client): Promise<void> => {
  const { rows } = await client.query<{ found: boolean }>(`select to_regclass('public.installation') is not null as found`)
  if (rows[0]?.found !== true) return
  if ((await client.query('select from installation')).rowCount === 0) return
  throw new CannotStart('目标数据库不是空的，恢复只能写入空数据库。', 'The database is not empty; a restore fills empty ones only.')
}

const refuseOtherPlaces = ({ keys, keyFile, filesFolder }: Restore): void => {
  if (existsSync(keyFile) && !readFileSync(keyFile).equals(readFileSync(keys)))
    throw new CannotStart(`${keyFile} 是另一套密钥，请先移开。`, `${keyFile} holds other keys; move it away first.`)
  if (existsSync(filesFolder) && readdirSync(filesFolder).length > 0)
    throw new CannotStart(`${filesFolder} 不是空的，请先移开。`, `${filesFolder} is not empty; move it away first.`)
}

const ringOf = (keys: string): Keyring => {
  const ring = readKeyFile(keys)
  if (ring === undefined) throw new CannotStart(`找不到密钥文件 ${keys}。`, `There is no key file ${keys}.`)
  return ring
}

/** The migrations that the backup was taken with; the program must know them all, unchanged. */
const knownMigrations = (manifest: Manifest): readonly Migration[] => {
  const mine = new Map(readMigrations().map((migration) => [migration.number, migration]))
  return manifest.migrations.map(({ number, name, checksum }) => {
    const known = mine.get(number)
    if (known?.checksum !== checksum)
      throw new CannotStart(
        `本程序没有备份所用的迁移 ${number}-${name}，请用同一版本或更新的程序恢复。`,
        `This program lacks migration ${number}-${name} of the backup; restore with the same or a later version.`,
      )
    return known
  })
}

const checkKeys =
  (ring: Keyring) =>
  async (client: Client): Promise<void> => {
    const { rows } = await client.query<{ wrapped_key: Buffer }>('select wrapped_key from installation')
    try {
      for (const { wrapped_key: wrapped } of rows) ring.unwrap(wrapped)
    } catch {
      throw new CannotStart(
        '密钥文件不属于这份备份，未恢复任何数据。',
        'The key file does not belong to this backup; nothing was restored.',
      )
    }
  }

const copyBack = ({ from, filesFolder, keys, keyFile }: Restore, { files }: Manifest): void => {
  for (const { path } of files) {
    mkdirSync(dirname(join(filesFolder, path)), { recursive: true, mode: 0o700 })
    copyFileSync(join(from, 'files', path), join(filesFolder, path))
  }
  if (existsSync(keyFile)) return
  mkdirSync(dirname(keyFile), { recursive: true, mode: 0o700 })
  copyFileSync(keys, keyFile)
  const [kept, wanted] = [signingKeyCopy(keys), signingKeyFile(keyFile)]
  if (existsSync(kept) && !existsSync(wanted)) copyFileSync(kept, wanted)
}

/** Everything is checked before anything is written; the rows come in one transaction, then the files, then what migrations are newer. */
export const restore = async (asked: Restore): Promise<Manifest> => {
  const manifest = readManifest(asked.from)
  const migrations = knownMigrations(manifest)
  const ring = ringOf(asked.keys)
  await refuseFilled(asked.client)
  refuseOtherPlaces(asked)
  await verifyBackup(asked.from, manifest)
  const owner = openPool({ url: asked.ownerUrl, max: 1 })
  try {
    await migrate(owner, asked.clock, migrations)
    await importAll(asked.client, asked.from, manifest, checkKeys(ring))
    copyBack(asked, manifest)
    await migrate(owner, asked.clock)
  } finally {
    await owner.end()
  }
  return manifest
}
