import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { nobody, requesterActor, systemActor, type Actor } from '../../db/actor.ts'
import { insertOrder } from '../message/testing/order-row.ts'
import { staffHouse, type StaffHouse } from '../session/testing/staff-house.ts'
import { sessionCookie, sessionModule } from '../session/index.ts'
import { eventsFor, type LiveEvent, type Notice } from './audience.ts'
import { announce, announceContact, announceMessage, liveModule } from './index.ts'
import { heardBy, isStillSignedIn } from './stream.ts'

const orderId = '0195f000-0000-7000-8000-000000000001'
const me = '0195f000-0000-7000-8000-00000000000a'
const other = '0195f000-0000-7000-8000-00000000000b'
const notice = (more: Partial<Extract<Notice, { kind: 'order' }>> = {}): Notice => ({
  kind: 'order',
  authorityId: 'liangshan',
  orderId,
  version: 3,
  stage: 'to-sign',
  unitId: 'xichang',
  parts: [{ unitId: 'xichang', stage: 'to-sign' }],
  left: [],
  takenBy: null,
  accusedUnits: [],
  barredAccounts: [],
  knownTo: null,
  ...more,
})
const message = (more: Partial<Extract<Notice, { kind: 'message' }>> = {}): Notice => ({
  kind: 'message',
  authorityId: 'liangshan',
  unitId: 'xichang',
  template: 'unit-order-arrived',
  accusedUnits: [],
  barredAccounts: [],
  knownTo: null,
  ...more,
})
const actor = (scope: Actor['scope'], more: Partial<Actor> = {}): Actor => ({ ...systemActor('liangshan'), scope, accountId: me, ...more })
const stageEvent = (stage: string, unitId: string | null): LiveEvent => ({ topic: 'stage', stage, unitId })
const orderEvent: LiveEvent = { topic: 'order', orderId, version: 3 }

describe('第二十条（三） [20c] 实时通知只到有权知道的人', () => {
  test.each<[string, Actor, Notice, readonly LiveEvent[]]>([
    ['中心：全部', actor('centre'), notice(), [stageEvent('to-sign', 'xichang'), orderEvent]],
    ['中心被举报单位的人：无', actor('centre', { unitPathIds: ['centre'] }), notice({ accusedUnits: ['centre'] }), []],
    ['中心被回避的人：无', actor('centre'), notice({ barredAccounts: [me] }), []],
    ['密封而未列为知悉人员的：无', actor('centre'), notice({ knownTo: [other] }), []],
    ['密封而列为知悉人员的', actor('centre'), notice({ knownTo: [me, other] }), [stageEvent('to-sign', 'xichang'), orderEvent]],
    ['密封件的短信，未列入的承办单位人员：无', actor('unit', { unitIds: ['xichang'] }), message({ knownTo: [other] }), []],
    ['承办单位：本单位', actor('unit', { unitIds: ['xichang'] }), notice(), [stageEvent('to-sign', 'xichang'), orderEvent]],
    ['别的单位：无', actor('unit', { unitIds: ['dechang'] }), notice(), []],
    [
      '被举报单位的下级：无',
      actor('unit', { unitIds: ['xichang'], unitPathIds: ['xichang', 'zhou'] }),
      notice({ accusedUnits: ['zhou'] }),
      [],
    ],
    [
      '会签：各单位只听自己的环节',
      actor('unit', { unitIds: ['dechang'] }),
      notice({
        parts: [
          { unitId: 'xichang', stage: 'in-hand' },
          { unitId: 'dechang', stage: 'to-sign' },
        ],
      }),
      [stageEvent('to-sign', 'dechang'), orderEvent],
    ],
    [
      '不再承办的：只知道要重看',
      actor('unit', { unitIds: ['dechang'] }),
      notice({ left: ['dechang'] }),
      [stageEvent('closed', 'dechang'), orderEvent],
    ],
    [
      '不再承办而被举报的：无',
      actor('unit', { unitIds: ['dechang'], unitPathIds: ['dechang'] }),
      notice({ left: ['dechang'], accusedUnits: ['dechang'] }),
      [],
    ],
    ['尚未派单：单位不知', actor('unit', { unitIds: ['xichang'] }), notice({ unitId: null, parts: [], stage: 'to-dispatch' }), []],
    ['座席：待受理只报环节', actor('seat'), notice({ stage: 'to-accept', unitId: null }), [stageEvent('to-accept', null)]],
    ['座席：自己接的', actor('seat'), notice({ takenBy: me }), [orderEvent]],
    ['座席：别人接的', actor('seat'), notice({ takenBy: other }), []],
    ['诉求人：无', requesterActor('liangshan', orderId), notice(), []],
    ['管理员：无', nobody('liangshan'), notice({ stage: 'to-accept' }), []],
    ['别的州：无', { ...actor('centre'), authorityId: 'aba' }, notice(), []],
    ['来件：本座席', actor('seat'), { kind: 'contact', authorityId: 'liangshan', accountId: me }, [{ topic: 'contact' }]],
    ['来件：别的座席', actor('seat'), { kind: 'contact', authorityId: 'liangshan', accountId: other }, []],
    ['短信：本单位', actor('unit', { unitIds: ['xichang'] }), message(), [{ topic: 'notice', template: 'unit-order-arrived' }]],
    [
      '短信：回访员只知有变化',
      actor('centre', { roles: ['follow-up'] }),
      message({ unitId: null, template: 'follow-up' }),
      [{ topic: 'message' }],
    ],
    ['短信：无权看短信的中心人员', actor('centre', { roles: ['dispatcher'] }), message(), []],
    ['短信：被回避的回访员', actor('centre', { roles: ['follow-up'] }), message({ barredAccounts: [me] }), []],
    ['给诉求人的短信：单位不知', actor('unit', { unitIds: ['xichang'] }), message({ unitId: null, template: 'follow-up' }), []],
  ])('%s', (_, who, what, expected) => expect(eventsFor(who, what)).toEqual(expected))

  test('同一批里的相同提示只发一次；断线重连提示重看', () => {
    const twice = JSON.stringify([notice(), notice({ orderId: other })])
    expect(heardBy(actor('centre'), twice)).toHaveLength(3)
    expect(heardBy(actor('centre'), undefined)).toEqual([{ topic: 'resync' }])
  })
})

describe('实时通知 经数据库', () => {
  let house: StaffHouse
  let address: string
  beforeAll(async () => {
    house = await staffHouse({ modules: [sessionModule, liveModule] })
    address = await house.server.listen({ port: 0, host: '127.0.0.1' })
  })
  afterAll(() => house.close())

  /** Reads a stream until stopped; the resync of the beginning tells that it is connected. */
  const listen = async (login: string) => {
    const token = await house.signIn(login)
    const leave = new AbortController()
    const response = await fetch(`${address}/api/v1/live`, { headers: { cookie: `${sessionCookie}=${token}` }, signal: leave.signal })
    expect(response.status).toBe(200)
    const events: LiveEvent[] = []
    const decoder = new TextDecoder()
    const reading = (async () => {
      for await (const part of response.body ?? [])
        for (const line of decoder.decode(part as Uint8Array).split('\n'))
          if (line.startsWith('data: ')) events.push(JSON.parse(line.slice(6)) as LiveEvent)
    })().catch(() => {})
    return {
      events,
      stop: async () => {
        leave.abort()
        await reading
      },
    }
  }
  const connected = async (): Promise<void> =>
    expect
      .poll(async () => (await house.owner.query(`select from pg_stat_activity where application_name = 'open12345 notices'`)).rowCount)
      .toBeGreaterThan(0)

  test('提交之后才通知，多步合成一次，被举报单位的人听不到', async () => {
    const dispatcher = await listen('dispatcher')
    const seat = await listen('seat')
    await connected()
    const hidden = await insertOrder(house, { accused: ['centre'] })
    const open = await insertOrder(house)
    await expect
      .poll(() => {
        for (const id of [hidden, open, open, open]) announce(house.app, { authorityId: 'liangshan', orderId: id, unitIds: [] })
        return dispatcher.events.filter(({ topic }) => topic === 'order').length
      })
      .toBeGreaterThan(0)
    expect(dispatcher.events).toContainEqual({ topic: 'order', orderId: open, version: 1 })
    expect(JSON.stringify(dispatcher.events)).not.toContain(hidden)
    expect(seat.events.filter(({ topic }) => topic !== 'resync')).toEqual([])
    await dispatcher.stop()
    await seat.stop()
  })

  test('来件只到本座席；数据库断线后自动重连并提示重看', async () => {
    const seat = await listen('seat')
    const outsourced = await listen('seat-outsourced')
    await connected()
    const seatId = await house.accountId('seat')
    await expect
      .poll(() => {
        announceContact(house.app, seatId)
        announceMessage(house.app, { orderId, unitId: 'xichang', template: 'unit-order-arrived' })
        return seat.events.some(({ topic }) => topic === 'contact')
      })
      .toBe(true)
    expect(outsourced.events.filter(({ topic }) => topic !== 'resync')).toEqual([])
    await sql`select pg_terminate_backend(pid) from pg_stat_activity
      where application_name = 'open12345 notices' and datname = current_database()`.execute(house.app.database)
    await expect.poll(() => seat.events.at(-1)?.topic, { timeout: 5_000 }).toBe('resync')
    await seat.stop()
    await outsourced.stop()
  })

  test('登录到期、退出或岗位变动后不再收听', async () => {
    const token = await house.signIn('follow-up')
    const accountId = await house.accountId('follow-up')
    const listener = actor('centre', { accountId, roles: ['follow-up'], unitIds: ['centre'], unitPathIds: ['centre'] })
    expect(await isStillSignedIn(house.app, listener)).toBe(true)
    expect(await isStillSignedIn(house.app, { ...listener, roles: ['follow-up', 'dispatcher'] })).toBe(false)
    expect(await isStillSignedIn(house.app, { ...listener, unitPathIds: [] }), '并入之后要另算看得到什么').toBe(false)
    expect(await isStillSignedIn(house.app, { ...listener, unitIds: ['centre', 'market'] })).toBe(false)
    expect((await house.as(token)('DELETE', '/session')).status).toBeLessThan(300)
    expect(await isStillSignedIn(house.app, listener)).toBe(false)
  })
})
