import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { App } from '../app.ts'
import { testApp, type TestApp } from '../testing/index.ts'
import { every, jobsAtOnce, runOnce, type Loop } from './every.ts'
import type { Job } from './job.ts'

let house: TestApp
beforeAll(async () => void (house = await testApp({ modules: [] })))
afterAll(() => house.close())

/** Of the pool that tests are given. */
const connections = 5
const looping = (app: App, name: string, work: Job['work'], turn = jobsAtOnce(connections)): Loop =>
  every(app, { name, everyMs: 3_600_000, work }, turn)

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
  const loop = looping(app, 'relay', async () => {
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
  const loop = looping(house.app, 'sealer', async ({ database }) => {
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

test('作业比连接还多，一起开始，也都做得完：锁不会占光连接', async () => {
  const turn = jobsAtOnce(connections)
  let [ready, done] = [0, 0]
  const jobs = Array.from({ length: connections * 2 }, (_, at) => {
    const finished = barrier()
    const loop = looping(
      house.app,
      `crowd-${at}`,
      async ({ database }) => {
        ready += 1
        await sql`select 1`.execute(database)
        done += 1
        finished.resolve()
      },
      turn,
    )
    return { loop, finished: finished.promise }
  })
  await Promise.all(jobs.map(({ finished }) => finished))
  await Promise.all(jobs.map(({ loop }) => loop.stop()))
  expect([ready, done]).toEqual([jobs.length, jobs.length])
})

test('还在等轮次的作业，停止以后不再开始', async () => {
  const turn = jobsAtOnce(1)
  const release = barrier()
  const begun = barrier()
  const first = looping(
    house.app,
    'first-in-line',
    async () => {
      begun.resolve()
      await release.promise
    },
    turn,
  )
  await begun.promise
  let isBegun = false
  const second = looping(house.app, 'second-in-line', async () => void (isBegun = true), turn)
  const stopped = second.stop()
  release.resolve()
  await Promise.all([stopped, first.stop()])
  expect(isBegun).toBe(false)
})
