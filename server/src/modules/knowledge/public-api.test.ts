import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemActor } from '../../db/actor.ts'
import { asActor } from '../../db/transaction.ts'
import { testApp, type TestApp } from '../../testing/index.ts'
import { knowledgeModule, publishVersion, type NewVersion } from './index.ts'

let house: TestApp
beforeAll(async () => {
  house = await testApp({ modules: [knowledgeModule] })
  for (let no = 1; no <= 5; no += 1) {
    house.clock.set(house.clock.now().add({ hours: 1 }))
    await publish(no)
  }
})
afterAll(() => house.close())

const idOf = (no: number): string => `019b76da-a800-7000-8000-bbbbbbbbbb0${no}`
const publish = (no: number, more: Partial<NewVersion> = {}) =>
  asActor(house.app.database, systemActor('liangshan'), (tx) =>
    publishVersion(tx, house.app, {
      itemId: idOf(no),
      title: `开放条目第${no}号`,
      body: '向社会开放的内容。',
      keywords: ['开放'],
      owner: { unitId: 'housing', name: '州住房和城乡建设局' },
      source: '演示公告',
      validOnFrom: Temporal.PlainDate.from('2026-01-01'),
      validOnTo: null,
      reviewOn: Temporal.PlainDate.from('2027-01-01'),
      ...more,
    }),
  )
const get = (path: string, headers: Record<string, string> = {}) => house.server.inject({ url: `/api/v1${path}`, headers })
const feed = async (
  query: string,
): Promise<{ readonly items: readonly { readonly itemId: string; readonly version: number }[]; readonly next: string | null }> =>
  (await get(`/knowledge-feed${query}`)).json()
const numbers = ({ items }: Awaited<ReturnType<typeof feed>>) => items.map(({ itemId }) => Number(itemId.at(-1)))

test('第十七条 [17b] 开放接口一页一页读完，不重不漏；只读某时以后的', async () => {
  const first = await feed('?limit=2')
  expect(numbers(first)).toEqual([1, 2])
  const second = await feed(`?limit=2&after=${encodeURIComponent(first.next ?? '')}`)
  const third = await feed(`?limit=2&after=${encodeURIComponent(second.next ?? '')}`)
  expect([numbers(second), numbers(third), third.next]).toEqual([[3, 4], [5], null])
  expect(numbers(await feed(`?updatedSince=${encodeURIComponent('2026-03-02T13:00:00+08:00')}`))).toEqual([4, 5])
  expect(numbers(await feed('?after=nonsense')).length).toBe(5)
})

test('第十七条 [17b] 改过的排到后面，编号不变；撤下的、未生效的、过期的都没有', async () => {
  house.clock.set(house.clock.now().add({ hours: 1 }))
  await publish(2, { body: '改过的内容。' })
  expect((await feed('')).items.at(-1)).toMatchObject({ itemId: idOf(2), version: 2 })
  await publish(3, { validOnFrom: Temporal.PlainDate.from('2026-03-03') })
  await publish(4, { validOnTo: Temporal.PlainDate.from('2026-03-01') })
  await house.owner.query(
    `update knowledge_item set status = 'withdrawn', withdrawn_at = published_at, withdrawn_reason = '试' where item_id = $1`,
    [idOf(5)],
  )
  expect(numbers(await feed(''))).toEqual([1, 2])
  for (const no of [3, 4, 5]) expect((await get(`/knowledge/${idOf(no)}`)).statusCode).toBe(404)
})

test('第十七条 [17b] 没有变的不再传一遍；一分钟之后必再问；别的网站的页面可以读，只能读', async () => {
  for (const path of [`/knowledge/${idOf(1)}`, '/knowledge?text=开放', '/knowledge-feed'].map(encodeURI)) {
    const first = await get(path)
    expect(first.headers).toMatchObject({ 'cache-control': 'public, max-age=60', 'access-control-allow-origin': '*' })
    expect(first.headers['access-control-allow-credentials']).toBeUndefined()
    const etag = String(first.headers.etag)
    const again = await get(path, { 'if-none-match': `"other", W/${etag}` })
    expect([again.statusCode, again.body, again.headers.etag]).toEqual([304, '', etag])
    expect((await get(path, { 'if-none-match': '"other"' })).statusCode).toBe(200)
  }
  const before = String((await get(`/knowledge/${idOf(1)}`)).headers.etag)
  await publish(1, { body: '又改了。' })
  expect((await get(`/knowledge/${idOf(1)}`, { 'if-none-match': before })).statusCode).toBe(200)
  const gone = await get(`/knowledge/${idOf(5)}`)
  expect([gone.statusCode, gone.headers['cache-control']]).toEqual([404, 'no-store'])
})

test('第十七条 [17b] 接口文档写明开放与缓存', async () => {
  const document = (await get('/openapi.json')).body
  expect(document).toContain('/knowledge-feed')
  expect(document).toContain('Cached for 60 s')
})
