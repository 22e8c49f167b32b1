import { appendFileSync, copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { newKeySet } from '../../keys/file-keyring.ts'
import { ensureKeyFile } from '../../keys/key-file.ts'
import { ensureSigningKey, signingKeyCopy, signingKeyFile, type SigningKey } from '../../keys/signing-key.ts'
import { testApp, testDatabase, type TestApp, type TestDatabase } from '../../testing/index.ts'
import { systemClock } from '../../time/clock.ts'
import { newId } from '../ids.ts'
import { foreignKeysOf, sequencesOf } from './catalog.ts'
import { exportAll } from './export.ts'
import type { Manifest } from './manifest.ts'
import { restore } from './restore.ts'

let folder: string
let house: TestApp
let manifest: Manifest
let signing: SigningKey
const at = (name: string) => join(folder, name)

const withClient = async <T>(url: string, work: (client: Client) => Promise<T>): Promise<T> => {
  const client = new Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  return work(client).finally(() => client.end())
}

// What COPY's text form must carry through: its own signs, nothing, bytes, Chinese beyond the first plane.
const words = ['一\t二\\三\n四\\N', '', '𠮷野家 🙂', "'; drop table account; --"]

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'open12345-backup-'))
  house = await testApp({ modules: [] })
  signing = ensureSigningKey(at('signs/keys.json'))
  copyFileSync(signingKeyFile(at('signs/keys.json')), signingKeyCopy(at('keys.json')))
  const ring = ensureKeyFile(at('keys.json'), false)
  const now = house.clock.now()
  await house.owner.query(
    `insert into authority (authority_id, name, calendar) values ('liangshan', '凉山州', 'liangshan'), ('other', $1, 'other')`,
    [words[0]],
  )
  await house.owner.query('insert into installation (wrapped_key, look_up) values ($1, $2)', [
    ring.newDataKey().wrapped,
    Buffer.from([0, 1, 255]),
  ])
  for (const [index, word] of words.entries()) {
    const result = index === 0 ? null : JSON.stringify({ word })
    await house.owner.query(`insert into idempotency values ('liangshan', 'a', $1, $2, $3, $4, $5)`, [
      `key-${index}`,
      word,
      Buffer.from(word),
      result,
      now,
    ])
  }
  for (let index = 0; index < 3000; index++)
    await house.owner.query(`insert into security_log values ($1, 'liangshan', $2, 'c', 'r', 401, '\\x00ff', null)`, [newId(now), now])
  mkdirSync(at('files/liangshan'), { recursive: true })
  writeFileSync(at('files/liangshan/one'), Buffer.from([1, 2, 3]))
  manifest = await withClient(house.ownerUrl, (client) => exportAll({ client, filesFolder: at('files'), to: at('backup'), at: now }))
})
afterAll(async () => {
  await house.close()
  rmSync(folder, { recursive: true, force: true })
})

let target: TestDatabase
beforeEach(async () => {
  target = await testDatabase('empty')
  return () => target.drop()
})

const restoreWith = (change: Partial<{ keys: string; from: string; ownerUrl: string; name: string }> = {}) => {
  const { keys = at('keys.json'), from = at('backup'), ownerUrl = target.ownerUrl, name = 'restored' } = change
  return withClient(ownerUrl, (client) =>
    restore({ client, ownerUrl, from, keys, keyFile: at(`${name}/keys.json`), filesFolder: at(`${name}/files`), clock: systemClock }),
  )
}

test('恢复到另一个空库：每张表、每个序列、每条约束、每个文件都与原来相同', async () => {
  await restoreWith({ name: 'first' })
  const again = await withClient(target.ownerUrl, (client) =>
    exportAll({ client, filesFolder: at('first/files'), to: at('again'), at: house.clock.now() }),
  )
  expect(again).toEqual(manifest)
  expect(manifest.tables.find(({ name }) => name === 'public.security_log')).toMatchObject({ rows: 3000 })
  const shape = (url: string) => withClient(url, async (client) => [await foreignKeysOf(client), await sequencesOf(client)])
  expect(await shape(target.ownerUrl)).toEqual(await shape(house.ownerUrl))
  expect(readFileSync(at('first/files/liangshan/one'))).toEqual(Buffer.from([1, 2, 3]))
  expect(readFileSync(at('first/keys.json'))).toEqual(readFileSync(at('keys.json')))
  expect(ensureSigningKey(at('first/keys.json')).publicPem).toBe(signing.publicPem)
})

test('不写入非空的数据库', async () => {
  await expect(restoreWith({ ownerUrl: house.ownerUrl, name: 'filled' })).rejects.toThrow('目标数据库不是空的')
})

test('别的密钥打不开这份备份，且什么也不写入；换对了密钥可以重来', async () => {
  writeFileSync(at('other.json'), JSON.stringify(newKeySet()))
  await expect(restoreWith({ keys: at('other.json'), name: 'second' })).rejects.toThrow('密钥文件不属于这份备份')
  expect((await restoreWith({ name: 'second' })).tables).toHaveLength(manifest.tables.length)
})

test('备份被改动一个字节就不恢复', async () => {
  await withClient(house.ownerUrl, (client) => exportAll({ client, filesFolder: at('files'), to: at('bent'), at: house.clock.now() }))
  appendFileSync(at('bent/tables/public.security_log.copy'), ' ')
  await expect(restoreWith({ from: at('bent'), name: 'third' })).rejects.toThrow('备份已损坏')
})
