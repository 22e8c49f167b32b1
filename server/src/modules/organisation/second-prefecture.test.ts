import { join } from 'node:path'
import type { OrderView } from '@open12345/contract/work-order'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemActor } from '../../db/actor.ts'
import { asActor } from '../../db/transaction.ts'
import { buildServer } from '../../http/server.ts'
import { assembly, testApp, type TestApp } from '../../testing/index.ts'
import { sceneIn, type Desk, type Scene } from '../../testing/scene.ts'
import { currentWorld } from '../calendar/index.ts'
import { loadPrefecture, responsibleUnit } from './index.ts'

const folder = (name: string): string => join(import.meta.dirname, '../../../../prefectures', name)

// One database: 示例州 by its folder alone, Liangshan beside it as another program would serve it.
let house: TestApp
let example: Scene
let liangshan: Scene

beforeAll(async () => {
  house = await testApp({ config: { demonstration: true, authorityId: 'example' } })
  const app = { ...house.app, config: { ...house.app.config, authorityId: 'liangshan' } }
  const server = await buildServer({ app, modules: assembly.modules, gate: assembly.gate })
  liangshan = await sceneIn({ ...house, app, server })
  expect(await loadPrefecture(house.app, folder('example'))).toMatchObject({ ok: true })
  example = await sceneIn(house)
})
afterAll(async () => {
  await liangshan.server.close()
  await house.close()
})

const at = (civil: string): void => house.clock.set(Temporal.Instant.from(`${civil}+08:00`))
const dueTimes = ({ clocks }: OrderView) => Object.fromEntries(clocks.map(({ kind, dueAt }) => [kind, dueAt]))

/** Filed on the web and accepted at 09:00 of Monday 2 March 2026, sent out at 10:00. */
const throughDispatch = async ({ nobody, desk }: Scene, county: string, unitId: string) => {
  at('2026-03-02T09:00:00')
  const place = { county, township: null }
  const matter = { kind: 'help', subject: 'street-lights', place }
  const filed = await nobody<{ number: string }>('POST', '/requests', {
    ...matter,
    content: '路灯不亮三天了。',
    name: '测试人',
    phone: '13912345678',
  })
  expect(filed.status).toBe(201)
  const [seat, dispatcher] = [await desk('seat'), await desk('dispatcher')]
  const found = await dispatcher<{ items: { orderId: string }[] }>('GET', `/orders/search?text=${filed.body.number}`)
  const orderId = found.body.items[0]?.orderId ?? ''
  const step = async (who: Desk, path: string, body: object): Promise<OrderView> => {
    const answer = await who('POST', `/orders/${orderId}/${path}`, body)
    expect([path, answer.status, answer.body.code]).toEqual([path, 200, undefined])
    return (await who<OrderView>('GET', `/orders/${orderId}`)).body
  }
  const accepted = dueTimes(await step(seat, 'accept', matter))
  at('2026-03-02T10:00:00')
  const dispatched = dueTimes(await step(dispatcher, 'dispatch', { unitId, principle: 'place' }))
  return { accepted, dispatched }
}

const instant = (civil: string): string => Temporal.Instant.from(`${civil}+08:00`).toString()
const asInstants = (due: Readonly<Record<string, string>>, ...kinds: readonly string[]) =>
  kinds.map((kind) => Temporal.Instant.from(due[kind] ?? '1970-01-01T00:00Z').toString())

describe('第二十六条 [26] 另一个州只是另一个文件夹', () => {
  it('示例州按自己的规定、日历和办公时间计时', async () => {
    const { accepted, dispatched } = await throughDispatch(example, '990001', 'jia')
    // 2 working hours from 09:00 in the forenoon 08:30–12:00.
    // 4 working days: Tue 3, Wed 4, (5 and 6 off for 春集节), Sat 7 worked instead, (Sun 8), Mon 9 March, to its end.
    expect(asInstants(accepted, 'dispatch', 'requester')).toEqual([instant('2026-03-02T11:00'), instant('2026-03-10T00:00')])
    // 4 working hours from 10:00: two until 12:00, two more from 14:30.
    expect(asInstants(dispatched, 'sign', 'handle')).toEqual([instant('2026-03-02T16:30'), instant('2026-03-10T00:00')])
  })

  it('同库的凉山州一切照旧', async () => {
    const { accepted, dispatched } = await throughDispatch(liangshan, '513401', 'xichang')
    // 3 working hours in 09:00–12:00; 7 working days: 3, 4, 5, 6, 9, 10, 11 March.
    expect(asInstants(accepted, 'dispatch', 'requester')).toEqual([instant('2026-03-02T12:00'), instant('2026-03-12T00:00')])
    expect(asInstants(dispatched, 'sign', 'handle')).toEqual([instant('2026-03-04T00:00'), instant('2026-03-12T00:00')])
  })

  it('两州互不相见：单位、规定、日历、职责', async () => {
    const units = async ({ desk }: Scene) =>
      (await (await desk('seat'))<{ items: { unitId: string }[] }>('GET', '/units')).body.items.map(({ unitId }) => unitId)
    expect(await units(example)).toHaveLength(13)
    expect(await units(liangshan)).not.toContain('jia')
    const packs = async ({ nobody }: Scene) => (await nobody<{ packs: { id: string }[] }>('GET', '/packs')).body.packs.map(({ id }) => id)
    expect(await packs(example)).toContain('example-2026')
    expect(await packs(liangshan)).not.toContain('example-2026')
    expect((await liangshan.nobody('GET', '/calendars/example/2026')).status).toBe(404)
    const responsible = (authority: string, county: string, township: string | null) =>
      asActor(house.app.database, systemActor(authority), (tx) =>
        responsibleUnit(tx, { subject: 'street-lights', county, township }, Temporal.PlainDate.from('2026-03-02')),
      )
    expect((await responsible('example', '990001', null))?.unitId).toBe('jia')
    expect((await responsible('example', '990001', '990001101'))?.unitId).toBe('jia-second')
    expect((await responsible('example', '990022', null))?.unitId).toBe('yi')
    expect((await responsible('liangshan', '990001', '990001101'))?.unitId).toBe('housing')
  })

  it('公开页面写自己的州名和时限', async () => {
    const home = async (scene: Scene, url = '/') =>
      (await scene.server.inject({ method: 'GET', url, headers: { 'accept-language': 'zh' } })).body
    expect(await home(example)).toContain('示例州')
    for (const words of ['凉山', '凉府办函']) expect(await home(example)).not.toContain(words)
    expect(await home(liangshan)).toContain('凉山州')
    expect(await home(example, '/about')).toContain('依据《示例州12345热线运行管理办法（虚构）》（示府办函〔2026〕1号（虚构））。')
    expect(await home(example, '/about')).not.toContain('凉山')
    const liangshanBasis = '依据《凉山州12345政务服务便民热线运行管理暂行办法》（凉府办函〔2023〕18号），由凉山州大数据中心解释。'
    expect(await home(liangshan, '/about')).toContain(liangshanBasis)
  })

  it('再装一次不变；别的进程听到装载后重新计算', async () => {
    const tables = ['place', 'unit', 'responsibility', 'prefecture', 'policy_pack'] as const
    const content = async () => {
      const all: unknown[] = []
      for (const table of tables) all.push((await house.owner.query(`select * from ${table} t order by t::text`)).rows)
      return all
    }
    const world = () => asActor(house.app.database, systemActor('example'), (tx) => currentWorld(tx, house.app))
    const [before, seen] = [await content(), await world()]
    house.clock.set(house.clock.now().add({ hours: 24 }))
    expect(await loadPrefecture(house.app, folder('example'))).toMatchObject({ ok: true })
    expect(await content()).toEqual(before)
    await expect.poll(async () => (await world()) === seen).toBe(false)
  })
})
