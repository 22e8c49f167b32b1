import type { Pool } from 'pg'
import { CannotStart } from '../cannot-start.ts'
import type { Config } from '../config.ts'
import { migrate, missingMigrations } from '../db/migrate.ts'
import { ensureKeyFile } from '../keys/key-file.ts'
import type { Keyring } from '../keys/keyring.ts'
import { shippedAuthorityName } from '../modules/organisation/index.ts'
import type { Clock } from '../time/clock.ts'

const wasMigrated = async (pool: Pool): Promise<boolean> => {
  const { rows } = await pool.query<{ found: boolean }>(`select to_regclass('public.schema_migration') is not null as found`)
  return rows[0]?.found === true
}

const ensureAuthority = async (owner: Pool, authorityId: string): Promise<void> => {
  // One whose folder lies elsewhere is called by its id here; its name is in what was loaded.
  const name = shippedAuthorityName(authorityId) ?? authorityId
  await owner.query('insert into authority (authority_id, name, calendar) values ($1, $2, $3) on conflict do nothing', [
    authorityId,
    name,
    authorityId,
  ])
}

const refuseMissing = async (server: Pool): Promise<void> => {
  const missing = await missingMigrations(server)
  if (missing.length > 0)
    throw new CannotStart(
      `数据库还缺 ${missing.length} 项迁移：请设置 DATABASE_OWNER_URL 再启动一次。`,
      `The database lacks ${missing.length} migrations: start once with DATABASE_OWNER_URL.`,
    )
}

const probe = 'open12345'

/** Another database's keys open nothing here; better said at the start than at the first phone number. */
const refuseOtherKeys = async (server: Pool, keyring: Keyring, keyFile: string): Promise<void> => {
  const { rows } = await server.query<{ wrapped_key: Buffer; look_up: Buffer }>('select wrapped_key, look_up from installation')
  const [kept] = rows
  if (kept === undefined) {
    const { wrapped } = keyring.newDataKey()
    await server.query('insert into installation (wrapped_key, look_up) values ($1, $2) on conflict do nothing', [
      wrapped,
      keyring.keyedHash('search', probe),
    ])
    return
  }
  try {
    keyring.unwrap(kept.wrapped_key)
    if (keyring.keyedHash('search', probe).equals(kept.look_up)) return
  } catch {
    // Falls through to the refusal.
  }
  throw new CannotStart(`密钥文件 ${keyFile} 不属于这个数据库。`, `The key file ${keyFile} does not belong to this database.`)
}

/** Keys first, then the tables: were it the other way round, a crash between the two would look like lost keys. */
export const prepare = async (config: Config, clock: Clock, server: Pool, owner: Pool | undefined): Promise<Keyring> => {
  const keyring = ensureKeyFile(config.keyFile, await wasMigrated(owner ?? server))
  if (owner === undefined) await refuseMissing(server)
  else {
    await migrate(owner, clock)
    await ensureAuthority(owner, config.authorityId)
  }
  await server.query('select app.ensure_month_partitions($1)', [clock.now().toZonedDateTimeISO('Asia/Shanghai').toPlainDate()])
  await refuseOtherKeys(server, keyring, config.keyFile)
  return keyring
}
