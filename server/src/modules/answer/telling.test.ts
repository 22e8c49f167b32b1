import type { TellingView, ToldItem } from '@open12345/contract/answer'
import type { BridgeView } from '@open12345/contract/bridge'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemActor } from '../../db/actor.ts'
import { asActor } from '../../db/transaction.ts'
import { scene, type Answer, type Desk, type Scene } from '../../testing/scene.ts'
import { publishVersion } from '../knowledge/index.ts'

let house: Scene
const desks = new Map<string, Desk>()
const at = async (login: string): Promise<Desk> => {
  const desk = desks.get(login) ?? (await house.desk(login))
  desks.set(login, desk)
  return desk
}
beforeAll(async () => void (house = await scene()))
afterAll(() => house.close())

let items = 0
/** Published by its owner; once more: its next version. */
const published = (itemId: string, body: string): Promise<number> =>
  asActor(house.app.database, systemActor('liangshan'), (tx) =>
    publishVersion(tx, house.app, {
      itemId,
      title: `高龄津贴怎样领取之${itemId.slice(-3)}`,
      body,
      keywords: ['高龄津贴'],
      owner: { unitId: 'civil-affairs', name: '州民政局' },
      source: '演示：高龄津贴办事指南',
      validOnFrom: Temporal.PlainDate.from('2026-01-01'),
      validOnTo: null,
      reviewOn: Temporal.PlainDate.from('2030-01-01'),
    }),
  )
const newItem = async (): Promise<string> => {
  const itemId = `019b76da-a800-7000-8000-bbbbbbbbb${String((items += 1)).padStart(3, '0')}`
  expect(await published(itemId, '年满八十岁，向户籍所在地乡镇申请。')).toBe(1)
  return itemId
}
const later = (span: Temporal.DurationLike): void => house.clock.set(house.clock.now().add(span))

const filed = async (more: object = {}): Promise<string> => {
  const matter = {
    kind: 'consultation',
    subject: 'social-assistance',
    place: { county: '513401', township: null },
    content: '高龄津贴怎么领？',
  }
  const { status, body } = await house.nobody<{ number: string }>('POST', '/requests', { ...matter, phone: '13987654321', ...more })
  expect(status).toBe(201)
  const { rows } = await house.owner.query<{ order_id: string }>('select order_id from work_order where number = $1', [body.number])
  return rows[0]!.order_id
}
/** Answered on the spot by a seat that quotes this version. */
const answered = async (itemId: string, version = 1): Promise<string> => {
  const orderId = await filed()
  const answer = { kind: 'consultation', answer: '年满八十岁，向乡镇申请。', knowledge: { itemId, version } }
  const { status, body } = await (await at('seat'))('POST', `/orders/${orderId}/answer`, answer)
  expect(status, JSON.stringify(body)).toBeLessThan(300)
  return orderId
}
const listed = async (login = 'follow-up'): Promise<readonly TellingView[]> => {
  const all: TellingView[] = []
  for (let next: string | null = ''; next !== null;) {
    const { body }: Answer<{ items: TellingView[]; next: string | null }> = await (
      await at(login)
    )('GET', `/tellings?limit=2${next === '' ? '' : `&after=${encodeURIComponent(next)}`}`)
    all.push(...body.items)
    next = body.next
  }
  return all
}
const about = async (orderId: string) => (await listed()).filter((one) => one.orderId === orderId)
const settle = async (orderId: string, itemId: string, outcome: string, login = 'follow-up', version = 1) =>
  (await at(login))<{ items: ToldItem[]; code?: string }>('POST', `/tellings/${orderId}/${itemId}/${version}`, { outcome })
const told = async (orderId: string, login = 'follow-up') =>
  (await (await at(login))<{ items: ToldItem[] }>('GET', `/orders/${orderId}/told`)).body.items

describe('第十六条 [16c] 内容改了，找得到按旧内容答复过的人', () => {
  it('没改以前没有人要告知；改了以后列出工单和当时的版本；按新版答复的不在其中', async () => {
    const itemId = await newItem()
    const old = await answered(itemId)
    expect(await about(old)).toEqual([])
    later({ hours: 1 })
    expect(await published(itemId, '年满七十九岁即可申请。')).toBe(2)
    const fresh = await answered(itemId, 2)
    expect(await about(old)).toMatchObject([{ itemId, toldVersion: 1, currentVersion: 2, how: 'seat', tries: 0 }])
    expect(await about(fresh)).toEqual([])
    expect(await told(old)).toMatchObject([{ itemId, version: 1, currentVersion: 2, outcome: null }])
  })

  it('撤下的也要告知', async () => {
    const itemId = await newItem()
    const orderId = await answered(itemId)
    const { status } = await (await at('knowledge-editor'))('POST', `/knowledge-items/${itemId}/withdraw`, { reason: '政策停止执行' })
    expect(status).toBe(200)
    expect(await about(orderId)).toMatchObject([{ currentVersion: null }])
  })

  it('打不通的留着，告知了就了结；了结以后不再登记，同一个请求只算一次', async () => {
    const itemId = await newItem()
    const orderId = await answered(itemId)
    await published(itemId, '改了。')
    expect((await settle(orderId, itemId, 'not-reached')).status).toBe(200)
    expect(await about(orderId)).toMatchObject([{ tries: 1 }])
    const key = { 'idempotency-key': 'telling-0000000000000001' }
    const once = () => at('follow-up').then((desk) => desk('POST', `/tellings/${orderId}/${itemId}/1`, { outcome: 'told' }, key))
    expect([(await once()).status, (await once()).status]).toEqual([200, 200])
    expect(await about(orderId)).toEqual([])
    expect(await told(orderId)).toMatchObject([{ outcome: 'told' }])
    expect((await settle(orderId, itemId, 'not-needed')).body).toMatchObject({ code: 'answer.settled', clause: '16c' })
    expect((await house.owner.query('select from answer_telling where order_id = $1', [orderId])).rowCount).toBe(2)
  })

  it('变化前整九十天答复的还要告知，早一秒的不再打扰', async () => {
    for (const [span, count] of [
      [{ hours: 24 * 90 }, 1],
      [{ hours: 24 * 90, seconds: 1 }, 0],
    ] as const) {
      const itemId = await newItem()
      const orderId = await answered(itemId)
      later(span)
      await published(itemId, '改了。')
      expect(await about(orderId)).toHaveLength(count)
    }
  })

  it('变化前九十一天答复的不再打扰；没有这次答复的，登记不了', async () => {
    const itemId = await newItem()
    const orderId = await answered(itemId)
    later({ hours: 24 * 91 })
    await published(itemId, '改了。')
    expect(await about(orderId)).toEqual([])
    expect((await settle(orderId, await newItem(), 'told')).body).toMatchObject({ code: 'answer.nobody-told' })
  })

  it('办结了的也可以接通，告知以后就不能', async () => {
    const itemId = await newItem()
    const orderId = await answered(itemId)
    const call = async () =>
      (await at('follow-up'))<BridgeView & { code?: string }>('POST', `/orders/${orderId}/bridges`, { purpose: 'tell-again' })
    expect((await call()).body).toMatchObject({ code: 'bridge.order-closed' })
    await published(itemId, '改了。')
    const bridge = await call()
    expect(bridge).toMatchObject({ status: 201, body: { purpose: 'tell-again' } })
    expect((await (await at('follow-up'))('POST', `/bridges/${bridge.body.bridgeId}/end`)).status).toBe(200)
    await settle(orderId, itemId, 'told')
    expect((await call()).body).toMatchObject({ code: 'bridge.order-closed' })
  })

  it('几个人同时登记同一件，只记一次，别的说清楚是登记过了', async () => {
    const itemId = await newItem()
    const orderId = await answered(itemId)
    await published(itemId, '改了。')
    await at('follow-up')
    const answers = await Promise.all(
      (['told', 'not-reached', 'not-needed', 'told', 'not-reached'] as const).map((outcome) => settle(orderId, itemId, outcome)),
    )
    expect(answers.filter(({ status }) => status >= 500)).toEqual([])
    const { rows } = await house.owner.query<{ outcome: string }>(
      'select outcome from answer_telling where order_id = $1 order by telling_id',
      [orderId],
    )
    expect(rows.filter(({ outcome }) => outcome !== 'not-reached')).toHaveLength(1)
    expect(rows).toHaveLength(answers.filter(({ status }) => status < 300).length)
    expect(answers.find(({ status }) => status >= 400)?.body).toMatchObject({ code: 'answer.settled' })
  })

  it('坐席、承办单位没有这张单子', async () => {
    for (const login of ['seat', 'clerk-civil-affairs', 'knowledge-editor'])
      expect((await (await at(login))('GET', '/tellings')).status).toBe(403)
  })
})

describe('第十七条 [17b] 网上看过答复再写诉求的，记下看的是哪一版', () => {
  it('工单上看得到；内容改了同样要告知；没有发布过的不记', async () => {
    const itemId = await newItem()
    const nowhere = '019b76da-a800-7000-8000-cccccccccccc'
    const orderId = await filed({
      told: [
        { itemId, version: 1 },
        { itemId, version: 7 },
        { itemId: nowhere, version: 1 },
      ],
    })
    expect(await told(orderId, 'dispatcher')).toMatchObject([{ itemId, version: 1, how: 'page' }])
    await published(itemId, '改了。')
    expect(await about(orderId)).toMatchObject([{ how: 'page', toldVersion: 1 }])
  })

  it('早就换掉的版本，谁也不会刚看过：不记', async () => {
    const itemId = await newItem()
    await published(itemId, '改了。')
    later({ hours: 23 })
    const read = await filed({ told: [{ itemId, version: 1 }] })
    expect(await told(read, 'dispatcher')).toMatchObject([{ itemId, version: 1 }])
    later({ hours: 2 })
    const invented = await filed({ told: [{ itemId, version: 1 }] })
    expect(await told(invented, 'dispatcher')).toEqual([])
    expect(await about(invented)).toEqual([])
  })

  it('看不到工单的，看不到告知过什么', async () => {
    const itemId = await newItem()
    const orderId = await filed({ told: [{ itemId, version: 1 }] })
    expect((await (await at('clerk-housing'))('GET', `/orders/${orderId}/told`)).status).toBe(404)
  })
})
