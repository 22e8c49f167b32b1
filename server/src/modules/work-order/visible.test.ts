import { visibleTo, type Looker, type Sightable } from '@open12345/domain/authority'
import fc from 'fast-check'
import { randomUUID } from 'node:crypto'
import type { Pool } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPool } from '../../db/pool.ts'
import { testApp, type TestApp } from '../../testing/index.ts'

let house: TestApp
let server: Pool

const units = ['housing', 'housing-property', 'market', 'xichang'] as const
const people = Array.from({ length: 4 }, () => randomUUID())
const requesters = Array.from({ length: 4 }, () => randomUUID())
const orders = Array.from({ length: 240 }, () => randomUUID())
const authorities = ['liangshan', 'elsewhere'] as const
const stages = ['to-accept', 'to-dispatch', 'in-hand', 'closed'] as const

const someOf = <T>(from: readonly T[]) => fc.subarray([...from], { maxLength: 2 })
const orNone = <T>(from: readonly T[]) => fc.option(fc.constantFrom(...from), { nil: null })
const order = fc.record({
  authority: fc.constantFrom(...authorities, 'liangshan' as const, 'liangshan' as const),
  stage: fc.constantFrom(...stages),
  taking: someOf(units),
  requester: orNone(requesters),
  taken: orNone(people),
  accused: someOf(units),
  barred: someOf(people),
  known: fc.option(someOf(people), { nil: null, freq: 2 }),
})

/** The settings that a transaction gives to row-level security; any of them may be missing or odd. */
const settings = fc.record({
  'app.authority': fc.constantFrom('liangshan', 'liangshan', 'elsewhere', ''),
  'app.scope': fc.constantFrom('centre', 'seat', 'unit', 'requester', 'system', 'none', '', 'made-up'),
  'app.account': fc.constantFrom(...people, ''),
  'app.units': someOf(units).map((ids) => ids.join(',')),
  'app.unit_path': someOf(units).map((ids) => ids.join(',')),
  'app.order': fc.constantFrom(...orders, ''),
  'app.requesters': someOf(requesters).map((ids) => ids.join(',')),
})
type Settings = Readonly<Record<string, string>>

const insert = `insert into work_order (authority_id, order_id, number, version, status, stage, channel, grade, identity_hidden, urgency, unit_ids, requester_id, contact_id,
    taken_by, accused_unit_ids, barred_account_ids, known_account_ids, opened_at, round, stage_due_at, state)
  values ($1, $2, $3, 1, 'recorded', $4, 'web', 'open', ($2::uuid::text ~ '[0-3]$'), 'ordinary', $5, $6, $2, $7, $8, $9, $10, '2026-03-02', 1, '2026-03-03', '{}')`

const world: Sightable[] = []
beforeAll(async () => {
  house = await testApp({ modules: [] })
  server = openPool({ url: house.serverUrl, max: 1 })
  const drawn = fc.sample(order, { numRuns: orders.length, seed: 12345 })
  for (const [index, { authority, stage, taking, requester, taken, accused, barred, known }] of drawn.entries()) {
    const number = String(260300000000 + index)
    const orderId = orders[index]!
    await house.owner.query(insert, [authority, orderId, number, stage, taking, requester, taken, accused, barred, known])
    const excluding = { accusedUnits: accused, barredAccounts: barred, knownTo: known }
    const kept = { authorityId: authority, orderId, stage, unitIds: taking, takenBy: taken, requesterId: requester, ...excluding }
    world.push({ ...kept, identityHidden: /[0-3]$/.test(orderId) })
  }
})
afterAll(async () => {
  await server.end()
  await house.close()
})

const seen = async (pool: Pool, given: Settings, statement: string): Promise<readonly string[]> => {
  const client = await pool.connect()
  try {
    await client.query('begin')
    for (const [name, value] of Object.entries(given)) await client.query('select set_config($1, $2, true)', [name, value])
    const { rows } = await client.query<{ order_id: string }>(statement)
    return rows.map(({ order_id }) => order_id).toSorted()
  } finally {
    await client.query('rollback')
    client.release()
  }
}
const byPolicy = 'select order_id from work_order'
const byFunction = 'select order_id from work_order o where app.order_visible(o)'
const byPage = `select order_id from unnest(array['${orders.join("','")}']::uuid[]) as order_id where app.order_page(order_id, current_date) is not null`

const list = (text: string | undefined): readonly string[] => (text === undefined || text === '' ? [] : text.split(','))
const scopes: readonly string[] = ['centre', 'seat', 'unit', 'requester', 'system']

/** Who these settings say is looking; whoever is nobody known sees nothing. */
const lookerOf = (given: Settings): Looker => ({
  authorityId: given['app.authority']!,
  scope: (scopes.includes(given['app.scope']!) ? given['app.scope'] : 'none') as Looker['scope'],
  ...(given['app.account'] === '' ? {} : { accountId: given['app.account']! }),
  ...(given['app.order'] === '' ? {} : { orderId: given['app.order']! }),
  unitIds: list(given['app.units']),
  unitPathIds: list(given['app.unit_path']),
  requesterIds: list(given['app.requesters']),
})

describe('第二十条 [20c] 谁看得见哪一件', () => {
  it('规则、行级安全策略、app.order_visible() 与工单页对任何人、任何一件都一致', async () => {
    const reached = new Map<string, number>()
    const sealed = new Set(world.filter(({ knownTo }) => knownTo !== null).map(({ orderId }) => orderId))
    const named = new Map<string, number>()
    await fc.assert(
      fc.asyncProperty(settings, async (given) => {
        const visible = await seen(server, given, byPolicy)
        const looker = lookerOf(given)
        const byRule = world.filter((order) => visibleTo(looker, order)).map(({ orderId }) => orderId)
        expect(visible).toEqual(byRule.toSorted())
        expect(visible).toEqual(await seen(house.owner, given, byFunction))
        expect(visible).toEqual(await seen(server, given, byPage))
        named.set(given['app.scope'], (named.get(given['app.scope']) ?? 0) + visible.filter((id) => sealed.has(id)).length)
        reached.set(given['app.scope'], (reached.get(given['app.scope']) ?? 0) + visible.length)
      }),
      { numRuns: 150, seed: 12345 },
    )
    for (const scope of ['centre', 'seat', 'unit', 'requester', 'system']) expect(reached.get(scope), scope).toBeGreaterThan(0)
    for (const scope of ['centre', 'seat', 'unit', 'requester', 'system']) expect(named.get(scope), `sealed, ${scope}`).toBeGreaterThan(0)
    for (const scope of ['none', '', 'made-up']) expect(reached.get(scope), scope).toBe(0)
  })

  it('没有身份的连接什么都看不见，什么都写不进', async () => {
    const tables = [
      'work_order',
      'unit_task',
      'work_order_event',
      'work_order_clock',
      'work_order_key',
      'work_order_text',
      'outbox',
      'sms_reply',
      'contact',
      'incident',
    ]
    for (const table of tables) expect((await server.query(`select from ${table}`)).rowCount, table).toBe(0)
    expect((await server.query(`update work_order set stage = 'closed'`)).rowCount).toBe(0)
    await expect(
      server.query(insert, ['liangshan', randomUUID(), '260399999999', 'to-accept', [], null, null, [], [], null]),
    ).rejects.toThrow('row-level security')
    const looked = await server.query(`select hits, looked_to from app.search_orders('{}'::bigint[], null, 100)`)
    expect(looked.rows).toEqual([{ hits: [], looked_to: null }])
    expect((await server.query(`select * from app.incident_joined($1::uuid[])`, [orders])).rows).toEqual([])
    for (const order of orders.slice(0, 5))
      expect((await server.query(`select * from app.orders_of_same_person($1, 20)`, [order])).rows).toEqual([])
    const { rows: pages } = await server.query(
      `select app.order_page(order_id, current_date) as page from unnest($1::uuid[]) as order_id`,
      [orders],
    )
    expect(pages.filter(({ page }) => page !== null)).toEqual([])
    await expect(server.query(`select app.keep_step('{}')`)).rejects.toThrow('nobody has no step to take')
  })

  it('身份随事务而去，不留给下一个人', async () => {
    const system = { 'app.authority': 'liangshan', 'app.scope': 'system' }
    expect((await seen(server, system, byPolicy)).length).toBeGreaterThan(0)
    expect((await server.query(byPolicy)).rowCount).toBe(0)
  })

  it('改不出自己看不见的地方：单位不能把工单写到别的州', async () => {
    const given = { 'app.authority': 'liangshan', 'app.scope': 'unit', 'app.units': 'housing' }
    await expect(seen(server, given, `update work_order set authority_id = 'elsewhere' returning order_id`)).rejects.toThrow(
      'row-level security',
    )
  })
})
