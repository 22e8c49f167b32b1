import { createHash } from 'node:crypto'
import type { Pool } from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '../testing/index.ts'
import { settableClock } from '../time/clock.ts'
import { migrate, readMigrations, type Migration } from './migrate.ts'
import { openPool } from './pool.ts'

const clock = settableClock(Temporal.Instant.from('2026-03-02T01:00:00Z'))
const migration = (number: number, sql: string): Migration => ({
  number,
  name: `n${number}`,
  sql,
  checksum: createHash('sha256').update(sql).digest('hex'),
})

let database: TestDatabase
let owner: Pool
beforeEach(async () => {
  database = await testDatabase('empty')
  owner = openPool({ url: database.ownerUrl, max: 4 })
})
afterEach(async () => {
  await owner.end()
  await database.drop()
})

const tables = async (): Promise<unknown[]> =>
  (
    await owner.query(
      `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'schema_migration' order by 1`,
    )
  ).rows.map(({ relname }) => relname)
const one = migration(1, 'create table one ()')
const five = migration(5, 'create table five ()')

test('编号可以有空缺，后来补上的照样执行，已执行的不再执行', async () => {
  expect(await migrate(owner, clock, [one, five])).toEqual(['n1', 'n5'])
  expect(await migrate(owner, clock, [one, migration(3, 'create table three ()'), five])).toEqual(['n3'])
  expect(await tables()).toEqual(['five', 'one', 'three'])
  expect((await owner.query('select applied_at from schema_migration where number = 3')).rows).toEqual([{ applied_at: clock.now() }])
})

test('执行过的文件被改动：一句话拒绝，什么也不做', async () => {
  await migrate(owner, clock, [one])
  await expect(migrate(owner, clock, [migration(1, 'create table other ()'), five])).rejects.toThrow('已执行的迁移不可修改')
  expect(await tables()).toEqual(['one'])
})

test('一个文件中途出错，整个文件不留痕迹，前面的保留', async () => {
  const broken = migration(2, 'create table two (); select 1/0')
  await expect(migrate(owner, clock, [one, broken, five])).rejects.toThrow('migration 2-n2 failed')
  expect(await tables()).toEqual(['one'])
})

test('几个进程同时启动，每个文件只执行一次', async () => {
  const answers = await Promise.all([1, 2, 3].map(() => migrate(owner, clock, [one, five])))
  expect(answers.flat().toSorted()).toEqual(['n1', 'n5'])
})

test('同一编号不会出现两次', () => {
  expect(readMigrations().map(({ number }) => number)).toEqual([...new Set(readMigrations().map(({ number }) => number))])
})
