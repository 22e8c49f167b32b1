import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { nobody, systemActor, type Actor } from '../../db/actor.ts'
import { asActor } from '../../db/transaction.ts'
import { putRequester } from '../identity/index.ts'
import { authenticate, mayAct, sessionModule } from '../session/index.ts'
import { staffHouse, type StaffHouse } from '../session/testing/staff-house.ts'
import { simulatedSwitch } from '../telephony/index.ts'
import { contactForRecord, contactModule, hearTelephony, linkRequester, writtenContact } from './index.ts'

let house: StaffHouse
let seat: string
let outsourced: string
let manager: string
const asked: (readonly string[])[] = []
const telephony = simulatedSwitch({ now: () => house.clock.now() })

const phone = '13812341234'
const contacts = contactModule({
  telephony,
  historyOf: async (_tx, _app, _actor, requesterIds) => {
    asked.push(requesterIds)
    return []
  },
})

/** Whose contacts are open at a seat, as its next request is admitted. */
const openAt = async (cookie: string) =>
  (await authenticate({ cookie: () => cookie, authorization: undefined, ip: '' }, house.app))?.actor.requesterIds

beforeAll(async () => {
  house = await staffHouse({
    modules: [sessionModule, contacts],
    gate: { authenticate, may: mayAct, trackingOrder: async () => undefined },
  })
  seat = await house.signIn('seat')
  outsourced = await house.signIn('seat-outsourced')
  manager = await house.signIn('centre-manager')
})
afterAll(() => house.close())
beforeEach(async () => {
  await house.owner.query(`update contact set state = 'finished', finished_at = started_at where state <> 'finished'`)
  asked.length = 0
})

type Item = { readonly contactId: string; readonly state: string; readonly callerMasked: string | null; readonly draft: string | null }
const current = async (token: string): Promise<readonly Item[]> =>
  (await house.as(token)('GET', '/contacts/current')).body['items'] as readonly Item[]
const ring = async (token: string, from = phone): Promise<string> => {
  const { status, body } = await house.as(token)('POST', '/telephony/simulated-calls', { from })
  expect([status, body.code]).toEqual([201, undefined])
  return String(body['contactId'])
}
const step = (token: string, contactId: string, name: string) => house.as(token)('POST', `/contacts/${contactId}/${name}`, {})
const actorOf = async (login: string, scope: Actor['scope']): Promise<Actor> => ({
  ...systemActor('liangshan'),
  scope,
  accountId: await house.accountId(login),
})

describe('第二条 [2-channels] 来电到座席', () => {
  test('空闲座席自己请求时在自己这里振铃，号码打码', async () => {
    const contactId = await ring(seat)
    expect(await current(seat)).toMatchObject([{ contactId, state: 'ringing', callerMasked: '138****1234', draft: null }])
    expect(await current(outsourced)).toEqual([])
  })

  test('接听、挂断、结束登记；顺序不对有话说', async () => {
    const contactId = await ring(seat)
    expect((await step(seat, contactId, 'finish')).body.code).toBe('contact.still-open')
    expect((await step(seat, contactId, 'answer')).body).toMatchObject({ state: 'talking' })
    expect((await telephony.snapshot()).rooms).toEqual([
      { room: contactId, legs: [`${contactId}.citizen.1`, expect.stringMatching(/\.agent\.\d+$/)] },
    ])
    expect((await step(seat, contactId, 'answer')).body.code).toBe('contact.not-ringing')
    expect((await step(seat, contactId, 'finish')).body.code).toBe('contact.still-open')
    expect((await step(seat, contactId, 'hang-up')).body).toMatchObject({ state: 'ended' })
    expect((await telephony.snapshot()).legs.filter(({ call }) => call === contactId)).toEqual([])
    expect((await step(seat, contactId, 'hang-up')).body.code).toBe('contact.already-ended')
    expect((await step(seat, contactId, 'finish')).status).toBe(200)
    expect(await current(seat)).toEqual([])
    expect((await step(seat, contactId, 'finish')).status).toBe(404)
  })

  test('别的座席动不了这个来件', async () => {
    const contactId = await ring(seat)
    for (const name of ['answer', 'hang-up', 'finish']) expect((await step(outsourced, contactId, name)).status).toBe(404)
    expect((await house.as(outsourced)('PUT', `/contacts/${contactId}/draft`, { draft: '{}' })).status).toBe(404)
  })

  test('中心代拨时分给空闲最久的座席；都忙时说明', async () => {
    house.clock.set(house.clock.now().add({ minutes: 1 }))
    const first = await ring(outsourced)
    await step(outsourced, first, 'answer')
    await step(outsourced, first, 'hang-up')
    await step(outsourced, first, 'finish')
    const toSeat = await ring(manager)
    expect((await current(seat)).map(({ contactId }) => contactId)).toEqual([toSeat])
    const toOutsourced = await ring(manager)
    expect((await current(outsourced)).map(({ contactId }) => contactId)).toEqual([toOutsourced])
    const none = await house.as(manager)('POST', '/telephony/simulated-calls', { from: phone })
    expect([none.status, none.body.code]).toEqual([409, 'contact.no-seat-free'])
  })

  test('两个来电同时到，不落在同一座席', async () => {
    await Promise.all([ring(manager), ring(manager)])
    expect([(await current(seat)).length, (await current(outsourced)).length]).toEqual([1, 1])
  })

  test('对方先挂断：记下结束时间，登记表仍可填', async () => {
    const stop = hearTelephony(house.app, telephony)
    const contactId = await ring(seat)
    await step(seat, contactId, 'answer')
    telephony.partyHangsUp(`${contactId}.citizen.1`)
    await expect.poll(async () => (await current(seat))[0]?.state).toBe('ended')
    stop()
  })

  test.each([
    ['', '号码未显示'],
    ['12', '号码无法识别'],
  ])('没有号码也能接听：%s', async (from, shown) => {
    await ring(seat, from)
    expect((await current(seat))[0]?.callerMasked).toBe(shown)
  })
})

describe('座席电脑崩溃', () => {
  test('重新登录后，填了一半的登记表还在；结束登记后即删', async () => {
    const contactId = await ring(seat)
    await step(seat, contactId, 'answer')
    const draft = JSON.stringify({ content: '西昌市航天大道路灯不亮', kind: 'help' })
    expect((await house.as(seat)('PUT', `/contacts/${contactId}/draft`, { draft })).status).toBe(200)
    const again = await house.signIn('seat')
    expect((await current(again))[0]).toMatchObject({ contactId, state: 'talking', draft })
    const { rows } = await house.owner.query<{ row: string }>(`select contact::text as row from contact where contact_id = $1`, [contactId])
    expect(rows[0]?.row).not.toContain(Buffer.from('路灯').toString('hex'))
    await step(again, contactId, 'hang-up')
    await step(again, contactId, 'finish')
    const after = await house.owner.query(`select from contact where contact_id = $1 and draft_sealed is null`, [contactId])
    expect(after.rowCount).toBe(1)
  })
})

describe('第二十条（一） [20a] 来电号码', () => {
  test('同号码的诉求人只在来件开着时随座席可见；每次查号都有审计', async () => {
    const system = systemActor('liangshan')
    const known = await asActor(house.app.database, system, (tx) => putRequester(tx, house.app, { name: '王建国', phone: '138 1234 1234' }))
    const contactId = await ring(seat)
    expect(await openAt(seat)).toContain(known)
    expect(await openAt(outsourced)).toEqual([])
    await current(seat)
    expect(asked.at(-1)).toContain(known)
    const { rows } = await house.owner.query(`select from audit_record where action = 'identity.find' and subject_ids @> array[$1]`, [
      known,
    ])
    expect(rows.length).toBeGreaterThan(0)
    await step(seat, contactId, 'answer')
    await step(seat, contactId, 'hang-up')
    await step(seat, contactId, 'finish')
    expect(await openAt(seat)).toEqual([])
  })

  test('表里没有明文号码', async () => {
    const contactId = await ring(seat)
    const { rows } = await house.owner.query<{ row: string }>(`select contact::text as row from contact where contact_id = $1`, [contactId])
    expect(rows[0]?.row).not.toContain(phone)
    expect(rows[0]?.row).not.toContain(Buffer.from(phone).toString('hex'))
  })
})

describe('第十条 [10-record] 登记时取来件', () => {
  const forRecord = async (login: string, contactId: string) => {
    const actor = await actorOf(login, 'seat')
    return asActor(house.app.database, actor, (tx) => contactForRecord(tx, house.app, contactId, actor.accountId ?? ''))
  }
  test('接听之后才可登记，只限本座席', async () => {
    const contactId = await ring(seat)
    expect(await forRecord('seat', contactId)).toBeUndefined()
    await step(seat, contactId, 'answer')
    expect(await forRecord('seat', contactId)).toMatchObject({ contactId, channel: 'phone', callerPhone: phone })
    expect(await forRecord('seat-outsourced', contactId)).toBeUndefined()
    await step(seat, contactId, 'hang-up')
    expect(await forRecord('seat', contactId)).toBeDefined()
    await step(seat, contactId, 'finish')
    expect(await forRecord('seat', contactId)).toBeUndefined()
  })
  test('新登记的诉求人随即归入来件', async () => {
    const contactId = await ring(seat)
    const actor = await actorOf('seat', 'seat')
    const recorded = await asActor(house.app.database, actor, async (tx) => {
      const requesterId = await putRequester(tx, house.app, { phone: '13900001111' })
      await linkRequester(tx, contactId, requesterId)
      return requesterId
    })
    expect(await openAt(seat)).toContain(recorded)
  })
})

describe('来件 行级权限', () => {
  const seen = async (actor: Actor, contactId: string): Promise<number> =>
    asActor(house.app.database, actor, async (tx) => {
      return (await sql`select from contact where contact_id = ${contactId}`.execute(tx)).rows.length
    })
  test('座席只见自己的，中心见其有无，其他人都不见', async () => {
    const contactId = await ring(seat)
    expect(await seen(await actorOf('seat', 'seat'), contactId)).toBe(1)
    expect(await seen(await actorOf('seat-outsourced', 'seat'), contactId)).toBe(0)
    expect(await seen(await actorOf('dispatcher', 'centre'), contactId)).toBe(1)
    expect(await seen(await actorOf('seat', 'unit'), contactId)).toBe(0)
    expect(await seen(nobody('liangshan'), contactId)).toBe(0)
    expect(await seen({ ...systemActor('other'), authorityId: 'other' }, contactId)).toBe(0)
  })
})

test('第二条 [2-channels] 网上提交的原文原样留存，封存于该来件的密钥之下', async () => {
  const raw = JSON.stringify({ content: '小区停水三天' })
  const contactId = await asActor(house.app.database, systemActor('liangshan'), (tx) =>
    writtenContact(tx, house.app, { channel: 'web', raw, at: house.clock.now() }),
  )
  const { rows } = await house.owner.query<{ state: string; wrapped_key: Buffer; raw_sealed: Buffer }>(
    `select state, wrapped_key, raw_sealed from contact where contact_id = $1`,
    [contactId],
  )
  const [row] = rows
  expect(row?.state).toBe('finished')
  const { keyring } = house.app
  expect(keyring.open(keyring.unwrap(row!.wrapped_key), row!.raw_sealed, `contact/raw/${contactId}`).toString()).toBe(raw)
})
