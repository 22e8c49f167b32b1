import { workOrderRoutes } from '@open12345/contract/work-order'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demonstrationAccounts } from '../../modules/accounts/index.ts'
import { sessionCookie } from '../../modules/session/index.ts'
import type { Scene } from '../../testing/scene.ts'
import { browserOf, type Browser, type Raw } from '../testing/signed-in.ts'
import { addressesOf, comparable, everything, itemsOf, openPages, walked } from './testing/crawl.ts'
import { openTown, plantPersonal } from './testing/plant.ts'
import { named, plantSealed, promote, sealedWords, type PlantedSealed } from './testing/plant-sealed.ts'

const ofEachRole = demonstrationAccounts
  .filter(({ role }) => !role.startsWith('unit-'))
  .filter(({ role, outsourced }, index, all) => outsourced || all.findIndex((other) => other.role === role) === index)
  .map(({ login }) => login)
  .filter((login) => !named.some((one) => one === login))
/** Of the handling unit itself, of another seat, and a second manager of the centre. */
const beside = ['handler-2-market', 'seat-2', 'dispatcher-2', 'clerk-housing', 'reviewer-xichang']
/** Whoever supervises the records reads that one was made, with the number, and nothing of the matter. */
const unnamed = [...ofEachRole, ...beside].filter((login) => login !== 'audit-admin')

let house: Scene
let planted: PlantedSealed
const browsers = new Map<string, Browser>()
const before = new Map<string, ReadonlyMap<string, Raw>>()
const at = (login: string): Browser => browsers.get(login)!

beforeAll(async () => {
  house = await openTown()
  await promote(house)
  for (const login of [...unnamed, ...named, 'audit-admin']) browsers.set(login, await browserOf(house, login))
  for (const login of unnamed) before.set(login, await openPages(at(login)))
  planted = await plantSealed(house)
}, 300_000)
afterAll(() => house.close())

const traces = (): readonly string[] => [...Object.values(sealedWords), planted.orderId, planted.number, planted.fileId, '阿约测石']
const tracesIn = (text: string): readonly string[] => traces().filter((one) => text.includes(one) || text.includes(encodeURIComponent(one)))
const changed = (one: ReadonlyMap<string, Raw>, other: ReadonlyMap<string, Raw>): readonly string[] =>
  [...new Set([...one.keys(), ...other.keys()])].filter((path) => {
    const [was, is] = [one.get(path), other.get(path)]
    return was === undefined || is === undefined || comparable(was) !== comparable(is)
  })
const idsIn = (pages: readonly Raw[]): readonly unknown[] => itemsOf(pages).map(({ orderId }) => orderId)
const commands = Object.values(workOrderRoutes).filter(({ method, path }) => method === 'POST' && path.includes(':orderId'))

describe('第二十条 [20c] 泄密演练：密封的工单，没有列入知悉人员的人', () => {
  it.each(unnamed)('%s：密封前后，每一个页面、列表、件数、统计一字不差', async (login) => {
    const now = await openPages(at(login))
    expect(now.size).toBeGreaterThan(30)
    expect(changed(before.get(login)!, now)).toEqual([])
  })

  it.each(unnamed)('%s：拿着编号、单号去问，与从来没有的一件答复相同', async (login) => {
    const browser = at(login)
    const unknown = randomUUID()
    const of = (id: string, fileId: string) => [
      ...addressesOf(id),
      `/api/v1/files/${fileId}`,
      `/api/v1/files/${fileId}/content`,
      `/api/v1/linkages?orderId=${id}`,
    ]
    const [asked, never] = [of(planted.orderId, planted.fileId), of(unknown, randomUUID())]
    for (const [index, address] of asked.entries())
      expect([address, comparable(await browser.ask('GET', address))]).toEqual([
        address,
        comparable(await browser.ask('GET', never[index]!)).replaceAll(unknown, planted.orderId),
      ])
    const search = (text: string) => walked(browser, `/api/v1/orders/search?text=${encodeURIComponent(text)}`)
    expect((await search(planted.number)).map(comparable)).toEqual((await search('260399999999')).map(comparable))
    for (const words of ['目击学生', '持棍威胁', '全程护送']) expect(idsIn(await search(words))).not.toContain(planted.orderId)
    expect(idsIn(await walked(browser, '/api/v1/orders/search?phone=18955660033'))).not.toContain(planted.orderId)
  })

  it.each(['dispatcher-2', 'office', 'handler-2-market', 'seat-2'])('%s：每一种办理步骤，与从来没有的一件答复相同', async (login) => {
    const persons = [randomUUID(), randomUUID()]
    const payload = {
      unitId: 'market',
      principle: 'duty',
      reason: 'minors',
      words: '看看',
      note: '看看',
      reply: '看看',
      way: 'phone',
      persons,
    }
    for (const { path } of commands) {
      const post = (id: string) => at(login).ask('POST', `/api/v1${path.replace(':orderId', id)}`, { payload })
      expect([path, comparable(await post(planted.orderId))]).toEqual([path, comparable(await post(randomUUID()))])
    }
  })

  it.each([...unnamed, 'audit-admin'])('%s：翻遍所有列表、页面、打印、短信，找不到它的一个字', async (login) => {
    const reached = await everything(at(login), login === 'audit-admin' ? [] : [planted.orderId])
    const allowed = login === 'audit-admin' ? [planted.orderId, planted.number, planted.fileId] : []
    const leaks = [...reached].flatMap(([path, { text, headers }]) =>
      tracesIn(text + JSON.stringify(headers))
        .filter((trace) => !allowed.includes(trace) && !path.includes(planted.orderId))
        .map((trace) => [path, trace]),
    )
    expect(leaks).toEqual([])
  })

  it('实时通知：没有列名的一声也听不到，列名的听得到', async () => {
    const address = await house.server.listen({ port: 0, host: '127.0.0.1' })
    const listening = async (login: string) => {
      const stopping = new AbortController()
      const { body } = await fetch(`${address}/api/v1/live`, {
        headers: { cookie: `${sessionCookie}=${at(login).cookie}` },
        signal: stopping.signal,
      })
      const reader = body!.getReader()
      let heard = ''
      const until = async (word: string): Promise<void> => {
        while (!heard.includes(word)) {
          const { done, value } = await reader.read()
          if (done) throw new Error(`the stream ended before ${word}`)
          heard += Buffer.from(value).toString()
        }
      }
      return { until, text: () => heard, stop: () => stopping.abort() }
    }
    const [manager, ...others] = await Promise.all(['centre-manager', 'dispatcher-2', 'office'].map(listening))
    const post = await at('centre-manager').ask('POST', `/api/v1/orders/${planted.orderId}/facts`, { payload: { content: '再补充' } })
    expect(post.status).toBe(200)
    await manager!.until(planted.orderId)
    // What is told after it is heard after it.
    const { orderId: fence } = await plantPersonal(house)
    for (const other of others) {
      await other.until(fence)
      expect(other.text()).not.toContain(planted.orderId)
    }
    for (const one of [manager!, ...others]) one.stop()
  })

  it('短信：发给承办单位值班电话的不带编号，发给诉求人的照常', async () => {
    const sent = itemsOf(await walked(at('centre-manager'), '/api/v1/messages?limit=100')).filter(
      ({ orderId }) => orderId === planted.orderId,
    )
    const toUnit = sent.filter(({ recipient }) => recipient !== 'requester')
    expect(toUnit.length).toBeGreaterThan(0)
    for (const { text } of toUnit) expect(text).not.toContain(planted.number)
    for (const { text } of sent.filter(({ recipient }) => recipient === 'requester')) expect(text).toContain(planted.number)
  })

  it('对照：列名的按各自的岗位查得到、办得了，诉求人自己的查询页照常', async () => {
    for (const login of ['centre-manager', 'clerk-market', 'handler-market', 'reviewer-market']) {
      const page = await at(login).ask('GET', `/api/v1/orders/${planted.orderId}`)
      expect([login, page.status]).toEqual([login, 200])
      expect(JSON.parse(page.text)).toMatchObject({ grade: 'sealed', content: sealedWords.content })
      expect(idsIn(await walked(at(login), `/api/v1/orders/search?text=${planted.number}`))).toEqual([planted.orderId])
    }
    const mine = await house.citizen(planted.token)('GET', '/requests/mine')
    expect(mine.status).toBe(200)
    expect(JSON.stringify(mine.body)).toContain(sealedWords.reply)
    expect(JSON.stringify(mine.body)).not.toContain('知悉')
  })
})
