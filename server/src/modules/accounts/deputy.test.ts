import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { staffHouse, type StaffHouse } from '../session/testing/staff-house.ts'

let house: StaffHouse
let security: ReturnType<StaffHouse['as']>
beforeAll(async () => {
  house = await staffHouse()
  security = house.as(await house.signIn('security-admin'))
})
afterAll(() => house.close())

type GrantView = { readonly grantId: string; readonly role: string; readonly deputyFor: { readonly name: string } | null }
const inHours = (hours: number): string => house.clock.now().add({ hours }).toString()
const deputise = async (login: string, principal: string, more: object = {}) =>
  security('POST', `/accounts/${await house.accountId(login)}/grants`, {
    role: 'unit-clerk',
    unitId: 'market',
    to: inHours(48),
    deputyFor: principal,
    ...more,
  })
const grantsOf = async (login: string): Promise<GrantView[]> =>
  (await security('GET', `/accounts/${await house.accountId(login)}`)).body['grants'] as GrantView[]
const sessionAt = async (token: string, hours: number) => {
  const now = house.clock.now()
  house.clock.set(now.add({ hours }))
  const { body } = await house.as(token)('GET', '/session')
  house.clock.set(now)
  return body
}

describe('第七条（一） [7-1] 代理', () => {
  it('代理在期内有被代理人的岗位，名下写明代理谁，到期自行终止', async () => {
    const granted = await deputise('handler-market', 'clerk-market', { to: inHours(1) })
    expect(granted.status).toBe(201)
    expect(granted.body['grants']).toMatchObject([
      { role: 'unit-clerk', deputyFor: { name: '市场监管经办员' } },
      { role: 'unit-handler', deputyFor: null },
    ])
    const token = await house.signIn('handler-market')
    const during = await sessionAt(token, 0)
    expect(during).toMatchObject({
      roles: ['unit-clerk', 'unit-handler'],
      deputies: [{ role: 'unit-clerk', name: '市场监管经办员', to: inHours(1) }],
    })
    house.clock.set(house.clock.now().add({ minutes: 29, seconds: 59 }))
    await house.as(token)('GET', '/session')
    house.clock.set(house.clock.now().add({ minutes: 29 }))
    await house.as(token)('GET', '/session')
    house.clock.set(house.clock.now().add({ minutes: 1, seconds: 1 }))
    expect((await house.as(token)('GET', '/session')).body).toMatchObject({ roles: ['unit-handler'], deputies: [] })
  })

  it('不得代理自己；须有到期时间；不得超出被代理人的任期、岗位和单位；代理人不得再找人代理', async () => {
    security = house.as(await house.signIn('security-admin'))
    expect((await deputise('clerk-market', 'clerk-market')).body).toMatchObject({ code: 'account.deputy-self', clause: '7-1' })
    expect((await deputise('handler-market', 'clerk-market', { to: undefined })).body.code).toBe('account.deputy-period')
    expect((await deputise('handler-market', 'clerk-market', { unitId: 'housing' })).body.code).toBe('account.deputy-beyond')
    expect((await deputise('handler-market', 'reviewer-market')).body.code).toBe('account.deputy-beyond')
    expect((await deputise('handler-market', 'nobody-here')).body.code).toBe('account.not-found')

    const holder = await house.accountId('handler-2-market')
    const until = inHours(10)
    await security('POST', `/accounts/${holder}/grants`, { role: 'unit-reviewer', unitId: 'market', to: until })
    const reviewing = { role: 'unit-reviewer' }
    expect((await deputise('handler-market', 'handler-2-market', { ...reviewing, to: inHours(11) })).body.code).toBe(
      'account.deputy-beyond',
    )
    expect((await deputise('handler-market', 'handler-2-market', { ...reviewing, to: until })).status).toBe(201)
    expect((await deputise('clerk-market', 'handler-market', { ...reviewing, to: until })).body.code).toBe('account.deputy-beyond')
  })

  it('岗位冲突照样不许；外包人员照样不许', async () => {
    expect((await deputise('dispatcher', 'clerk-market')).body.code).toBe('account.roles-incompatible')
    expect((await deputise('seat-outsourced', 'clerk-market')).body.code).toBe('account.outsourced-role')
  })

  it('被代理人的岗位收回、账号停用，代理随之终止；代理收回，被代理人不受影响', async () => {
    const deputies = async (login: string) => (await grantsOf(login)).filter(({ deputyFor }) => deputyFor !== null)
    const end = async (login: string, own: GrantView | undefined) =>
      security('DELETE', `/accounts/${await house.accountId(login)}/grants/${own?.grantId}`)
    await deputise('handler-housing', 'clerk-housing', { unitId: 'housing' })
    await end('handler-housing', (await deputies('handler-housing'))[0])
    expect(await grantsOf('clerk-housing')).toHaveLength(1)

    await deputise('handler-housing', 'clerk-housing', { unitId: 'housing' })
    await end('clerk-housing', (await grantsOf('clerk-housing'))[0])
    expect(await deputies('handler-housing')).toEqual([])

    await deputise('handler-government', 'clerk-government', { unitId: 'government' })
    expect(await deputies('handler-government')).toHaveLength(1)
    await security('POST', `/accounts/${await house.accountId('clerk-government')}/disable`)
    expect(await deputies('handler-government')).toEqual([])
    expect((await deputise('handler-government', 'clerk-government', { unitId: 'government' })).body.code).toBe('account.deputy-beyond')
  })

  it('收回与代理同时发生：没有人代理一个已收回的岗位；两人互相代理同时授予，都有回答', async () => {
    const clerk = await house.accountId('clerk-transport')
    const [own] = await grantsOf('clerk-transport')
    const [granted, revoked] = await Promise.all([
      deputise('handler-transport', 'clerk-transport', { unitId: 'transport' }),
      security('DELETE', `/accounts/${clerk}/grants/${own?.grantId}`),
    ])
    expect([201, 409]).toContain(granted.status)
    expect(revoked.status).toBe(200)
    expect((await grantsOf('handler-transport')).filter(({ deputyFor }) => deputyFor !== null)).toEqual([])

    const crossed = await Promise.all([
      deputise('handler-2-transport', 'reviewer-transport', { unitId: 'transport', role: 'unit-reviewer' }),
      deputise('reviewer-transport', 'handler-2-transport', { unitId: 'transport', role: 'unit-handler' }),
    ])
    expect(crossed.map(({ status }) => status)).toEqual([201, 201])
  })

  it('办理的是谁就记谁：代理人的记录写代理人自己', async () => {
    const { body } = await security('POST', '/accounts', { login: 'stand.in', name: '代班人' })
    const token = new URL(String(body['link']), 'http://x').searchParams.get('token')
    await house.as(undefined)('POST', '/accounts/invitations/accept', { token, password: 'a-good-password-1' })
    const deputy = await deputise('stand.in', 'security-admin', { role: 'security-admin', unitId: 'centre' })
    expect(deputy.status).toBe(201)
    const enrolled = await house.enrol(await house.signIn('stand.in', 'a-good-password-1'))
    const made = await house.as(enrolled.token)('POST', '/accounts', { login: 'made.by-deputy', name: '新人' })
    const { rows } = await house.owner.query<{ account_id: string }>(
      `select account_id from audit_record where action = 'account.create' and $1 = any(subject_ids)`,
      [made.body['accountId']],
    )
    expect(rows).toEqual([{ account_id: await house.accountId('stand.in') }])
  })
})
