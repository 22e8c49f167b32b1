import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { staffHouse, type StaffHouse } from '../../session/testing/staff-house.ts'

let house: StaffHouse
beforeAll(async () => {
  house = await staffHouse({ at: '2026-03-02T09:00:00+08:00' })
})
afterAll(() => house.close())

type Grant = { readonly grantId: string; readonly login: string; readonly isOwn: boolean; readonly unitName: string }
type Own = {
  readonly unitId: string
  readonly quarter: string
  readonly dueOn: string
  readonly signedAt: string | null
  readonly grants: Grant[]
}
type Unit = { readonly unitId: string; readonly state: string; readonly asked: { readonly grantId: string; readonly accountId: string }[] }

const at = (civil: string): void => house.clock.set(Temporal.Instant.from(`${civil}+08:00`))
const by = async (login: string) => house.as(await house.signIn(login))
const name = async (unitId: string, login: string) => (await by('security-admin'))('PUT', `/units/${unitId}/security-officer`, { login })
const own = async (login: string) => (await (await by(login))('GET', '/access-reviews/own')).body['items'] as Own[]
const unit = async (unitId: string) => {
  const { body } = await (await by('security-admin'))('GET', '/access-reviews')
  return (body['items'] as Unit[]).find((one) => one.unitId === unitId)
}
const keepAll = (grants: readonly Grant[]) => grants.filter(({ isOwn }) => !isOwn).map(({ grantId }) => ({ grantId, verdict: 'keep' }))
const sentence = '逐项核对，均与岗位安排一致。'
const sign = async (login: string, unitId: string, quarter: string, verdicts: object[]) =>
  (await by(login))('POST', `/units/${unitId}/access-review`, { quarter, verdicts, sentence })

describe('第二十条 [20-mechanism] 安全员与季度权限复核', () => {
  it('安全员由安全管理员指定，须是本单位在岗的本级人员；换人即换', async () => {
    expect((await unit('market'))?.state).toBe('no-officer')
    for (const [unitId, login] of [
      ['housing', 'clerk-market'],
      ['centre', 'seat-outsourced'],
    ] as const)
      expect((await name(unitId, login)).body).toMatchObject({ code: 'account.officer-unfit', clause: '20-mechanism' })
    expect((await name('market', 'nobody-here')).body.code).toBe('account.not-found')
    expect((await name('market', 'clerk-market')).body).toMatchObject({ name: '市场监管经办员' })
    expect((await (await by('clerk-market'))('GET', '/session')).body['officerOf']).toEqual(['market'])
    house.clock.set(house.clock.now().add({ seconds: 1 }))
    await name('market', 'reviewer-market')
    expect(await own('clerk-market')).toEqual([])
    expect(await own('reviewer-market')).toHaveLength(1)
    expect((await (await by('system-admin'))('PUT', '/units/market/security-officer', { login: 'clerk-market' })).status).toBe(403)
  })

  it('安全员看到本单位及下属的全部授权，自己的不由自己判断；一项不漏方可签署', async () => {
    const [mine] = await own('reviewer-market')
    expect(mine).toMatchObject({ unitId: 'market', quarter: '2026-1', dueOn: '2026-03-31', signedAt: null })
    const logins = mine!.grants.map(({ login }) => login)
    expect(logins).toEqual(
      expect.arrayContaining(['clerk-market', 'handler-market', 'handler-2-market', 'reviewer-market', 'clerk-market-complaints']),
    )
    expect(logins).not.toContain('clerk-housing')
    expect(mine!.grants.filter(({ isOwn }) => isOwn).map(({ login }) => login)).toEqual(['reviewer-market'])
    const all = keepAll(mine!.grants)
    expect((await sign('clerk-market', 'market', '2026-1', all)).body, '不是安全员').toMatchObject({ code: 'account.not-officer' })
    expect((await sign('security-admin', 'market', '2026-1', all)).body.code, '安全管理员也不能代签').toBe('account.not-officer')
    expect((await sign('reviewer-market', 'market', '2026-1', all.slice(1))).body.code).toBe('account.review-incomplete')
    expect((await sign('reviewer-market', 'housing', '2026-1', all)).body.code, '别的单位').toBe('account.not-officer')
    expect((await sign('reviewer-market', 'market', '2025-4', all)).body.code, '不能补签以前的').toBe('account.review-quarter')

    const asked = mine!.grants.find(({ login }) => login === 'handler-2-market')!
    const verdicts = all.map((one) => (one.grantId === asked.grantId ? { ...one, verdict: 'revoke' } : one))
    expect((await sign('reviewer-market', 'market', '2026-1', verdicts)).status).toBe(201)
    expect((await sign('reviewer-market', 'market', '2026-1', verdicts)).body.code).toBe('account.review-signed')
    const { rows } = await house.owner.query<{ facts: string[]; subject_ids: string[] }>(
      `select facts, subject_ids from audit_record where action = 'account.review'`,
    )
    expect(rows).toEqual([{ facts: ['market', '2026-1'], subject_ids: [asked.grantId] }])
  })

  it('要求收回的报安全管理员，由其收回；收回之后不再列出', async () => {
    const listed = await unit('market')
    expect(listed).toMatchObject({ state: 'signed', asked: [{ accountId: await house.accountId('handler-2-market') }] })
    const still = (await (await by('handler-2-market'))('GET', '/session')).body['roles']
    expect(still, '安全员自己收不回').toEqual(['unit-handler'])
    const [{ accountId, grantId } = { accountId: '', grantId: '' }] = listed!.asked
    await (
      await by('security-admin')
    )('DELETE', `/accounts/${accountId}/grants/${grantId}`)
    expect(await unit('market')).toMatchObject({ state: 'signed', asked: [] })
  })

  it('一个季度到最后一天都是待办，下个季度第一天起算逾期；本季度才指定的不欠上季度的', async () => {
    await name('housing', 'clerk-housing')
    at('2026-03-31T23:59:59')
    expect((await unit('housing'))?.state).toBe('due')
    at('2026-04-01T00:00:00')
    expect((await unit('housing'))?.state).toBe('overdue')
    expect((await unit('market'))?.state, '上季度签过，这季度待办').toBe('due')
    await name('government', 'clerk-government')
    expect((await unit('government'))?.state).toBe('due')
    const [mine] = await own('clerk-housing')
    expect((await sign('clerk-housing', 'housing', '2026-2', keepAll(mine!.grants))).status).toBe(201)
    expect((await unit('housing'))?.state).toBe('signed')
  })

  it('停用的、离开本单位的，不再是安全员', async () => {
    const accountId = await house.accountId('clerk-government')
    const security = await by('security-admin')
    const grants = (await security('GET', `/accounts/${accountId}`)).body['grants'] as { grantId: string }[]
    await security('DELETE', `/accounts/${accountId}/grants/${grants[0]?.grantId}`)
    expect((await unit('government'))?.state).toBe('no-officer')
    await security('POST', `/accounts/${await house.accountId('reviewer-market')}/disable`)
    expect((await unit('market'))?.state).toBe('no-officer')
    expect((await (await by('seat'))('GET', '/access-reviews')).status).toBe(403)
    expect((await house.as(undefined)('GET', '/access-reviews/own')).status).toBe(401)
  })
})
