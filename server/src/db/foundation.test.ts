import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testApp, type TestApp } from '../testing/index.ts'
import { systemActor } from './actor.ts'
import { madeAt, newId } from './ids.ts'
import { asActor } from './transaction.ts'

let house: TestApp
beforeAll(async () => void (house = await testApp({ modules: [] })))
afterAll(() => house.close())

const settings = sql<
  Record<string, unknown>
>`select app.authority() as authority, app.scope() as scope, app.account_id() as account, app.unit_ids() as units,
  app.unit_path_ids() as path, app.order_id() as "order", app.requester_ids() as requesters`

test('没有当事人：每个设置都空，每条策略都不给行', async () => {
  const { rows } = await settings.execute(house.app.database)
  expect(rows[0]).toEqual({ authority: null, scope: null, account: null, units: null, path: null, order: null, requesters: null })
})

test('当事人只在自己的事务里有效，不留给下一个借用连接的人', async () => {
  const [order, requester] = [newId(house.clock.now()), newId(house.clock.now())]
  const actor = { ...systemActor('liangshan'), unitIds: ['housing', 'housing.roads'], orderId: order, requesterIds: [requester] }
  const inside = await asActor(house.app.database, actor, (tx) => settings.execute(tx))
  expect(inside.rows[0]).toEqual({
    authority: 'liangshan',
    scope: 'system',
    account: null,
    units: actor.unitIds,
    path: [],
    order,
    requesters: [requester],
  })
  const outside = await settings.execute(house.app.database)
  expect(Object.values(outside.rows[0] ?? {}).flat()).toEqual([null, null, null, null])
})

test('服务的登录角色不拥有任何东西，也建不了表', async () => {
  const owned = await sql`select relname from pg_class where relowner = current_user::regrole`.execute(house.app.database)
  expect(owned.rows).toEqual([])
  await expect(sql`create table mine ()`.execute(house.app.database)).rejects.toThrow('permission denied')
  await expect(sql`select * from security_log`.execute(house.app.database)).rejects.toThrow('permission denied')
  await expect(sql`select app.ensure_month_partition('work_order_event', '2030-01-01')`.execute(house.app.database)).rejects.toThrow(
    'permission denied',
  )
})

test('瞬间、日期与大数进出数据库不变', async () => {
  const at = Temporal.Instant.from('2026-03-02T01:02:03.456Z')
  const on = Temporal.PlainDate.from('2026-02-28')
  const { rows } = await sql<{ at: Temporal.Instant; on: Temporal.PlainDate; count: number }>`
    select ${at}::timestamptz as at, ${on}::date as on, ${9_007_199_254_740_991}::bigint as count`.execute(house.app.database)
  expect([rows[0]?.at.equals(at), rows[0]?.on.equals(on), rows[0]?.count]).toEqual([true, true, 9_007_199_254_740_991])
})

test('编号带着制作的时刻，按时刻先后排列', () => {
  const at = Temporal.Instant.from('2026-03-02T01:02:03.456Z')
  const id = newId(at)
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(madeAt(id).equals(at)).toBe(true)
  expect(newId(at.add({ milliseconds: 1 })) > id).toBe(true)
})

test('按月分区：当月与后三个月都在，各按北京时间的月初分界', async () => {
  await house.owner.query(`create table ring (order_id uuid primary key) partition by range (order_id)`)
  await house.owner.query(`create table ring_default partition of ring default`)
  await house.owner.query(`insert into app.partitioned_table values ('ring')`)
  const made = () => sql<{ made: number }>`select app.ensure_month_partitions('2031-11-15') as made`.execute(house.app.database)
  const first = (await made()).rows[0]?.made ?? 0
  expect(first).toBeGreaterThanOrEqual(4)
  expect((await made()).rows[0]?.made).toBe(0)
  const places = [
    ['2031-11-30T23:59:59.999+08:00', 'ring_203111'],
    ['2031-12-01T00:00:00+08:00', 'ring_203112'],
    ['2032-02-29T23:59:59+08:00', 'ring_203202'],
    ['2032-03-01T00:00:00+08:00', 'ring_default'],
  ] as const
  for (const [at, partition] of places) {
    const { rows } = await house.owner.query('insert into ring values ($1) returning tableoid::regclass::text as place', [
      newId(Temporal.Instant.from(at)),
    ])
    expect(rows).toEqual([{ place: partition }])
  }
})

test('默认分区里已有那个月的行：不报错，行不丢', async () => {
  const made = await sql<{ made: number }>`select app.ensure_month_partitions('2032-03-01') as made`.execute(house.app.database)
  expect(made.rows[0]?.made).toBeGreaterThanOrEqual(3)
  expect((await house.owner.query('select count(*) from ring')).rows).toEqual([{ count: 4 }])
})
