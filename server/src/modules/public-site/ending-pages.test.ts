import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { trackingCookie } from '../../http/access.ts'
import { endedIn } from '../work-order/testing/ended.ts'
import { orderHouse, type Filed, type OrderHouse } from '../work-order/testing/order-house.ts'
import { buildPages } from './testing/build-pages.ts'

let house: OrderHouse
let begin: ReturnType<typeof endedIn>
beforeAll(async () => {
  buildPages()
  house = await orderHouse()
  begin = endedIn(house)
})
beforeEach(() => at('2026-03-02T10:00:00'))
afterAll(() => house.close())

const at = (civil: string): void => house.clock.set(Temporal.Instant.from(`${civil}+08:00`))
/** A browser without script. */
const browserOf = ({ token }: Pick<Filed, 'token'>) => {
  const cookies = { [trackingCookie]: token }
  const headers = { accept: 'text/html', 'sec-fetch-site': 'same-origin' }
  return {
    page: async (url = '/request') => (await house.server.inject({ method: 'GET', url, headers, cookies })).body,
    submit: (url: string, fields: Readonly<Record<string, string>>) =>
      house.server.inject({
        method: 'POST',
        url,
        cookies,
        headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams(fields).toString(),
      }),
  }
}
const keyIn = (html: string): string => /action="\/request\/reopen".*?name="key" value="([\w-]+)"/s.exec(html)?.[1] ?? ''

describe('第十三条（三） [13-3a] 提出新情况的表单', () => {
  it('办结后有表单和最后一天，不用脚本；提交后说已重新办理，表单不再出现；重复提交只办一次', async () => {
    const filed = await begin.satisfied()
    const { page, submit } = browserOf(filed)
    const html = await page()
    expect(html).toContain('提出新情况')
    expect(html).toContain('2026年3月17日')
    expect(html).toContain('action="/request/reopen"')
    const fields = { key: keyIn(html), facts: '昨天又停水了。' }
    for (let time = 0; time < 2; time += 1) {
      const { statusCode, headers } = await submit('/request/reopen', fields)
      expect([statusCode, headers.location]).toEqual([303, '/request?done=reopen'])
    }
    const done = await page('/request?done=reopen')
    for (const words of ['已收到，已重新办理。', '已重新办理', '昨天又停水了。']) expect(done).toContain(words)
    expect(done).not.toContain('action="/request/reopen"')
  })

  it('没有写的退回表单，写过的字还在；过了最后一天没有表单，提交的拒绝', async () => {
    const filed = await begin.satisfied()
    const { page, submit } = browserOf(filed)
    const empty = await submit('/request/reopen', { key: keyIn(await page()), facts: ' ' })
    expect([empty.statusCode, empty.body.includes('请写下有什么新情况')]).toEqual([400, true])
    const key = keyIn(await page())
    at('2026-03-18T00:00:00')
    expect(await page()).not.toContain('action="/request/reopen"')
    expect((await submit('/request/reopen', { key, facts: '又停水了。' })).statusCode).toBe(409)
  })
})

describe('第十二条、第十三条 [12-4a] [13-3b] [13-4] 页面上看得到的', () => {
  it('备注办结的原因和解释、终结的意见和途径', async () => {
    const noted = await begin.confirmed('policy-limits')
    await house.done('handler-housing', noted.orderId, 'explain', { reason: 'policy-limits', explanation: '列入明年计划。' })
    await house.done('follow-up-2', noted.orderId, 'close-noted', { basis: '录音核对' })
    const html = await browserOf(noted).page()
    for (const words of ['受政策等客观条件限制', '列入明年计划。', '州住房和城乡建设局']) expect(html).toContain(words)
    expect(html).not.toContain('录音核对')

    const ended = await house.dispatchedTo('housing')
    await house.done('dispatcher', ended.orderId, 'repeat-of', { ofOrderId: noted.orderId })
    await house.done('clerk-housing', ended.orderId, 'sign')
    await house.done('clerk-housing', ended.orderId, 'termination', { opinion: '判决已生效，依法终结办理。' })
    await house.done('centre-manager', ended.orderId, 'confirm-termination', { confirmed: true })
    const terminated = await browserOf(ended).page()
    for (const words of ['判决已生效，依法终结办理。', '行政复议机关', '人民法院', '信访部门']) expect(terminated).toContain(words)
  })

  it('事件的公告在首页和并入的诉求页上；结束以后首页没有了', async () => {
    const main = await house.dispatchedTo('housing')
    const title = '城南片区<停水>'
    const opening = { mainOrderId: main.orderId, title, notice: '预计今晚八点恢复。' }
    const { body } = await (await house.at('dispatcher'))<{ incidentId: string }>('POST', '/incidents', opening)
    const filed = await house.file()
    await house.done('seat', filed.orderId, 'accept', {
      kind: 'help',
      subject: 'water-supply',
      place: { county: '513401', township: null },
    })
    await house.done('dispatcher', filed.orderId, 'join-incident', { incidentId: body.incidentId })
    const { page } = browserOf(filed)
    for (const url of ['/', '/request']) {
      const html = await page(url)
      for (const words of ['城南片区&lt;停水&gt;', '预计今晚八点恢复。']) expect(html, url).toContain(words)
    }
    await (
      await house.at('dispatcher')
    )('POST', `/incidents/${body.incidentId}/end`, { answer: '已恢复。' })
    expect(await page('/')).not.toContain('预计今晚八点恢复。')
  })
})
