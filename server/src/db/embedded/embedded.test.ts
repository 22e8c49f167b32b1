import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { roomyFolder } from '../../testing/roomy-folder.ts'
import { readyBinaries } from './binaries.ts'
import { startEmbedded, withEmbeddedOwner } from './index.ts'
import { readPostmaster } from './postmaster-file.ts'
import { runAs } from './run-as.ts'

let folder: string
let dataFolder: string
beforeAll(() => {
  folder = mkdtempSync(join(roomyFolder(), 'open12345-embedded-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))
// One folder for those that can share it.
beforeEach(() => {
  dataFolder = join(folder, 'postgres')
})

const options = () => ({ dataFolder, logFile: join(folder, 'postgres.log'), careless: true })
const ask = async <T>(url: string, question: string): Promise<T[]> => {
  const client = new Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  const { rows } = await client.query(question)
  await client.end()
  return rows as T[]
}

// What is dead but not yet buried has no command line.
const isRunning = (pid: number): boolean => existsSync(`/proc/${pid}`) && readFileSync(`/proc/${pid}/cmdline`, 'utf8') !== ''

/** The program in another process, once its database answers. */
const anotherProgram = (): Promise<readonly [ChildProcess, string]> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'testing', 'keep-running.ts'), dataFolder], {
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    child.stdout.once('data', (said: Buffer) => resolve([child, said.toString().trim()]))
    child.once('exit', (code) => reject(new Error(`ended with ${code}`)))
  })

test('中文按 Unicode 对待，不走网络，重启后数据还在', async () => {
  const first = await startEmbedded(options())
  const [words] = await ask<object>(
    first.ownerUrl,
    `select upper('é') as upper, '国' ~ '\\w' as letter, current_setting('listen_addresses') as network, current_setting('jit') as jit`,
  )
  expect(words).toEqual({ upper: 'É', letter: true, network: '', jit: 'off' })
  await ask(first.ownerUrl, `create table kept as select '州' as word`)
  await first.stop()
  const second = await startEmbedded(options())
  expect(await ask(second.ownerUrl, 'select * from kept')).toEqual([{ word: '州' }])
  await second.stop()
  expect(readPostmaster(dataFolder)).toBeUndefined()
})

test('两个登录：服务的登录不是所有者，也不绕过行级安全', async () => {
  const database = await startEmbedded(options())
  const roles = await ask(
    database.adminUrl,
    `select rolname, rolsuper, rolbypassrls, rolcreaterole from pg_roles where rolname like 'open12345%' order by 1`,
  )
  expect(roles).toEqual([
    { rolname: 'open12345_owner', rolsuper: false, rolbypassrls: false, rolcreaterole: false },
    { rolname: 'open12345_server', rolsuper: false, rolbypassrls: false, rolcreaterole: false },
  ])
  await database.stop()
})

test('路径深过套接字的 107 字节也能启动', async () => {
  dataFolder = join(folder, 'deep'.repeat(30), 'postgres')
  const database = await startEmbedded({ ...options() })
  expect(await ask(database.ownerUrl, 'select 1 as one')).toEqual([{ one: 1 }])
  await database.stop()
})

test('程序被 kill -9：数据库随之停下，不留孤儿，再启动照常', async () => {
  const [program, url] = await anotherProgram()
  await ask(url, `create table survived as select 1 as one`)
  const pid = readPostmaster(dataFolder)?.pid ?? 0
  expect(isRunning(pid)).toBe(true)
  program.removeAllListeners('exit')
  program.kill('SIGKILL')
  const database = await startEmbedded(options())
  await expect.poll(() => isRunning(pid)).toBe(false)
  expect(await ask(database.ownerUrl, 'select * from survived')).toEqual([{ one: 1 }])
  await database.stop()
})

test('数据库自己倒下：重新拉起，程序不必重启', async () => {
  const lost = Promise.withResolvers<void>()
  const database = await startEmbedded({ ...options(), onLost: lost.resolve })
  const pid = readPostmaster(dataFolder)?.pid ?? 0
  process.kill(pid, 'SIGKILL')
  await lost.promise
  await expect.poll(() => ask(database.ownerUrl, 'select 1 as one').catch(() => []), { timeout: 20_000 }).toEqual([{ one: 1 }])
  await database.stop()
})

test('留下的 postmaster.pid 和套接字锁指着别人的进程：照常启动', async () => {
  await (await startEmbedded(options())).stop()
  // PostgreSQL minds strangers of its own user only, and its parent is none.
  const [first = 'sleep', ...rest] = [...runAs(readyBinaries(), dataFolder).wrap, 'sleep', '600']
  const stranger = spawn(first, rest, { stdio: 'ignore' })
  const left = `${stranger.pid}\n${dataFolder}\n1\n5432\n${dataFolder}\n\n1 1\nready\n`
  for (const name of ['postmaster.pid', '.s.PGSQL.5432.lock']) writeFileSync(join(dataFolder, name), left)
  await (await startEmbedded(options())).stop()
  stranger.kill('SIGKILL')
})

test('程序在交代后事之前就死了：数据库不起来，不留孤儿', () => {
  const command = [...runAs(readyBinaries(), dataFolder).wrap, 'echo', 'up']
  const [first = '', ...rest] = command
  expect(spawnSync(first, rest, { encoding: 'utf8' }).stdout).toBe('up\n')
  // A shell between us and it: its parent is somebody else, as an orphan's is.
  expect(spawnSync('sh', ['-c', '"$@"; true', 'sh', ...command], { encoding: 'utf8' }).stdout).toBe('')
})

test('初始化到一半被杀：下次重新做起，不留半个目录', async () => {
  dataFolder = join(folder, 'begun', 'postgres')
  mkdirSync(join(folder, 'begun'))
  const program = spawn(process.execPath, [join(import.meta.dirname, 'testing', 'keep-running.ts'), dataFolder], {
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  await expect
    .poll(() => readdirSync(join(folder, 'begun'), { recursive: true }).some((name) => String(name).endsWith('PG_VERSION')), {
      interval: 1,
      timeout: 20_000,
    })
    .toBe(true)
  const ended = new Promise((resolve) => program.once('exit', resolve))
  program.kill('SIGKILL')
  await ended
  await (await startEmbedded(options())).stop()
  expect(readdirSync(join(folder, 'begun'))).toEqual(['postgres'])
})

test('目录正被另一个程序使用：一句话拒绝，命令行工具则借用它的数据库', async () => {
  const [program] = await anotherProgram()
  await expect(startEmbedded(options())).rejects.toThrow('数据库目录正被另一个进程')
  expect(await withEmbeddedOwner(options(), (url) => ask(url, 'select current_user as login'))).toEqual([{ login: 'open12345_owner' }])
  program.removeAllListeners('exit')
  const ended = new Promise((resolve) => program.once('exit', resolve))
  program.kill('SIGKILL')
  await ended
})

test('演示数据只装了一半：数据库重新做起', async () => {
  const first = await startEmbedded(options())
  await ask(first.ownerUrl, `create table installation as select 'loading' as demonstration`)
  await first.stop()
  const second = await startEmbedded(options())
  expect(await ask(second.ownerUrl, `select to_regclass('public.installation') as found`)).toEqual([{ found: null }])
  await second.stop()
})

test('数据库的日志不含语句，也不含人说的话', async () => {
  const database = await startEmbedded(options())
  await ask(database.ownerUrl, `create table person (phone text primary key)`)
  await ask(database.ownerUrl, `insert into person values ('13800000000')`)
  await expect(ask(database.ownerUrl, `insert into person values ('13800000000')`)).rejects.toThrow('duplicate key')
  await expect(ask(database.ownerUrl, `select '王小明'::integer`)).rejects.toThrow()
  await database.stop()
  const log = readFileSync(join(folder, 'postgres.log'), 'utf8')
  expect(log).toContain('duplicate key')
  expect(log).not.toMatch(/13800000000|insert into/)
})

test('私密的上级目录里也能启动', async () => {
  mkdirSync(join(folder, 'home'), { mode: 0o700 })
  dataFolder = join(folder, 'home', 'postgres')
  const database = await startEmbedded(options())
  expect(await ask(database.ownerUrl, 'select 1 as one')).toEqual([{ one: 1 }])
  await database.stop()
})
