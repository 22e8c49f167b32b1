import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { staffHouse, type StaffHouse } from '../session/testing/staff-house.ts'
import { demonstrationAccounts, loadDemonstrationAccounts } from './index.ts'

let house: StaffHouse
let manager: ReturnType<StaffHouse['as']>
beforeAll(async () => {
  house = await staffHouse()
  manager = house.as(await house.signIn('security-admin'))
})
afterAll(() => house.close())

const tokenIn = (link: unknown): string => new URL(String(link), 'http://x').searchParams.get('token') ?? ''
const create = (login: string, more: object = {}) => manager('POST', '/accounts', { login, name: '新同志', ...more })
const acceptLink = (link: unknown, password: string) =>
  house.as(undefined)('POST', '/accounts/invitations/accept', { token: tokenIn(link), password })
const grant = (accountId: unknown, role: string, unitId = 'centre', more: object = {}) =>
  manager('POST', `/accounts/${String(accountId)}/grants`, { role, unitId, ...more })

describe('第七条（一） [7-1] 安全管理员管理账号', () => {
  it('建号发链接，本人设口令，授岗之后方能登录', async () => {
    const { status, body } = await create('li.ming', { mobile: '138 0834 1234' })
    expect(status).toBe(201)
    expect((await acceptLink(body['link'], 'first-password-1')).body).toEqual({ login: 'li.ming' })
    const tryIn = () => house.as(undefined)('POST', '/session', { login: 'li.ming', password: 'first-password-1' })
    expect((await tryIn()).body.code).toBe('session.no-role')

    const granted = await grant(body['accountId'], 'unit-clerk', 'xichang-beicheng')
    expect(granted.status).toBe(201)
    expect(granted.body).toMatchObject({
      state: 'active',
      mobile: '138****1234',
      grants: [{ role: 'unit-clerk', unitName: '西昌市北城街道办事处', inForce: true }],
    })
    expect((await tryIn()).body).toMatchObject({ roles: ['unit-clerk'] })
  })

  it('链接只能用一次，七十二小时到点作废，重发即废旧', async () => {
    const once = (await create('once.only')).body
    await acceptLink(once['link'], 'first-password-1')
    expect((await acceptLink(once['link'], 'second-password-2')).body.code).toBe('account.invitation-invalid')

    const late = (await create('too.late')).body
    const { clock } = house
    const now = clock.now()
    clock.set(now.add({ hours: 72 }))
    expect((await acceptLink(late['link'], 'first-password-1')).status).toBe(404)
    clock.set(now.add({ hours: 71, minutes: 59, seconds: 59 }))
    expect((await acceptLink(late['link'], 'too.late-password')).body.code, '弱口令不消耗链接').toBe('account.password-weak')
    expect((await acceptLink(late['link'], 'first-password-1')).status).toBe(200)
    clock.set(now)

    const first = (await create('sent.twice')).body
    const second = (await manager('POST', `/accounts/${String(first['accountId'])}/invitation`)).body
    expect((await acceptLink(first['link'], 'first-password-1')).status).toBe(404)
    expect((await acceptLink(second['link'], 'first-password-1')).status).toBe(200)
  })

  it('链接同时被两人使用，只有一人成功', async () => {
    const { body } = await create('raced.for')
    const answers = await Promise.all(
      ['racing-pass-1', 'racing-pass-2', 'racing-pass-3'].map((password) => acceptLink(body['link'], password)),
    )
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 404, 404])
  })

  it('岗位按时段生效，收回立即生效', async () => {
    const login = 'clerk-market'
    const token = await house.signIn(login)
    const accountId = await house.accountId(login)
    const { clock } = house
    const now = clock.now()
    const added = await grant(accountId, 'unit-handler', 'market', {
      from: now.add({ minutes: 10 }).toString(),
      to: now.add({ minutes: 20 }).toString(),
    })
    expect(added.status).toBe(201)
    const rolesAt = async (minutes: number) => {
      clock.set(now.add({ minutes }))
      return (await house.as(token)('GET', '/session')).body['roles']
    }
    expect(await rolesAt(9)).toEqual(['unit-clerk'])
    expect(await rolesAt(10)).toEqual(['unit-clerk', 'unit-handler'])
    expect(await rolesAt(20)).toEqual(['unit-clerk'])

    const grants = (await manager('GET', `/accounts/${accountId}`)).body['grants'] as { grantId: string }[]
    expect(grants).toHaveLength(1)
    const path = `/accounts/${accountId}/grants/${grants[0]?.grantId}`
    expect((await manager('DELETE', path)).body['grants']).toEqual([])
    expect(await rolesAt(20)).toEqual([])
    expect((await manager('DELETE', path)).body.code).toBe('account.grant-not-found')
    clock.set(now)
  })

  it('停用立即生效', async () => {
    const token = await house.signIn('handler-market')
    const accountId = await house.accountId('handler-market')
    expect((await manager('POST', `/accounts/${accountId}/disable`)).body).toMatchObject({ state: 'disabled' })
    expect((await house.as(token)('GET', '/session')).status).toBe(401)
    expect((await grant(accountId, 'unit-handler', 'market')).body.code).toBe('account.disabled')
    expect((await manager('POST', `/accounts/${accountId}/invitation`)).body.code).toBe('account.disabled')
  })

  it('更正姓名和手机，未给的不动，空的即删', async () => {
    const { body } = await create('to.correct', { mobile: '13808341234' })
    const correct = async (change: object) => (await manager('PATCH', `/accounts/${String(body['accountId'])}`, change)).body
    expect(await correct({ name: '阿果' })).toMatchObject({ name: '阿果', mobile: '138****1234' })
    expect(await correct({ mobile: '139 0834 5678' })).toMatchObject({ name: '阿果', mobile: '139****5678' })
    expect((await correct({ mobile: '0834-2162345' })).code, '座机收不到短信').toBe('account.contact-invalid')
    expect(await correct({ mobile: '' })).toMatchObject({ mobile: null })
    expect((await manager('PATCH', '/accounts/01900000-0000-7000-8000-000000000000', { name: '无' })).status).toBe(404)
  })

  it('账号分页列出，一个不漏', async () => {
    const logins: string[] = []
    for (let after = ''; ;) {
      const { body } = await manager('GET', `/accounts?limit=7${after && `&after=${after}`}`)
      logins.push(...(body['items'] as { login: string }[]).map(({ login }) => login))
      if (body['next'] === null) break
      after = String(body['next'])
    }
    const { rows } = await house.owner.query<{ login: string }>('select login from account order by login')
    expect(logins).toEqual(rows.map(({ login }) => login))
  })
})

describe('第二十条 [20-mechanism] 授岗的界限', () => {
  it.each([
    ['三员互斥', 'system-admin', 'audit-admin', 'account.roles-incompatible'],
    ['管理员不办件', 'audit-admin', 'seat', 'account.roles-incompatible'],
    ['派单的不承办', 'dispatcher', 'unit-handler', 'account.roles-incompatible'],
    ['外包人员不派单', 'seat-outsourced', 'dispatcher', 'account.outsourced-role'],
    ['外包人员不回访', 'seat-outsourced', 'follow-up', 'account.outsourced-role'],
    ['不给自己授岗', 'security-admin', 'security-admin', 'account.own-grant'],
  ])('%s', async (_, login, role, code) => {
    const answer = await grant(await house.accountId(login), role)
    expect(answer.body.code).toBe(code)
    expect(answer.status).toBe(409)
  })

  it('同时授予两个互斥的岗位，只成一个', async () => {
    const { body } = await create('two.hats')
    const answers = await Promise.all([grant(body['accountId'], 'dispatcher'), grant(body['accountId'], 'unit-handler', 'market')])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409])
  })

  it('单位须存在且在有效期内，时段须在将来', async () => {
    const { body } = await create('no.unit')
    expect((await grant(body['accountId'], 'unit-clerk', 'nowhere')).body.code).toBe('account.unit-unknown')
    await house.owner.query(`update unit set valid_on_to = '2024-01-01' where unit_id = 'market-complaints'`)
    expect((await grant(body['accountId'], 'unit-clerk', 'market-complaints')).body.code).toBe('account.unit-unknown')
    const past = { from: '2025-01-01T00:00:00+08:00', to: '2025-06-01T00:00:00+08:00' }
    expect((await grant(body['accountId'], 'unit-clerk', 'market', past)).body.code).toBe('account.period-invalid')
  })

  it('不停用自己，不收回自己的岗位；登录名不重复', async () => {
    const own = await house.accountId('security-admin')
    expect((await manager('POST', `/accounts/${own}/disable`)).body.code).toBe('account.own-grant')
    const grants = (await manager('GET', `/accounts/${own}`)).body['grants'] as { grantId: string }[]
    expect((await manager('DELETE', `/accounts/${own}/grants/${grants[0]?.grantId}`)).body.code).toBe('account.own-grant')
    expect((await create('seat')).body.code).toBe('account.login-taken')
  })

  it('每次管理都有审计记录', async () => {
    const { rows } = await house.owner.query<{ action: string }>(
      `select distinct action from audit_record where action like 'account.%' order by action`,
    )
    expect(rows.map(({ action }) => action)).toEqual([
      'account.accept',
      'account.correct',
      'account.create',
      'account.disable',
      'account.grant',
      'account.invite',
      'account.revoke',
    ])
  })
})

describe('第二十条 [20-mechanism] 演示账号', () => {
  it('每个岗位都能登录，只有安全管理员能管理账号；再装一次不变', async () => {
    await loadDemonstrationAccounts(house.app)
    const intact = demonstrationAccounts.filter(({ login }) => !login.endsWith('-market'))
    const oneEach = [...Map.groupBy(intact, ({ role }) => role).values()].flatMap((same) => same.slice(0, 1))
    expect(oneEach).toHaveLength(16)
    for (const { login, role } of oneEach) {
      const ask = house.as(await house.signIn(login))
      expect((await ask('GET', '/session')).body['roles'], login).toEqual([role])
      expect((await ask('GET', '/accounts')).status, login).toBe(role === 'security-admin' ? 200 : 403)
    }
  })

  it('每个单位一名经办员、两名承办人、一名审核人；坐席、派单、回访不止一人', async () => {
    const { rows } = await house.owner.query<{ unit_id: string; logins: string[] }>(`
      select u.unit_id, array_agg(a.login order by a.login) filter (where a.login is not null) as logins
      from unit u left join role_grant g using (authority_id, unit_id) left join account a using (authority_id, account_id)
      where u.kind not in ('township', 'centre') group by u.unit_id`)
    expect(rows.length).toBeGreaterThan(75)
    for (const { unit_id: unit, logins } of rows)
      expect(logins, unit).toEqual(expect.arrayContaining([`clerk-${unit}`, `handler-${unit}`, `handler-2-${unit}`, `reviewer-${unit}`]))
    const inRole = (role: string) => demonstrationAccounts.filter((account) => account.role === role).length
    expect(['seat', 'dispatcher', 'follow-up', 'supervisor'].map(inRole)).toEqual([7, 2, 3, 1])
    const second = await house.as(await house.signIn('handler-2-government'))('GET', '/session')
    expect(second.body).toMatchObject({ name: '州政府承办人二', roles: ['unit-handler'] })
  })
})
