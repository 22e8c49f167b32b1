import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { CannotStart, orSay } from '../cannot-start.ts'
import { readConfig } from '../config.ts'
import { asOwner } from '../db/backup/owner.ts'
import { restore } from '../db/backup/restore.ts'
import { systemClock } from '../time/clock.ts'

const usage = new CannotStart(
  '用法：npm run restore -- --from 备份目录 --keys 密钥文件',
  'Usage: npm run restore -- --from FOLDER --keys KEY_FILE',
)

await orSay(async () => {
  const { values } = parseArgs({ options: { from: { type: 'string' }, keys: { type: 'string' } }, strict: false })
  if (typeof values.from !== 'string' || typeof values.keys !== 'string') throw usage
  const [from, keys] = [resolve(values.from), resolve(values.keys)]
  const config = readConfig(process.env)
  const filesFolder = join(config.dataFolder, 'files')
  const { tables, files, takenAt } = await asOwner(config, (client, ownerUrl) =>
    restore({ client, ownerUrl, from, keys, keyFile: config.keyFile, filesFolder, clock: systemClock }),
  )
  const rows = tables.reduce((sum, table) => sum + table.rows, 0)
  process.stdout.write(`已恢复 restored: ${tables.length} 张表 tables, ${rows} 行 rows, ${files.length} 个文件 files (${takenAt})\n`)
})
