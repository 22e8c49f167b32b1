import { Readable } from 'node:stream'
import { statfsSync } from 'node:fs'
import { Client, type Pool } from 'pg'
import type { App } from '../../server/src/app.ts'
import { copyIn } from '../../server/src/db/backup/copy.ts'
import { copyOf, shift, type Copied } from './copies.ts'
import { readTemplates, shapeOf, type Shape, type Table } from './templates.ts'

/** Bytes on the disk of an order with its whole history, and of its state alone, indexes and all; as measured. */
export const bytesEach = { whole: 16_000, state: 3_600 } as const
const ordersPerSecond = { whole: 1_500, state: 8_000 } as const

export type Wanted = {
  readonly ownerUrl: string
  /** On whose disk it is said and watched. */
  readonly folder: string
  /** Orders with their whole history, the newest. */
  readonly whole: number
  /** Older ones of which only the state row is kept. */
  readonly stateOnly: number
  readonly say: (line: string) => void
}

const weeks = 52
const mostOfDisk = 0.8

const fits = ({ folder, whole, stateOnly, say }: Wanted): void => {
  const { bavail, blocks, bsize } = statfsSync(folder)
  const bytes = whole * bytesEach.whole + stateOnly * bytesEach.state
  const seconds = whole / ordersPerSecond.whole + stateOnly / ordersPerSecond.state
  const share = 1 - (bavail * bsize - bytes) / (blocks * bsize)
  say(
    `fill: about ${(bytes / 1e9).toFixed(1)} GB and ${Math.ceil(seconds / 60)} minutes; the disk will be ${Math.round(share * 100)} % full`,
  )
  if (share > mostOfDisk) throw new Error('the disk would be more than 80 % full')
}

type Index = { readonly name: string; readonly sql: string }
const filled = ['contact', 'work_order', 'work_order_event', 'work_order_clock', 'work_order_text', 'work_order_token', 'outbox']

/** Indexes that are no constraint's are made after the rows: an ordered build costs a tenth. Those of partitions go with their parent's. */
const dropIndexes = async (owner: Pool): Promise<readonly Index[]> => {
  const { rows } = await owner.query<Index>(
    `select format('%I.%I', n.nspname, c.relname) as name, pg_get_indexdef(c.oid) as sql
     from pg_index i join pg_class c on c.oid = i.indexrelid join pg_class t on t.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
     where (t.relname = any($1) or (n.nspname = 'vault' and t.relname = 'requester')) and not c.relispartition
       and not exists (select from pg_constraint k where k.conindid = c.oid)`,
    [filled],
  )
  for (const { name } of rows) await owner.query(`drop index ${name}`)
  return rows
}

const makeIndexes = async (owner: Pool, indexes: readonly Index[], say: Wanted['say']): Promise<void> => {
  await owner.query(`set maintenance_work_mem = '1GB'`)
  for (const { name, sql } of indexes) {
    const begun = performance.now()
    await owner.query(sql)
    say(`index ${name}: ${((performance.now() - begun) / 1000).toFixed(0)} s`)
  }
}

const order = [
  'contact',
  'vault.requester',
  'work_order',
  'work_order_key',
  'work_order_event',
  'work_order_clock',
  'work_order_text',
  'work_order_token',
  'outbox',
] as const
const stateOrder = ['work_order'] as const

const columnsFor = (shape: Shape, table: keyof Copied): string => (table in shape ? `(${shape[table as Table].join(', ')})` : '')

const batch = 1_000

/** Copies `count` orders, spread evenly over the weeks before the templates'; progress is said. */
const copyMany = async (
  client: Client,
  app: App,
  shape: Shape,
  templates: Awaited<ReturnType<typeof readTemplates>>,
  { count, firstWeek, into, say }: { count: number; firstWeek: number; into: readonly (keyof Copied)[]; say: Wanted['say'] },
): Promise<void> => {
  const closed = templates.filter(({ isClosed }) => isClosed)
  const begun = performance.now()
  let made = 0
  for (let week = 0; week < weeks; week++) {
    const age = firstWeek + week
    const patterns = (age === 0 ? templates : closed).map((template) => shift(template, age))
    const until = Math.round((count * (week + 1)) / weeks)
    while (made < until) {
      const most = Math.min(batch, until - made)
      const parts = new Map<keyof Copied, string[]>(into.map((table) => [table, []]))
      for (let one = 0; one < most; one++) {
        const copied = copyOf(app, patterns[(made + one) % patterns.length] as (typeof patterns)[number])
        for (const table of into) parts.get(table)?.push(copied[table])
      }
      for (const table of into)
        await copyIn(
          client,
          `copy ${table} ${columnsFor(shape, table)} from stdin`,
          Readable.from([Buffer.from((parts.get(table) ?? []).join(''))]),
        )
      made += most
    }
    say(`filled ${made} of ${count}, ${Math.round(made / ((performance.now() - begun) / 1000))} a second`)
  }
}

const ensurePartitions = async (owner: Pool): Promise<void> => {
  await owner.query(
    `select app.ensure_month_partitions((date_trunc('month', now()) - make_interval(months => back))::date) from generate_series(0, 30) as back`,
  )
}

/** Fills the database with copies of what the program has made. Fsync may be off meanwhile; the caller analyses and restarts. */
export const fillDatabase = async (owner: Pool, app: App, wanted: Wanted): Promise<void> => {
  fits(wanted)
  const { whole, stateOnly, say } = wanted
  await ensurePartitions(owner)
  const shape = await shapeOf(owner)
  const templates = await readTemplates(owner, app, shape)
  say(`${templates.length} patterns`)
  const indexes = whole + stateOnly > 50_000 ? await dropIndexes(owner) : []
  const client = new Client({ connectionString: wanted.ownerUrl })
  await client.connect()
  try {
    await client.query('set synchronous_commit = off')
    await copyMany(client, app, shape, templates, { count: whole, firstWeek: 0, into: order, say })
    if (stateOnly > 0) await copyMany(client, app, shape, templates, { count: stateOnly, firstWeek: weeks, into: stateOrder, say })
  } finally {
    await client.end()
  }
  await makeIndexes(owner, indexes, say)
  await owner.query('vacuum (analyze)')
}
