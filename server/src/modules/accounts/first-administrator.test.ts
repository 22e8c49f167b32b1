import { afterAll, beforeAll, expect, test } from 'vitest'
import { staffHouse, type StaffHouse } from '../session/testing/staff-house.ts'
import { firstAdministratorLink, loadDemonstrationAccounts } from './index.ts'

let house: StaffHouse
beforeAll(async () => void (house = await staffHouse({ config: { demonstration: false } })))
afterAll(() => house.close())

const link = async (): Promise<string> => (await firstAdministratorLink(house.app)) ?? ''
const setUp = (path: string, login = 'chief') => {
  const token = new URL(path, 'http://x').searchParams.get('token')
  return house.as(undefined)('POST', '/accounts/first', { token, login, name: '安全管理员', password: 'a-long-password-1' })
}

test('第二十条 [20-mechanism] 空系统的链接：一天有效、一次有效、重打即废旧', async () => {
  const old = await link()
  const fresh = await link()
  expect(fresh).toMatch(/^\/console\/first\?token=[\w-]{43}$/)
  expect((await setUp(old)).body.code).toBe('account.invitation-invalid')

  const now = house.clock.now()
  house.clock.set(now.add({ hours: 24 }))
  expect((await setUp(fresh)).body.code).toBe('account.invitation-invalid')
  house.clock.set(now.add({ hours: 23, minutes: 59, seconds: 59 }))
  const answers = await Promise.all([setUp(fresh, 'chief'), setUp(fresh, 'rival')])
  expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 404])
})

test('第二十条 [20-mechanism] 持链接者只成为安全管理员，另两员由其任命他人', async () => {
  const { rows } = await house.owner.query<{ login: string }>('select login from account')
  expect(rows).toHaveLength(1)
  const first = await house.signIn(rows[0]?.login ?? '', 'a-long-password-1')
  expect((await house.as(first)('GET', '/session')).body).toMatchObject({ roles: [], actions: [], mustEnrolSecondFactor: true })
  const chief = house.as((await house.enrol(first)).token)
  expect((await chief('GET', '/session')).body).toMatchObject({
    roles: ['security-admin'],
    actions: ['account.manage', 'audit.watch', 'unit.list'],
  })
  const { body } = await chief('POST', '/accounts', { login: 'second', name: '系统管理员' })
  expect((await chief('POST', `/accounts/${String(body['accountId'])}/grants`, { role: 'system-admin', unitId: 'centre' })).status).toBe(
    201,
  )
  expect(await firstAdministratorLink(house.app)).toBeUndefined()
})

test('演示之外不装演示账号', async () => {
  await expect(loadDemonstrationAccounts(house.app)).rejects.toThrow('outside a demonstration')
})

test('演示系统不打印首个管理员链接', async () => {
  const demonstration = { ...house.app, config: { ...house.app.config, demonstration: true } }
  expect(await firstAdministratorLink(demonstration)).toBeUndefined()
})
