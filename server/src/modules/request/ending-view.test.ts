import type { RequestView } from '@open12345/contract/request'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { endedIn } from '../work-order/testing/ended.ts'
import { rowCounts, orderHouse, type Filed, type OrderHouse } from '../work-order/testing/order-house.ts'

let house: OrderHouse
let begin: ReturnType<typeof endedIn>
const at = (civil: string): void => house.clock.set(Temporal.Instant.from(`${civil}+08:00`))
beforeAll(async () => {
  house = await orderHouse()
  begin = endedIn(house)
})
beforeEach(() => at('2026-03-02T10:00:00'))
afterAll(() => house.close())

const seen = async ({ token }: Filed): Promise<RequestView> => (await house.citizen(token)<RequestView>('GET', '/requests/mine')).body
const reopen = ({ token }: Filed, facts = '昨天又停水了。', key?: string) =>
  house.citizen(token)<RequestView>('POST', '/requests/mine/reopen', { facts }, key === undefined ? {} : { 'idempotency-key': key })

describe('第十三条（三） [13-3a] 诉求人提出新情况', () => {
  it('办结后十五日内可以提出，说明最后一天；提出后原单位重新办理，页面说已重新办理', async () => {
    const filed = await begin.satisfied()
    // 3 月 2 日办结，第 15 日是 3 月 17 日（周二）。
    const closed = await seen(filed)
    expect([closed.may.reopen, closed.reopenUntil]).toEqual([true, '2026-03-17'])
    expect(closed.status.next).toBe('此件已经归档。有新的情况，2026年3月17日（含当日）以前可以在本页提出，原来的单位重新办理。')
    at('2026-03-17T23:59:59')
    const { status, body } = await reopen(filed)
    expect([status, body.status.title, body.may.reopen, body.reopenUntil]).toEqual([200, '已重新办理', false, null])
    expect(body.status.next).toContain('州住房和城乡建设局正在重新办理')
    expect(body.timeline.at(-1)).toMatchObject({ title: '诉求人提出新情况，重新办理', text: '昨天又停水了。' })
    const { rows } = await house.owner.query(`select unit_id || ' ' || stage as task from unit_task where order_id = $1`, [filed.orderId])
    expect(rows).toEqual([{ task: 'housing in-hand' }])
    const outbox = await house.owner.query(
      `select template from outbox where order_id = $1 and template like '%reopened' order by template`,
      [filed.orderId],
    )
    expect(outbox.rows.map(({ template }) => template as string)).toEqual(['request-reopened', 'unit-reopened'])
    const second = await house.owner.query(
      `select outcome, explanation <> '{}' as explained from work_order_clock where order_id = $1 and round = 2`,
      [filed.orderId],
    )
    expect(second.rows).toEqual(Array.from({ length: 2 }, () => ({ outcome: 'pending', explained: true })))
  })

  it('过了最后一天、没有办结、撤回的，不能重新办理，什么也不写', async () => {
    const late = await begin.satisfied()
    at('2026-03-18T00:00:00')
    const view = await seen(late)
    expect([view.may.reopen, view.reopenUntil, view.status.next]).toEqual([false, null, '此件已经归档。如有新的情况，可以重新提交。'])
    const open = await house.dispatchedTo('housing')
    const withdrawn = await house.file()
    await house.citizen(withdrawn.token)('POST', '/requests/mine/withdraw', {})
    const before = await rowCounts(house)
    expect((await reopen(late)).body).toMatchObject({ code: 'reopen.too-late', clause: '13-3a' })
    expect((await reopen(open)).body).toMatchObject({ code: 'reopen.not-closed', clause: '13-3a' })
    expect((await reopen(withdrawn)).body).toMatchObject({ code: 'reopen.not-handled', clause: '13-3a' })
    expect(await rowCounts(house)).toEqual(before)
  })

  it('同一个编号提交两次只办一次；话务员可以代为提出；直接解答的由热线重新处理', async () => {
    const filed = await begin.satisfied()
    for (let time = 0; time < 2; time += 1) expect((await reopen(filed, '又停了。', 'reopen-key-0000000001')).status).toBe(200)
    const { rows } = await house.owner.query(
      `select count(*)::int as count from work_order_event where order_id = $1 and type = 'reopened'`,
      [filed.orderId],
    )
    expect(rows).toEqual([{ count: 1 }])
    const direct = await house.file()
    await house.done('seat', direct.orderId, 'answer', { kind: 'consultation', answer: '带身份证办理。' })
    await house.done('seat', direct.orderId, 'reopen', { facts: '窗口说还要别的材料。' })
    const view = await seen(direct)
    expect([view.status.code, view.status.title]).toEqual(['to-accept', '已重新办理'])
    expect(view.status.next).toContain('热线工作人员正在重新查看')
  })
})

describe('第十三条（三）（四） [13-3b] [13-4] 诉求人看得到怎样办结', () => {
  it('备注办结的，看得到原因和单位的解释，看不到中心的依据', async () => {
    const filed = await begin.confirmed('policy-limits')
    const explanation = '老旧小区改造按年度计划实施。'
    await house.done('handler-housing', filed.orderId, 'explain', { reason: 'policy-limits', explanation })
    expect((await seen(filed)).noted).toBeNull()
    await house.done('follow-up-2', filed.orderId, 'close-noted', { basis: '内部核对记录' })
    const view = await seen(filed)
    expect(view.noted).toEqual({ unitName: '州住房和城乡建设局', reason: '受政策等客观条件限制', explanation, files: [] })
    expect(view.status.title).toBe('已办结：备注办结')
    expect(JSON.stringify(view)).not.toContain('内部核对记录')
  })

  it('终结的，看得到书面意见和法定途径；核查以前看不到；以后再来的看得到解释', async () => {
    const earlier = await begin.satisfied()
    const filed = await house.dispatchedTo('housing')
    await house.done('dispatcher', filed.orderId, 'repeat-of', { ofOrderId: earlier.orderId })
    await house.done('clerk-housing', filed.orderId, 'sign')
    await house.done('clerk-housing', filed.orderId, 'termination', { opinion: '判决已生效，依法终结办理。' })
    expect(JSON.stringify(await seen(filed))).not.toContain('判决已生效')
    await house.done('centre-manager', filed.orderId, 'confirm-termination', { confirmed: true })
    const view = await seen(filed)
    expect(view.terminated?.opinion).toBe('判决已生效，依法终结办理。')
    expect(view.terminated?.turnTo.map(({ name }) => name)).toEqual(['行政复议机关', '人民法院', '信访部门'])
    expect([view.status.next, view.may.reopen]).toEqual(['同一事项不再重复办理。不同意的，可以通过下列法定途径主张权利。', false])
    const again = await house.file()
    await house.done('dispatcher', again.orderId, 'explain-termination', { ofOrderId: filed.orderId, explanation: '原意见向您解释如下。' })
    expect((await seen(again)).terminated?.opinion).toBe('原意见向您解释如下。')
  })

  it('满意办结的没有这些', async () => {
    expect(await seen(await begin.satisfied())).toMatchObject({ noted: null, terminated: null, incident: null })
  })
})
