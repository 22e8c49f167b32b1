import type { RequestView } from '@open12345/contract/request'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { classified, orderHouse, type Filed, type OrderHouse } from '../work-order/testing/order-house.ts'

let house: OrderHouse
const at = (civil: string): void => house.clock.set(Temporal.Instant.from(`${civil}+08:00`))
beforeAll(async () => void (house = await orderHouse()))
afterAll(() => house.close())

const seen = async ({ token }: Filed): Promise<RequestView> => (await house.citizen(token)<RequestView>('GET', '/requests/mine')).body
const textOf = ({ timeline }: RequestView, title: string): string | null | undefined =>
  timeline.find((entry) => entry.title.startsWith(title))?.text

describe('第十二条 [12-0] 诉求人看得到的', () => {
  it('网上的诉求直接解答的，答复写在答复栏', async () => {
    const filed = await house.file()
    await house.done('seat', filed.orderId, 'answer', { kind: 'consultation', answer: '带身份证到大厅二楼办理。' })
    const view = await seen(filed)
    expect(view.reply).toMatchObject({ text: '带身份证到大厅二楼办理。', unitName: '12345 热线' })
  })

  it('第十三条（二） [13-2] 以答复合规办结的，写明依据', async () => {
    const filed = await house.dispatchedTo('housing')
    await house.done('clerk-housing', filed.orderId, 'sign')
    await house.done('handler-housing', filed.orderId, 'draft', { reply: '按规定办理。' })
    await house.done('reviewer-housing', filed.orderId, 'approve')
    await house.done('clerk-housing', filed.orderId, 'deliver', { way: 'tracking-page' })
    await house.citizen(filed.token)('POST', '/requests/mine/rating', { result: 'dissatisfied' })
    await house.done('follow-up', filed.orderId, 'follow-up', { outcome: 'dissatisfied', reason: 'beyond-law' })
    await house.done('follow-up', filed.orderId, 'close', { basis: '《物业管理条例》第二十五条' })
    const view = await seen(filed)
    expect(textOf(view, '办结归档')).toBe('《物业管理条例》第二十五条')
    expect([view.promise?.outcome, view.reply?.unitName]).toEqual(['met', '州住房和城乡建设局'])
    expect(view.status.next).not.toContain('最迟')
  })

  it('第二十条 [20c] 撤回、订正没有同意的，看得到理由', async () => {
    const filed = await house.dispatchedTo('housing')
    await house.done('clerk-housing', filed.orderId, 'sign')
    await house.citizen(filed.token)('POST', '/requests/mine/withdraw', { reason: '不想办了' })
    await house.done('dispatcher', filed.orderId, 'confirm-withdrawal', { confirmed: false, reason: '涉及整栋楼，继续办理' })
    await house.done('dispatcher', filed.orderId, 'correct', { ...classified, kind: 'consultation', reason: '疑为咨询' })
    const silent = await house.step('centre-manager', filed.orderId, 'confirm-correction', { confirmed: false })
    expect(silent.status).toBe(400)
    await house.done('centre-manager', filed.orderId, 'confirm-correction', { confirmed: false, reason: '确是求助' })
    const view = await seen(filed)
    expect(textOf(view, '撤回未获同意')).toBe('涉及整栋楼，继续办理')
    expect(textOf(view, '订正未获确认')).toBe('确是求助')
    expect(JSON.stringify(view)).not.toContain('疑为咨询')
  })
})

describe('第十二条（二） [12-2b] 答复期限怎么说', () => {
  it('到期前是承诺，过了期就说过了，不再当作承诺', async () => {
    at('2026-03-02T10:00:00')
    const filed = await house.dispatchedTo('housing')
    expect((await seen(filed)).status.next).toContain('最迟2026年3月11日答复您。')
    at('2026-03-12T00:00:00')
    const { status } = await seen(filed)
    expect(status.next).toContain('原定2026年3月11日前答复您，已经超过期限')
    expect(status.next).not.toContain('最迟')
  })

  it('暂定的说是暂定，并说为什么', async () => {
    at('2026-11-16T10:00:00')
    const { status, promise } = await seen(await house.file())
    expect(promise?.provisional).toBe(true)
    expect(status.next).toMatch(/暂定最迟2026年11月\d+日答复您；.*彝族年.*尚未录入/)
  })

  it('不予受理、撤回、退出以后，没有期限', async () => {
    at('2026-03-02T10:00:00')
    const declined = await house.file()
    await house.done('seat', declined.orderId, 'decline', { ground: '9-1', lawfulChannel: 'court', explanation: '请向法院起诉。' })
    const withdrawn = await house.file()
    await house.citizen(withdrawn.token)('POST', '/requests/mine/withdraw', {})
    const report = { kind: 'report', subject: 'work-safety' }
    const left = await house.dispatchedTo('housing', report, report)
    await house.citizen(left.token)('POST', '/requests/mine/withdraw', {})
    await house.done('dispatcher', left.orderId, 'confirm-withdrawal', { confirmed: true })
    for (const filed of [declined, withdrawn, left]) {
      const { promise, status } = await seen(filed)
      expect([promise, status.next.includes('最迟')]).toEqual([null, false])
    }
    expect((await seen(left)).status.next).toBe('您已退出此件，热线继续办理，不再通知您。')
  })
})
