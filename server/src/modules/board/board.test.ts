import type { BoardView } from '@open12345/contract/board'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { scene, type Desk, type Scene } from '../../testing/scene.ts'

let house: Scene
let desks: Readonly<Record<string, Desk>>
const logins = [
  'seat',
  'dispatcher',
  'clerk-housing',
  'handler-housing',
  'reviewer-housing',
  'follow-up',
  'centre-manager',
  'clerk-market',
  'analyst',
]
const at = (civil: string): void => house.clock.set(Temporal.Instant.from(`${civil}+08:00`))
const classified = { kind: 'consultation', subject: 'water-supply', place: { county: '513401', township: null } }

beforeAll(async () => {
  house = await scene({ at: '2026-03-02T09:00:00+08:00' })
  desks = Object.fromEntries(await Promise.all(logins.map(async (login) => [login, await house.desk(login)] as const)))
})
afterAll(() => house.close())

const step = async (login: string, orderId: string, path: string, body: object = {}): Promise<void> => {
  const answer = await desks[login]!('POST', `/orders/${orderId}/${path}`, body)
  expect([login, path, answer.status, answer.body.code]).toEqual([login, path, 200, undefined])
}
/** 咨询, 5 working days, at 住建局. */
const dispatched = async (
  person: object = { name: '测试人', phone: '13912345678' },
): Promise<{ readonly orderId: string; readonly mine: Desk }> => {
  const filed = await house.nobody<{ number: string; token: string }>('POST', '/requests', {
    ...classified,
    content: '请问怎样申请？',
    ...person,
  })
  const { rows } = await house.owner.query<{ order_id: string }>('select order_id from work_order where number = $1', [filed.body.number])
  const orderId = rows[0]!.order_id
  await step('seat', orderId, 'accept', classified)
  await step('dispatcher', orderId, 'dispatch', { unitId: 'housing', principle: 'duty' })
  await step('clerk-housing', orderId, 'sign')
  return { orderId, mine: house.citizen(filed.body.token) }
}
const delivered = async (orderId: string): Promise<void> => {
  await step('handler-housing', orderId, 'draft', { reply: '到窗口办理。' })
  await step('reviewer-housing', orderId, 'approve')
  await step('handler-housing', orderId, 'deliver', { way: 'tracking-page' })
}
const board = async (login = 'centre-manager'): Promise<BoardView> => (await desks[login]!<BoardView>('GET', '/board')).body

describe('第二十二条 [22-1] 看板上的数', () => {
  it('及时率：开着而逾期的算逾期，拖过三十天也躲不掉；没到期的不算', async () => {
    const [inTime, late, never] = [await dispatched(), await dispatched(), await dispatched()]
    expect((await board()).onTime).toEqual({ inTime: 0, of: 0 })
    at('2026-03-09T23:59:59')
    await delivered(inTime.orderId)
    expect((await board()).onTime).toEqual({ inTime: 1, of: 1 })
    at('2026-03-10T00:00:00')
    expect((await board()).onTime).toEqual({ inTime: 1, of: 3 })
    await delivered(late.orderId)
    expect((await board()).onTime).toEqual({ inTime: 1, of: 3 })
    at('2026-05-20T10:00:00')
    expect((await board()).onTime).toEqual({ inTime: 0, of: 1 })
    expect((await board()).overdue.map(({ orderId }) => orderId)).toEqual([never.orderId])
    expect((await board('clerk-market')).onTime).toEqual({ inTime: 0, of: 0 })
    await delivered(never.orderId)
    expect((await board()).onTime).toEqual({ inTime: 0, of: 1 })
  })

  it('超期件数不止看板上列出的十件', async () => {
    for (let number = 0; number < 12; number += 1) await dispatched()
    at('2026-06-20T10:00:00')
    const { overdue, overdueCount, nearDueCount } = await board()
    expect([overdue.length, overdueCount, nearDueCount]).toEqual([10, 12, 0])
    expect((await board('clerk-market')).overdueCount).toBe(0)
    // The analyst reads the same figures, and no order.
    expect(await board('analyst')).toMatchObject({ overdue: [], overdueCount: 12, nearDue: [], health: [] })
  })

  it('第十二条（四） [12-4a] 特殊紧急工单排在最前', async () => {
    const late = await dispatched()
    const filed = await house.nobody<{ number: string }>('POST', '/requests', { ...classified, content: '燃气泄漏', anonymous: true })
    const { rows } = await house.owner.query<{ order_id: string }>('select order_id from work_order where number = $1', [filed.body.number])
    await step('seat', rows[0]!.order_id, 'accept', { ...classified, urgency: 'emergency' })
    at('2026-07-20T10:00:00')
    const shown = (await board()).overdue.map(({ orderId }) => orderId)
    expect(shown[0]).toBe(rows[0]!.order_id)
    expect(shown).not.toContain(late.orderId)
  })

  it('第十三条（二） [13-2] 满意率：没人应答的另外计数，从不算满意；不满意之后打不通的仍算不满意', async () => {
    const before = (await board()).satisfaction
    const silent = await dispatched({ name: null, phone: null, anonymous: true })
    const unanswered = await dispatched()
    const unhappy = await dispatched()
    const happy = await dispatched()
    for (const { orderId } of [silent, unanswered, unhappy, happy]) await delivered(orderId)
    expect((await happy.mine('POST', '/requests/mine/rating', { result: 'basically-satisfied' })).status).toBe(200)
    for (const { mine } of [unanswered, unhappy])
      expect((await mine('POST', '/requests/mine/rating', { result: 'dissatisfied' })).status).toBe(200)
    await step('follow-up', silent.orderId, 'follow-up', { outcome: 'unreachable' })
    await step('follow-up', silent.orderId, 'close')
    await step('follow-up', unanswered.orderId, 'follow-up', { outcome: 'no-answer' })
    await step('follow-up', unanswered.orderId, 'close', { basis: '已核对' })
    await step('follow-up', unhappy.orderId, 'follow-up', { outcome: 'dissatisfied', reason: 'beyond-law' })
    await step('follow-up', unhappy.orderId, 'close', { basis: '依照规定' })
    const { satisfied, of, unanswered: notHeard } = (await board()).satisfaction
    expect({ satisfied: satisfied - before.satisfied, of: of - before.of, silent: notHeard - before.unanswered }).toEqual({
      satisfied: 1,
      of: 3,
      silent: 1,
    })
  })
})

it('第八条（一） [8-1] 今天来的按类别分别计数，表扬、其他单列', async () => {
  at('2026-12-01T09:00:00')
  const counted = async (): Promise<BoardView['byKind']> => (await board()).byKind.toSorted((a, b) => a.kind.localeCompare(b.kind))
  expect(await counted()).toEqual([])
  const kinds = ['praise', 'other', 'help', 'help']
  for (const kind of kinds) {
    const body = { ...classified, kind, content: '窗口的同志很热心。', name: '测试人', phone: '13912345678' }
    expect((await house.nobody('POST', '/requests', body)).status).toBe(201)
  }
  expect(await counted()).toEqual([
    { kind: 'help', count: 2 },
    { kind: 'other', count: 1 },
    { kind: 'praise', count: 1 },
  ])
})
