import { Kysely } from 'kysely'
import { Pool, types, type CustomTypesConfig } from 'pg'
import { HurriedDialect } from './dialect.ts'
import { PreparedClient } from './prepared-client.ts'
import type { Database } from './transaction.ts'

/** Columns come as what they are: timestamptz as Temporal.Instant, date as Temporal.PlainDate, bigint as number. */
const parsers = new Map<number, (text: string) => unknown>([
  [types.builtins.TIMESTAMPTZ, (text) => Temporal.Instant.from(text)],
  [types.builtins.DATE, (text) => Temporal.PlainDate.from(text)],
  [types.builtins.INT8, Number],
])
const columnTypes: CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    parsers.get(oid) ?? types.getTypeParser(oid, format)) as CustomTypesConfig['getTypeParser'],
}

// Trap: the driver writes an object as JSON unless it has this method; a quoted instant is no timestamptz.
for (const prototype of [Temporal.Instant.prototype, Temporal.PlainDate.prototype])
  Object.defineProperty(prototype, 'toPostgres', {
    configurable: true,
    value(this: { toString: () => string }) {
      return this.toString()
    },
  })

export type PoolOptions = {
  readonly url: string
  readonly max: number
  readonly name?: string
  readonly onError?: (error: Error) => void
  /** Ends statements and transactions that hang; the owner's long work goes without. */
  readonly isImpatient?: boolean
}

const patience = { statement_timeout: 60_000, idle_in_transaction_session_timeout: 120_000 }

/** A pool that outlives the loss of its connections: without a listener the loss of an idle one would end the process. */
export const openPool = ({ url, max, name = 'open12345', onError = () => {}, isImpatient = false }: PoolOptions): Pool => {
  const pool = new Pool({
    Client: PreparedClient,
    pipeline: true,
    connectionString: url,
    max,
    types: columnTypes,
    application_name: name,
    connectionTimeoutMillis: 30_000,
    ...(isImpatient ? patience : {}),
  })
  // A pool that is being ended does not wait for its connections to be closed: what they say then is no news.
  const tell = (error: Error): void => (pool.ending ? undefined : onError(error))
  pool.on('error', tell)
  pool.on('connect', (client) => void client.on('error', tell))
  return pool
}

export const databaseOn = (pool: Pool): Database => new Kysely({ dialect: new HurriedDialect({ pool }) })
