import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demonstrationPassword } from '../accounts/index.ts'
import { staffHouse, type StaffHouse } from './testing/staff-house.ts'

let house: StaffHouse
let security: ReturnType<StaffHouse['as']>
beforeAll(async () => {
  house = await staffHouse()
  security = house.as(await house.signIn('security-admin'))
})
afterAll(() => house.close())

const password = 'a-good-password-1'
const later = (seconds: number): void => house.clock.set(house.clock.now().add({ seconds }))
const tryIn = (login: string, code?: string) => house.as(undefined)('POST', '/session', { login, password, code })
const body = async (token: string) => (await house.as(token)('GET', '/session')).body

/** Somebody real: invited, with a password of their own and one role. */
const person = async (login: string, role: string): Promise<string> => {
  const made = await security('POST', '/accounts', { login, name: '测试人' })
  const accountId = String(made.body['accountId'])
  const token = new URL(String(made.body['link']), 'http://localhost').searchParams.get('token')
  await house.as(undefined)('POST', '/accounts/invitations/accept', { token, password })
  await security('POST', `/accounts/${accountId}/grants`, { role, unitId: 'centre' })
  return accountId
}

describe('第二十条 [20-mechanism] 动态码', () => {
  it('须用动态码的岗位：绑定之前岗位不生效，绑定即生效，别处的登录即止', async () => {
    await person('manager.one', 'centre-manager')
    const elsewhere = (await tryIn('manager.one')).cookie!
    const here = (await tryIn('manager.one')).cookie!
    expect(await body(here)).toMatchObject({ roles: [], actions: [], mustEnrolSecondFactor: true, hasSecondFactor: false })
    expect((await house.as(here)('GET', '/orders')).status).toBeGreaterThanOrEqual(400)
    const enrolled = await house.enrol(here)
    expect(await body(enrolled.token)).toMatchObject({ roles: ['centre-manager'], mustEnrolSecondFactor: false, hasSecondFactor: true })
    for (const old of [elsewhere, here]) expect((await house.as(old)('GET', '/session')).status).toBe(401)

    later(30)
    const used = enrolled.code()
    expect((await tryIn('manager.one')).body).toMatchObject({ code: 'session.code-needed', clause: '20-mechanism' })
    expect((await tryIn('manager.one', used)).status).toBe(201)
    expect((await tryIn('manager.one', used)).body.code, '同一个码只用一次').toBe('session.code-wrong')
    later(30)
    expect((await tryIn('manager.one', used)).body.code, '上一个码已用过').toBe('session.code-wrong')
    expect((await tryIn('manager.one', enrolled.code().replace(/^(...)/, '$1 '))).status, '中间的空格不计').toBe(201)
    later(90)
    const stale = enrolled.code()
    later(60)
    expect((await tryIn('manager.one', stale)).body.code, '一分钟前的码').toBe('session.code-wrong')
  })

  it('不要求动态码的岗位照常登录；自愿绑定之后也要', async () => {
    await person('agent.one', 'seat')
    const token = (await tryIn('agent.one')).cookie!
    expect(await body(token)).toMatchObject({ roles: ['seat'], mustEnrolSecondFactor: false })
    await house.enrol(token)
    expect((await tryIn('agent.one')).body.code).toBe('session.code-needed')
  })

  it('猜码与猜口令一样计数：第五次后锁定', async () => {
    await person('agent.two', 'seat')
    const { code } = await house.enrol((await tryIn('agent.two')).cookie!)
    later(60)
    const wrong = code() === '000000' ? '111111' : '000000'
    for (let time = 1; time <= 5; time += 1) expect((await tryIn('agent.two', wrong)).body.code).toBe('session.code-wrong')
    expect((await tryIn('agent.two', code())).body.code).toBe('session.locked')
  })

  it('没有取得密钥、已经绑定、没有登录：都说得清楚', async () => {
    await person('agent.three', 'seat')
    const token = (await tryIn('agent.three')).cookie!
    expect((await house.as(token)('PUT', '/session/second-factor', { code: '123456' })).body.code).toBe('session.factor-not-begun')
    const { token: now } = await house.enrol(token)
    expect((await house.as(now)('POST', '/session/second-factor')).body.code).toBe('session.factor-present')
    expect((await house.as(now)('PUT', '/session/second-factor', { code: '12' })).status).toBe(400)
    expect((await house.as(undefined)('POST', '/session/second-factor')).status).toBe(401)
  })

  it('丢了手机：安全管理员解除，登录即止，岗位到重新绑定才生效；不得解除自己的', async () => {
    const accountId = await person('manager.two', 'office')
    const { token } = await house.enrol((await tryIn('manager.two')).cookie!)
    expect((await security('GET', `/accounts/${accountId}`)).body['secondFactor']).toBe(true)
    expect((await security('POST', `/accounts/${accountId}/second-factor/reset`)).status).toBe(204)
    expect((await house.as(token)('GET', '/session')).status).toBe(401)
    expect((await tryIn('manager.two')).body).toMatchObject({ roles: [], mustEnrolSecondFactor: true })
    expect((await security('POST', `/accounts/${accountId}/second-factor/reset`)).body.code).toBe('account.factor-none')
    const own = await house.accountId('security-admin')
    expect((await security('POST', `/accounts/${own}/second-factor/reset`)).body.code).toBe('account.own-grant')
  })

  it('哪些岗位须用：安全管理员设定，三类管理员不得取消', async () => {
    const before = (await security('GET', '/second-factor-roles')).body['roles'] as string[]
    expect(before).toEqual(['audit-admin', 'centre-manager', 'office', 'security-admin', 'system-admin'])
    expect((await security('PUT', '/second-factor-roles', { roles: ['centre-manager'] })).body).toMatchObject({
      code: 'account.factor-required',
      clause: '20-mechanism',
    })
    await person('overseer', 'supervisor')
    const token = (await tryIn('overseer')).cookie!
    expect(await body(token)).toMatchObject({ roles: ['supervisor'] })
    await security('PUT', '/second-factor-roles', { roles: [...before, 'supervisor'] })
    expect(await body(token), '已登录的也即刻失效').toMatchObject({ roles: [], mustEnrolSecondFactor: true })
    expect((await house.as(await house.signIn('seat'))('GET', '/second-factor-roles')).status).toBe(403)
  })

  it('密钥封存，库里没有明文；演示之外不给动态码', async () => {
    await person('agent.four', 'seat')
    const begun = await house.as((await tryIn('agent.four')).cookie!)('POST', '/session/second-factor')
    const { rows } = await house.owner.query<{ row: string }>('select second_factor::text as row from second_factor')
    for (const { row } of rows) expect(row).not.toContain(String(begun.body['secret']))
    expect((await house.as(undefined)('GET', '/session/entrance/code?login=agent.four')).body['code']).toBeNull()
    expect((await house.as(undefined)('GET', '/session/entrance/code?login=centre-manager')).body['code']).toMatch(/^\d{6}$/)
    const real = await staffHouse({ config: { demonstration: false } })
    expect((await real.as(undefined)('GET', '/session/entrance/code?login=centre-manager')).status).toBe(403)
    await real.close()
  })
})

describe('第二十条 [20-mechanism] 他人的登录', () => {
  it('安全管理员看得到、结束得了某账号的全部登录', async () => {
    const accountId = await house.accountId('dispatcher')
    const token = (await house.as(undefined)('POST', '/session', { login: 'dispatcher', password: demonstrationPassword })).cookie!
    const { body: listed } = await security('GET', `/accounts/${accountId}/sessions`)
    expect(listed['items']).toHaveLength(1)
    expect((await security('POST', `/accounts/${accountId}/sessions/end`)).status).toBe(204)
    expect((await house.as(token)('GET', '/session')).status).toBe(401)
    expect((await security('GET', `/accounts/${accountId}/sessions`)).body['items']).toEqual([])
    expect((await house.as(await house.signIn('dispatcher'))('GET', `/accounts/${accountId}/sessions`)).status).toBe(403)
  })
})
