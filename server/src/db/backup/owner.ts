import { join } from 'node:path'
import { Client } from 'pg'
import { CannotStart } from '../../cannot-start.ts'
import type { Config } from '../../config.ts'
import { withEmbeddedOwner } from '../embedded/index.ts'
import { unreachable } from '../unreachable.ts'

const connected = async <T>(url: string, work: (client: Client) => Promise<T>): Promise<T> => {
  const client = new Client({ connectionString: url, application_name: 'open12345 backup' })
  client.on('error', () => {})
  await client.connect().catch((error: unknown) => {
    throw unreachable('DATABASE_OWNER_URL', url, error)
  })
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** One connection as the owner: of the configured database, or of the embedded one, running or not. */
export const asOwner = <T>({ database, dataFolder }: Config, work: (client: Client, ownerUrl: string) => Promise<T>): Promise<T> => {
  const onUrl = (url: string): Promise<T> => connected(url, (client) => work(client, url))
  if (database === undefined)
    return withEmbeddedOwner({ dataFolder: join(dataFolder, 'postgres'), logFile: join(dataFolder, 'postgres.log') }, onUrl)
  if (database.ownerUrl === undefined)
    throw new CannotStart('备份与恢复需要 DATABASE_OWNER_URL。', 'Backup and restore need DATABASE_OWNER_URL.')
  return onUrl(database.ownerUrl)
}
