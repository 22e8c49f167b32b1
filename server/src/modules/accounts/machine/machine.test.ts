import { machineScopes } from '@open12345/contract/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { scene, type Desk, type Scene } from '../../../testing/scene.ts'
import { assembly } from '../../../testing/index.ts'

let house: Scene
let security: Desk
beforeAll(async () => {
  house = await scene()
  security = await house.desk('security-admin')
})
afterAll(() => house.close())

type Given = { readonly secret: string; readonly key: { readonly keyId: string; readonly state: string } }
const later = (span: { hours?: number; seconds?: number; minutes?: number }): void => house.clock.set(house.clock.now().add(span))
const given = () => ({
  name: '大数据局汇聚平台',
  unitId: 'government',
  scopes: ['board-figures'],
  expiresAt: house.clock
    .now()
    .add({ hours: 24 * 90 })
    .toString(),
})
const create = async (more: object = {}, headers: Record<string, string> = {}) =>
  security<Given>('POST', '/machine-keys', { ...given(), ...more }, headers)
const figures = (secret: string) => house.nobody('GET', '/machine/board', undefined, { authorization: `Bearer ${secret}` })

describe('第二十条 [20-mechanism] 接口密钥', () => {
  it('凭密钥取运行数字：只有数，没有工单和人', async () => {
    const { status, body } = await create()
    expect(status).toBe(201)
    const answer = await figures(body.secret)
    expect(answer.status).toBe(200)
    expect(Object.keys(answer.body).toSorted()).toEqual([
      'actsMissing',
      'at',
      'byHour',
      'byKind',
      'evaluated',
      'nearDueCount',
      'onTime',
      'overdueCount',
      'returns',
      'satisfaction',
      'stages',
      'today',
    ])
    expect((await house.nobody('GET', '/machine/board')).body).toMatchObject({ code: 'access.no-key' })
    expect((await figures(`o12345_${'x'.repeat(43)}`)).status).toBe(401)
    expect((await security('GET', '/machine/board')).status, '人的登录不是密钥').toBe(401)
    const asStaff = await house.nobody('GET', '/board', undefined, { authorization: `Bearer ${body.secret}` })
    expect(asStaff.status, '密钥打不开人的页面').toBe(401)
  })

  it('密钥只显示一次，库里只有摘要；重复的命令另给一个，不多发一把', async () => {
    const headers = { 'idempotency-key': 'a-machine-key-1' }
    const [first, again] = [await create({}, headers), await create({}, headers)]
    expect(again.body.key.keyId).toBe(first.body.key.keyId)
    expect([(await figures(first.body.secret)).status, (await figures(again.body.secret)).status]).toEqual([401, 200])
    expect(JSON.stringify((await security('GET', '/machine-keys')).body)).not.toContain(again.body.secret)
    const { rows } = await house.owner.query<{ row: string }>('select machine_key::text as row from machine_key')
    for (const { row } of rows) expect(row).not.toContain(Buffer.from(again.body.secret).toString('hex'))
  })

  it('更换：旧密钥再用二十四小时，差一秒仍可，到点即止；收回：两个都即刻作废', async () => {
    const { body } = await create()
    const rotated = (await security<Given>('POST', `/machine-keys/${body.key.keyId}/rotate`)).body
    later({ hours: 23, minutes: 59, seconds: 59 })
    security = await house.desk('security-admin')
    expect((await figures(body.secret)).status).toBe(200)
    later({ seconds: 1 })
    expect((await figures(body.secret)).status).toBe(401)
    expect((await figures(rotated.secret)).status).toBe(200)
    const third = (await security<Given>('POST', `/machine-keys/${body.key.keyId}/rotate`)).body
    const revoked = await security<Given['key']>('POST', `/machine-keys/${body.key.keyId}/revoke`)
    expect(revoked.body.state).toBe('revoked')
    for (const secret of [rotated.secret, third.secret]) expect((await figures(secret)).status).toBe(401)
    expect((await security('POST', `/machine-keys/${body.key.keyId}/rotate`)).body.code).toBe('account.key-not-found')
  })

  it('到期即止；最长一年', async () => {
    const soon = house.clock.now().add({ minutes: 10 })
    const { body } = await create({ expiresAt: soon.toString() })
    house.clock.set(soon.subtract({ seconds: 1 }))
    expect((await figures(body.secret)).status).toBe(200)
    house.clock.set(soon)
    expect((await figures(body.secret)).status).toBe(401)
    const year = house.clock.now().add({ hours: 24 * 366 })
    expect((await create({ expiresAt: year.add({ seconds: 1 }).toString() })).body.code).toBe('account.key-period')
    expect((await create({ expiresAt: year.toString() })).status).toBe(201)
    expect((await create({ expiresAt: house.clock.now().toString() })).body.code).toBe('account.key-period')
  })

  it('每把密钥每天第一次使用记一笔审计', async () => {
    const { body } = await create()
    const uses = async () =>
      (await house.owner.query(`select 1 from audit_record where action = 'machine.use' and $1 = any(subject_ids)`, [body.key.keyId]))
        .rowCount
    house.clock.set(Temporal.Instant.from('2026-03-20T23:58:30+08:00'))
    await Promise.all([figures(body.secret), figures(body.secret), figures(body.secret)])
    expect(await uses()).toBe(1)
    later({ minutes: 1, seconds: 29 })
    await figures(body.secret)
    expect(await uses()).toBe(1)
    later({ seconds: 1 })
    await figures(body.secret)
    expect(await uses()).toBe(2)
  })

  it('没有写明的范围打不开；范围是一张封闭的表，每一项都有路由，没有一项能写', async () => {
    const { body } = await create()
    await house.owner.query(`update machine_key set scopes = array['something-else'] where key_id = $1`, [body.key.keyId])
    expect((await figures(body.secret)).body.code).toBe('access.not-entitled')
    expect((await create({ scopes: ['order.read'] })).status).toBe(400)
    const routes = assembly.modules
      .flatMap(({ endpoints = [] }) => endpoints)
      .flatMap((endpoint) => (endpoint.kind === 'api' && endpoint.route.access.kind === 'machine' ? [endpoint.route] : []))
    expect(routes.map(({ access }) => access.kind === 'machine' && access.scope)).toEqual([...machineScopes])
    for (const { method } of routes) expect(method).toBe('GET')
    expect((await (await house.desk('system-admin'))('GET', '/machine-keys')).status).toBe(403)
  })
})
