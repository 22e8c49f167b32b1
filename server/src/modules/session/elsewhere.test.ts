import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { staffHouse, type StaffHouse } from './testing/staff-house.ts'
import { client, platformOrigin, unitProvider, type UnitProvider } from './testing/unit-provider.ts'
import { sessionCookie } from './index.ts'

let house: StaffHouse
let unit: UnitProvider
let security: ReturnType<StaffHouse['as']>
let providerId = ''

// The provider lives by the machine's clock, so this house starts with it.
const at = Temporal.Now.instant().toString()
const given = { name: '市场监管局', origin: platformOrigin, unitId: 'market', ...client }

beforeAll(async () => {
  unit = await unitProvider()
  house = await staffHouse({ at })
  security = house.as(await house.signIn('security-admin'))
  const { body } = await security('POST', '/identity-providers', { ...given, issuer: unit.issuer })
  providerId = String(body['providerId'])
  await security('PATCH', `/identity-providers/${providerId}`, { enabled: true })
})
afterAll(async () => {
  await house.close()
  await unit.close()
})

type Browser = Record<string, string>
type Answer = { readonly status: number; readonly body: Record<string, unknown>; readonly cookies: Browser }

/** One browser window: the cookies it holds go along, and what is set or cleared is remembered by `cookies`. */
const post = async (path: string, payload: object, cookies: Browser = {}): Promise<Answer> => {
  const response = await house.server.inject({ method: 'POST', url: `/api/v1${path}`, payload, cookies })
  const set = Object.fromEntries(response.cookies.map(({ name, value }) => [name, value]))
  return { status: response.statusCode, body: response.json(), cookies: { ...cookies, ...set } }
}
const begin = (purpose: 'sign-in' | 'link', cookies: Browser = {}) => post('/session/elsewhere', { providerId, purpose }, cookies)
const back = (query: string, cookies: Browser) => post('/session/elsewhere/back', { query }, cookies)

const go = async (subject: string, purpose: 'sign-in' | 'link' = 'sign-in', session?: string): Promise<Answer> => {
  const begun = await begin(purpose, session === undefined ? {} : { [sessionCookie]: session })
  if (begun.status !== 201) return begun
  return back(await unit.visit(String(begun.body['to']), subject), begun.cookies)
}
const linked = async (login: string, subject: string): Promise<string> => {
  const session = await house.signIn(login)
  expect((await go(subject, 'link', session)).body, login).toEqual({ purpose: 'link' })
  return session
}
const whoIs = async (answer: Answer) => (await house.as(answer.cookies[sessionCookie])('GET', '/session')).body

describe('第二十条 [20-mechanism] 统一身份登录', () => {
  it('登录页列出已启用的；本人用口令登录后关联，以后从本单位系统登录', async () => {
    const { body } = await house.as(undefined)('GET', '/session/entrance')
    expect(body['providers']).toEqual([{ providerId, name: '市场监管局' }])
    const session = await linked('clerk-market', 'zhang.san')
    expect((await house.as(session)('GET', '/session/links')).body['items']).toMatchObject([{ providerName: '市场监管局' }])
    const signed = await go('zhang.san')
    expect(signed.status).toBe(200)
    expect(await whoIs(signed)).toMatchObject({ login: 'clerk-market', roles: ['unit-clerk'], byPassword: false })
    const { rows } = await house.owner.query<{ facts: string[] }>(
      `select facts from audit_record where action = 'session.begin' and account_id = $1 and 'elsewhere' = any(facts)`,
      [await house.accountId('clerk-market')],
    )
    expect(rows).toHaveLength(1)
  })

  it('没有关联的身份不得登录，也不会自动开户', async () => {
    const before = await house.owner.query('select 1 from account')
    expect((await go('nobody.here')).body).toMatchObject({ code: 'session.subject-unknown' })
    expect((await house.owner.query('select 1 from account')).rowCount).toBe(before.rowCount)
  })

  it('随机数不符、换了浏览器、重放、超过十分钟：一律拒绝', async () => {
    const begun = await begin('sign-in')
    const other = new URL(String(begun.body['to']))
    other.searchParams.set('nonce', 'another-nonce')
    expect((await back(await unit.visit(other.href, 'zhang.san'), begun.cookies)).body['code']).toBe('session.provider-refused')

    const own = await begin('sign-in')
    const query = await unit.visit(String(own.body['to']), 'zhang.san')
    expect((await back(query, {})).body['code'], '别的浏览器').toBe('session.provider-expired')
    expect((await back(query, (await begin('sign-in')).cookies)).body['code'], '另一次登录的状态').toBe('session.provider-refused')
    const { clock } = house
    const now = clock.now()
    clock.set(now.add({ minutes: 10 }))
    expect((await back(query, own.cookies)).body['code'], '超过十分钟').toBe('session.provider-expired')
    clock.set(now)
    const done = await back(query, own.cookies)
    expect(done.status).toBe(200)
    expect((await back(query, done.cookies)).body['code'], '状态已用').toBe('session.provider-expired')
    expect((await back(query, own.cookies)).body['code'], '留下的状态，同一个授权码').toBe('session.provider-refused')
    expect((await back('?error=access_denied&state=x', (await begin('sign-in')).cookies)).body['code']).toBe('session.provider-refused')
  })

  it('本平台的时钟说令牌已过期，就不采信', async () => {
    const { clock } = house
    const now = clock.now()
    clock.set(now.add({ hours: 3 }))
    expect((await go('zhang.san')).body['code']).toBe('session.provider-refused')
    clock.set(now)
  })

  it('须用动态码的岗位，仍用口令和动态码登录；自愿绑定动态码的也一样', async () => {
    const market = { role: 'office', unitId: 'market' }
    await linked('handler-2-market', 'li.si')
    expect((await go('li.si')).status).toBe(200)
    const { body } = await security('POST', '/accounts', { login: 'both.ways', name: '测试人' })
    const token = new URL(String(body['link']), platformOrigin).searchParams.get('token')
    await house.as(undefined)('POST', '/accounts/invitations/accept', { token, password: 'a-good-password-1' })
    await security('POST', `/accounts/${String(body['accountId'])}/grants`, { role: 'unit-clerk', unitId: 'market' })
    const session = await house.signIn('both.ways', 'a-good-password-1')
    await go('wang.wu', 'link', session)
    expect((await go('wang.wu')).status).toBe(200)
    await house.enrol(session)
    expect((await go('wang.wu')).body['code'], '自愿绑定').toBe('session.provider-needs-code')

    const officer = await security('POST', '/accounts', { login: 'office.one', name: '值班员' })
    const own = new URL(String(officer.body['link']), platformOrigin).searchParams.get('token')
    await house.as(undefined)('POST', '/accounts/invitations/accept', { token: own, password: 'a-good-password-1' })
    await security('POST', `/accounts/${String(officer.body['accountId'])}/grants`, { role: 'analyst', unitId: 'market' })
    await go('zhao.liu', 'link', await house.signIn('office.one', 'a-good-password-1'))
    const before = await go('zhao.liu')
    expect(before.status).toBe(200)
    await security('POST', `/accounts/${String(officer.body['accountId'])}/grants`, market)
    expect((await go('zhao.liu')).body).toMatchObject({ code: 'session.provider-needs-code', clause: '20-mechanism' })
    expect((await whoIs(before))['roles'], '已从统一身份登录的，岗位即刻不生效').toEqual([])
    const late = house.as(before.cookies[sessionCookie])
    expect((await late('POST', '/session/second-factor')).body.code, '也不能借此绑定动态码').toBe('session.password-needed')
  })

  it('从统一身份登录的，不能再关联；同一身份不能属于两个账号；外单位的人不能关联', async () => {
    const signed = await go('li.si')
    expect((await go('sun.qi', 'link', signed.cookies[sessionCookie])).body['code']).toBe('session.password-needed')
    expect((await go('sun.qi', 'link')).status, '没有登录').toBe(401)
    expect((await go('li.si', 'link', await house.signIn('reviewer-market'))).body['code']).toBe('session.link-taken')
    expect((await go('sun.qi', 'link', await house.signIn('clerk-government'))).body['code']).toBe('session.provider-other-unit')
  })

  it('安全管理员解除关联，由此而来的登录即止；停用的账号不得登录', async () => {
    const accountId = await house.accountId('handler-market')
    const session = await linked('handler-market', 'qian.ba')
    const signed = await go('qian.ba')
    const { body } = await security('GET', `/accounts/${accountId}/links`)
    const [{ linkId } = { linkId: '' }] = body['items'] as { linkId: string }[]
    expect((await security('DELETE', `/accounts/${accountId}/links/${linkId}`)).status).toBe(204)
    expect((await house.as(signed.cookies[sessionCookie])('GET', '/session')).status).toBe(401)
    expect((await house.as(session)('GET', '/session')).status, '口令登录的不受影响').toBe(200)
    expect((await go('qian.ba')).body['code']).toBe('session.subject-unknown')
    expect((await security('DELETE', `/accounts/${accountId}/links/${linkId}`)).body.code).toBe('account.link-not-found')

    await linked('handler-market', 'qian.ba')
    await security('POST', `/accounts/${accountId}/disable`)
    expect((await go('qian.ba')).body['code']).toBe('account.disabled')
  })

  it('停用提供方：登录页不再列出，由此而来的登录即止；连接不上时口令照常登录', async () => {
    const signed = await go('li.si')
    const begun = await begin('sign-in')
    const query = await unit.visit(String(begun.body['to']), 'li.si')
    await security('PATCH', `/identity-providers/${providerId}`, { enabled: false })
    expect((await back(query, begun.cookies)).body['code']).toBe('session.provider-unknown')
    expect((await begin('sign-in')).body['code']).toBe('session.provider-unknown')
    expect((await house.as(signed.cookies[sessionCookie])('GET', '/session')).status).toBe(401)
    expect((await house.as(undefined)('GET', '/session/entrance')).body['providers']).toEqual([])
    await security('PATCH', `/identity-providers/${providerId}`, { enabled: true })

    const last = await begin('sign-in')
    const late = await unit.visit(String(last.body['to']), 'li.si')
    await unit.close()
    expect((await back(late, last.cookies)).body['code'], '取令牌时断开').toBe('session.provider-unreachable')
    house.clock.set(house.clock.now().add({ hours: 5 }))
    expect((await begin('sign-in')).body['code'], '发现文档已过期').toBe('session.provider-unreachable')
    expect(await house.signIn('clerk-market')).toBeTruthy()
  })

  it('只有安全管理员登记；外网地址须用 https；密钥封存，不再显示', async () => {
    security = house.as(await house.signIn('security-admin'))
    const plain = { ...given, issuer: 'http://login.example.cn' }
    expect((await security('POST', '/identity-providers', plain)).body.code).toBe('account.provider-address')
    expect((await security('POST', '/identity-providers', { ...given, issuer: unit.issuer })).body.code).toBe('account.provider-taken')
    const renamed = await security('PATCH', `/identity-providers/${providerId}`, { name: '市监局', clientSecret: 'another-secret' })
    expect(renamed.body).toMatchObject({ name: '市监局', enabled: true, links: 5 })
    const { body } = await security('GET', '/identity-providers')
    expect(JSON.stringify(body)).not.toContain(client.clientSecret)
    const { rows } = await house.owner.query<{ row: string }>('select identity_provider::text as row from identity_provider')
    expect(rows).toHaveLength(1)
    expect(rows[0]?.row).not.toContain(Buffer.from(client.clientSecret).toString('hex'))
    expect((await house.as(await house.signIn('seat'))('GET', '/identity-providers')).status).toBe(403)
  })
})
