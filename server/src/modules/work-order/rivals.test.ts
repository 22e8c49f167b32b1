import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { request, orderHouse, rowCounts, type OrderHouse } from './testing/order-house.ts'

let house: OrderHouse
beforeAll(async () => void (house = await orderHouse()))
afterAll(() => house.close())

const versionsOf = async (orderId: string): Promise<readonly number[]> =>
  (
    await house.owner.query<{ version: number }>('select version from work_order_event where order_id = $1 order by version', [orderId])
  ).rows.map(({ version }) => version)
const inARow = (length: number): readonly number[] => Array.from({ length }, (_, index) => index + 1)

describe('第三条 [3-mechanism] 两人同时办同一件', () => {
  it('都看着同一个版本：一人成，其余 412；没有两个事件同一版本', async () => {
    const { orderId } = await house.dispatchedTo('housing')
    for (let round = 0; round < 5; round++) {
      const before = await versionsOf(orderId)
      const match = { 'if-match': `"${before.length}"` }
      const facts = { content: `第${round}次补充` }
      const answers = await Promise.all(
        ['seat', 'dispatcher', 'centre-manager', 'follow-up'].map((login) => house.step(login, orderId, 'facts', facts, match)),
      )
      expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412, 412, 412])
      expect(answers.filter(({ status }) => status === 412).map(({ body }) => body.code)).toEqual(Array(3).fill('work-order.stale'))
      expect(await versionsOf(orderId)).toEqual(inARow(before.length + 1))
    }
  })

  it('没有说版本：在对手留下的状态上重试；成功几次就有几个事件', async () => {
    const { orderId } = await house.dispatchedTo('housing')
    const before = await versionsOf(orderId)
    const answers = await Promise.all(
      ['seat', 'dispatcher', 'centre-manager', 'seat', 'dispatcher'].map((login, index) =>
        house.step(login, orderId, 'facts', { content: `补充${index}` }),
      ),
    )
    for (const { status } of answers) expect([200, 412]).toContain(status)
    const written = answers.filter(({ status }) => status === 200).length
    expect(written).toBeGreaterThan(0)
    expect(await versionsOf(orderId)).toEqual(inARow(before.length + written))
  })

  it('同时签收：只签一次', async () => {
    const { orderId } = await house.dispatchedTo('housing')
    const answers = await Promise.all(['clerk-housing', 'handler-housing'].map((login) => house.step(login, orderId, 'sign')))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
    const { rows } = await house.owner.query(`select from work_order_event where order_id = $1 and type = 'signed'`, [orderId])
    expect(rows.length).toBe(1)
  })

  it('同一个请求编号同时到两次：只做一次，两次同答', async () => {
    const { orderId } = await house.file()
    const key = { 'idempotency-key': '0190a0a0-0000-7000-8000-00000000abcd' }
    const answers = await Promise.all([1, 2, 3].map(() => house.step('seat', orderId, 'facts', { content: '只说一次' }, key)))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(new Set(answers.map(({ body }) => body.version)).size).toBe(1)
    expect((await versionsOf(orderId)).length).toBe(2)
  })
})

describe('被拒绝的命令不留一行', () => {
  const keyed = (digit: number) => ({ 'idempotency-key': `0190a0a0-0000-7000-8000-00000000000${digit}` })
  it('说明、幂等记录、短信、文件都没有', async () => {
    const { orderId: open } = await house.file()
    const { orderId } = await house.dispatchedTo('housing')
    await house.done('clerk-housing', orderId, 'sign')
    const before = await rowCounts(house)
    const decline = { ground: '9-5', lawfulChannel: 'none-needed', explanation: '听不清' }
    const unknownFile = '0190a0a0-0000-7000-8000-00000000ffff'
    const answers = [
      await house.step('seat', open, 'decline', decline, keyed(1)),
      await house.step('dispatcher', open, 'dispatch', { unitId: 'housing', principle: 'duty', note: '附言' }, keyed(2)),
      await house.step('handler-housing', orderId, 'draft', { reply: '答复', proofFiles: [unknownFile] }, keyed(3)),
      await house.step('handler-housing', orderId, 'draft', { reply: '答复' }, { ...keyed(4), 'if-match': '"1"' }),
      await house.step('clerk-market', orderId, 'attempts', { way: 'phone', outcome: 'reached', note: '不是我的件' }, keyed(5)),
      await house.step(
        'dispatcher',
        orderId,
        'correct',
        { ...request, place: { county: '110000', township: null }, reason: '地址' },
        keyed(6),
      ),
      await house.nobody('POST', '/requests', { ...request, place: { county: '110000', township: null } }, keyed(7)),
      await house.nobody('POST', '/requests', { ...request, phone: '12' }, keyed(8)),
      await house.nobody('POST', '/requests', { ...request, files: [unknownFile] }, keyed(9)),
    ]
    for (const { status, body } of answers)
      expect([status, body.code], body.code).toEqual([expect.toSatisfy((one: number) => one >= 400 && one < 500), expect.any(String)])
    expect(await rowCounts(house)).toEqual(before)
  })
})

describe('写到一半断了', () => {
  const fails = async (how: string, work: () => Promise<void>): Promise<void> => {
    await house.owner
      .query(`create function app.test_fails() returns trigger language plpgsql security definer as $$ begin ${how}; return new; end $$;
      create trigger test_fails before insert on outbox for each row execute function app.test_fails()`)
    try {
      await work()
    } finally {
      await house.owner.query('drop trigger test_fails on outbox; drop function app.test_fails()')
    }
  }
  it.each([
    ['程序在事务里出错', `raise exception 'in the middle'`, '0190a0a0-0000-7000-8000-0000000000a1'],
    ['数据库连接在事务里被杀', 'perform pg_terminate_backend(pg_backend_pid())', '0190a0a0-0000-7000-8000-0000000000a2'],
  ])('%s：什么都没留下，同一编号再来一次就成', async (_, how, key) => {
    const { orderId } = await house.file()
    await house.done('seat', orderId, 'accept', request)
    const before = await rowCounts(house)
    const dispatch = () =>
      house.step('dispatcher', orderId, 'dispatch', { unitId: 'housing', principle: 'duty', note: '附言' }, { 'idempotency-key': key })
    await fails(how, async () => {
      expect((await dispatch()).status).toBeGreaterThanOrEqual(500)
      expect((await house.nobody('POST', '/requests', request)).status).toBeGreaterThanOrEqual(500)
    })
    expect(await rowCounts(house)).toEqual(before)
    expect((await house.owner.query('select stage from work_order where order_id = $1', [orderId])).rows).toEqual([
      { stage: 'to-dispatch' },
    ])
    expect(await dispatch()).toMatchObject({ status: 200, body: { stage: 'to-sign' } })
  })
})
