import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { CannotStart, orSay } from '../cannot-start.ts'
import { readConfig } from '../config.ts'
import { withEmbeddedOwner } from '../db/embedded/index.ts'
import { missingMigrations } from '../db/migrate.ts'
import { databaseOn, openPool } from '../db/pool.ts'
import { faultLine, loadPrefecture, readPrefecture, type Checked, type Loaded } from '../modules/organisation/index.ts'
import { prefectureSentence } from '../start/prefecture.ts'
import { systemClock } from '../time/clock.ts'

const usage = new CannotStart(
  '用法：npm run prefecture -- load 文件夹 [--check]（--check 只检查，不写入）',
  'Usage: npm run prefecture -- load FOLDER [--check] (--check reads and writes nothing)',
)

const folderGiven = (): { readonly folder: string; readonly isCheck: boolean } => {
  const { values, positionals } = parseArgs({ options: { check: { type: 'boolean' } }, allowPositionals: true, strict: false })
  const [verb, given, ...more] = positionals
  if (verb !== 'load' || given === undefined || more.length > 0) throw usage
  const folder = resolve(given)
  if (!existsSync(join(folder, 'authority.json')))
    throw new CannotStart(`${folder} 里没有 authority.json。`, `${folder} holds no authority.json.`)
  return { folder, isCheck: values.check === true }
}

const loadInto = async (url: string, folder: string): Promise<Checked<Loaded>> => {
  const pool = openPool({ url, max: 1 })
  try {
    if ((await missingMigrations(pool)).length > 0)
      throw new CannotStart('数据库还没有准备好：请先启动一次 npm start。', 'The database is not prepared: run npm start once.')
    return await loadPrefecture({ database: databaseOn(pool), clock: systemClock }, folder)
  } finally {
    await pool.end()
  }
}

/** Into the configured database, or the embedded one, running or not. */
const load = async (folder: string): Promise<Checked<Loaded>> => {
  const { database, dataFolder } = readConfig(process.env)
  if (database !== undefined) return loadInto(database.serverUrl, folder)
  const embedded = { dataFolder: join(dataFolder, 'postgres'), logFile: join(dataFolder, 'postgres.log') }
  return withEmbeddedOwner(embedded, (ownerUrl) => loadInto(ownerUrl, folder))
}

await orSay(async () => {
  const { folder, isCheck } = folderGiven()
  const today = systemClock.now().toZonedDateTimeISO('Asia/Shanghai').toPlainDate()
  const done = isCheck ? readPrefecture(folder, today) : await load(folder)
  if (!done.ok)
    throw new CannotStart(
      `${folder} 有 ${done.faults.length} 处错误，没有写入任何内容。`,
      `${folder} has ${done.faults.length} faults; nothing was written.`,
      done.faults.map(faultLine).join('\n'),
    )
  process.stdout.write(`${isCheck ? '检查通过 checked' : '已装载 loaded'} ${prefectureSentence(done.value)}`)
})
