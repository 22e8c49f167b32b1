import { copyFileSync, existsSync, mkdirSync, readdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { CannotStart, orSay } from '../cannot-start.ts'
import { readConfig } from '../config.ts'
import { exportAll } from '../db/backup/export.ts'
import { asOwner } from '../db/backup/owner.ts'
import { signingKeyCopy, signingKeyFile } from '../keys/signing-key.ts'
import { systemClock } from '../time/clock.ts'

const usage = new CannotStart(
  '用法：npm run backup -- --to 目录 [--keys 密钥副本]',
  'Usage: npm run backup -- --to FOLDER [--keys COPY_OF_KEYS]',
)

const refuseTaken = (path: string): void => {
  if (existsSync(path) && (!path.endsWith('.json') ? readdirSync(path).length > 0 : true))
    throw new CannotStart(`${path} 已经存在，备份不会覆盖它。`, `${path} is there already; a backup overwrites nothing.`)
}

await orSay(async () => {
  const { values } = parseArgs({ options: { to: { type: 'string' }, keys: { type: 'string' } }, strict: false })
  if (typeof values.to !== 'string') throw usage
  const config = readConfig(process.env)
  const to = resolve(values.to)
  // Apart from the data: whoever holds both can read what is sealed.
  const keys = resolve(typeof values.keys === 'string' ? values.keys : `${to}.keys.json`)
  refuseTaken(to)
  refuseTaken(keys)
  mkdirSync(to, { recursive: true, mode: 0o700 })
  const filesFolder = join(config.dataFolder, 'files')
  const { tables, files } = await asOwner(config, (client) => exportAll({ client, filesFolder, to, at: systemClock.now() }))
  mkdirSync(dirname(keys), { recursive: true })
  copyFileSync(config.keyFile, keys)
  const signing = signingKeyFile(config.keyFile)
  if (existsSync(signing)) copyFileSync(signing, signingKeyCopy(keys))
  const rows = tables.reduce((sum, table) => sum + table.rows, 0)
  process.stdout.write(`已备份 saved: ${tables.length} 张表 tables, ${rows} 行 rows, ${files.length} 个文件 files → ${to}\n`)
  process.stdout.write(`密钥另存，请与数据分开保管 the keys, to be kept elsewhere → ${keys}\n`)
})
