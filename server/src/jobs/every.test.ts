import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { App } from '../app.ts'
import { testApp, type TestApp } from '../testing/index.ts'
import { every, runOnce } from './every.ts'

let house: TestApp
beforeAll(async () => void (house = await testApp({ modules: [] })))
afterAll(() => house.close())

/** A gate that work stands at until the test opens it. */
const barrier = () => Promise.withResolvers<void>()

test('同名的工作同时只有一处在做', async () => {
  const begun = barrier()
  const release = barrier()
  const work = async (): Promise<void> => {
    begun.resolve()
    await release.promise
  }
  const first = runOnce(house.app, { name: 'sweep', work })
  await begun.promise
  expect(await runOnce(house.app, { name: 'sweep', work: () => Promise.reject(new Error('never')) })).toBe(false)
  expect(await runOnce(house.app, { name: 'other', work: async () => {} })).toBe(true)
  release.resolve()
  expect(await first).toBe(true)
  expect(await runOnce(house.app, { name: 'sweep', work: async () => {} })).toBe(true)
})

test('叫醒就做，失败了下次照做，停止时等手头的做完', async () => {
  const errors: unknown[] = []
  const app: App = { ...house.app, log: { ...house.app.log, error: (facts) => void errors.push(facts['job']) } }
  const rounds = [barrier(), barrier(), barrier()]
  let count = 0
  const loop = every(app, 'relay', 3_600_000, async () => {
    rounds[count++]?.resolve()
    if (count === 1) throw new Error('down')
  })
  await rounds[0]!.promise
  loop.wake()
  await rounds[1]!.promise
  loop.wake()
  await rounds[2]!.promise
  await loop.stop()
  expect(count).toBe(3)
  expect(errors).toEqual(['relay'])
  expect(loop.isAlive()).toBe(true)
})

test('数据库断线之后接着做', async () => {
  const rounds = [barrier(), barrier()]
  let count = 0
  const loop = every(house.app, 'sealer', 3_600_000, async ({ database }) => {
    const isFirst = count === 0
    rounds[count++]?.resolve()
    if (!isFirst) return
    // The connection that holds the lock, among others.
    const others = sql`select pg_terminate_backend(pid) from pg_stat_activity
      where usename = current_user and datname = current_database() and pid <> pg_backend_pid()`
    await others.execute(database)
  })
  await rounds[0]!.promise
  loop.wake()
  await rounds[1]!.promise
  await loop.stop()
  expect(count).toBe(2)
})
