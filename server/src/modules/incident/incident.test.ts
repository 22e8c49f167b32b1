import type { IncidentNotice, IncidentView } from '@open12345/contract/incident'
import type { RequestView } from '@open12345/contract/request'
import type { OrderRow } from '@open12345/contract/work-order'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { systemActor } from '../../db/actor.ts'
import { runCommand } from '../work-order/index.ts'
import { lookingAt } from '../work-order/testing/looking.ts'
import { classified, orderHouse, rowCounts, type Filed, type OrderHouse } from '../work-order/testing/order-house.ts'
import { settleIncidents } from './settle.ts'

let house: OrderHouse
let look: ReturnType<typeof lookingAt>
beforeAll(async () => {
  house = await orderHouse()
  look = lookingAt(house)
})
beforeEach(() => look.now('2026-03-02T10:00:00'))
afterAll(() => house.close())

type Detail = IncidentView & { readonly orders: { readonly items: readonly OrderRow[]; readonly next: string | null } }
const wording = {
  title: '城南片区停水',
  notice: '主管道爆裂，预计今晚八点恢复供水。',
  readyAnswer: '您好，城南片区正在抢修，预计今晚八点恢复。',
}
const post = async (login: string, path: string, body: object) => (await house.at(login))<IncidentView>('POST', path, body)
const opened = async (more: object = {}) => {
  const main = await house.dispatchedTo('housing')
  const { status, body } = await post('dispatcher', '/incidents', { mainOrderId: main.orderId, ...wording, ...more })
  expect([status, body.code]).toEqual([201, undefined])
  return { main, incidentId: body.incidentId, incident: body }
}
const acceptedOne = async (more: object = {}): Promise<Filed> => {
  const filed = await house.file(more)
  await house.done('seat', filed.orderId, 'accept', classified)
  return filed
}
const joined = async (incidentId: string, more: object = {}): Promise<Filed> => {
  const filed = await acceptedOne(more)
  await house.done('dispatcher', filed.orderId, 'join-incident', { incidentId })
  return filed
}
const detail = async (login: string, incidentId: string) => (await house.at(login))<Detail>('GET', `/incidents/${incidentId}`)
const listed = async (login: string, query = '') =>
  (await (await house.at(login))<{ items: readonly IncidentView[] }>('GET', `/incidents?limit=100&${query}`)).body.items
const notices = async () => (await house.nobody<{ items: readonly IncidentNotice[] }>('GET', '/incidents/notices')).body.items
const mine = async ({ token }: Filed) => (await house.citizen(token)<RequestView>('GET', '/requests/mine')).body
const incidents = async (): Promise<string> => JSON.stringify((await house.owner.query('select * from incident order by incident_id')).rows)
/** Refused, and nothing is written, neither of orders nor of incidents. */
const refused = async (login: string, path: string, body: object) => {
  const before = [await rowCounts(house), await incidents()]
  const answer = await post(login, path, body)
  expect([await rowCounts(house), await incidents()]).toEqual(before)
  return [answer.body.code, answer.body.clause]
}

describe('第十二条（四） [12-4a] 事件', () => {
  it('以派出的工单开立，事项、地点随它；座席看得到统一答复口径和件数，看不到主工单；公众看得到公告', async () => {
    const { main, incidentId, incident } = await opened()
    expect(incident).toMatchObject({
      ...wording,
      subject: 'water-supply',
      place: { county: '513401', township: null },
      placeName: '西昌市',
      state: 'open',
      openedAt: '2026-03-02T02:00:00.000Z',
      overAt: null,
      joined: 0,
      mainOrderId: main.orderId,
    })
    const one = await joined(incidentId)
    const two = await joined(incidentId, { phone: '13800138000' })
    expect((await listed('seat-2')).find((found) => found.incidentId === incidentId)).toMatchObject({
      readyAnswer: wording.readyAnswer,
      joined: 2,
      mainOrderId: null,
    })
    expect((await detail('dispatcher', incidentId)).body.orders.items.map(({ orderId }) => orderId).toSorted()).toEqual(
      [one.orderId, two.orderId].toSorted(),
    )
    expect((await notices())[0]).toEqual({
      incidentId,
      title: wording.title,
      placeName: '西昌市',
      notice: wording.notice,
      openedAt: '2026-03-02T02:00:00.000Z',
    })
  })

  it('公告可以改、可以收回；收回的公众看不到，单位也看不到', async () => {
    const { incidentId } = await opened({ notice: null })
    const isPublic = async () => (await notices()).some((notice) => notice.incidentId === incidentId)
    expect([await isPublic(), (await detail('clerk-market', incidentId)).status]).toEqual([false, 404])
    await post('dispatcher', `/incidents/${incidentId}/notice`, { notice: '抢修中。' })
    expect(await isPublic()).toBe(true)
    expect((await detail('clerk-market', incidentId)).body).toMatchObject({
      notice: '抢修中。',
      readyAnswer: null,
      joined: null,
      mainOrderId: null,
    })
    await post('dispatcher', `/incidents/${incidentId}/notice`, { notice: null })
    expect(await isPublic()).toBe(false)
  })

  it('没有派单的、不知道的、已经开立的不能开立；座席和单位不能开立 [20c]', async () => {
    const waiting = await acceptedOne()
    const { main } = await opened()
    const open = (login: string, mainOrderId: string) => refused(login, '/incidents', { mainOrderId, ...wording })
    expect(await open('dispatcher', waiting.orderId)).toEqual(['incident.not-dispatched', '12-4a'])
    expect(await open('dispatcher', main.orderId)).toEqual(['incident.already', '12-4a'])
    expect(await open('dispatcher', '019cac46-1500-727d-8470-251a584b244a')).toEqual(['incident.unknown', '12-4a'])
    for (const login of ['seat', 'clerk-housing']) expect((await open(login, main.orderId))[0]).toBe('access.not-entitled')
    const confidential = await house.dispatchedTo('housing', {}, { confidential: true })
    expect(await open('dispatcher', confidential.orderId)).toEqual(['incident.main-confidential', '20c'])
  })

  it('并入：不知道的、结束了的、主工单自己都不行，什么也不写', async () => {
    const { incidentId, main } = await opened()
    const filed = await acceptedOne()
    const join = (orderId: string, id: string) => look.refused('dispatcher', orderId, 'join-incident', { incidentId: id })
    expect(await join(filed.orderId, '019cac46-1500-727d-8470-251a584b244a')).toEqual(['incident.unknown', '12-4a'])
    await house.done('clerk-housing', main.orderId, 'return', { reason: '不属本单位', basis: '三定方案', suggestedUnitId: 'transport' })
    await house.done('dispatcher', main.orderId, 'accept-return', { assignmentId: 'assignment-1' })
    expect(await join(main.orderId, incidentId)).toEqual(['incident.is-main', '12-4a'])
    await post('dispatcher', `/incidents/${incidentId}/end`, { answer: '已恢复供水。' })
    expect(await join(filed.orderId, incidentId)).toEqual(['incident.over', '12-4a'])
  })

  it('结束：并入的每一件都统一答复、发短信、各自回访；拆出的不在其中；只结束一次；中断后接着办，不重复', async () => {
    const { incidentId, main } = await opened()
    const all = [await joined(incidentId), await joined(incidentId, { phone: '13800138000' }), await joined(incidentId)]
    const [first, second, left] = all as [Filed, Filed, Filed]
    await house.done('dispatcher', left.orderId, 'leave-incident', { reason: '另一处爆管' })
    const answer = '城南片区已于十九时恢复供水。'
    look.now('2026-03-02T19:30:00')
    const ended = await post('dispatcher', `/incidents/${incidentId}/end`, { answer })
    expect(ended.body).toMatchObject({ state: 'over', overAt: '2026-03-02T11:30:00.000Z', finalAnswer: answer })
    expect(await refused('dispatcher', `/incidents/${incidentId}/end`, { answer })).toEqual(['incident.over', '12-4a'])
    expect(await refused('dispatcher', `/incidents/${incidentId}/notice`, { notice: '又' })).toEqual(['incident.over', '12-4a'])

    // The program is killed after the first of them.
    const system = { actor: systemActor('liangshan'), outsourced: false }
    await runCommand(
      house.app,
      system,
      first.orderId,
      (words) => ({ name: 'answer-from-incident', answerText: words.put('answer', answer) }),
      {
        at: house.clock.now(),
      },
    )
    for (let time = 0; time < 2; time += 1) await settleIncidents(house.app)
    for (const filed of [first, second]) {
      const { rows } = await house.owner.query(
        `select count(*)::int as count from work_order_event where order_id = $1 and type = 'incident-answered'`,
        [filed.orderId],
      )
      expect(rows).toEqual([{ count: 1 }])
      expect(await look.messages(filed.orderId)).toEqual(expect.arrayContaining(['request-with-incident', 'reply-ready', 'follow-up']))
      expect(await look.clock(filed.orderId, 'requester-1')).toMatchObject({ outcome: 'met' })
      expect(await mine(filed)).toMatchObject({
        status: { code: 'asked' },
        reply: { text: answer, unitName: '12345 热线' },
        incident: { title: wording.title, over: true },
      })
    }
    expect(await look.view('dispatcher', left.orderId)).toMatchObject({ status: 'awaiting-dispatch', incidentId: null })
    expect((await look.view('clerk-housing', main.orderId)).status).toBe('in-hand')
    expect((await house.owner.query('select settled_at from incident where incident_id = $1', [incidentId])).rows).toEqual([
      { settled_at: house.clock.now() },
    ])
    expect((await listed('seat', 'state=over')).map((found) => found.incidentId)).toContain(incidentId)
    expect((await notices()).map((notice) => notice.incidentId)).not.toContain(incidentId)
  })

  it('一边并入、一边结束：并进来的都得到答复，没并进来的说明已经结束', async () => {
    const { incidentId } = await opened()
    const all = await Promise.all(Array.from({ length: 6 }, () => acceptedOne()))
    const join = ({ orderId }: Filed) => house.step('dispatcher', orderId, 'join-incident', { incidentId })
    const ending = post('centre-manager', `/incidents/${incidentId}/end`, { answer: '已恢复供水。' })
    const answers = await Promise.all([...all.map(join), ending])
    expect(answers.at(-1)?.status).toBe(200)
    await settleIncidents(house.app)
    for (const [index, { orderId }] of all.entries()) {
      const { status, body } = answers[index]!
      const { stage } = await look.view('dispatcher', orderId)
      expect(status === 200 ? ['accepted', stage] : [body.code, stage]).toEqual(
        status === 200 ? ['accepted', 'asked'] : ['incident.over', 'to-dispatch'],
      )
    }
  })

  it('诉求人的页面说明与同一事件一并办理，附公告', async () => {
    const { incidentId } = await opened()
    const filed = await joined(incidentId)
    expect(await mine(filed)).toMatchObject({
      status: { title: '与多人反映的同一事件一并办理' },
      incident: { title: wording.title, notice: wording.notice, over: false },
    })
    expect((await mine(await acceptedOne())).incident).toBeNull()
  })
})

describe('第二十条 [20c] 合并、拆出不改变谁看得见什么', () => {
  const people = ['seat', 'seat-2', 'dispatcher', 'centre-manager', 'office', 'clerk-housing', 'clerk-transport', 'clerk-market']

  it('每个岗位、承办单位和每个诉求人：并入前后、拆出后一样', async () => {
    const { incidentId, main } = await opened()
    const one = await acceptedOne({ content: '张家院坝停水，家有病人。', phone: '13911111111', name: '张三' })
    const other = await joined(incidentId, { content: '李家巷停水。', phone: '13922222222', name: '李四' })
    const sees = async (): Promise<readonly (readonly [string, number])[]> =>
      Promise.all(people.map(async (login) => [login, await look.status(login, one.orderId)] as const))
    const before = await sees()
    expect(before.filter(([, status]) => status === 200).map(([login]) => login)).toEqual([
      'seat',
      'dispatcher',
      'centre-manager',
      'office',
    ])
    await house.done('dispatcher', one.orderId, 'join-incident', { incidentId })
    expect(await sees()).toEqual(before)
    for (const login of ['clerk-housing', 'clerk-market']) {
      const everything =
        (await look.everything(login, main.orderId, main.number)) +
        (await look.everything(login, one.orderId, one.number)) +
        JSON.stringify([await listed(login), (await detail(login, incidentId)).body])
      for (const words of [one.orderId, '张家院坝', '张三', other.orderId, '李家巷']) expect(everything).not.toContain(words)
    }
    const seat = await detail('seat-2', incidentId)
    expect([seat.body.joined, seat.body.orders.items]).toEqual([2, []])
    for (const [filed, words] of [
      [one, '李家巷'],
      [other, '张家院坝'],
    ] as const)
      expect(JSON.stringify(await mine(filed))).not.toContain(words)
    await house.done('dispatcher', one.orderId, 'leave-incident', { reason: '另一处' })
    expect(await sees()).toEqual(before)
  })

  it('举报、保密的不能并入', async () => {
    const { incidentId } = await opened()
    const reported = await house.file({ kind: 'report', subject: 'work-safety' })
    await house.done('seat', reported.orderId, 'accept', { ...classified, kind: 'report', subject: 'work-safety' })
    const confidential = await house.file()
    await house.done('seat', confidential.orderId, 'accept', { ...classified, confidential: true })
    for (const { orderId } of [reported, confidential])
      expect(await look.refused('dispatcher', orderId, 'join-incident', { incidentId })).toEqual(['incident.confidential', '20c'])
  })

  it('事件结束后密封的，未列名的在事件里看不到它，件数也不算它；主件密封的，不指出主件', async () => {
    const { incidentId, main } = await opened()
    const [one, other] = [await joined(incidentId), await joined(incidentId)]
    await post('dispatcher', `/incidents/${incidentId}/end`, { answer: '已恢复供水。' })
    await settleIncidents(house.app)
    const persons = await Promise.all(['centre-manager', 'clerk-housing'].map(house.accountId))
    for (const { orderId } of [main, one])
      await house.done('centre-manager', orderId, 'seal', { persons, reason: 'privacy', words: '涉及病情' })
    const seenBy = async (login: string) => {
      const { joined: many, mainOrderId, orders } = (await detail(login, incidentId)).body
      return [many, mainOrderId, orders.items.map(({ orderId }) => orderId)]
    }
    expect(await seenBy('dispatcher')).toEqual([1, null, [other.orderId]])
    expect((await seenBy('seat'))[0]).toBe(1)
    expect((await seenBy('centre-manager')).slice(0, 2)).toEqual([2, main.orderId])
    expect(await mine(one)).toMatchObject({ incident: { title: wording.title, over: true } })
  })
})
