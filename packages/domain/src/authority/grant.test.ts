import { describe, expect, it } from 'vitest'
import { decideGrant, staffRoles, type GrantAsked } from './index.ts'

const now = Temporal.Instant.from('2026-03-02T01:00:00Z')
const ask = (more: Partial<Omit<GrantAsked, 'holder'>> & { holder?: Partial<GrantAsked['holder']> } = {}) => {
  const decision = decideGrant({
    role: 'seat',
    from: now,
    to: undefined,
    now,
    toSelf: false,
    ...more,
    holder: { outsourced: false, disabled: false, roles: [], ...more.holder },
  })
  return decision.ok ? 'granted' : decision.refusal.code
}

describe('第二十条 [20-mechanism] 授岗', () => {
  it('新人可授任何一个岗位', () => {
    for (const role of staffRoles) expect(ask({ role }), role).toBe('granted')
  })

  it('不授给自己，不授给停用的账号', () => {
    expect(ask({ toSelf: true })).toBe('account.own-grant')
    expect(ask({ holder: { disabled: true } })).toBe('account.disabled')
  })

  it('到期须晚于开始和现在，差一秒也不行', () => {
    const from = now.add({ hours: 1 })
    expect(ask({ from, to: from.add({ seconds: 1 }) })).toBe('granted')
    expect(ask({ from, to: from })).toBe('account.period-invalid')
    expect(ask({ from: now.subtract({ hours: 1 }), to: now })).toBe('account.period-invalid')
    expect(ask({ from: now.subtract({ hours: 1 }), to: now.add({ seconds: 1 }) })).toBe('granted')
  })

  it('外包人员只能坐席', () => {
    for (const role of staffRoles)
      expect(ask({ role, holder: { outsourced: true } }), role).toBe(
        ['seat', 'expert'].includes(role) ? 'granted' : 'account.outsourced-role',
      )
  })

  it('将来才生效的岗位也算在内', () =>
    expect(ask({ role: 'audit-admin', holder: { roles: ['system-admin'] } })).toBe('account.roles-incompatible'))

  it('[7-1] 代理须有到期，且不超出被代理人的任期：差一秒也不行', () => {
    const to = now.add({ hours: 5 })
    const principal = { isHolder: false, disabled: false, grants: [{ from: now, to }] }
    expect(ask({ to, deputyFor: principal })).toBe('granted')
    expect(ask({ to: to.add({ seconds: 1 }), deputyFor: principal })).toBe('account.deputy-beyond')
    expect(ask({ to, from: now.subtract({ seconds: 1 }), deputyFor: principal })).toBe('account.deputy-beyond')
    expect(ask({ to: to.add({ hours: 900 }), deputyFor: { ...principal, grants: [{ from: now, to: undefined }] } })).toBe('granted')
    expect(ask({ deputyFor: principal })).toBe('account.deputy-period')
    expect(ask({ to, deputyFor: { ...principal, isHolder: true } })).toBe('account.deputy-self')
    expect(ask({ to, deputyFor: { ...principal, disabled: true } })).toBe('account.deputy-beyond')
    expect(ask({ to, deputyFor: { ...principal, grants: [] } })).toBe('account.deputy-beyond')
  })
})
