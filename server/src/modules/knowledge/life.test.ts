import type {
  DraftView,
  KnowledgeContent,
  KnowledgeDetail,
  KnowledgeRow,
  KnowledgeVersion,
  ReportView,
} from '@open12345/contract/knowledge'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { assembly, firstMorning } from '../../testing/index.ts'
import { looked } from '../../testing/jobs.ts'
import { scene, type Scene } from '../../testing/scene.ts'
import { reportAnonymously } from './index.ts'
import { contentOf, desksOf, must } from './testing/words.ts'

let house: Scene
beforeAll(async () => void (house = await scene()))
afterAll(() => house.close())

const ask = desksOf(() => house)
const get = async <T>(login: string, path: string): Promise<T> => must(await ask<T>(login, 'GET', path))
const write = (content: KnowledgeContent, itemId: string | null = null, login = 'clerk-housing') =>
  ask<DraftView>(login, 'POST', '/knowledge-drafts', { itemId, content })
const step = (login: string, draft: DraftView, name: string, more: object = {}) =>
  ask<DraftView>(login, 'POST', `/knowledge-drafts/${draft.draftId}/${name}`, { revision: draft.revision, ...more })
const published = async (content: KnowledgeContent, itemId: string | null = null): Promise<DraftView> => {
  const draft = must(await write(content, itemId))
  const submitted = must(await step('clerk-housing', draft, 'submit'))
  const vouched = must(await step('reviewer-housing', submitted, 'vouch'))
  return must(await step('knowledge-editor', vouched, 'publish'))
}
const detail = (itemId: string, login = 'seat') => get<KnowledgeDetail>(login, `/knowledge-items/${itemId}`)
const found = async (text: string): Promise<readonly string[]> =>
  must(await house.nobody<{ items: readonly { itemId: string }[] }>('GET', `/knowledge?text=${encodeURIComponent(text)}`)).items.map(
    ({ itemId }) => itemId,
  )
const later = (span: Temporal.DurationLike): void => house.clock.set(house.clock.now().add(span))
const on = (day: string): void => house.clock.set(Temporal.Instant.from(`${day}T10:00+08:00`))

describe('第十七条 [17a] 起草、提供单位审核、中心审核、发布', () => {
  it('三个人走完一条知识，发布前查不到，发布后查得到，问法也查得到', async () => {
    const content = contentOf({ variants: ['吊脚楼补贴申领渠道'] })
    const draft = must(await write(content))
    expect(draft).toMatchObject({
      state: 'draft',
      revision: 1,
      unitName: expect.stringContaining('住房'),
      allowed: ['write', 'submit', 'drop'],
    })
    const submitted = must(await step('clerk-housing', draft, 'submit'))
    expect(submitted.allowed).toEqual([])
    const waiting = async (login: string) =>
      (await get<{ items: readonly DraftView[] }>(login, '/knowledge-drafts?list=to-review')).items.map(({ draftId }) => draftId)
    expect(await waiting('reviewer-housing')).toContain(draft.draftId)
    expect(await waiting('knowledge-editor')).not.toContain(draft.draftId)
    const vouched = must(await step('reviewer-housing', submitted, 'vouch'))
    expect(await waiting('reviewer-housing')).not.toContain(draft.draftId)
    expect(await waiting('knowledge-editor')).toContain(draft.draftId)
    expect(await found('吊脚楼补贴申领渠道')).toEqual([])
    const done = must(await step('knowledge-editor', vouched, 'publish'))
    expect(done.steps.map(({ kind }) => kind)).toEqual(['written', 'submitted', 'vouched', 'published'])
    expect(await found('吊脚楼补贴申领渠道')).toEqual([draft.itemId])
    const told = await detail(draft.itemId)
    expect(told).toMatchObject({ inForce: true, draftId: null, review: { on: '2027-03-02', nearness: 'far' }, allowed: ['report'] })
    expect(told.steps).toMatchObject([{ kind: 'published', version: 1, by: '知识库编辑' }])
  })

  it('退回要说理由；改过的要重新提交，看过旧稿的不能审核', async () => {
    const draft = must(await write(contentOf()))
    const submitted = must(await step('clerk-housing', draft, 'submit'))
    expect(await step('reviewer-housing', submitted, 'owner-send-back', {})).toMatchObject({ status: 400 })
    const back = must(await step('reviewer-housing', submitted, 'owner-send-back', { reason: '请写明找哪个科室。' }))
    expect(back).toMatchObject({ state: 'returned', steps: [{}, {}, { kind: 'owner-sent-back', reason: '请写明找哪个科室。' }] })
    const path = `/knowledge-drafts/${draft.draftId}`
    const change = { revision: back.revision, content: { ...draft.content, body: '向户籍所在地乡镇住房保障窗口申请。' } }
    const changed = must(await ask<DraftView>('clerk-housing', 'PUT', path, change))
    const again = must(await step('clerk-housing', changed, 'submit'))
    expect(await step('reviewer-housing', submitted, 'vouch')).toMatchObject({ status: 412, body: { code: 'knowledge.changed' } })
    const vouched = must(await step('reviewer-housing', again, 'vouch'))
    const returned = must(await step('knowledge-editor', vouched, 'centre-send-back', { reason: '与现行文件不符。' }))
    expect(returned).toMatchObject({ state: 'returned' })
    expect(must(await step('clerk-housing', returned, 'drop'))).toMatchObject({ state: 'dropped', allowed: [] })
  })

  it.each([
    ['别的单位起草本单位的', 'clerk-transport', 403, 'knowledge.not-yours'],
    ['坐席起草', 'seat', 403, 'access.not-entitled'],
    ['承办人起草', 'handler-housing', 403, 'access.not-entitled'],
  ] as const)('%s，不可以', async (_what, login, status, code) =>
    expect(await write(contentOf(), null, login)).toMatchObject({ status, body: { code } }),
  )

  it('别的单位的审核人看不到，也不能审核；中心的编辑不审核自己写的', async () => {
    const submitted = must(await step('clerk-housing', must(await write(contentOf())), 'submit'))
    expect(await step('reviewer-transport', submitted, 'vouch')).toMatchObject({ status: 404, body: { code: 'knowledge.not-found' } })
    expect(await ask('reviewer-transport', 'GET', `/knowledge-drafts/${submitted.draftId}`)).toMatchObject({ status: 404 })
    expect(await ask('seat', 'GET', `/knowledge-drafts/${submitted.draftId}`)).toMatchObject({ status: 404 })
    const own = must(await step('knowledge-editor', must(await write(contentOf(), null, 'knowledge-editor')), 'submit'))
    const vouched = must(await step('reviewer-housing', own, 'vouch'))
    expect(await step('knowledge-editor', vouched, 'publish')).toMatchObject({
      status: 409,
      body: { code: 'knowledge.own-words', clause: '17a' },
    })
    expect(must(await step('centre-manager', vouched, 'publish')).state).toBe('published')
  })

  it('同一把钥匙只办一次；两个审核人同时发布，只发布一版', async () => {
    const draft = must(await write(contentOf()))
    const vouched = must(await step('reviewer-housing', must(await step('clerk-housing', draft, 'submit')), 'vouch'))
    const both = await Promise.all(['knowledge-editor', 'centre-manager'].map((login) => step(login, vouched, 'publish')))
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409])
    expect((await detail(draft.itemId)).versions).toHaveLength(1)
    const key = { 'idempotency-key': 'knowledge-key-0001' }
    const content = contentOf()
    const twice = [1, 2].map(() => ask<DraftView>('clerk-housing', 'POST', '/knowledge-drafts', { content }, key))
    const [one, other] = (await Promise.all(twice)).map(must)
    expect(one?.draftId).toBe(other?.draftId)
  })
})

describe('第十五条 [15] 录入标准', () => {
  it.each([
    ['没有提供单位', { ownerUnitId: '' }, 400, 'input.invalid'],
    ['没有依据', { document: { name: '', number: null, article: null } }, 400, 'input.invalid'],
    ['没有生效日期', { validFrom: '' }, 400, 'input.invalid'],
    ['标题写成两行', { title: '公租房\n申请' }, 400, 'input.invalid'],
    ['失效早于生效', { validFrom: '2026-05-01', validTo: '2026-04-01' }, 400, 'knowledge.dates-contradict'],
    ['没有这个地区', { region: '999999' }, 400, 'knowledge.region-unknown'],
    ['法律法规没写条款', { type: 'law' }, 400, 'knowledge.article-missing'],
  ] as const)('%s', async (_what, more, status, code) =>
    expect(await write(contentOf(more as Partial<KnowledgeContent>))).toMatchObject({ status, body: { code } }),
  )

  it('同名的不能再写；撤下以后可以', async () => {
    const content = contentOf()
    const { itemId } = await published(content)
    expect(await write(content)).toMatchObject({ status: 409, body: { code: 'knowledge.title-taken', clause: '15' } })
    must(await ask('knowledge-editor', 'POST', `/knowledge-items/${itemId}/withdraw`, { reason: '政策已废止。' }))
    expect((await write(content)).status).toBe(201)
  })

  it('像脚本的文字原样保存为文字', async () => {
    const body = '<script>alert(1)</script>是网页脚本。'
    expect((await detail((await published(contentOf({ body }))).itemId)).versions[0]?.content.body).toBe(body)
  })
})

describe('第十六条 [16c] 版本、复核、撤下', () => {
  it('新版本发布的一刻旧版本作废；某日怎么说的可以查到', async () => {
    on('2026-03-02')
    const content = contentOf()
    const { itemId } = await published(content)
    on('2026-03-04')
    await published({ ...content, body: '改为网上申请。' }, itemId)
    const told = async (day: string) =>
      (await get<{ items: readonly KnowledgeVersion[] }>('seat', `/knowledge-items/${itemId}/told?on=${day}`)).items.map(
        ({ version }) => version,
      )
    expect(await Promise.all(['2026-03-01', '2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05'].map(told))).toEqual([
      [],
      [1],
      [1],
      [1, 2],
      [2],
    ])
    const { versions } = await detail(itemId)
    expect(versions.map(({ version, supersededAt }) => [version, supersededAt])).toEqual([
      [2, null],
      [1, versions[0]?.publishedAt],
    ])
    on('2026-03-06')
    must(await ask('reviewer-housing', 'POST', `/knowledge-items/${itemId}/withdraw`, { reason: '政策已废止。' }))
    expect(await told('2026-03-07')).toEqual([])
    expect(await told('2026-03-06')).toEqual([2])
    expect(await found(content.title)).not.toContain(itemId)
    expect(await detail(itemId)).toMatchObject({ inForce: false, allowed: [], versions: [{ withdrawn: { reason: '政策已废止。' } }, {}] })
    expect(await write({ ...content, body: '再改。' }, itemId)).toMatchObject({ status: 409, body: { code: 'knowledge.withdrawn' } })
  })

  it('到了失效日期的次日就查不到，按版本还读得到', async () => {
    const content = contentOf({ validTo: '2026-03-31' })
    const { itemId } = await published(content)
    on('2026-03-31')
    expect(await found(content.title)).toContain(itemId)
    on('2026-04-01')
    expect(await found(content.title)).not.toContain(itemId)
    expect((await detail(itemId)).versions[0]?.content.title).toBe(content.title)
  })

  it('复核临近和逾期各催一次，不重复；复核后重新计', async () => {
    on('2026-04-10')
    const { itemId } = await published(contentOf({ reviewOn: '2026-05-20' }))
    const due = async () =>
      (await get<{ items: readonly KnowledgeRow[] }>('reviewer-housing', '/knowledge-items?review=due')).items.find(
        (row) => row.itemId === itemId,
      )?.review
    expect(await due()).toBeUndefined()
    on('2026-04-20')
    await looked(house, assembly, 'knowledge-urging')
    const first = await due()
    expect(first).toMatchObject({ on: '2026-05-20', nearness: 'near' })
    expect(first?.urgedAt).not.toBeNull()
    later({ hours: 5 })
    await Promise.all([looked(house, assembly, 'knowledge-urging'), looked(house, assembly, 'knowledge-urging')])
    expect((await due())?.urgedAt).toBe(first?.urgedAt)
    on('2026-05-21')
    await looked(house, assembly, 'knowledge-urging')
    expect(await due()).toMatchObject({ nearness: 'late', urgedAt: house.clock.now().toString({ smallestUnit: 'millisecond' }) })
    expect(await ask('clerk-housing', 'POST', `/knowledge-items/${itemId}/confirm`, {})).toMatchObject({ status: 403 })
    expect(await ask('reviewer-transport', 'POST', `/knowledge-items/${itemId}/confirm`, {})).toMatchObject({ status: 403 })
    const confirmed = must(await ask<KnowledgeDetail>('reviewer-housing', 'POST', `/knowledge-items/${itemId}/confirm`, {}))
    expect(confirmed).toMatchObject({ review: { on: '2027-05-21', nearness: 'far', urgedAt: null } })
    expect(confirmed.steps.map(({ kind }) => kind)).toEqual(['published', 'confirmed'])
  })
})

describe('第十七条 [17a] 纠错', () => {
  const reports = (login: string, state = 'open') =>
    get<{ items: readonly ReportView[] }>(login, `/knowledge-reports?state=${state}`).then(({ items }) => items)
  const decide = (login: string, reportId: string, how: string, body?: object) =>
    ask<ReportView>(login, 'POST', `/knowledge-reports/${reportId}/${how}`, body)

  it('群众不用登录就能纠错，三个工作日；属实的等新版本发布才算答复', async () => {
    house.clock.set(Temporal.Instant.from(firstMorning).add({ hours: 24 * 140 }))
    on('2026-07-20')
    const content = contentOf()
    const { itemId } = await published(content)
    const sent = { at: house.clock.now(), route: 'POST /knowledge/:itemId/report', idempotencyKey: undefined, digest: Buffer.alloc(32) }
    expect((await reportAnonymously(house.app, itemId, '窗口电话变了。', sent)).ok).toBe(true)
    const [report] = (await reports('reviewer-housing')).filter((one) => one.itemId === itemId)
    expect(report).toMatchObject({ from: 'citizen', words: '窗口电话变了。', version: 1, overdue: false, allowed: ['accept', 'reject'] })
    expect(report?.due.dueOn).toBe('2026-07-23')
    expect(report?.explanation.join('')).toContain('3个工作日')
    expect((await reports('reviewer-transport')).some((one) => one.itemId === itemId)).toBe(false)
    expect(await ask('seat', 'GET', '/knowledge-reports')).toMatchObject({ status: 403 })
    const id = report?.reportId ?? ''
    expect(await decide('reviewer-transport', id, 'accept')).toMatchObject({ status: 404 })
    expect(must(await decide('reviewer-housing', id, 'accept'))).toMatchObject({ state: 'accepted', closedAt: null, allowed: [] })
    on('2026-07-24')
    await looked(house, assembly, 'knowledge-urging')
    expect((await reports('knowledge-editor')).find((one) => one.reportId === id)).toMatchObject({
      overdue: true,
      urgedAt: expect.any(String),
    })
    await published({ ...content, body: '窗口电话以公布的为准。' }, itemId)
    expect((await reports('reviewer-housing', 'closed')).find((one) => one.reportId === id)).toMatchObject({
      state: 'answered',
      answeredVersion: 2,
      overdue: true,
    })
  })

  it('不属实的说明理由，一次；话和理由加密存放', async () => {
    const { itemId } = await published(contentOf())
    const { reportId } = must(
      await ask<{ reportId: string }>('seat', 'POST', `/knowledge-items/${itemId}/reports`, { words: '来电人说要去县里办。' }),
    )
    expect(await decide('knowledge-editor', reportId, 'reject', {})).toMatchObject({ status: 400 })
    const done = must(await decide('knowledge-editor', reportId, 'reject', { reason: '县里已委托乡镇办理。' }))
    expect(done).toMatchObject({ from: 'staff', state: 'rejected', reason: '县里已委托乡镇办理。', allowed: [] })
    expect(await decide('reviewer-housing', reportId, 'accept')).toMatchObject({ status: 409, body: { code: 'knowledge.report-decided' } })
    const { rows } = await house.owner.query(`select row_to_json(r)::text as kept from knowledge_report r where report_id = $1`, [reportId])
    expect(JSON.stringify(rows)).not.toMatch(/来电人说|县里已委托/)
  })

  it('没有发布的、撤下的、超过五百字的，不收', async () => {
    const draft = must(await write(contentOf()))
    const tell = (itemId: string, words: string) => ask('seat', 'POST', `/knowledge-items/${itemId}/reports`, { words })
    expect(await tell(draft.itemId, '错了')).toMatchObject({ status: 404 })
    const { itemId } = await published(contentOf())
    expect(await tell(itemId, '错'.repeat(501))).toMatchObject({ status: 400 })
    const { reportId } = must(await ask<{ reportId: string }>('seat', 'POST', `/knowledge-items/${itemId}/reports`, { words: '错了' }))
    must(await decide('knowledge-editor', reportId, 'accept'))
    must(await ask('knowledge-editor', 'POST', `/knowledge-items/${itemId}/withdraw`, { reason: '有误，已撤下。' }))
    expect((await reports('knowledge-editor', 'closed')).find((one) => one.reportId === reportId)).toMatchObject({
      state: 'answered',
      answeredVersion: null,
    })
    expect(await tell(itemId, '错了')).toMatchObject({ status: 404 })
  })
})
