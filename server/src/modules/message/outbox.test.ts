import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { nobody, requesterActor, systemActor, type Actor } from '../../db/actor.ts'
import { newId } from '../../db/ids.ts'
import { asActor } from '../../db/transaction.ts'
import { testApp, type TestApp } from '../../testing/index.ts'
import { insertOrder } from './testing/order-row.ts'
import { enqueue } from './enqueue.ts'

let house: TestApp
beforeAll(async () => void (house = await testApp({ modules: [] })))
afterAll(() => house.close())

const staff = (scope: Actor['scope'], more: Partial<Actor> = {}): Actor => ({ ...systemActor('liangshan'), scope, ...more })
const leave = (actor: Actor, orderId: string, version = 1) =>
  asActor(house.app.database, actor, (tx) =>
    enqueue(tx, house.app, {
      orderId,
      version,
      at: house.clock.now(),
      messages: [
        { template: 'request-dispatched', to: 'requester' },
        { template: 'unit-order-arrived', to: 'unit', unitId: 'xichang' },
      ],
    }),
  )
const seen = async (actor: Actor, orderId: string): Promise<number> => {
  const { rows } = await asActor(house.app.database, actor, (tx) =>
    sql<{ count: number }>`select count(*) as count from outbox where order_id = ${orderId}`.execute(tx),
  )
  return rows[0]?.count ?? 0
}

describe('发件箱 行级权限', () => {
  test.each([
    ['话务员', staff('seat', { accountId: newId(Temporal.Instant.from('2026-03-02T01:00:00Z')) })],
    ['承办单位', staff('unit', { unitIds: ['xichang'] })],
    ['诉求人', requesterActor('liangshan', newId(Temporal.Instant.from('2026-03-02T01:00:00Z')))],
    ['中心', staff('centre')],
  ])('%s的操作可以留下短信，同一版本只留一次', async (_, actor) => {
    const orderId = newId(house.clock.now())
    await leave(actor, orderId)
    await leave(actor, orderId)
    expect(await seen(systemActor('liangshan'), orderId)).toBe(2)
  })

  test('未表明身份者留不下短信', async () => {
    await expect(leave(nobody('liangshan'), newId(house.clock.now()))).rejects.toThrow(/row-level security/)
  })

  test('只有程序和看得到该工单的中心人员看得到短信', async () => {
    const orderId = await insertOrder(house, { accused: ['liangshan-centre'] })
    await leave(systemActor('liangshan'), orderId)
    expect(await seen(systemActor('liangshan'), orderId)).toBe(2)
    expect(await seen(staff('centre'), orderId)).toBe(2)
    expect(await seen(staff('centre', { unitPathIds: ['liangshan-centre'] }), orderId)).toBe(0)
    expect(await seen(staff('seat'), orderId)).toBe(0)
    expect(await seen(staff('unit', { unitIds: ['xichang'] }), orderId)).toBe(0)
    expect(await seen(requesterActor('liangshan', orderId), orderId)).toBe(0)
    expect(await seen({ ...systemActor('other'), authorityId: 'other' }, orderId)).toBe(0)
  })
})

test('第十三条（一） [13-1] 发件箱里没有号码、姓名和正文', async () => {
  const orderId = newId(house.clock.now())
  await leave(systemActor('liangshan'), orderId)
  const { rows } = await house.owner.query('select * from outbox where order_id = $1', [orderId])
  for (const row of rows as readonly Record<string, unknown>[]) expect([row['to_hash'], row['copy_sealed']]).toEqual([null, null])
})
