import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { eventTypes } from '@open12345/domain/work-order'
import { closureKinds, declineGrounds, stages } from '@open12345/domain/vocabulary'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { faultsOf, storedOrder } from '../../journey/testing/verify.ts'
import { assembly } from '../../testing/index.ts'
import { scene, type Scene } from '../../testing/scene.ts'
import { sealAudit } from '../audit/index.ts'
import type { Matter } from './matter.ts'
import { desksAtTheEnd } from './plan/desks.ts'
import { planMonth, type Month } from './plan/index.ts'
import { seatsOnShift } from './plan/shift.ts'
import { simulate, type Played, type Simulation } from './simulate.ts'
import { instantOf } from './story.ts'
import { summaryOf } from './summary.ts'
import type { Town } from './town.ts'

const until = Temporal.Instant.from('2026-03-20T16:00:00+08:00').epochMilliseconds
const hired = '2026-02-01T09:00:00+08:00'

/** Of a whole month at fifty a day the first of each rare thing, moved to its first days so that all come to their end. */
const rarities = (month: Month, town: Town): readonly Matter[] => {
  const rare = new Map<string, Matter>()
  for (const matter of planMonth({ ...month, from: month.until - 30 * 24 * 3_600_000, perDay: 60 }, town)) {
    const { course, twist, detour, ending, incident, door } = matter
    const name =
      course.step === 'decline'
        ? `${course.ground} ${course.alsoOurs} ${door}`
        : incident !== null
          ? incident.role
          : detour === null
            ? JSON.stringify([twist, ending, course, matter.citizen.reach, matter.kind === 'report'])
            : JSON.stringify(detour)
    if (!rare.has(name)) rare.set(name, matter)
  }
  return [...rare.values()].map((matter, index) => ({
    ...matter,
    incident: matter.incident && { ...matter.incident, key: 'rare' },
    ordinal: 500_000 + index,
    at: month.from + index * 5 * 3_600_000,
  }))
}
const shortMonth = (month: Month, town: Town): readonly Matter[] =>
  seatsOnShift(
    [...planMonth(month, town), ...rarities(month, town)].toSorted((a, b) => a.at - b.at),
    town.seats,
  ).concat(desksAtTheEnd(month, town))

const detoursToo = (month: Month, town: Town): readonly Matter[] =>
  seatsOnShift(
    [
      ...planMonth(month, town),
      ...rarities(month, town).filter(({ detour, ending, incident }) => detour !== null || ending !== null || incident !== null),
    ].toSorted((a, b) => a.at - b.at),
    town.seats,
  )

const playedIn = async (simulation: Simulation, plan?: typeof shortMonth): Promise<{ readonly house: Scene; readonly played: Played }> => {
  const house = await scene({ at: hired })
  return { house, played: await simulate(house.app, assembly.modules, simulation, { plan }) }
}

describe('第三条 [3-mechanism] 模拟的一段日子', () => {
  let house: Scene
  let played: Played
  let orderIds: readonly string[]
  beforeAll(async () => {
    ;({ house, played } = await playedIn({ until, days: 22, perDay: 3, seed: 11 }, shortMonth))
    const { rows } = await house.owner.query<{ order_id: string }>('select order_id from work_order order by order_id')
    orderIds = rows.map(({ order_id: orderId }) => orderId)
  }, 300_000)
  afterAll(() => house.close())

  it('没有一步被规则拒绝，每一件都登记在案', () => {
    expect(played.town.diary.entries().filter(({ outcome }) => outcome.startsWith('refused'))).toEqual([])
    expect(orderIds.length).toBe(played.orders)
  })

  it('第九条 [9-1] [9-2] [9-3] [9-4] [9-5] [9-6] [9-7] 七种不予受理、各种办结方式、每一种经过都出现；结束时各个岗位都有活', async () => {
    const closures = await house.owner.query<{ kind: string }>(
      'select distinct closure_kind as kind from work_order where closure_kind is not null',
    )
    expect(closures.rows.map(({ kind }) => kind).toSorted()).toEqual([...closureKinds].toSorted())
    const grounds = await house.owner.query<{ ground: string }>(
      `select distinct event->>'ground' as ground from work_order_event where type = 'declined'`,
    )
    expect(new Set(grounds.rows.map(({ ground }) => ground))).toEqual(new Set(declineGrounds))
    const types = await house.owner.query<{ type: string }>('select distinct type from work_order_event')
    expect(types.rows.map(({ type }) => type).toSorted()).toEqual(eventTypes.toSorted())
    const open = await house.owner.query<{ stage: string }>('select distinct stage from work_order')
    const passing = ['to-verify', 'to-explain', 'reply-check', 'manual-follow-up']
    const kept = stages.filter((stage) => !passing.includes(stage))
    expect(open.rows.map(({ stage }) => stage)).toEqual(expect.arrayContaining(kept))
    const asked = await house.owner.query(
      `select from work_order where status <> 'closed' and waiting && array['withdrawal', 'correction']`,
    )
    expect(asked.rowCount).toBeGreaterThanOrEqual(2)
    const asking = await house.owner.query<{ what: string }>(`select distinct unnest(waiting) as what from work_order `)
    expect(asking.rows.map(({ what }) => what)).toEqual(
      expect.arrayContaining(['return', 'extension', 'report', 'dispute', 'termination', 'clearing']),
    )
    const explaining = await house.owner.query(`select from unit_task where stage = 'to-explain'`)
    expect(explaining.rowCount).toBeGreaterThanOrEqual(1)
  })

  it('第十二条（四） [12-4a] 一个事件并入几件；第十三条（一） [13-1] 发不出短信的，由人回访', async () => {
    const joined = await house.owner.query<{ many: number }>(
      `select count(distinct order_id)::integer as many from work_order_event where type = 'joined-incident' group by event->>'incidentId'`,
    )
    expect(Math.max(...joined.rows.map(({ many }) => many))).toBeGreaterThanOrEqual(3)
    const asked = await house.owner.query<{ called: boolean }>(
      `select exists (select from work_order_event later where later.order_id = event.order_id and later.type = 'followed-up') as called
        from work_order_event event where type = 'follow-up-unsendable'`,
    )
    expect(asked.rows.some(({ called }) => called)).toBe(true)
  })

  it('每一件的事件重放即状态，归档后没有开着的时钟', async () => {
    for (const orderId of orderIds)
      expect({ orderId, faults: faultsOf(await storedOrder(house.owner, orderId)) }).toEqual({ orderId, faults: [] })
  })

  it('没有到时未发的短信，没有到时未看的时钟', async () => {
    const at = instantOf(until).toString()
    const due = await house.owner.query(`select from outbox where state in ('waiting', 'sending') and next_attempt_at <= $1`, [at])
    const unseen = await house.owner.query(`select from work_order where status <> 'closed' and attention_at <= $1`, [at])
    expect([due.rowCount, unseen.rowCount]).toEqual([0, 0])
  })

  it('第二十条 [20b] 审计链完好', async () => {
    await sealAudit(house.app)
    const program = join(import.meta.dirname, '..', '..', 'cli', 'audit-verify.ts')
    const env = { ...process.env, DATABASE_OWNER_URL: house.ownerUrl }
    expect((await promisify(execFile)(process.execPath, [program], { env })).stdout).toMatch(/审计链完好.* 0 unsealed/)
  })

  it('结束时说出各项数目', async () => {
    const summary = await summaryOf(house.app, played)
    expect(summary).toContain(`工单 ${orderIds.length} 件`)
    expect(summary).toContain('被规则拒绝的步骤：0')
    expect(summary).toContain(played.digest)
  })
})

it('同一种子、同一时刻：两次的摘要相同', { timeout: 300_000 }, async () => {
  const digests: string[] = []
  for (const seed of [3, 3]) {
    const { house, played } = await playedIn({ until, days: 8, perDay: 3, seed }, detoursToo)
    digests.push(played.digest)
    await house.close()
  }
  expect(digests[1]).toBe(digests[0])
})
