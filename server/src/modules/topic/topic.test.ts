import type { TopicView } from '@open12345/contract/topic'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { runOnce } from '../../jobs/every.ts'
import { lookingAt } from '../work-order/testing/looking.ts'
import { classified, orderHouse, rowCounts, type Filed, type OrderHouse } from '../work-order/testing/order-house.ts'
import { topicModule, watchTopics } from './index.ts'

let house: OrderHouse
let look: ReturnType<typeof lookingAt>
beforeAll(async () => {
  house = await orderHouse()
  look = lookingAt(house)
})
beforeEach(async () => {
  look.now('2026-03-02T10:00:00')
  await house.owner.query('truncate topic_entry, topic_gram, topic_regrouping, topic_warning')
  await house.owner.query(`update work_order set accepted_at = '2025-01-01T00:00:00Z' where accepted_at > '2025-06-01T00:00:00Z'`)
})
afterAll(() => house.close())

const phones = ['13912340001', '13912340002', '13912340003', '13912340004', '13912340005', '13912340006']
const flood = [
  '月城花园旁边工地半夜施工打桩，一家老小睡不着',
  '月城花园对面的工地凌晨还在打桩，请管一管',
  '投诉月城花园旁工地夜间施工噪音',
  '月城花园门口工地晚上十点以后还在施工',
  '月城花园隔壁工地通宵打桩，孩子要考试',
]
const others = ['身份证到期如何换领', '公积金异地提取要带什么', '井盖缺失，天黑危险', '广场上音响太大', '低保被取消，没有说明原因']

const accepted = async (content: string, more: object = {}, acceptance: object = {}): Promise<Filed> => {
  const filed = await house.file({ content, ...more })
  await house.done('seat', filed.orderId, 'accept', { ...classified, ...acceptance })
  return filed
}
const told = async (texts: readonly string[], acceptance: object = {}): Promise<readonly Filed[]> => {
  const filed: Filed[] = []
  for (const [at, text] of texts.entries()) filed.push(await accepted(text, { phone: phones[at % phones.length] }, acceptance))
  return filed
}
type Topics = { readonly items: readonly TopicView[]; readonly latelyDays: number }
const asked = (body: Topics): readonly TopicView[] => {
  if (body.items === undefined) throw new Error(JSON.stringify(body))
  return body.items
}
const topics = async (login: string, list = 'hot'): Promise<readonly TopicView[]> =>
  asked((await (await house.at(login))<Topics>('GET', `/topics?list=${list}`)).body)
const post = async (login: string, topicId: string, step: string, body: object) =>
  (await house.at(login))<TopicView>('POST', `/topics/${topicId}/${step}`, body)
const entries = async (): Promise<number> =>
  (await house.owner.query<{ count: number }>('select count(*)::int as count from topic_entry')).rows[0]!.count
const warned = async (): Promise<TopicView> => {
  await told(others)
  await told(flood)
  await watchTopics(house.app)
  const [topic] = await topics('supervisor', 'warned')
  return topic!
}

describe('第十九条 [19a] 热点：多人说同一件事，归在一起，说得出为什么', () => {
  it('同一件事归为一个热点，数件数、人数，列样本、共有的话；单独一件的不列', async () => {
    await told(others)
    await told([...flood, '月城花园工地今晚又在打桩'])
    await watchTopics(house.app)
    const [topic, ...rest] = await topics('dispatcher')
    expect(rest).toEqual([])
    expect(topic).toMatchObject({ messages: 6, people: 6, lately: 6, placeName: '西昌市', firstAt: '2026-03-02T02:00:00.000Z' })
    expect(topic!.shared[0]).toContain('月城花园')
    expect(topic!.days).toEqual([...Array.from({ length: 13 }, () => 0), 6])
    expect(topic!.samples).toHaveLength(3)
    for (const { summary } of topic!.samples) expect(summary).toContain('月城花园')
  })

  it('同一个人说几次，算一个人；以后再来的归到原来的热点，不另开', async () => {
    for (const text of flood.slice(0, 3)) await accepted(text)
    await watchTopics(house.app)
    const [before] = await topics('dispatcher')
    expect(before).toMatchObject({ messages: 3, people: 1 })
    look.now('2026-03-04T10:00:00')
    await accepted(flood[3]!, { phone: phones[1] })
    await watchTopics(house.app)
    expect(await topics('dispatcher')).toMatchObject([{ topicId: before!.topicId, messages: 4, people: 2 }])
  })

  it('做一半断了，接着做，不重复；多处同时做，只有一处在做', async () => {
    await told(flood)
    await watchTopics(house.app)
    const once = await topics('dispatcher')
    await house.owner.query('delete from topic_entry where order_id in (select order_id from topic_entry order by order_id limit 2)')
    const [job] = topicModule.jobs!
    await Promise.all([runOnce(house.app, job!), runOnce(house.app, job!)])
    expect(await topics('dispatcher')).toEqual(once)
    await watchTopics(house.app)
    expect([await topics('dispatcher'), await entries()]).toEqual([once, 5])
  })

  it('正文一个字也不另存：表里只有散列', async () => {
    await told(flood)
    await watchTopics(house.app)
    const { rows } = await house.owner.query('select * from topic_entry')
    const kept = JSON.stringify([rows, (await house.owner.query('select * from topic_gram')).rows])
    for (const word of ['月城', '工地', '打桩']) expect(kept).not.toContain(word)
    expect(rows).toHaveLength(5)
  })
})

describe('第二十条 [20c] 热点里没有不该知道的', () => {
  it('举报件、保密件、涉及被举报单位的，不进任何热点', async () => {
    await told(flood.slice(0, 2), { kind: 'report' })
    await told(flood.slice(2, 4), { confidential: true })
    await told(flood.slice(4), {
      kind: 'report',
      relations: { respondentUnitId: null, respondentAccountId: null, accusedUnitId: 'housing', accusedAccountId: null },
    })
    await watchTopics(house.app)
    expect([await entries(), await topics('centre-manager')]).toEqual([0, []])
  })

  it('归进去以后才保密的，立刻不算，随后清除', async () => {
    const filed = await told(flood)
    await watchTopics(house.app)
    const [sealed, ...rest] = filed
    const knownTo = [await house.accountId('centre-manager'), await house.accountId('dispatcher')]
    await house.done('centre-manager', sealed!.orderId, 'seal', { persons: knownTo, reason: 'privacy', words: '只限两人知道。' })
    expect((await topics('supervisor'))[0]).toMatchObject({ messages: rest.length })
    expect((await topics('centre-manager'))[0]).toMatchObject({ messages: rest.length })
    await watchTopics(house.app)
    expect(await entries()).toBe(rest.length)
  })

  it('承办单位只看到自己经办的那几件，数的也只是那几件', async () => {
    const filed = await told(flood)
    await watchTopics(house.app)
    expect(await topics('clerk-housing')).toEqual([])
    for (const { orderId } of filed.slice(0, 2))
      await house.done('dispatcher', orderId, 'dispatch', { unitId: 'housing', principle: 'duty' })
    const [seen] = await topics('clerk-housing')
    expect(seen).toMatchObject({ messages: 2, people: 2, lately: 2, warning: null })
    expect(seen!.samples.map(({ orderId }) => orderId).toSorted()).toEqual(
      filed
        .slice(0, 2)
        .map(({ orderId }) => orderId)
        .toSorted(),
    )
    expect(await topics('clerk-market')).toEqual([])
  })

  it('派单、督办、负责人、办公室、承办单位可以看；坐席、分析、管理员不可以', async () => {
    for (const login of ['dispatcher', 'supervisor', 'centre-manager', 'office', 'clerk-housing', 'reviewer-housing'])
      expect([login, (await (await house.at(login))('GET', '/topics')).status]).toEqual([login, 200])
    for (const login of ['seat', 'follow-up', 'inspector', 'handler-housing', 'analyst', 'security-admin'])
      expect([login, (await (await house.at(login))('GET', '/topics')).status]).toEqual([login, 403])
    expect((await house.nobody('GET', '/topics')).status).toBe(401)
  })
})

describe('第十九条 [19a] 突增就预警，有责任人、期限、结果', () => {
  it('三日内五件、多人：预警归中心，一个工作日内处置；同一热点不重复预警', async () => {
    const topic = await warned()
    expect(topic.warning).toEqual({
      reasons: ['surge'],
      raisedAt: '2026-03-02T02:00:00.000Z',
      dueAt: '2026-03-03T16:00:00.000Z',
      dueOn: '2026-03-03',
      owner: 'centre',
      ownerUnitName: null,
      state: 'open',
      incidentId: null,
      reason: null,
      decidedAt: null,
    })
    await watchTopics(house.app)
    const { rows } = await house.owner.query('select count(*)::int as count from topic_warning')
    expect(rows).toEqual([{ count: 1 }])
  })

  it('少一件不预警；没有人接着说，过后不再预警', async () => {
    await told(flood.slice(0, 4))
    await watchTopics(house.app)
    expect(await topics('supervisor', 'warned')).toEqual([])
  })

  it('转给单位：单位看得到这个预警；转回办公室，单位就看不到', async () => {
    const { topicId } = await warned()
    const { orderId } = (await topics('supervisor'))[0]!.samples[0]!
    await house.done('dispatcher', orderId, 'dispatch', { unitId: 'housing', principle: 'duty' })
    const passed = await post('supervisor', topicId, 'pass', { owner: 'unit', unitId: 'housing' })
    expect(passed.body.warning).toMatchObject({ owner: 'unit', ownerUnitName: '州住房和城乡建设局' })
    expect((await topics('clerk-housing', 'warned')).map((one) => one.warning?.owner)).toEqual(['unit'])
    expect((await post('supervisor', topicId, 'pass', { owner: 'unit', unitId: 'housing' })).body.code).toBe('topic.same-owner')
    expect((await post('supervisor', topicId, 'pass', { owner: 'unit', unitId: 'nowhere' })).body.code).toBe('topic.owner-unit')
    expect((await post('office', topicId, 'pass', { owner: 'office' })).status).toBe(200)
    expect(await topics('clerk-housing', 'warned')).toEqual([])
    expect((await post('clerk-housing', topicId, 'dismiss', { reason: '不是' })).status).toBe(403)
  })

  it('解除要说理由；处置过的不能再处置，什么也不写', async () => {
    const { topicId } = await warned()
    expect((await post('supervisor', topicId, 'dismiss', {})).status).toBe(400)
    const { body } = await post('supervisor', topicId, 'dismiss', { reason: '工地已有夜间施工许可，已公告。' })
    expect(body.warning).toMatchObject({
      state: 'dismissed',
      reason: '工地已有夜间施工许可，已公告。',
      decidedAt: '2026-03-02T02:00:00.000Z',
    })
    const before = await rowCounts(house)
    expect((await post('supervisor', topicId, 'dismiss', { reason: '再说一次' })).body.code).toBe('topic.decided')
    expect((await post('supervisor', topicId, 'pass', { owner: 'office' })).body.code).toBe('topic.decided')
    expect(await rowCounts(house)).toEqual(before)
    await watchTopics(house.app)
    expect(await topics('supervisor', 'warned')).toEqual([])
    expect((await topics('supervisor', 'decided')).map((one) => one.topicId)).toEqual([topicId])
  })

  it('属实的按事件处理：从样本开立事件，预警连到它；没有的事件不行', async () => {
    const { topicId, samples } = await warned()
    const { orderId } = samples[0]!
    const unknown = await post('dispatcher', topicId, 'confirm', { incidentId: '019cac46-1500-727d-8470-251a584b244a' })
    expect([unknown.status, unknown.body.code]).toEqual([404, 'incident.unknown'])
    await house.done('dispatcher', orderId, 'dispatch', { unitId: 'housing', principle: 'duty' })
    const desk = await house.at('dispatcher')
    const opened = await desk<{ incidentId: string }>('POST', '/incidents', { mainOrderId: orderId, title: '月城花园旁夜间施工' })
    const { body } = await post('dispatcher', topicId, 'confirm', { incidentId: opened.body.incidentId })
    expect(body.warning).toMatchObject({ state: 'confirmed', incidentId: opened.body.incidentId })
    expect((await post('dispatcher', '019cac46-1500-727d-8470-251a584b244a', 'dismiss', { reason: '没有' })).body.code).toBe(
      'topic.no-warning',
    )
  })
})
