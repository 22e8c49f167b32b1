/**
 * A new master key, under which every data key is wrapped anew; what is sealed under the data keys is not touched. The program may run meanwhile.
 *
 *   npm run keys:rotate                  makes a new master key and wraps everything anew; goes on where a run before was interrupted
 *   npm run keys:rotate -- --retire k1   takes an old master key out of the key file, once nothing is wrapped under it
 */
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Client } from 'pg'
import { CannotStart, orSay } from '../cannot-start.ts'
import { readConfig } from '../config.ts'
import { asOwner } from '../db/backup/owner.ts'
import { withNewMaster, type KeySet } from '../keys/file-keyring.ts'
import { readKeyFile, readKeySet, replaceKeySet } from '../keys/key-file.ts'
import { countWrapped, keyColumns, rewrapColumn, type KeyColumn } from '../keys/rewrap.ts'

const say = (line: string): void => void process.stdout.write(`${line}\n`)

const keysOf = (path: string): KeySet => {
  const set = readKeySet(path)
  if (set === undefined) throw new CannotStart(`找不到密钥文件 ${path}。`, `The key file ${path} is missing.`)
  return set
}

type Left = { readonly one: KeyColumn; readonly count: number }
const leftOf = async (client: Client, version: string, how: '=' | '<>'): Promise<readonly Left[]> => {
  const left: Left[] = []
  for (const one of await keyColumns(client)) {
    const count = await countWrapped(client, one, version, how)
    if (count > 0) left.push({ one, count })
  }
  return left
}

const rotate = async (client: Client, path: string): Promise<void> => {
  const before = keysOf(path)
  const unfinished = (await leftOf(client, before.current, '<>')).length > 0
  const set = unfinished ? before : withNewMaster(before)
  if (!unfinished) replaceKeySet(path, set)
  const { current } = set
  say(unfinished ? `接着上次 going on: ${current}` : `新主密钥 new master key: ${current}`)
  const keyring = readKeyFile(path)
  if (keyring === undefined) throw new Error('unreachable: the key file was just seen')
  let total = 0
  for (const { one, count } of await leftOf(client, current, '<>')) {
    say(`${one.table}.${one.column}: ${count} …`)
    total += await rewrapColumn(client, keyring, one, current)
  }
  say(`已换包 rewrapped: ${total}`)
  const older = Object.keys(set.masters).filter((version) => version !== current)
  say(`旧主密钥仍在，可退役 older master keys, to be retired: ${older.map((version) => `--retire ${version}`).join(' ')}`)
}

const refuseWrapped = (version: string, left: readonly Left[]): void => {
  if (left.length === 0) return
  const where = left.map(({ one, count }) => `${one.table}.${one.column} ${count}`).join(', ')
  throw new CannotStart(
    `还有数据密钥由 ${version} 包装，不能退役：${where}。请先运行 npm run keys:rotate。`,
    `Data keys are still wrapped under ${version}, so it cannot be retired: ${where}. Run npm run keys:rotate first.`,
  )
}

const retire = async (client: Client, path: string, version: string): Promise<void> => {
  const before = keysOf(path)
  const { [version]: master, ...others } = before.masters
  if (master === undefined || version === before.current)
    throw new CannotStart(
      `${version} 不是可退役的旧主密钥；密钥文件中有：${Object.keys(before.masters).join('、')}，当前 ${before.current}。`,
      `${version} is no older master key; the file holds ${Object.keys(before.masters).join(', ')}, the newest is ${before.current}.`,
    )
  refuseWrapped(version, await leftOf(client, version, '='))
  // Kept apart: backups from before open with it alone.
  const kept = join(dirname(path), `retired-${version}.json`)
  replaceKeySet(kept, { current: version, masters: { [version]: master }, lookup: before.lookup })
  replaceKeySet(path, { ...before, masters: others })
  // What was begun before the rotation may have been committed while we looked.
  const late = await leftOf(client, version, '=')
  if (late.length > 0) replaceKeySet(path, before)
  refuseWrapped(version, late)
  say(`已退役 retired: ${version} → ${kept}`)
  say('此前的备份仍要用它：请与那些备份一起保管，最后一份备份销毁后再销毁它。')
  say('Backups from before still need it: keep it with them, and destroy it with the last of them.')
}

await orSay(async () => {
  const { values } = parseArgs({ options: { retire: { type: 'string' } } })
  const config = readConfig(process.env)
  await asOwner(config, (client) =>
    values.retire === undefined ? rotate(client, config.keyFile) : retire(client, config.keyFile, values.retire),
  )
})
