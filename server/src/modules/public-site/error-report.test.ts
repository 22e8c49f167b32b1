import { afterAll, beforeAll, expect, test } from 'vitest'
import { testApp, type TestApp } from '../../testing/index.ts'
import { knowledgeModule, loadDemonstrationKnowledge } from '../knowledge/index.ts'
import { loadOrganisation } from '../organisation/index.ts'
import { publicSiteModule } from './index.ts'
import { buildPages } from './testing/build-pages.ts'

let house: TestApp
beforeAll(async () => {
  buildPages()
  house = await testApp({ modules: [publicSiteModule, knowledgeModule] })
  await loadOrganisation(house.app)
  await loadDemonstrationKnowledge(house.app)
})
afterAll(() => house.close())

const item = '/knowledge/019b76da-a800-7000-8000-000000000002'
const ask = (method: 'GET' | 'POST', url: string, fields?: Readonly<Record<string, string>>) =>
  house.server.inject({
    method,
    url,
    headers: {
      accept: 'text/html',
      'sec-fetch-site': 'same-origin',
      ...(fields === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
    },
    ...(fields === undefined ? {} : { payload: new URLSearchParams(fields).toString() }),
  })
const kept = async (): Promise<number> => (await house.owner.query('select from knowledge_report')).rowCount ?? 0
const keyIn = (html: string): string => /name="key" value="([^"]+)"/.exec(html)?.[1] ?? ''

test('第十七条 [17a] 群众在条目下面纠错：不用脚本、不问是谁，按两次只收一条', async () => {
  const page = await ask('GET', item)
  expect(page.body).toContain('内容有误？告诉我们')
  expect(page.body).not.toMatch(/name="(phone|name)"/)
  const sent = { key: keyIn(page.body), words: '第二段说得不清楚。\r\n请改正。' }
  for (const _ of [1, 2]) {
    const answer = await ask('POST', `${item}/report`, sent)
    expect([answer.statusCode, answer.headers.location]).toEqual([303, `${item}?told=1#report`])
  }
  expect(await kept()).toBe(1)
  expect((await ask('GET', `${item}?told=1`)).body).toContain('已收到，谢谢')
  const { rows } = await house.owner.query('select account_id, state, due_on::text from knowledge_report')
  expect(rows).toMatchObject([{ account_id: null, state: 'open' }])
})

test('第十七条 [17a] 没有写、写得太长的，写的话还在；没有这一条的，没有这一页', async () => {
  const before = await kept()
  const empty = await ask('POST', `${item}/report`, { words: '  ' })
  expect([empty.statusCode, empty.body.includes('请写下哪里不对')]).toEqual([400, true])
  const long = await ask('POST', `${item}/report`, { words: `<b>错${'了'.repeat(600)}` })
  expect(long.statusCode).toBe(400)
  expect(long.body).toContain('&lt;b&gt;错了了')
  for (const id of ['019b76da-a800-7000-8000-aaaaaaaaaaaa', 'x'])
    expect((await ask('POST', `/knowledge/${id}/report`, { words: '错了' })).statusCode).toBe(404)
  expect(await kept()).toBe(before)
})
