import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nobody } from '../../db/actor.ts'
import { asActor } from '../../db/transaction.ts'
import { accountsModule } from '../accounts/index.ts'
import { organisationModule } from '../organisation/index.ts'
import { policyModule } from '../policy/index.ts'
import { sessionModule } from '../session/index.ts'
import { staffHouse, type StaffHouse } from '../session/testing/staff-house.ts'
import { calendarModule, currentWorld } from './index.ts'

let house: StaffHouse
let manager: string
beforeAll(async () => {
  house = await staffHouse({ modules: [sessionModule, accountsModule, organisationModule, calendarModule, policyModule] })
  manager = await house.signIn('centre-manager')
})
afterAll(() => house.close())

const notice = (number: string, change: object = {}) => ({
  number,
  year: 2026,
  settles: ['torch-festival'],
  off: ['2026-08-05', '2026-08-06', '2026-08-07'].map((on) => ({ on, name: '火把节' })),
  worked: [{ on: '2026-08-01', name: '火把节' }],
  ...change,
})
const enter = (body: object) => house.as(manager)('POST', '/calendar-notices', body)
const explained = async (received: string) => {
  const { status, body } = await house.as(undefined)('POST', '/clocks/explain', { clock: 'sign', received })
  expect(status).toBe(200)
  return [body['dueOn'], body['provisional']]
}

describe('第二十六条 [26] 州的放假通知', () => {
  it('录入前暂定，录入后立即确定，并写明文号', async () => {
    expect(await explained('2026-08-04T10:00+08:00')).toEqual(['2026-08-05', true])
    const { status, body } = await enter(notice('凉府办函〔2026〕1号'))
    expect([status, body['inForce'], body['supersedes']]).toEqual([201, true, null])
    expect(await explained('2026-08-04T10:00+08:00')).toEqual(['2026-08-10', false])
    const year = await house.as(undefined)('GET', '/calendars/liangshan/2026')
    expect(year.body['days']).toContainEqual({
      date: '2026-08-01',
      kind: 'worked',
      name: { zh: '火把节', en: '火把节' },
      source: '凉府办函〔2026〕1号',
      local: true,
    })
  })

  it('另一进程录入的，也会听到', async () => {
    const world = () => asActor(house.app.database, nobody('liangshan'), (tx) => currentWorld(tx, house.app))
    const before = await world()
    expect(await world()).toBe(before)
    await house.owner.query("select pg_notify('calendar', '')")
    await expect.poll(async () => (await world()) === before).toBe(false)
  })

  it('更正：同一文号替代自己，旧的留底但不再有效', async () => {
    const { status } = await enter(
      notice('凉府办函〔2026〕1号', { supersedes: '凉府办函〔2026〕1号', off: [{ on: '2026-08-05', name: '火把节' }] }),
    )
    expect(status).toBe(201)
    expect(await explained('2026-08-04T10:00+08:00')).toEqual(['2026-08-06', false])
    const { body } = await house.as(manager)('GET', '/calendar-notices')
    const own = (body['items'] as { number: string; inForce: boolean }[]).filter(({ number }) => number === '凉府办函〔2026〕1号')
    expect(own.map(({ inForce }) => inForce)).toEqual([false, true])
    const { rows } = await house.owner.query('select count(*)::integer as n from calendar_notice')
    expect(rows).toEqual([{ n: 2 }])
  })

  it.each([
    ['notice.duplicate-number', 409, notice('凉府办函〔2022〕121号')],
    ['notice.superseded-unknown', 400, notice('二号', { supersedes: '没有' })],
    ['notice.wrong-year', 400, notice('三号', { off: [{ on: '2027-01-01', name: '元旦' }] })],
    ['notice.day-contradictory', 400, notice('四号', { worked: [{ on: '2026-08-05', name: '火把节' }] })],
    ['notice.contradicts-other', 409, notice('五号', { off: [], worked: [{ on: '2026-08-05', name: '火把节' }] })],
    ['notice.unknown-feast', 400, notice('六号', { settles: ['spring'] })],
    ['notice.empty', 400, notice('七号', { settles: [], off: [], worked: [] })],
    ['input.invalid', 400, notice(' ')],
    ['input.invalid', 400, notice('八号', { off: [{ on: '2026-02-30', name: '火把节' }] })],
  ])('拒绝 %s', async (code, status, body) => {
    const answer = await enter(body)
    expect([answer.body.code, answer.status]).toEqual([code, status])
  })

  it('同时录入同一文号，只进一条', async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => enter(notice('并发〔2026〕1号', { off: [], worked: [], settles: ['yi-new-year'] }))),
    )
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, ...Array.from({ length: 7 }, () => 409)])
  })

  it('没有权限的不能录入；录入的不能改、不能删', async () => {
    expect((await house.as(await house.signIn('seat'))('POST', '/calendar-notices', notice('九号'))).status).toBe(403)
    expect((await house.as(undefined)('POST', '/calendar-notices', notice('九号'))).status).toBe(401)
    for (const statement of ["update calendar_notice set number = 'x'", 'delete from calendar_notice_day'])
      await expect(asActor(house.app.database, nobody('liangshan'), (tx) => sql.raw(statement).execute(tx))).rejects.toThrow(
        'permission denied',
      )
  })

  it('别的地区看不到、也写不进', async () => {
    const seen = await asActor(house.app.database, nobody('elsewhere'), (tx) => currentWorld(tx, { ...house.app }))
    const october = seen.calendars.find(({ id }) => id === 'liangshan')
    expect([...(october?.worked.values() ?? [])].some(({ source }) => source.includes('2026〕1号'))).toBe(false)
  })
})

describe('时限说明 [12-2b]', () => {
  const ask = (body: object) => house.as(undefined)('POST', '/clocks/explain', body)
  it('任何人可问：2023年8月8日收到的求助', async () => {
    const { status, body } = await ask({ clock: 'handle', kind: 'help', received: '2023-08-08T10:00+08:00' })
    expect(status).toBe(200)
    expect(body).toMatchObject({
      dueOn: '2023-08-24',
      dueAt: '2023-08-25T00:00:00+08:00',
      clause: '12-2b',
      pack: 'liangshan-2023-18',
      provisional: false,
    })
  })
  it('裸时限', async () =>
    expect((await ask({ span: '15wd', calendar: 'national', received: '2023-08-08T10:00+08:00' })).body).toMatchObject({
      dueOn: '2023-08-29',
      pack: null,
    }))
  it('第二十八条 [28] 没有施行中的规定，不猜', async () => {
    const { status, body } = await ask({ clock: 'sign', received: '2023-02-16T10:00+08:00' })
    expect([status, body.code, body['clause']]).toEqual([409, 'policy.none-in-force', '28'])
  })
  it.each([{}, { received: 'x'.repeat(61) }, { received: '2023-08-08T10:00+08:00', colour: 'red' }, { received: 5 }, []])(
    '看不懂的提问 %j',
    async (body) => expect((await ask(body)).status).toBe(400),
  )
  it('没有这个日历、年份不对', async () => {
    expect((await house.as(undefined)('GET', '/calendars/moon/2026')).status).toBe(404)
    expect((await house.as(undefined)('GET', '/calendars/national/1066')).status).toBe(400)
  })
  it('第二十七条 [27] 规定、采用和默认值登记都公开', async () => {
    const { body } = await house.as(undefined)('GET', '/packs')
    const packs = body['packs'] as {
      id: string
      silentDefaults: { confirmedBy: null }[]
      limits: { clock: string; kind: string | null; span: string }[]
    }[]
    expect(packs.map(({ id }) => id)).toEqual(['liangshan-2023-18', 'sichuan-2025'])
    expect(packs[0]?.silentDefaults.length).toBeGreaterThan(20)
    expect(packs[1]?.limits).toContainEqual(expect.objectContaining({ clock: 'handle', kind: 'complaint', span: '15wd' }))
    expect(packs[0]?.limits).toContainEqual(expect.objectContaining({ clock: 'assist', kind: 'complaint', span: '8wd' }))
    expect(body['adoptions']).toMatchObject([
      { authority: 'liangshan', pack: 'liangshan-2023-18', from: '2023-02-17', to: null, document: '凉府办函〔2023〕18号' },
    ])
  })
})
