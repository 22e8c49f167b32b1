import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { App } from '../../app.ts'
import type { Actor } from '../../db/actor.ts'
import { newId } from '../../db/ids.ts'
import { databaseOn, openPool } from '../../db/pool.ts'
import { asActor } from '../../db/transaction.ts'
import { testApp, type TestApp } from '../../testing/index.ts'
import { putRequester, reveal } from './index.ts'

let house: TestApp
beforeAll(async () => void (house = await testApp({ modules: [] })))
afterAll(() => house.close())

const people = Array.from({ length: 1000 }, (_, index) => index)

test('第二十条 [20b] 一千人交错使用两条连接，谁看的就记在谁名下', async () => {
  const pool = openPool({ url: house.serverUrl, max: 2 })
  const app: App = { ...house.app, database: databaseOn(pool) }
  const actors = people.map((index): Actor => ({
    authorityId: index % 2 === 0 ? 'liangshan' : 'ganzi',
    scope: 'seat',
    accountId: newId(house.clock.now()),
    roles: ['seat'],
    unitIds: [`unit-${index}`],
    unitPathIds: [],
  }))
  try {
    const seen = await Promise.all(
      actors.map((actor) =>
        asActor(app.database, actor, async (tx) => {
          const requesterId = await putRequester(tx, app, { name: '甲' })
          await sql`select pg_sleep(0.0002 * random())`.execute(tx)
          const refused = await reveal(tx, app, {
            requesterId,
            orderId: requesterId,
            fields: ['name'],
            purpose: 'verify-matter',
            reason: '核实',
          })
          const { rows } = await sql<{ account: string; authority: string; units: string[] }>`
            select app.account_id()::text as account, app.authority() as authority, app.unit_ids() as units`.execute(tx)
          return { requesterId, refused: !refused.ok, ...rows[0] }
        }),
      ),
    )
    seen.forEach((one, index) =>
      expect(one).toMatchObject({
        account: actors[index]?.accountId,
        authority: actors[index]?.authorityId,
        units: actors[index]?.unitIds,
        refused: true,
      }),
    )
    const { rows } = await house.owner.query<{ account_id: string; authority_id: string; requester_id: string }>(
      `select account_id, authority_id, subject_ids[1] as requester_id from audit_record where action = 'identity.reveal-refused'`,
    )
    const expected = new Map(seen.map(({ requesterId }, index) => [requesterId, actors[index]]))
    expect(rows).toHaveLength(1000)
    for (const row of rows)
      expect([row.account_id, row.authority_id]).toEqual([
        expected.get(row.requester_id)?.accountId,
        expected.get(row.requester_id)?.authorityId,
      ])
    const bare = await pool.query<{ scope: string | null }>('select app.scope() as scope')
    expect(bare.rows[0]?.scope, '还回去的连接上没有人').toBeNull()
  } finally {
    await pool.end()
  }
})
