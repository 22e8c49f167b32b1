import type { Pool } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '../testing/index.ts'
import { settableClock } from '../time/clock.ts'
import { migrate, readMigrations } from './migrate.ts'
import { openPool } from './pool.ts'

const clock = settableClock(Temporal.Instant.from('2026-03-02T01:00:00Z'))
const severalUnits = 14

let database: TestDatabase
let owner: Pool
beforeAll(async () => {
  database = await testDatabase('empty')
  owner = openPool({ url: database.ownerUrl, max: 2 })
})
afterAll(async () => {
  await owner.end()
  await database.drop()
})

const id = (last: number): string => `0195f000-0000-7000-8000-00000000000${last}`
type Old = {
  readonly stage: string
  readonly unit: string | null
  readonly urgency?: string
  readonly more?: object
  readonly asks?: string
}

/** A row as the program kept it before an order could have several units. */
const insertOld = (last: number, { stage, unit, urgency = 'ordinary', more = {}, asks }: Old): Promise<unknown> => {
  const assignment = unit === null ? null : { id: 'assignment-1', unitId: unit, status: 'in-hand', round: 1 }
  const state = { version: 3, status: 'in-hand', assignment, ...more }
  return owner.query(
    `insert into work_order (authority_id, order_id, number, version, status, stage, channel, grade, identity_hidden, urgency, unit_id, contact_id,
      opened_at, round, stage_due_at, state, withdrawal_requested, correction_pending)
     values ('liangshan', $1, '26030000000' || $2::int, 3, 'in-hand', $3, 'web', 'confidential', false, $4, $5, $1, '2026-03-02', 1, '2026-03-11', $6, $7, $8)`,
    [id(last), last, stage, urgency, unit, state, asks === 'withdrawal', asks === 'correction'],
  )
}

test('迁移 0014：旧工单的承办改写成一组承办，各单位的清单、等待中心的事项补齐', async () => {
  const all = readMigrations()
  await migrate(
    owner,
    clock,
    all.filter(({ number }) => number < severalUnits),
  )
  await insertOld(1, { stage: 'in-hand', unit: 'housing', asks: 'correction' })
  await insertOld(2, { stage: 'to-dispatch', unit: null, asks: 'withdrawal', more: { pendingClearing: { by: 'a' } } })
  await insertOld(3, { stage: 'to-deliver', unit: 'market' })
  await insertOld(4, { stage: 'closed', unit: 'market', asks: 'correction' })
  await insertOld(5, { stage: 'to-sign', unit: 'transport', urgency: 'special' })
  const clockOf = (kind: string, due: string) =>
    owner.query(
      `insert into work_order_clock values ('liangshan', $1, $2, $2, 'unit', 1, 'assignment-1', '12-4a', 'p', 'c', '2026-03-02', $3, '2026-03-02',
        null, false, false, 'pending', null, '[]', '{}')`,
      [id(5), kind, due],
    )
  await clockOf('sign', '2026-03-11T00:00:00Z')
  await clockOf('special-response', '2026-03-02T05:00:00Z')
  await migrate(owner, clock, all)

  const { rows } = await owner.query(
    `select number, state ? 'assignment' as old, state -> 'assignments' as assignments, unit_ids, waiting from work_order order by number`,
  )
  const sole = (unitId: string) => [{ id: 'assignment-1', unitId, status: 'in-hand', round: 1, role: 'sole' }]
  expect(rows).toEqual([
    { number: '260300000001', old: false, assignments: sole('housing'), unit_ids: ['housing'], waiting: ['correction'] },
    { number: '260300000002', old: false, assignments: [], unit_ids: [], waiting: ['withdrawal', 'clearing'] },
    { number: '260300000003', old: false, assignments: sole('market'), unit_ids: ['market'], waiting: ['delivery'] },
    { number: '260300000004', old: false, assignments: sole('market'), unit_ids: ['market'], waiting: [] },
    { number: '260300000005', old: false, assignments: sole('transport'), unit_ids: ['transport'], waiting: [] },
  ])
  const tasks = await owner.query(
    `select task_id || ' ' || unit_id || ' ' || stage || ' ' || list_rank || ' ' || to_char(due_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI') as task
     from unit_task order by order_id`,
  )
  expect(tasks.rows.map(({ task }) => String(task))).toEqual([
    'assignment-1 housing in-hand 2 2026-03-11 00:00',
    'assignment-1 market to-deliver 2 2026-03-11 00:00',
    'assignment-1 market closed 2 9999-12-31 00:00',
    'assignment-1 transport to-sign 1 2026-03-02 05:00',
  ])
})
