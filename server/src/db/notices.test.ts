import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testApp, type TestApp } from '../testing/index.ts'

let house: TestApp
beforeAll(async () => void (house = await testApp({ modules: [] })))
afterAll(() => house.close())

const tell = (payload: string) => sql`select pg_notify('orders', ${payload})`.execute(house.app.database)

test('听到别处的通知；断线重连后先说一声可能漏听，再接着听', async () => {
  const heard: (string | undefined)[] = []
  const stop = house.app.notices.on('orders', (payload) => void heard.push(payload))
  await expect.poll(() => heard).toEqual([undefined])
  await tell('one')
  await expect.poll(() => heard).toEqual([undefined, 'one'])
  await sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'open12345 notices' and datname = current_database()`.execute(
    house.app.database,
  )
  await expect.poll(() => heard, { timeout: 10_000 }).toEqual([undefined, 'one', undefined])
  await tell('two')
  await expect.poll(() => heard).toEqual([undefined, 'one', undefined, 'two'])
  stop()
  await tell('three')
  const other: (string | undefined)[] = []
  house.app.notices.on('orders', (payload) => void other.push(payload))
  await tell('four')
  await expect.poll(() => other).toContain('four')
  expect(heard).toHaveLength(4)
})
