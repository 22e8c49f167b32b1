import type { KnowledgeContent, KnowledgeGap, RequestView } from '@open12345/contract/knowledge'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { assembly } from '../../testing/index.ts'
import { looked } from '../../testing/jobs.ts'
import { scene, type Scene } from '../../testing/scene.ts'
import { alikenessOf, nearestOf, pairsOf, withoutPersons } from './asked-words.ts'
import { contentOf, desksOf, draftLife, must } from './testing/words.ts'

let house: Scene
beforeAll(async () => void (house = await scene()))
afterAll(() => house.close())

const ask = desksOf(() => house)
const { write, publish: publishDraft } = draftLife(ask)
const search = async (text: string, from: string): Promise<void> =>
  void (await house.server.inject({ url: `/api/v1/knowledge?submitted=true&text=${encodeURIComponent(text)}`, remoteAddress: from }))
const asked = async (text: string, times: number): Promise<void> => {
  for (let one = 1; one <= times; one += 1) await search(text, `10.0.0.${one}`)
}
const gaps = async (): Promise<readonly KnowledgeGap[]> =>
  must(await ask<{ items: readonly KnowledgeGap[] }>('knowledge-editor', 'GET', '/knowledge-gaps')).items
const questions = async () => (await gaps()).map(({ question }) => question)
const requests = async (login: string, state = 'open') =>
  must(await ask<{ items: readonly RequestView[] }>(login, 'GET', `/knowledge-requests?state=${state}`)).items
const request = (question: string, more: object = {}, login = 'knowledge-editor') =>
  ask<RequestView>(login, 'POST', '/knowledge-requests', {
    kind: 'gap',
    question,
    ownerUnitId: 'housing',
    words: '请写明去哪里办。',
    ...more,
  })
const publish = async (content: KnowledgeContent) => publishDraft(await write(content))
const later = (span: Temporal.DurationLike): void => house.clock.set(house.clock.now().add(span))

describe('第十六条（一） [16a] 问了没有答案的', () => {
  it('三个人问过才看得到；同一个人一天问几次算一次', async () => {
    for (let time = 0; time < 5; time += 1) await search('露台加装雨棚报备', '10.0.0.9')
    await asked('楼顶菜园拆除规定', 2)
    expect(await questions()).toEqual([])
    await search('楼顶菜园拆除规定', '10.0.0.3')
    expect(await gaps()).toMatchObject([
      { question: '楼顶菜园拆除规定', occasions: 3, firstOn: '2026-03-02', lastOn: '2026-03-02', alike: [] },
    ])
    later({ hours: 24 })
    await search('露台加装雨棚报备', '10.0.0.9')
    await search('露台加装雨棚报备', '10.0.0.8')
    expect((await gaps()).map(({ question, occasions }) => [question, occasions])).toContainEqual(['露台加装雨棚报备', 3])
  })

  it('还在打字的不算，说完了才算', async () => {
    for (const from of ['10.0.0.1', '10.0.0.2', '10.0.0.3']) {
      for (const typed of ['彩礼', '彩礼登记', '彩礼登记备案手续'])
        await house.server.inject({ url: `/api/v1/knowledge?text=${encodeURIComponent(typed)}`, remoteAddress: from })
      await search('彩礼登记备案手续', from)
    }
    expect((await gaps()).filter(({ question }) => question.startsWith('彩礼'))).toMatchObject([
      { question: '彩礼登记备案手续', occasions: 3, alike: [] },
    ])
  })

  it('网上接着问的，按连起来的意思算；连起来找得到的不算', async () => {
    await publish(contentOf({ title: '彝历年放假安排', body: '彝历年放假三天。' }))
    const ask = async (query: Record<string, string>): Promise<void> => {
      for (let one = 1; one <= 3; one += 1)
        await house.server.inject({ url: `/knowledge?${new URLSearchParams(query)}`, remoteAddress: `10.0.1.${one}` })
    }
    await ask({ text: '那加班呢', after: '彝历年放假安排' })
    await ask({ text: '那押金退吗', after: '斗牛场地租用登记' })
    expect((await questions()).filter((question) => /那加班|那押金/.test(question))).toEqual(['斗牛场地租用登记 那押金退吗'])
  })

  it('差不多的问法归在一起，问得多的在前', async () => {
    await asked('飞线充电举报', 3)
    await asked('怎么举报飞线充电', 4)
    expect(await gaps()).toContainEqual(expect.objectContaining({ question: '怎么举报飞线充电', occasions: 7, alike: ['飞线充电举报'] }))
    expect((await questions())[0]).toBe('怎么举报飞线充电')
  })

  it('找得到的不算；只有编辑看得到', async () => {
    await publish(contentOf({ title: '旧电梯更换申请办法' }))
    await asked('旧电梯更换申请', 4)
    expect(await questions()).not.toContain('旧电梯更换申请')
    for (const login of ['seat', 'clerk-housing', 'reviewer-housing', 'dispatcher'])
      expect((await ask(login, 'GET', '/knowledge-gaps')).status).toBe(403)
  })

  it('不需要条目的，说明理由后不再列出', async () => {
    await asked('外星人登记手续', 3)
    expect(await questions()).toContain('外星人登记手续')
    expect((await ask('knowledge-editor', 'POST', '/knowledge-gaps/dismiss', { question: '外星人登记手续', reason: '玩笑' })).status).toBe(
      200,
    )
    await asked('外星人登记的手续', 5)
    expect((await questions()).join()).not.toContain('外星人')
  })

  it('问过什么九十天后忘记，谁问的第二天忘记', async () => {
    await looked(house, assembly, 'knowledge-asked')
    const kept = async (table: string) => (await house.owner.query(`select from ${table}`)).rows.length
    expect(await kept('knowledge_asked')).toBeGreaterThan(0)
    const { rows } = await house.owner.query<{ days: number }>(`select count(distinct asked_on)::int as days from knowledge_asker`)
    expect(rows[0]?.days).toBe(1)
    later({ hours: 24 * 91 })
    await looked(house, assembly, 'knowledge-asked')
    expect([await kept('knowledge_asked'), await kept('knowledge_asker')]).toEqual([0, 0])
  })
})

it('第十六条（一） [16a] 问过的、说过不需要的再多，每句只读一遍', async () => {
  const words = Array.from({ length: 100 }, (_, one) =>
    [...Array(6).keys()].map((sign) => String.fromCodePoint(0x4e00 + one * 6 + sign)).join(''),
  )
  const authority = house.app.config.authorityId
  await house.owner.query(
    `insert into knowledge_asked (authority_id, question, asked_on, occasions) select $1, question, $2, 3 from unnest($3::text[]) question`,
    [authority, house.clock.now().toString().slice(0, 10), words.slice(0, 40)],
  )
  await house.owner.query(`insert into knowledge_dismissal select $1, question, '不需要', $2, $3 from unnest($4::text[]) question`, [
    authority,
    '00000000-0000-7000-8000-000000000000',
    house.clock.now().toString(),
    words,
  ])
  const listed = await questions()
  expect(listed.filter((question) => words.includes(question))).toEqual([])
  const read = vi.spyOn(String.prototype, 'normalize')
  await questions()
  const times = read.mock.contexts.filter((text) => words.includes(String(text))).length
  read.mockRestore()
  expect(times).toBeGreaterThan(0)
  // Forty questions and a hundred settled ones; whoever reads a text for its pairs spells it twice.
  expect(times).toBeLessThanOrEqual(2 * (40 + 100))
})

it('第十六条（一） [16a] 与全部比，同一句一句比，得到的一样', () => {
  const settled = ['飞线充电举报', '怎么举报飞线充电', '老年食堂送餐范围', '送餐', '请问', '食', '露台加装雨棚报备'].map(pairsOf)
  for (const text of ['举报飞线充电', '食堂送餐', '食', '请问', '雨棚报备', '彝历年放假']) {
    const asked = pairsOf(text)
    expect([text, nearestOf(settled)(asked)]).toEqual([text, Math.max(...settled.map((one) => alikenessOf(asked, one)))])
  }
})

describe('第二十条 [20a] 问的话里不留是谁', () => {
  it.each([
    ['我叫阿约测石，低保怎么办', '低保怎么办'],
    ['13912345678这个号码的社保查询', '这个号码的社保查询'],
    ['１３９ １２３４ ５６７８ 欠费', '欠费'],
    ['一三九一二三四五六七八欠费', '欠费'],
    ['身份证51340119900307123X挂失', '身份证挂失'],
    ['车牌川W12345违章', '车牌违章'],
    ['写信给 abu@mail.example 的回执', '写信给 的回执'],
    ['王建国139/1234/5678五号楼停水', '王建国五号楼停水'],
    ['加装电梯1/3/9=1/2/3=4/5/6/7/8', '加装电梯'],
    ['欠费139;12;345678', '欠费'],
    ['一三九/一二三四/五六七八，欠费', '欠费'],
    ['欠费〇八三四/二一六/二三四五', '欠费'],
    ['欠费5134=3119=9003', '欠费'],
    ['姓名：阿约测石，低保补发', '低保补发'],
    ['姓名/阿约测石，低保补发', '低保补发'],
    ['我叫：阿约测石，低保补发', '低保补发'],
    ['我叫吉克·阿依，低保补发', '低保补发'],
    ['我叫吉克•阿依木果，低保补发', '低保补发'],
    ['改姓名，需要什么材料', '改姓名需要什么材料'],
    ['abu-mail@mail.example，回执', undefined],
    ['12345', undefined],
    ['？', undefined],
  ])('%s', (text, kept) => expect(withoutPersons(text)?.replaceAll(' ', '')).toBe(kept?.replaceAll(' ', '')))

  it('用符号拆开的电话，三个人问了也列不出来', async () => {
    await asked('王建国139/1234/5678五号楼雨水管疏通', 3)
    const listed = (await questions()).filter((question) => question.includes('雨水管疏通'))
    expect(listed).toEqual([expect.not.stringMatching(/139|1234|5678/)])
  })

  it('数据库里也没有', async () => {
    await asked('我叫阿约测石电话13912345678想问牦牛养殖补助', 3)
    const { rows } = await house.owner.query<{ question: string }>('select question from knowledge_asked')
    expect(rows.map(({ question }) => question).join()).toContain('牦牛养殖补助')
    for (const { question } of rows) expect(question).not.toMatch(/阿约|139|5678/)
  })
})

describe('第十六条（二） [16b] 请单位提供标准答案', () => {
  it('请一个单位提供，五个工作日；发布后自行办结，并且注明哪一条答了它', async () => {
    const made = await request('高层住宅二次供水水箱多久清洗一次', { kind: 'standard-answer' })
    expect(made).toMatchObject({
      status: 201,
      body: { state: 'open', kind: 'standard-answer', allowed: ['write', 'decline'], urgedAt: null },
    })
    const { due, explanation } = made.body
    // Ninety-two days behind Monday 2 March is Tuesday 2 June; five working days from it.
    expect([due.startAt.slice(0, 10), due.dueOn]).toEqual(['2026-06-02', '2026-06-09'])
    expect(explanation.length).toBeGreaterThan(0)
    expect((await requests('clerk-housing')).map(({ requestId }) => requestId)).toEqual([made.body.requestId])
    expect(await requests('clerk-transport')).toEqual([])
    expect((await ask('seat', 'GET', '/knowledge-requests')).status).toBe(403)
    await publish(
      contentOf({
        title: '二次供水水箱清洗周期',
        variants: ['高层住宅二次供水水箱多久清洗一次'],
        body: '高层住宅的二次供水水箱每半年清洗一次。',
      }),
    )
    expect((await requests('clerk-housing')).length).toBe(1)
    const told = await publish(
      contentOf({ type: 'standard-answer', title: '高层住宅二次供水水箱多久清洗一次', body: '高层住宅二次供水水箱每半年清洗一次。' }),
    )
    expect(await requests('clerk-housing')).toEqual([])
    expect((await requests('clerk-housing', 'closed'))[0]).toMatchObject({
      state: 'answered',
      answeredBy: { itemId: told.itemId, version: 1 },
    })
  })

  it('同一个问题不请两次；撤销的单位不请；单位自己不能请别人', async () => {
    expect((await request('人才公寓续租条件')).status).toBe(201)
    expect(await request('人才公寓续租条件', { ownerUnitId: 'transport' })).toMatchObject({
      status: 409,
      body: { code: 'knowledge.asked-for' },
    })
    expect((await request('别的问题一个', { ownerUnitId: 'nobody' })).status).toBe(400)
    expect((await request('别的问题一个', {}, 'clerk-housing')).status).toBe(403)
  })

  it('逾期的催一次；由提供单位的审核人或者中心说明理由办结，办结后不再变', async () => {
    const [open] = await requests('reviewer-housing')
    later({ hours: 24 * 8 })
    for (let time = 0; time < 2; time += 1) await looked(house, assembly, 'knowledge-urging')
    expect((await requests('reviewer-housing'))[0]).toMatchObject({ overdue: true, urgedAt: expect.any(String) })
    const { rows } = await house.owner.query(`select from knowledge_urging where kind = 'request-late'`)
    expect(rows.length).toBe(1)
    const decline = (login: string) =>
      ask<RequestView>(login, 'POST', `/knowledge-requests/${open!.requestId}/decline`, { reason: '不属本单位职责。' })
    expect((await decline('clerk-housing')).status).toBe(403)
    expect((await decline('reviewer-transport')).status).toBe(404)
    expect(await decline('reviewer-housing')).toMatchObject({
      status: 200,
      body: { state: 'declined', reason: '不属本单位职责。', allowed: [] },
    })
    expect(await decline('knowledge-editor')).toMatchObject({ status: 409, body: { code: 'knowledge.request-over' } })
  })

  it('问了没有答案的请了单位，就不再列为没有答案；不提供的又列出来', async () => {
    await asked('老年食堂送餐范围', 3)
    expect(await questions()).toContain('老年食堂送餐范围')
    const { requestId } = must(await request('老年食堂送餐范围'))
    expect(await questions()).not.toContain('老年食堂送餐范围')
    must(await ask('knowledge-editor', 'POST', `/knowledge-requests/${requestId}/decline`, { reason: '由民政提供。' }))
    expect(await questions()).toContain('老年食堂送餐范围')
  })
})
