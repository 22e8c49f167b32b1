import type { ConflictView, DraftView, KnowledgeContent } from '@open12345/contract/knowledge'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { assembly } from '../../testing/index.ts'
import { looked } from '../../testing/jobs.ts'
import { scene, type Scene } from '../../testing/scene.ts'
import { figuresIn, passageOf } from './conflict-figures.ts'
import { contradiction, type Telling } from './conflict-finder.ts'
import { contentOf, desksOf, draftLife, must } from './testing/words.ts'

describe('第十七条 [17a] 哪些说法互相矛盾', () => {
  const telling = (more: Partial<Telling> = {}): Telling => ({
    itemId: 'a',
    version: 1,
    title: '居住证多久能办好',
    variants: [],
    body: '受理之日起15个工作日内发放。',
    region: null,
    validFrom: '2026-01-01',
    validTo: null,
    ...more,
  })
  const against = (more: Partial<Telling>, less: Partial<Telling> = {}) => contradiction(telling(less), telling({ itemId: 'b', ...more }))

  it.each([
    ['十五个工作日', ['working-days 15']],
    ['20日内缴费，逾期3天以上', ['days 20', 'days 3']],
    ['工本费二十元，押金1.5万元', ['amount 20', 'amount 15000']],
    ['咨询电话 0834-2161234 或者 12345', ['phone 08342161234', 'phone 12345']],
    ['川府发〔2023〕18号', ['document 2023-18']],
    ['减征50%，48小时内', ['hours 48', 'percent 50']],
    ['２个小时', ['hours 2']],
    ['2026年3月1日起施行，共12345元', ['amount 12345']],
  ])('读出数字：%s', (text, expected) => expect(figuresIn(text).map(({ kind, value }) => `${kind} ${value}`)).toEqual(expected))

  it('同一问题期限不同；写法不同的同一个数不算', () => {
    expect(against({ body: '受理后二十个工作日发证。' })).toEqual({ differing: [{ kind: 'working-days', one: ['15'], other: ['20'] }] })
    expect(against({ body: '受理之日起十五个工作日内发放。' })).toBeUndefined()
    expect(against({ body: '受理之日起15个工作日内发放，特殊情况30个工作日。' })).toBeUndefined()
  })

  it('问法里有一个相同就算同一问题；不相干的问题数字不同不算', () => {
    const body = '受理后20个工作日发证。'
    expect(against({ title: '流动人口证件', variants: ['居住证多久办好'], body })).toBeDefined()
    expect(against({ title: '身份证丢失补领', body })).toBeUndefined()
  })

  it('同一问题答得不一样的，没有数字也算；一字不差的不算', () => {
    expect(against({ body: '本人到派出所领取，不收费。' }, { body: '由社区统一代领。' })).toEqual({ differing: [] })
    expect(against({ body: telling().body })).toBeUndefined()
  })

  it('不同县市、前后相继的不算；全州的与县市的算', () => {
    const body = '受理后20个工作日发证。'
    expect(against({ body, region: '513401' }, { region: '513402' })).toBeUndefined()
    expect(against({ body, region: '513401' })).toBeDefined()
    expect(against({ body, region: '513401101' }, { region: '513401' })).toBeDefined()
    expect(against({ body, validFrom: '2026-06-01' }, { validTo: '2026-05-31' })).toBeUndefined()
    expect(against({ body, validFrom: '2026-05-31' }, { validTo: '2026-05-31' })).toBeDefined()
    expect(against({ body, itemId: 'a' })).toBeUndefined()
  })

  it('摘出有分歧的那一句', () => {
    expect(passageOf('先到窗口登记。受理之日起15个工作日内发放。不收费。', [{ kind: 'working-days', value: '15' }])).toBe(
      '受理之日起15个工作日内发放。',
    )
    expect(passageOf('不收费。', [])).toBe('不收费。')
  })
})

describe('第十七条 [17a] 矛盾的条目交编辑处理', () => {
  let house: Scene
  beforeAll(async () => void (house = await scene()))
  afterAll(() => house.close())
  const ask = desksOf(() => house)
  const { step, write, vouch, publish } = draftLife(ask)
  const vouched = async (content: KnowledgeContent) => vouch(await write(content))
  const published = async (content: KnowledgeContent, itemId: string | null = null) => publish(await write(content, itemId))
  const conflicts = async (state = 'open', login = 'knowledge-editor') =>
    must(await ask<{ items: readonly ConflictView[] }>(login, 'GET', `/knowledge-conflicts?state=${state}`)).items
  const first = contentOf({ title: '公租房申请审核要多少天', body: '街道初审后，15个工作日内审核完毕。\n不收费。' })
  const second = contentOf({ title: '公租房申请审核要几天', body: '材料齐全的，30个工作日内审核完毕。' })
  let [one, other]: DraftView[] = []

  it('发布前中心的审核人看得到，发布后列出来，两处原文并列', async () => {
    one = await published(first)
    expect(await conflicts()).toEqual([])
    const draft = await vouched(second)
    const path = `/knowledge-drafts/${draft.draftId}/conflicts`
    const seen = must(await ask<{ items: readonly ConflictView[] }>('knowledge-editor', 'GET', path)).items
    expect(seen).toMatchObject([
      {
        one: { version: null, passage: '材料齐全的，30个工作日内审核完毕。' },
        other: { itemId: one.itemId, version: 1, passage: '街道初审后，15个工作日内审核完毕。' },
        differing: [{ kind: 'working-days', one: ['30'], other: ['15'] }],
      },
    ])
    expect((await ask('reviewer-housing', 'GET', path)).status).toBe(403)
    other = await step('knowledge-editor', draft, 'publish')
    const [found] = await conflicts()
    expect([found?.one.itemId, found?.other.itemId].toSorted()).toEqual([one.itemId, other.itemId].toSorted())
    expect((await ask('seat', 'GET', '/knowledge-conflicts')).status).toBe(403)
  })

  const settle = (reason: string) =>
    conflicts().then(([found]) =>
      ask('knowledge-editor', 'POST', '/knowledge-conflicts/settle', {
        oneItemId: found?.one.itemId,
        oneVersion: found?.one.version,
        otherItemId: found?.other.itemId,
        otherVersion: found?.other.version,
        reason,
      }),
    )

  it('不矛盾的说明理由，全库再查也不再列；任何一条改了，重新列出', async () => {
    expect((await settle('一条讲初审，一条讲全程。')).status).toBe(200)
    expect(await conflicts()).toEqual([])
    await looked(house, assembly, 'knowledge-conflicts')
    expect(await conflicts()).toEqual([])
    expect(await conflicts('settled')).toMatchObject([{ settled: { reason: '一条讲初审，一条讲全程。', by: '知识库编辑' } }])
    await published({ ...second, body: '材料齐全的，25个工作日内审核完毕。' }, other!.itemId)
    expect(await conflicts('settled')).toEqual([])
    expect((await conflicts()).length).toBe(1)
  })

  it('改成一致的不再列；全库查一遍也一样', async () => {
    await published({ ...second, body: '材料齐全的，15个工作日内审核完毕。\n不收费。' }, other!.itemId)
    const words = (await conflicts()).flatMap(({ differing }) => differing)
    expect(words).toEqual([])
    await published({ ...second, body: first.body }, other!.itemId)
    expect(await conflicts()).toEqual([])
    await looked(house, assembly, 'knowledge-conflicts')
    expect(await conflicts()).toEqual([])
  })

  it('撤下一条，矛盾也就没有了', async () => {
    await published({ ...second, body: '材料齐全的，60个工作日内审核完毕。' }, other!.itemId)
    expect((await conflicts()).length).toBe(1)
    must(await ask('knowledge-editor', 'POST', `/knowledge-items/${one!.itemId}/withdraw`, { reason: '改由各县市公布。' }))
    expect(await conflicts()).toEqual([])
    expect((await settle('没有了。')).status).toBe(400)
  })
})
