import { randomUUID } from 'node:crypto'
import { demonstrationAccounts } from '../../modules/accounts/index.ts'
import { sessionCookie } from '../../modules/session/index.ts'
import { workOrderRoutes } from '@open12345/contract/work-order'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Scene } from '../../testing/scene.ts'
import { browserOf, type Browser, type Raw } from '../testing/signed-in.ts'
import { addressesOf, comparable, everything, forgotten, itemsOf, openPages, walked } from './testing/crawl.ts'
import { askers, openTown, plantPersonal, plantReports, reporter, type Planted, type Plants } from './testing/plant.ts'

const accusedLogins = [
  'clerk-housing',
  'handler-housing',
  'reviewer-housing',
  'clerk-housing-property',
  'handler-housing-property',
  'reviewer-housing-property',
]
/** A sibling, a child of the accused that is not accused itself, one it supervises, and a county: none of them takes part. */
const outsiders = ['clerk-ecology', 'clerk-housing-market', 'clerk-water-supply', 'reviewer-xichang']
const handling = ['clerk-market', 'handler-market', 'reviewer-market', 'clerk-transport', 'handler-transport', 'reviewer-transport']
const ofEachRole = demonstrationAccounts
  .filter(({ role }) => !role.startsWith('unit-'))
  .filter(({ role, outsourced }, index, all) => outsourced || all.findIndex((other) => other.role === role) === index)
  .map(({ login }) => login)
const everybody = [...ofEachRole, ...accusedLogins, ...outsiders, ...handling, 'handler-2-housing', 'clerk-xichang']

let house: Scene
let planted: Plants
let personal: Planted
const browsers = new Map<string, Browser>()
const before = new Map<string, ReadonlyMap<string, Raw>>()
const logged: string[] = []

const at = (login: string): Browser => browsers.get(login)!
const allPlants = () => [planted.report, planted.answered, planted.confidential, personal]
const ids = (): readonly string[] => allPlants().map(({ orderId }) => orderId)
/** Every piece that leads to a person. */
const secretsOf = ({ name, phone, idNumber, home, sameHome }: typeof reporter): readonly string[] => [
  name,
  phone,
  idNumber,
  home,
  sameHome,
  phone.slice(3),
  idNumber.slice(6, 14),
]
const secrets = askers.flatMap(secretsOf)
const shapes = (words: string): readonly string[] => [words, encodeURIComponent(words), Buffer.from(words).toString('base64').slice(0, -4)]
const tracesIn = (text: string, of: readonly string[] = secrets): readonly string[] =>
  of.filter((one) => shapes(one).some((shape) => text.includes(shape)))
/** Whom this reader may not know: of a report nobody who works here the reporter; what was not reported is whole for the centre, never for a unit. */
const wantedOf = (login: string): readonly string[] => (ofEachRole.includes(login) ? secretsOf(reporter) : askers.flatMap(secretsOf))

/** Where two looks differ, and in what. */
const changed = (one: ReadonlyMap<string, Raw>, other: ReadonlyMap<string, Raw>): readonly string[] =>
  [...new Set([...one.keys(), ...other.keys()])].filter((path) => {
    const [was, is] = [one.get(path), other.get(path)]
    return was === undefined || is === undefined || comparable(was) !== comparable(is)
  })

beforeAll(async () => {
  house = await openTown()
  const keep = (...told: unknown[]): void => void logged.push(JSON.stringify(told))
  Object.assign(house.app.log, { info: keep, warn: keep, error: keep })
  for (const login of everybody) browsers.set(login, await browserOf(house, login))
  before.set('handler-housing', await openPages(at('handler-housing')))
  personal = await plantPersonal(house)
  for (const login of [...accusedLogins, ...outsiders]) if (!before.has(login)) before.set(login, await openPages(at(login)))
  planted = await plantReports(house)
}, 300_000)
afterAll(() => house.close())

const json = (raw: Raw): Record<string, unknown> => JSON.parse(raw.text) as Record<string, unknown>
const search = (login: string, text: string) => walked(at(login), `/api/v1/orders/search?text=${encodeURIComponent(text)}`)
const foundBy = async (login: string, text: string): Promise<readonly unknown[]> =>
  itemsOf(await search(login, text)).map(({ orderId }) => orderId)
const idsOf = (pages: readonly Raw[]): readonly string[] => itemsOf(pages).map(({ orderId }) => String(orderId))
const hiddenFrom = (login: string): readonly Planted[] => {
  if (login === 'handler-housing') return [planted.report, planted.answered, personal]
  if (login.includes('housing-property')) return [planted.report, planted.answered]
  return login.includes('housing') ? [planted.report, planted.answered] : []
}

/** An open stream of hints; `until` waits for a word in it. */
const listening = async (address: string, { cookie }: Browser) => {
  const stopping = new AbortController()
  const response = await fetch(`${address}/api/v1/live`, { headers: { cookie: `${sessionCookie}=${cookie}` }, signal: stopping.signal })
  expect(response.status).toBe(200)
  const reader = response.body!.getReader()
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
const commands = Object.values(workOrderRoutes).filter(({ method, path }) => method === 'POST' && path.includes(':orderId'))

describe('第二十条 [20c] 泄密演练：被举报的单位想知道有没有人举报它', () => {
  it('演练走到每一个不必知道别的编号就能看的地址', async () => {
    const { paths } = json(await at('seat').ask('GET', '/api/v1/openapi.json')) as { paths: Record<string, Record<string, unknown>> }
    const asked = Object.entries(paths).flatMap(([path, methods]) => ('get' in methods ? [path.replaceAll(/\{(\w+)\}/g, ':$1')] : []))
    const found = asked.map((path) => path.replace(/^\/api\/v1/, '')).filter((path) => !path.replace(':orderId', '').includes(':'))
    expect(found.length).toBeGreaterThan(30)
    expect(forgotten(found)).toEqual([])
  })

  it.each([...accusedLogins, ...outsiders])('%s：举报前后，每一个页面、列表、件数、统计一字不差', async (login) => {
    const now = await openPages(at(login))
    expect(now.size).toBeGreaterThan(30)
    expect(changed(before.get(login)!, now)).toEqual([])
  })

  it.each(accusedLogins)('%s：拿着编号、单号去问，与从来没有的一件答复相同', async (login) => {
    const browser = at(login)
    for (const { orderId, number } of hiddenFrom(login)) {
      const unknown = randomUUID()
      const addresses = addressesOf(orderId)
      for (const [index, address] of addresses.entries()) {
        const [asked, never] = [await browser.ask('GET', address), await browser.ask('GET', addressesOf(unknown)[index]!)]
        expect([address, comparable(asked)]).toEqual([address, comparable(never)])
      }
      const [asked, never] = [await search(login, number), await search(login, '260399999999')]
      expect(asked.map(comparable)).toEqual(never.map(comparable))
    }
  })

  it.each(['clerk-housing', 'handler-housing', 'clerk-housing-property'])('%s：每一种办理步骤，与从来没有的一件答复相同', async (login) => {
    const payload = { unitId: 'housing', principle: 'duty', reason: '看看', note: '看看', reply: '看看', way: 'phone', outcome: 'reached' }
    for (const { orderId } of hiddenFrom(login).slice(-1))
      for (const { path } of commands) {
        const post = (id: string) => at(login).ask('POST', `/api/v1${path.replace(':orderId', id)}`, { payload })
        expect([path, comparable(await post(orderId))]).toEqual([path, comparable(await post(randomUUID()))])
      }
  })

  it.each(accusedLogins)('%s：按姓名、电话、证号、住址、正文查找，什么也查不到', async (login) => {
    const hidden = new Set(hiddenFrom(login).map(({ orderId }) => orderId))
    for (const text of [...secrets, '违规发放施工许可', '物业科收受好处', '举报'])
      for (const one of await foundBy(login, text)) expect(hidden.has(String(one))).toBe(false)
    for (const { phone } of askers)
      expect(json(await at(login).ask('GET', `/api/v1/orders/search?phone=${phone}`)).items, '20c 承办单位不能按电话找人').toEqual([])
  })

  it('坐席助手：被举报的单位问不了；坐席照着举报的话去问，答复里没有举报人', async () => {
    const payload = { text: '住建局违规发放施工许可，物业科收受好处', place: { county: '513401', township: null } }
    const asked = (login: string) => at(login).ask('POST', '/api/v1/assistant/suggestions', { payload })
    for (const login of [...accusedLogins, ...outsiders, ...handling]) expect([login, (await asked(login)).status]).toEqual([login, 403])
    for (const login of ['seat', 'seat-outsourced']) {
      const { status, text } = await asked(login)
      expect([login, status, tracesIn(text, wantedOf(login))]).toEqual([login, 200, []])
    }
  })

  it.each(accusedLogins)('%s：一页一件地翻、伪造翻页记号，也翻不出来', async (login) => {
    const hidden = new Set(hiddenFrom(login).map(({ orderId }) => orderId))
    const whole = idsOf(await walked(at(login), '/api/v1/orders?limit=100'))
    expect(idsOf(await walked(at(login), '/api/v1/orders?limit=1'))).toEqual(whole)
    expect(whole.length).toBe(login.includes('property') ? whole.length : Math.max(whole.length, 1))
    const found = idsOf(await walked(at(login), '/api/v1/orders/search?limit=100'))
    expect(idsOf(await walked(at(login), '/api/v1/orders/search?limit=1'))).toEqual(found)
    const forged = [...hidden].flatMap((id) => [
      `/api/v1/orders?limit=100&after=${encodeURIComponent(`0_0_${id}`)}`,
      `/api/v1/orders/search?limit=100&after=${id}`,
      `/api/v1/orders/rulings?limit=100&after=9999999999999_${id}_1`,
      `/api/v1/incidents?after=${id}`,
    ])
    for (const path of forged) for (const id of idsOf(await walked(at(login), path))) expect(hidden.has(id)).toBe(false)
    for (const id of [...whole, ...found]) expect(hidden.has(id)).toBe(false)
  })

  it('实时通知：举报件办着的时候，被举报的单位一声也听不到', async () => {
    const address = await house.server.listen({ port: 0, host: '127.0.0.1' })
    const heard = await Promise.all(
      ['clerk-housing', 'clerk-housing-property', 'clerk-market'].map((login) => listening(address, at(login))),
    )
    const step = (login: string, { orderId }: Planted, path: string, payload: object) =>
      at(login).ask('POST', `/api/v1/orders/${orderId}/${path}`, { payload })
    expect((await step('clerk-market', planted.report, 'attempts', { way: 'phone', outcome: 'no-answer', note: '未通' })).status).toBe(200)
    // What is told after it is heard after it.
    const { orderId: fence } = await plantPersonal(house)
    const [accused, , handlers] = heard
    await accused!.until(fence)
    await handlers!.until(planted.report.orderId)
    heard.forEach(({ stop }) => stop())
    for (const listener of heard.slice(0, 2))
      for (const { orderId } of [planted.report, planted.answered]) expect(listener.text()).not.toContain(orderId)
  })

  it('并案、关联重复、事件：举报件不能做主件，也并不进公开的事件', async () => {
    const post = (path: string, payload: object) => at('dispatcher').ask('POST', `/api/v1${path}`, { payload })
    const opened = await post('/incidents', { mainOrderId: planted.report.orderId, title: '施工许可核查' })
    expect(json(opened)).toMatchObject({ status: 409, code: 'incident.main-confidential' })
    const repeats = await at('dispatcher').ask('GET', `/api/v1/orders/${planted.report.orderId}/repeats`)
    expect(json(repeats)).toEqual({ items: [] })
    const others = await at('dispatcher').ask('GET', `/api/v1/orders/${planted.confidential.orderId}/repeats`)
    expect(tracesIn(others.text)).toEqual([])
  })
})

describe('第二十条 [20a] [20b] 泄密演练：每一个岗位都想知道是谁举报的', () => {
  it.each(everybody)('%s：翻遍所有列表、页面、打印、短信、审计，找不到姓名、电话、证号、住址', async (login) => {
    const reached = await everything(at(login), ids())
    expect(reached.size).toBeGreaterThan(30)
    const wanted = wantedOf(login)
    const leaks = [...reached].flatMap(([path, { text, headers }]) =>
      tracesIn(text + JSON.stringify(headers), wanted).map((trace) => [path, trace]),
    )
    expect(leaks).toEqual([])
  })

  it('对照：承办单位按正文其余的字查得到', async () => {
    expect(await foundBy('clerk-market', '违规发放施工许可')).toEqual([planted.report.orderId])
    expect(await foundBy('clerk-market', '窗口推诿')).toEqual([planted.confidential.orderId])
    expect(await foundBy('clerk-housing', '经办人态度恶劣')).toContain(personal.orderId)
  })

  it.each(handling.concat('clerk-housing', 'reviewer-xichang'))('%s：拿姓名、电话、证号、住址查找，不给印证', async (login) => {
    for (const text of secrets) expect([text, await foundBy(login, text)]).toEqual([text, []])
  })

  it.each(everybody)('%s：要求查看举报人身份，一律不给', async (login) => {
    for (const { orderId } of [planted.report, planted.answered]) {
      const { status, text } = await at(login).ask('POST', `/api/v1/orders/${orderId}/reveal`, {
        payload: { reason: 'contact-requester', words: '想联系' },
      })
      expect([403, 404]).toContain(status)
      expect(tracesIn(text)).toEqual([])
    }
  })

  it('短信台账：发给举报人的写作“诉求人（保密）”，没有号码', async () => {
    const pages = await walked(at('follow-up'), '/api/v1/messages?limit=100')
    const theirs = itemsOf(pages).filter(({ orderId, recipient }) => recipient === 'requester' && orderId === planted.answered.orderId)
    expect(theirs.length).toBeGreaterThan(0)
    for (const { to } of theirs) expect(to).toBe('诉求人（保密）')
  })

  it('审计：除审计管理员外谁也打不开；审计管理员看到的记录里没有身份', async () => {
    for (const login of everybody.filter((one) => one !== 'audit-admin'))
      expect((await at(login).ask('GET', '/api/v1/audit')).status).toBe(403)
    const pages = await walked(at('audit-admin'), '/api/v1/audit?limit=100')
    expect(itemsOf(pages).length).toBeGreaterThan(0)
    expect(tracesIn(JSON.stringify(pages))).toEqual([])
  })

  it('日志、接口文档、指标里没有', async () => {
    expect(logged.length).toBeGreaterThan(1000)
    expect(tracesIn(logged.join('\n'))).toEqual([])
    expect(logged.filter((line) => ids().some((id) => line.includes(id)))).toEqual([])
    for (const url of ['/openapi.json', '/api/v1/openapi.json', '/metrics']) {
      const { body } = await house.server.inject({ method: 'GET', url })
      expect([url, tracesIn(body)]).toEqual([url, []])
    }
  })
})
