import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Pool } from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readConfig } from '../config.ts'
import { openPool } from '../db/pool.ts'
import { newKeySet } from '../keys/file-keyring.ts'
import { testApp, testDatabase, type TestDatabase } from '../testing/index.ts'
import { systemClock } from '../time/clock.ts'
import { demonstrate } from './demonstration.ts'
import { openDatabase } from './open-database.ts'
import { probePort } from './port.ts'
import { prepare } from './prepare.ts'
import { refusePowerfulLogin } from './server-login.ts'
import { welcome } from './welcome.ts'

let folder: string
let database: TestDatabase
let server: Pool
let owner: Pool
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'open12345-start-'))
  database = await testDatabase()
  server = openPool({ url: database.serverUrl, max: 2 })
  owner = openPool({ url: database.ownerUrl, max: 2 })
})
afterEach(async () => {
  await Promise.all([server.end(), owner.end()])
  await database.drop()
  rmSync(folder, { recursive: true, force: true })
})

const config = () => readConfig({ OPEN12345_DATA: folder })
const start = (ownerPool: Pool | undefined = owner) => prepare(config(), systemClock, server, ownerPool)
const silent = { info: () => {}, warn: () => {}, error: () => {} }

test('端口被占：一句话，且没有碰数据库', async () => {
  const other = createServer()
  const port = await new Promise<number>((resolve) => other.listen(0, '127.0.0.1', () => resolve(Number(Object(other.address()).port))))
  await expect(probePort('127.0.0.1', port)).rejects.toThrow(`端口 ${port} 已被其他程序占用`)
  await new Promise((resolve) => other.close(resolve))
  await expect(probePort('127.0.0.1', port)).resolves.toBeUndefined()
})

test('服务的登录权限过大：拒绝启动，并给出该执行的 SQL', async () => {
  await expect(refusePowerfulLogin(owner)).rejects.toThrow(/create role open12345_server login password '……' nosuperuser nobypassrls/)
  await expect(refusePowerfulLogin(server)).resolves.toBeUndefined()
})

test('连不上数据库：一句话，不泄露口令', async () => {
  const broken = { ...config(), database: { serverUrl: 'postgresql://u:secret@127.0.0.1:1/x', ownerUrl: undefined } }
  const failure = await openDatabase(broken, silent).catch((error: Error) => error.message)
  expect(failure).toMatch(/^连不上 DATABASE_URL 指定的数据库 127\.0\.0\.1:1\/x/)
  expect(failure).not.toContain('secret')
})

test('第一次启动造密钥、写下州名；已迁移而密钥不在则拒绝', async () => {
  await expect(start()).rejects.toThrow('找不到密钥文件')
  const empty = await testDatabase('empty')
  const [emptyServer, emptyOwner] = [openPool({ url: empty.serverUrl, max: 2 }), openPool({ url: empty.ownerUrl, max: 2 })]
  await prepare(config(), systemClock, emptyServer, emptyOwner)
  expect((await emptyOwner.query('select authority_id, name from authority')).rows).toEqual([
    { authority_id: 'liangshan', name: '凉山彝族自治州' },
  ])
  await prepare(config(), systemClock, emptyServer, undefined)
  await Promise.all([emptyServer.end(), emptyOwner.end()])
  await empty.drop()
})

test('密钥文件不属于这个数据库：拒绝启动', async () => {
  const write = () => writeFileSync(join(folder, 'keys.json'), JSON.stringify(newKeySet()))
  const own = () => prepare({ ...config(), keyFile: join(folder, 'keys.json') }, systemClock, server, owner)
  write()
  await own()
  await own()
  write()
  await expect(own()).rejects.toThrow('不属于这个数据库')
})

test('缺迁移而没有所有者登录：说明怎么办', async () => {
  const empty = await testDatabase('empty')
  const emptyServer = openPool({ url: empty.serverUrl, max: 2 })
  await expect(prepare(config(), systemClock, emptyServer, undefined)).rejects.toThrow('请设置 DATABASE_OWNER_URL 再启动一次')
  await emptyServer.end()
  await empty.drop()
})

test('演示数据只装进空库，只装一次，被打断后不装作完好', async () => {
  const house = await testApp({ modules: [], config: { demonstration: true } })
  const accounts = [{ login: 'seat', password: 'p', zh: '话务员', en: 'Seat' }]
  let loads = 0
  const show = (load = async () => void loads++) => demonstrate(house.app, { accounts, load })
  await house.owner.query(`insert into installation (wrapped_key, look_up) values ('', '')`)
  expect(await show()).toEqual(accounts)
  expect(await show()).toEqual(accounts)
  expect(loads).toBe(1)
  await house.owner.query(`update installation set demonstration = 'none'`)
  await expect(show(() => Promise.reject(new Error('killed')))).rejects.toThrow('killed')
  await expect(show()).rejects.toThrow('只有一半演示数据')
  await house.owner.query(`update installation set demonstration = 'none'`)
  const stopped = () => Promise.reject(new Error('aborted'))
  await expect(demonstrate(house.app, { accounts, load: stopped }, AbortSignal.abort())).rejects.toThrow('没有装完就停止了')
  expect(
    await demonstrate({ ...house.app, config: { ...house.app.config, demonstration: false } }, { accounts, load: async () => {} }),
  ).toEqual([])
  await house.close()
})

test('启动后的话：地址、账号表、首位管理员的链接', () => {
  const text = welcome(config(), [{ login: 'seat', password: 'p-1', zh: '话务员', en: 'Seat' }], '/console/first?token=t')
  expect(text).toContain('http://localhost:12345/console/')
  expect(text).toContain('  seat        p-1            话务员 Seat\n')
  expect(text).toContain('http://localhost:12345/console/first?token=t')
})
