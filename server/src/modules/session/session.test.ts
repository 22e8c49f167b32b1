import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemActor } from '../../db/actor.ts'
import { asActor } from '../../db/transaction.ts'
import { demonstrationPassword } from '../accounts/index.ts'
import { sessionCookie } from './index.ts'
import { sweepSessions } from './sessions.ts'
import { staffHouse, type StaffHouse } from './testing/staff-house.ts'

let house: StaffHouse
beforeAll(async () => void (house = await staffHouse()))
afterAll(() => house.close())

const later = (duration: Temporal.DurationLike): void => house.clock.set(house.clock.now().add(duration))
const tryIn = (login: string, password: string) => house.as(undefined)('POST', '/session', { login, password })

describe('第二十条 [20b] 谁使用、谁负责：登录', () => {
  it('登录后知道自己是谁、在哪个单位、能做什么', async () => {
    const { status, body } = await tryIn('handler-housing', demonstrationPassword)
    expect(status).toBe(201)
    expect(body).toMatchObject({
      login: 'handler-housing',
      name: '住建承办人',
      roles: ['unit-handler'],
      units: [{ unitId: 'housing', name: '州住房和城乡建设局' }],
      desks: ['unit'],
      mustChangePassword: false,
      demonstration: true,
    })
    expect(body['actions']).toContain('order.draft')
    expect(body['actions']).not.toContain('order.approve')
  })

  it('登录名不分大小写；口令不对、没有此人，回答一字不差', async () => {
    expect((await tryIn('Handler-Housing', demonstrationPassword)).status).toBe(201)
    const wrong = await tryIn('inspector', 'wrong-password')
    const unknown = await tryIn('nobody-here', 'wrong-password')
    expect(wrong.status).toBe(401)
    expect(unknown).toEqual(wrong)
    expect(wrong.body.code).toBe('session.wrong-credentials')
  })

  it('令牌不落库：库里只有带密钥的摘要', async () => {
    const token = await house.signIn('seat')
    const { rows } = await house.owner.query<{ row: string }>('select session::text as row from session')
    expect(rows.length).toBeGreaterThan(0)
    for (const { row } of rows) {
      expect(row).not.toContain(token)
      expect(row).not.toContain(Buffer.from(token).toString('hex'))
    }
  })

  it('令牌只在 HttpOnly、SameSite=Lax 的 Cookie 里', async () => {
    const response = await house.server.inject({
      method: 'POST',
      url: '/api/v1/session',
      payload: { login: 'seat', password: demonstrationPassword },
    })
    expect(response.cookies.find(({ name }) => name === sessionCookie)).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' })
    expect(response.body).not.toContain(response.cookies[0]?.value)
  })

  it('没有岗位的人不能登录；停用的人等同于没有此人', async () => {
    await house.owner.query(`update role_grant set valid_to = $1 where account_id = $2`, [
      house.clock.now(),
      await house.accountId('analyst'),
    ])
    expect((await tryIn('analyst', demonstrationPassword)).body.code).toBe('session.no-role')
    const token = await house.signIn('office')
    await house.owner.query(`update account set disabled_at = $1 where login = 'office'`, [house.clock.now()])
    expect((await house.as(token)('GET', '/session')).status).toBe(401)
    expect((await tryIn('office', demonstrationPassword)).body.code).toBe('session.wrong-credentials')
  })
})

describe('第二十条 [20-mechanism] 连续输错即锁定', () => {
  const guess = (login: string) => tryIn(login, 'not-the-password').then(({ body }) => body.code)

  it('第五次错后锁定十五分钟，差一秒不开，到点即开', async () => {
    for (let time = 1; time <= 5; time += 1) expect(await guess('supervisor'), `第 ${time} 次`).toBe('session.wrong-credentials')
    const locked = await tryIn('supervisor', demonstrationPassword)
    expect(locked.status).toBe(429)
    expect(locked.body).toMatchObject({ code: 'session.locked', title: '连续输错次数过多，请在 15 分钟后再试。' })
    later({ minutes: 14, seconds: 59 })
    expect((await tryIn('supervisor', demonstrationPassword)).body.code).toBe('session.locked')
    later({ seconds: 1 })
    expect((await tryIn('supervisor', demonstrationPassword)).status).toBe(201)
  })

  it('第五次对了就进门，计数归零', async () => {
    for (let time = 1; time <= 4; time += 1) await guess('inspector')
    expect((await tryIn('inspector', demonstrationPassword)).status).toBe(201)
    for (let time = 1; time <= 4; time += 1) await guess('inspector')
    expect((await tryIn('inspector', demonstrationPassword)).status).toBe(201)
  })

  it('不存在的登录名同样会锁，锁不透露有无此人', async () => {
    for (let time = 1; time <= 5; time += 1) await guess('ghost')
    expect(await guess('ghost')).toBe('session.locked')
  })

  it('锁定期间再试不会延长锁定', async () => {
    for (let time = 1; time <= 5; time += 1) await guess('reviewer-market')
    later({ minutes: 10 })
    expect(await guess('reviewer-market')).toBe('session.locked')
    later({ minutes: 5 })
    expect((await tryIn('reviewer-market', demonstrationPassword)).status).toBe(201)
  })

  it('同时猜二十次，只有五次真正比对', async () => {
    const codes = await Promise.all(Array.from({ length: 20 }, () => guess('clerk-ecology')))
    expect(codes.filter((code) => code === 'session.wrong-credentials')).toHaveLength(5)
    expect(codes.filter((code) => code === 'session.locked')).toHaveLength(15)
  })
})

describe('第二十条 [20b] 会话到时即止', () => {
  const status = async (token: string) => (await house.as(token)('GET', '/session')).status

  it('闲置三十分钟：差一秒仍在，到点即止', async () => {
    const token = await house.signIn('dispatcher')
    later({ minutes: 29, seconds: 59 })
    expect(await status(token)).toBe(200)
    later({ minutes: 30 })
    expect(await status(token)).toBe(401)
  })

  it('一直在用也只到十二小时', async () => {
    const token = await house.signIn('dispatcher')
    for (let quarter = 1; quarter < 48; quarter += 1) {
      later({ minutes: 15 })
      expect(await status(token)).toBe(200)
    }
    later({ minutes: 14, seconds: 59 })
    expect(await status(token)).toBe(200)
    later({ seconds: 1 })
    expect(await status(token)).toBe(401)
  })

  it('退出以后令牌作废，再退一次也无妨', async () => {
    const token = await house.signIn('dispatcher')
    expect((await house.as(token)('DELETE', '/session')).status).toBe(204)
    expect(await status(token)).toBe(401)
    expect((await house.as(token)('DELETE', '/session')).status).toBe(204)
  })

  it('可以看到并结束自己的其他登录，动不了别人的', async () => {
    const [here, there, other] = [await house.signIn('follow-up'), await house.signIn('follow-up'), await house.signIn('seat')]
    const { body } = await house.as(here)('GET', '/sessions')
    const items = body['items'] as { sessionId: string; current: boolean }[]
    expect(items.map(({ current }) => current).toSorted()).toEqual([false, true])
    const sessionId = items.find(({ current }) => !current)?.sessionId
    expect((await house.as(other)('DELETE', `/sessions/${sessionId}`)).body.code).toBe('session.not-found')
    expect((await house.as(here)('DELETE', `/sessions/${sessionId}`)).status).toBe(204)
    expect([await status(here), await status(there)]).toEqual([200, 401])
  })

  it.each(['', 'x', 'a'.repeat(43), `${'a'.repeat(42)}é`])('假令牌「%s」不是登录', async (token) => expect(await status(token)).toBe(401))
})

describe('第二十条 [20-mechanism] 修改口令', () => {
  const change = (token: string, current: string, next: string) => house.as(token)('PUT', '/session/password', { current, next })

  it('原口令、强度、是否雷同逐一把关', async () => {
    const token = await house.signIn('clerk-xichang')
    expect((await change(token, 'wrong-password-1', 'brand-new-pass-1')).body.code).toBe('session.wrong-password')
    expect((await change(token, demonstrationPassword, demonstrationPassword)).body.code).toBe('account.password-same')
    expect((await change(token, demonstrationPassword, 'aaaaaaaaaaaa')).body.code).toBe('account.password-weak')
    expect((await change(token, demonstrationPassword, 'clerk-xichang-9')).body.code).toBe('account.password-weak')
  })

  it('改后旧会话全部失效，当前浏览器换发新令牌', async () => {
    const [here, there] = [await house.signIn('handler-xichang'), await house.signIn('handler-xichang')]
    const changed = await change(here, demonstrationPassword, 'brand-new-pass-1')
    expect(changed.status).toBe(200)
    const fresh = changed.cookie ?? ''
    expect(await Promise.all([here, there, fresh].map(async (token) => (await house.as(token)('GET', '/session')).status))).toEqual([
      401, 401, 200,
    ])
    expect((await tryIn('handler-xichang', demonstrationPassword)).status).toBe(401)
    await house.signIn('handler-xichang', 'brand-new-pass-1')
  })

  it('须改口令的人改之前什么也做不了', async () => {
    await house.owner.query('update credential set must_change = true where account_id = $1', [await house.accountId('reviewer-xichang')])
    const token = await house.signIn('reviewer-xichang')
    expect((await house.as(token)('GET', '/session')).body).toMatchObject({ mustChangePassword: true, roles: [], actions: [] })
    expect((await house.as(token)('GET', '/units')).status).toBe(403)
    const { cookie } = await change(token, demonstrationPassword, 'brand-new-pass-2')
    expect((await house.as(cookie)('GET', '/units')).status).toBe(200)
  })
})

describe('第二十条 [20-mechanism] 清扫', () => {
  it('过期一个月的会话和过了锁期的计数被清掉，其余不动', async () => {
    const count = async (table: 'session' | 'sign_in_failure') =>
      (await house.owner.query<{ count: number }>(`select count(*)::int as count from ${table}`)).rows[0]?.count
    await tryIn('somebody', 'wrong-password')
    later({ minutes: 14, seconds: 59 })
    await sweepSessions(house.app)
    expect(await count('sign_in_failure')).toBeGreaterThan(0)
    later({ seconds: 1 })
    await sweepSessions(house.app)
    expect(await count('sign_in_failure')).toBe(0)

    const sessions = await count('session')
    expect(sessions).toBeGreaterThan(0)
    later({ hours: 24 * 30 + 13 })
    await sweepSessions(house.app)
    expect(await count('session')).toBe(0)
  })
})

describe('第二十条 [20c] 各州互不相见', () => {
  it('另一个州的人员查不到这里的单位、人员、会话', async () => {
    const stranger = { ...systemActor('ganzi'), scope: 'centre' } as const
    for (const table of ['unit', 'place', 'account', 'credential', 'role_grant', 'session', 'unit_contact'] as const)
      expect(await asActor(house.app.database, stranger, (tx) => tx.selectFrom(table).select('authority_id').execute()), table).toEqual([])
    for (const table of ['unit', 'account', 'credential'] as const)
      expect(await house.app.database.selectFrom(table).select('authority_id').execute(), `${table}，没有身份`).toEqual([])
  })
})
