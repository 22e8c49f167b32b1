import { afterAll, beforeAll, expect, test } from 'vitest'
import { nobody, systemActor } from '../../db/actor.ts'
import { asActor } from '../../db/transaction.ts'
import { testApp, type TestApp } from '../../testing/index.ts'
import { knowledgeModule, loadDemonstrationKnowledge, publishVersion, quotedItem, type NewVersion } from './index.ts'

let house: TestApp
beforeAll(async () => {
  house = await testApp({ modules: [knowledgeModule] })
  await loadDemonstrationKnowledge(house.app)
})
afterAll(() => house.close())

const search = async (text: string): Promise<readonly { readonly itemId: string; readonly title: string }[]> => {
  const response = await house.server.inject({ url: `/api/v1/knowledge?text=${encodeURIComponent(text)}` })
  expect(response.statusCode).toBe(200)
  return response.json().items
}
const titles = async (text: string) => (await search(text)).map(({ title }) => title)
const item = (change: Partial<NewVersion> = {}): NewVersion => ({
  itemId: '019b76da-a800-7000-8000-aaaaaaaaaa01',
  title: '火把节期间交通管制',
  body: '火把节期间部分道路分时段管制，请绕行。',
  keywords: ['火把节', '交通管制'],
  owner: { unitId: 'public-security', name: '州公安局' },
  source: '演示公告',
  validOnFrom: Temporal.PlainDate.from('2026-03-01'),
  validOnTo: Temporal.PlainDate.from('2026-03-10'),
  reviewOn: Temporal.PlainDate.from('2026-03-10'),
  ...change,
})
const publish = (version: NewVersion) =>
  asActor(house.app.database, systemActor('liangshan'), (tx) => publishVersion(tx, house.app, version))
const quote = (itemId: string, version: number, on?: string) =>
  asActor(house.app.database, nobody('liangshan'), (tx) =>
    quotedItem(tx, itemId, version, on === undefined ? undefined : Temporal.PlainDate.from(on)),
  )

test('第十五条 [15] 每条知识都有标题、发布单位、文件依据、有效期，且不少于二十五条', async () => {
  const { rows } = await house.owner.query('select title, source, owner_name, valid_on_from from knowledge_item')
  expect(rows.length).toBeGreaterThanOrEqual(25)
  expect(await loadDemonstrationKnowledge(house.app)).toBe(0)
})

test('第十七条 [17b] 两个字就能查到，标题在正文之前', async () => {
  expect((await titles('低保'))[0]).toBe('城乡居民最低生活保障怎样申请')
  expect((await titles('噪声'))[0]).toBe('噪声扰民找谁管')
  expect((await titles('电梯'))[0]).toBe('电梯困人和电梯故障怎么办')
  expect((await titles('停电'))[0]).toBe('停电、停水怎样报修，计划停电停水提前多久通知')
  expect(await titles('公积金')).toContain('住房公积金在哪些情况下可以提取')
})

test('第十七条 [17b] 照平常说话提问也能查到；查不到就是查不到', async () => {
  expect((await titles('老板拖欠我工资怎么办'))[0]).toBe('拖欠农民工工资怎样投诉')
  expect((await titles('身份证丢了怎么补办'))[0]).toBe('申领、换领和补领居民身份证')
  expect((await titles('户口 迁移'))[0]).toBe('户口迁移怎样办')
  expect(await titles('量子力学')).toEqual([])
})

test('特殊符号、引号、百分号不会出错', async () => {
  for (const text of ["'; drop table knowledge_item; --", '%', '_', '《》', '""', '\\', '１２３４５', '🙂', 'Ａ'])
    expect(Array.isArray(await search(text))).toBe(true)
  expect((await titles('１２３４５热线受理'))[0]).toBe('12345热线受理什么，不受理什么')
})

test('第十六条 [16c] 过期的不再查到，未生效的也查不到', async () => {
  await publish(item())
  expect(await titles('火把节期间')).toContain('火把节期间交通管制')
  const start = house.clock.now()
  house.clock.set(Temporal.Instant.from('2026-03-10T23:59:59+08:00'))
  expect(await titles('火把节期间')).toContain('火把节期间交通管制')
  house.clock.set(Temporal.Instant.from('2026-03-11T00:00:00+08:00'))
  expect(await titles('火把节期间')).not.toContain('火把节期间交通管制')
  expect((await house.server.inject({ url: `/api/v1/knowledge/${item().itemId}` })).statusCode).toBe(404)
  house.clock.set(Temporal.Instant.from('2026-02-28T23:59:59+08:00'))
  expect(await titles('火把节期间')).not.toContain('火把节期间交通管制')
  house.clock.set(start)
})

test('第十一条 [11-1] 直接解答引用的是当前版本，旧版本、没有的版本、过期的都拒绝；第十六条 [16c] 旧版本保留原样', async () => {
  const itemId = '019b76da-a800-7000-8000-aaaaaaaaaa02'
  expect(await publish(item({ itemId, title: '市民中心搬迁公告' }))).toBe(1)
  expect(await quote(itemId, 1)).toMatchObject({ ok: true, value: { version: 1 } })
  expect(await publish(item({ itemId, title: '市民中心搬迁公告', body: '新的内容。' }))).toBe(2)
  expect(await quote(itemId, 1)).toEqual({ ok: false, refusal: { code: 'knowledge.superseded', facts: { current: 2 } } })
  expect(await quote(itemId, 3)).toMatchObject({ ok: false, refusal: { code: 'knowledge.not-found' } })
  expect(await quote(itemId, 2, '2026-03-10')).toMatchObject({ ok: true, value: { body: '新的内容。' } })
  expect(await quote(itemId, 2, '2026-03-11')).toMatchObject({ ok: false, refusal: { code: 'knowledge.expired' } })
  const { rows } = await house.owner.query('select body from knowledge_item where item_id = $1 and version = 1', [itemId])
  expect(rows).toEqual([{ body: '火把节期间部分道路分时段管制，请绕行。' }])
  expect((await search('搬迁')).length).toBe(1)
})

test('其他地方的知识查不到', async () => {
  const found = await asActor(house.app.database, nobody('other'), (tx) => quotedItem(tx, '019b76da-a800-7000-8000-000000000001', 1))
  expect(found).toMatchObject({ ok: false })
})
