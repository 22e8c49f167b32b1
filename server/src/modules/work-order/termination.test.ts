import type { Repeat } from '@open12345/contract/work-order'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { endedIn } from './testing/ended.ts'
import { lookingAt } from './testing/looking.ts'
import { orderHouse, type Filed, type OrderHouse } from './testing/order-house.ts'

let house: OrderHouse
let look: ReturnType<typeof lookingAt>
let begin: ReturnType<typeof endedIn>
beforeAll(async () => {
  house = await orderHouse()
  look = lookingAt(house)
  begin = endedIn(house)
})
beforeEach(() => look.now('2026-03-02T10:00:00'))
afterAll(() => house.close())

const opinion = { opinion: '经查，2025年判决已生效，我局无权另行处理，依法终结办理。' }
const secondTime = '又来反映，要求照旧。'
const repeated = async (): Promise<{ readonly earlier: Filed; readonly later: Filed }> => {
  const earlier = await begin.satisfied()
  const later = await house.dispatchedTo('housing', { content: secondTime })
  await house.done('dispatcher', later.orderId, 'repeat-of', { ofOrderId: earlier.orderId })
  await house.done('clerk-housing', later.orderId, 'sign')
  return { earlier, later }
}

describe('第十三条（四） [13-4] 重复诉求与终结办理', () => {
  it('同一人的原工单才能关联；关联一次；承办单位看不到原工单的事', async () => {
    const other = await begin.satisfied({ phone: '13800138000', name: '另一人' })
    const earlier = await begin.satisfied({ content: '去年就反映过，院坝积水。' })
    const later = await house.dispatchedTo('transport')
    expect(await look.refused('dispatcher', later.orderId, 'repeat-of', { ofOrderId: other.orderId })).toEqual([
      'repeat.not-same-person',
      '13-4',
    ])
    expect((await look.refused('dispatcher', later.orderId, 'repeat-of', { ofOrderId: later.orderId }))[0]).toBe('repeat.not-same-person')
    await house.done('dispatcher', later.orderId, 'repeat-of', { ofOrderId: earlier.orderId })
    expect(await look.refused('dispatcher', later.orderId, 'repeat-of', { ofOrderId: earlier.orderId })).toEqual(['repeat.linked', '13-4'])
    expect((await look.view('dispatcher', later.orderId)).repeatOf).toEqual({ orderId: earlier.orderId, number: earlier.number })
    expect((await look.view('clerk-transport', later.orderId)).repeatOf?.number).toBeNull()
    const everything = await look.everything('clerk-transport', later.orderId, later.number)
    for (const words of [earlier.number, '院坝积水']) expect(everything).not.toContain(words)
    expect(await look.status('clerk-transport', earlier.orderId)).toBe(404)
  })

  it('举报的工单不能与本人的其他工单关联：谁举报的，关联不出来 [20c]', async () => {
    const plain = await begin.satisfied()
    const reported = await house.file({ kind: 'report', subject: 'work-safety' })
    await house.done('seat', reported.orderId, 'accept', {
      kind: 'report',
      subject: 'work-safety',
      place: { county: '513401', township: null },
    })
    const refused = ['repeat.not-same-person', '13-4']
    expect(await look.refused('dispatcher', reported.orderId, 'repeat-of', { ofOrderId: plain.orderId })).toEqual(refused)
    const fresh = await house.dispatchedTo('housing')
    expect(await look.refused('dispatcher', fresh.orderId, 'repeat-of', { ofOrderId: reported.orderId })).toEqual(refused)
  })

  it('承办单位提出详细书面意见，中心负责人核查后终结', async () => {
    const { later } = await repeated()
    const { orderId, token } = later
    expect(await look.refused('handler-housing', orderId, 'termination', opinion)).toEqual(['access.not-entitled', undefined])
    await house.done('clerk-housing', orderId, 'termination', opinion)
    expect(await look.row('centre-manager', orderId, 'waiting=termination')).toMatchObject({ waiting: ['termination'] })
    expect(await look.row('clerk-housing', orderId)).toMatchObject({ waiting: ['termination'] })
    expect(JSON.stringify(await look.request(token))).not.toContain(opinion.opinion)
    expect(await look.refused('dispatcher', orderId, 'confirm-termination', { confirmed: true })).toEqual([
      'access.not-entitled',
      undefined,
    ])
    await house.done('centre-manager', orderId, 'confirm-termination', { confirmed: true })
    expect(await look.view('clerk-housing', orderId)).toMatchObject({ closureKind: 'terminated', pendingTermination: null })
    expect(await look.messages(orderId)).toContain('request-terminated')
  })

  it('不同意的退回，写明理由；同一意见不核查两次；不是重复诉求的不能终结', async () => {
    const single = await house.dispatchedTo('housing')
    await house.done('clerk-housing', single.orderId, 'sign')
    expect(await look.refused('clerk-housing', single.orderId, 'termination', opinion)).toEqual(['termination.not-repeated', '13-4'])
    const { later } = await repeated()
    const { orderId } = later
    await house.done('reviewer-housing', orderId, 'termination', opinion)
    await house.done('centre-manager', orderId, 'confirm-termination', { confirmed: false, reason: '诉求有新的事实，请继续办理。' })
    expect(await look.refused('centre-manager', orderId, 'confirm-termination', { confirmed: true })).toEqual([
      'termination.none-pending',
      '13-4',
    ])
    const seen = await look.view('clerk-housing', orderId)
    expect(seen).toMatchObject({ stage: 'in-hand', pendingTermination: null })
    expect(seen.timeline.at(-1)).toMatchObject({ title: '终结办理未获同意', texts: [{ text: '诉求有新的事实，请继续办理。' }] })
    expect(await look.messages(orderId)).toContain('unit-termination-refused housing')
  })

  it('终结以后再来：解释原意见并办结，不再派单；没有终结的照常受理', async () => {
    const { earlier, later } = await repeated()
    await house.done('clerk-housing', later.orderId, 'termination', opinion)
    await house.done('centre-manager', later.orderId, 'confirm-termination', { confirmed: true })
    const again = await house.file({ content: '第三次反映。' })
    const explaining = { explanation: '原办理意见已依法作出，向您说明如下。' }
    expect(await look.refused('dispatcher', again.orderId, 'explain-termination', { ...explaining, ofOrderId: earlier.orderId })).toEqual([
      'repeat.not-terminated',
      '13-4',
    ])
    await house.done('dispatcher', again.orderId, 'explain-termination', { ...explaining, ofOrderId: later.orderId })
    expect(await look.view('dispatcher', again.orderId)).toMatchObject({
      closureKind: 'explained-again',
      repeatOf: { orderId: later.orderId, number: later.number },
    })
    expect(await look.tasks(again.orderId)).toEqual([])
  })
})

describe('第十三条（四） [13-4] 同一诉求人的其他工单', () => {
  type Found = { readonly items: readonly Repeat[] }
  const found = async (login: string, orderId: string) => (await house.at(login))<Found>('GET', `/orders/${orderId}/repeats`)
  const person = { phone: '13700137000', name: '三次来电的人' }

  it('按来电号码找到，新的在前，至多二十件；相似的标出；终结的附意见；举报的、别人的不在其中 [20c]', async () => {
    const terminated = await house.dispatchedTo('housing', { ...person, content: '要求重新审理二十年前的拆迁补偿。' })
    look.now('2026-03-02T10:01:00')
    const first = await begin.satisfied({ ...person, content: '街道噪音扰民。' })
    await house.done('dispatcher', terminated.orderId, 'repeat-of', { ofOrderId: first.orderId })
    await house.done('clerk-housing', terminated.orderId, 'sign')
    await house.done('clerk-housing', terminated.orderId, 'termination', opinion)
    await house.done('centre-manager', terminated.orderId, 'confirm-termination', { confirmed: true })
    await house.dispatchedTo('housing', { ...person, phone: '13600136000' })
    const hidden = await house.file({ ...person, kind: 'report', subject: 'work-safety' })
    look.now('2026-03-02T10:02:00')
    const words = await house.file({ ...person, subject: 'noise', content: '深夜还在施工，工地的噪音和灯光影响睡觉。' })
    const other = { county: '513424', township: null }
    look.now('2026-03-02T10:03:00')
    const asked = await house.file({ ...person, subject: 'noise', place: other, content: '工地的噪音影响睡觉，深夜还在施工。' })

    const { items } = (await found('dispatcher', asked.orderId)).body
    expect(items.map(({ orderId }) => orderId)).toEqual([words.orderId, first.orderId, terminated.orderId])
    expect(items.map(({ isSimilar }) => isSimilar)).toEqual([true, false, false])
    expect(items[2]).toEqual({
      orderId: terminated.orderId,
      number: terminated.number,
      recordedAt: '2026-03-02T02:00:00.000Z',
      subject: 'water-supply',
      kind: 'help',
      placeName: '西昌市',
      stage: 'closed',
      closureKind: 'terminated',
      isSimilar: false,
      opinion: opinion.opinion,
    })
    expect((await found('dispatcher', hidden.orderId)).body.items).toEqual([])
    expect((await found('dispatcher', first.orderId)).body.items.map(({ orderId }) => orderId)).not.toContain(hidden.orderId)
    const sameMatter = (await found('dispatcher', first.orderId)).body.items.find(({ orderId }) => orderId === terminated.orderId)
    expect(sameMatter?.isSimilar).toBe(true)
  })

  it('反映过很多次的，只列最新的二十件', async () => {
    const often = { phone: '13500135000', name: '常来电的人' }
    const filed: string[] = []
    for (let minute = 0; minute < 22; minute += 1) {
      look.now(`2026-03-02T11:${String(minute).padStart(2, '0')}:00`)
      filed.unshift((await house.file(often)).orderId)
    }
    const [asked, ...earlier] = filed
    expect((await found('dispatcher', asked!)).body.items.map(({ orderId }) => orderId)).toEqual(earlier.slice(0, 20))
  })

  it('承办单位问不到；话务员只找到自己看得见的；看不见的工单无从查起', async () => {
    const filed = await house.dispatchedTo('housing', person)
    expect((await found('clerk-housing', filed.orderId)).body).toMatchObject({ code: 'work-order.not-entitled', clause: '13-4' })
    const mine = (await found('seat', filed.orderId)).body.items.map(({ number }) => number)
    expect(mine.length).toBeGreaterThan(0)
    expect((await found('seat-2', filed.orderId)).body).toMatchObject({ code: 'work-order.not-found' })
  })
})
