import { Readable } from 'node:stream'
import { statfsSync } from 'node:fs'
import { Client, type Pool } from 'pg'
import type { App } from '../../server/src/app.ts'
import { copyIn } from '../../server/src/db/backup/copy.ts'
import { copyOf, shift, type Copied } from './copies.ts'
import { readTemplates, shapeOf, type Shape, type Table } from './templates.ts'

/** Bytes on the disk of an order with its whole history, and of its state alone, indexes and all; as measured. */
const bytesEach = { whole: 15_000, state: 2_300 } as const
const ordersPerSecond = { whole: 900, state: 14_000 } as const

export type Wanted = {
  readonly ownerUrl: string
  /** On whose disk it is said and watched. */
  readonly folder: string
  /** Orders with their whole history, the newest. */
  readonly whole: number
  /** Older ones, of which only the state row is kept. */
  readonly stateOnly: number
  readonly say: (line: string) => void
}

const weeksOfYear = 52
const mostOfDisk = 0.8

/** As `df` says it: of what is there for us, not of what the system keeps for itself. */
const fits = ({ folder, whole, stateOnly, say }: Wanted): void => {
  const { bavail, bfree, blocks, bsize } = statfsSync(folder)
  const bytes = whole * bytesEach.whole + stateOnly * bytesEach.state
  const seconds = whole / ordersPerSecond.whole + stateOnly / ordersPerSecond.state
  const used = (blocks - bfree) * bsize
  const share = (used + bytes) / (used + bavail * bsize)
  say(
    `fill: about ${(bytes / 1e9).toFixed(1)} GB and ${Math.ceil(seconds / 60)} minutes; the disk will be ${Math.round(share * 100)} % full`,
  )
  if (share > mostOfDisk) throw new Error('the disk would be more than 80 % full')
}

type Index = { readonly name: string; readonly sql: string }
const filled = [
  'contact',
  'work_order',
  'unit_task',
  'work_order_event',
  'work_order_clock',
  'work_order_text',
  'work_order_token',
  'outbox',
]

/**
 * Indexes that are no constraint's are made after the rows: an ordered build costs a tenth. Those of partitions go with their parent's
 * and come with it, unless it is made for the parent only, as its definition is written.
 */
const dropIndexes = async (owner: Pool): Promise<readonly Index[]> => {
  const { rows } = await owner.query<Index>(
    `select format('%I.%I', n.nspname, c.relname) as name, replace(pg_get_indexdef(c.oid), ' ON ONLY ', ' ON ') as sql
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
  'unit_task',
  'work_order_event',
  'work_order_clock',
  'work_order_text',
  'work_order_token',
  'outbox',
] as const
const stateOrder = ['work_order', 'unit_task'] as const

const columnsFor = (shape: Shape, table: keyof Copied): string => (table in shape ? `(${shape[table as Table].join(', ')})` : '')

const batch = 1_000

type Parts = ReadonlyMap<keyof Copied, readonly string[]>

const linesOf = (app: App, into: readonly (keyof Copied)[], count: number, patternOf: (one: number) => ReturnType<typeof shift>): Parts => {
  const parts = new Map<keyof Copied, string[]>(into.map((table) => [table, []]))
  for (let one = 0; one < count; one++) {
    const copied = copyOf(app, patternOf(one), into)
    for (const table of into) parts.get(table)?.push(copied[table])
  }
  return parts
}

const writeAll = async (client: Client, shape: Shape, parts: Parts): Promise<void> => {
  for (const [table, lines] of parts)
    await copyIn(client, `copy ${table} ${columnsFor(shape, table)} from stdin`, Readable.from([Buffer.from(lines.join(''))]))
}

type Part = {
  readonly count: number
  readonly firstWeek: number
  readonly weeks: number
  readonly into: readonly (keyof Copied)[]
  readonly say: Wanted['say']
}

/** Copies `count` orders, spread evenly over so many weeks before the templates'; progress is said. One batch is made while the last one is written. */
const copyMany = async (
  client: Client,
  app: App,
  shape: Shape,
  templates: Awaited<ReturnType<typeof readTemplates>>,
  { count, firstWeek, weeks, into, say }: Part,
): Promise<void> => {
  const closed = templates.filter(({ isClosed }) => isClosed)
  const begun = performance.now()
  let made = 0
  let writing: Promise<void> = Promise.resolve()
  for (let week = 0; week < weeks; week++) {
    const age = firstWeek + week
    const patterns = (age === 0 ? templates : closed).map((template) => shift(template, age))
    const until = Math.round((count * (week + 1)) / weeks)
    while (made < until) {
      const most = Math.min(batch, until - made)
      const parts = linesOf(app, into, most, (one) => patterns[(made + one) % patterns.length] as (typeof patterns)[number])
      await writing
      writing = writeAll(client, shape, parts)
      // Whoever awaits it next hears of it.
      writing.catch(() => {})
      made += most
    }
    say(`filled ${made} of ${count}, ${Math.round(made / ((performance.now() - begun) / 1000))} a second`)
  }
  await writing
}

/** One year in all, as many a week: what is old enough to be known by its state alone is closed, and has no open clock. */
const weeksWhole = ({ whole, stateOnly }: Wanted): number =>
  stateOnly === 0 ? weeksOfYear : Math.min(weeksOfYear - 1, Math.max(1, Math.round((weeksOfYear * whole) / (whole + stateOnly))))

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
  const wholeWeeks = weeksWhole(wanted)
  const client = new Client({ connectionString: wanted.ownerUrl })
  await client.connect()
  try {
    await client.query('set synchronous_commit = off')
    await copyMany(client, app, shape, templates, { count: whole, firstWeek: 0, weeks: wholeWeeks, into: order, say })
    if (stateOnly > 0)
      await copyMany(client, app, shape, templates, {
        count: stateOnly,
        firstWeek: wholeWeeks,
        weeks: weeksOfYear - wholeWeeks,
        into: stateOrder,
        say,
      })
  } finally {
    await client.end()
  }
  await makeIndexes(owner, indexes, say)
  await owner.query('vacuum (analyze)')
}
