import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { WarningView } from '@open12345/contract/audit'
import { watchRules } from '@open12345/domain/identity'
import type { Actor, Scope } from '../../db/actor.ts'
import { newId } from '../../db/ids.ts'
import { asActor } from '../../db/transaction.ts'
import { assembly } from '../../testing/index.ts'
import { looked } from '../../testing/jobs.ts'
import { scene, type Desk, type Scene } from '../../testing/scene.ts'
import { writeAudit } from './index.ts'

describe('第二十条 [20b] [20-mechanism] 异常查看预警', () => {
  let house: Scene
  let security: Desk
  const at = (civil: string): void => house.clock.set(Temporal.Instant.from(`${civil}+08:00`))
  const accountOf = async (login: string): Promise<string> =>
    (await house.owner.query<{ id: string }>('select account_id as id from account where login = $1', [login])).rows[0]?.id ?? ''
  const actorOf = async (login: string, scope: Scope): Promise<Actor> => ({
    authorityId: 'liangshan',
    scope,
    accountId: await accountOf(login),
    roles: [],
    unitIds: [],
    unitPathIds: [],
  })
  const read = async (login: string, scope: Scope, action: string, count: number): Promise<void> => {
    const actor = await actorOf(login, scope)
    await asActor(house.app.database, actor, async (tx) => {
      for (let index = 0; index < count; index += 1)
        await writeAudit(tx, house.app, {
          action,
          purpose: 'contact-requester',
          ...(action === 'identity.find' ? {} : { orderId: newId(house.clock.now()) }),
        })
    })
  }
  const raised = async (query = ''): Promise<WarningView[]> => {
    await looked(house, assembly, 'audit-watch')
    return (await security<{ items: WarningView[] }>('GET', `/audit/warnings${query}`)).body.items
  }
  const thresholdOf = (id: string): number => watchRules.find((rule) => rule.id === id)?.atLeast ?? NaN

  beforeEach(async () => {
    house = await scene({ at: '2026-03-02T10:00:00+08:00' })
    security = await house.desk('security-admin')
  })
  afterEach(() => house.close())

  it('一小时查看身份达到界限才预警，差一次不预警；按人按时段一条，次数随之增长', async () => {
    await read('handler-housing', 'unit', 'identity.reveal', thresholdOf('many-reveals') - 1)
    expect(await raised()).toEqual([])
    at('2026-03-02T10:59:59')
    await read('handler-housing', 'unit', 'identity.reveal', 1)
    at('2026-03-02T11:00:00')
    await read('handler-housing', 'unit', 'identity.reveal', 5)
    const [warning, ...more] = await raised()
    expect(more).toEqual([])
    expect(warning).toMatchObject({
      rule: 'many-reveals',
      login: 'handler-housing',
      count: 20,
      atLeast: 20,
      revealsThatDay: 25,
      hour: '2026-03-02T02:00:00Z',
      ownerName: '安全管理员',
      outcome: null,
    })
    expect(warning?.why?.zh).toContain('一小时')
    expect(await raised()).toHaveLength(1)
  })

  it('承办单位夜间查看一次就预警，22 时起、6 时止；中心昼夜值守不算', async () => {
    at('2026-03-02T21:59:59')
    await read('handler-housing', 'unit', 'identity.reveal', 1)
    at('2026-03-03T06:00:00')
    await read('handler-housing', 'unit', 'identity.reveal', 1)
    await read('seat', 'seat', 'identity.reveal', 1)
    expect(await raised()).toEqual([])
    at('2026-03-02T22:00:00')
    await read('handler-housing', 'unit', 'identity.reveal', 1)
    at('2026-03-03T05:59:59')
    await read('handler-housing', 'unit', 'identity.reveal', 1)
    at('2026-03-03T09:00:00')
    expect((await raised()).map(({ rule, hour }) => `${rule} ${hour}`).toSorted()).toEqual([
      'night-reveals 2026-03-02T14:00:00Z',
      'night-reveals 2026-03-02T21:00:00Z',
    ])
  })

  it('中心人员看了从未经办的工单的诉求人：过一个班次仍没有办过才预警', async () => {
    await read('dispatcher', 'centre', 'identity.reveal', 1)
    const worked = await actorOf('dispatcher', 'centre')
    const orderId = newId(house.clock.now())
    await asActor(house.app.database, worked, (tx) =>
      writeAudit(tx, house.app, { action: 'identity.reveal', orderId, purpose: 'emergency' }),
    )
    await house.owner.query(
      `insert into work_order_event (authority_id, order_id, version, at, type, author_kind, account_id, event)
        values ('liangshan', $1, 1, $2, 'noted', 'staff', $3, '{}')`,
      [orderId, house.clock.now().toString(), worked.accountId],
    )
    at('2026-03-02T17:59:59')
    expect(await raised()).toEqual([])
    at('2026-03-02T18:00:01')
    expect(await raised()).toMatchObject([{ rule: 'unhandled-reveals', count: 1, login: 'dispatcher' }])
  })

  it('没有来电来件而按电话查找、短时间看很多工单，都预警', async () => {
    await read('dispatcher', 'centre', 'identity.find', thresholdOf('phone-searches'))
    await read('handler-housing', 'unit', 'file.read', thresholdOf('many-orders'))
    expect((await raised()).map(({ rule, login }) => `${rule} ${login}`).toSorted()).toEqual([
      'many-orders handler-housing',
      'phone-searches dispatcher',
    ])
  })

  it('处理结果须写明，只一次，当事的一小时过后才能作；进审计记录；审计管理员能看不能定', async () => {
    await read('handler-housing', 'unit', 'identity.reveal', 20)
    const id = (await raised())[0]?.warningId
    const settle = (desk: Desk, body: object) => desk('POST', `/audit/warnings/${id}/outcome`, body)
    const explained = { outcome: 'explained', words: '停水事件集中回访，已核对工单。' }
    expect((await settle(security, explained)).body.code).toBe('audit.warning-running')
    at('2026-03-02T11:00:00')
    expect((await settle(security, { outcome: 'explained', words: ' ' })).status).toBe(400)
    const auditor = await house.desk('audit-admin')
    expect((await settle(auditor, explained)).status).toBe(403)
    expect((await settle(security, explained)).status).toBe(200)
    expect((await settle(security, explained)).body.code).toBe('audit.warning-decided')

    const seen = await auditor<{ items: WarningView[] }>('GET', '/audit/unusual')
    expect(seen.body.items).toMatchObject([{ outcome: 'explained', words: explained.words, deciderName: '安全管理员' }])
    expect((await auditor<{ items: WarningView[] }>('GET', '/audit/unusual?open=true')).body.items).toEqual([])
    const records = await auditor<{ items: { action: string; reason: string }[] }>('GET', '/audit')
    expect(records.body.items.find(({ action }) => action === 'audit.settle')?.reason).toBe(explained.words)
  })

  it('别人看不到预警', async () => {
    const auditor = await house.desk('audit-admin')
    expect([(await auditor('GET', '/audit/warnings')).status, (await security('GET', '/audit/unusual')).status]).toEqual([403, 403])
    for (const login of ['system-admin', 'centre-manager', 'handler-housing', 'seat'])
      expect((await (await house.desk(login))('GET', '/audit/warnings')).status, login).toBe(403)
  })

  it('每次查看身份都计入本人当日次数，过零点重新计', async () => {
    const handler = await house.desk('handler-housing')
    const today = async () => (await handler<{ today: number }>('GET', '/audit/own-reveals')).body.today
    expect(await today()).toBe(0)
    at('2026-03-02T23:59:59')
    await read('handler-housing', 'unit', 'identity.reveal', 2)
    await read('reviewer-housing', 'unit', 'identity.reveal', 1)
    expect(await today()).toBe(2)
    at('2026-03-03T00:00:00')
    expect(await today()).toBe(0)
  })
})
