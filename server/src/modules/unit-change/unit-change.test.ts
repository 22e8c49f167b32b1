import type { TreeUnitView, UnitChangeView } from '@open12345/contract/organisation'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runOnce } from '../../jobs/every.ts'
import { assembly } from '../../testing/index.ts'
import { looked } from '../../testing/jobs.ts'
import { loadOrganisation } from '../organisation/index.ts'
import { orderHouse, type OrderHouse } from '../work-order/testing/order-house.ts'

let house: OrderHouse
beforeAll(async () => void (house = await orderHouse()))
afterAll(() => house.close())

const today = '2026-03-02'
const basis = { on: today, document: '凉府办发〔2026〕测试9号', words: null }
const rename = (unitId: string, name: string, more = {}) => ({
  kind: 'renamed',
  unitId,
  name,
  shortName: null,
  nameEn: null,
  ...basis,
  ...more,
})

const decide = async (body: object, key?: string) =>
  (await house.at('system-admin'))<UnitChangeView>('POST', '/unit-changes', body, key === undefined ? {} : { 'idempotency-key': key })
const preview = async (body: object) => (await house.at('system-admin'))('POST', '/unit-changes/preview', body)
const withdraw = async (changeId: string) =>
  (await house.at('system-admin'))<UnitChangeView>('POST', `/unit-changes/${changeId}/withdrawal`)
const changes = async (unitId: string) =>
  (await (await house.at('system-admin'))<{ items: UnitChangeView[] }>('GET', `/unit-changes?unitId=${unitId}`)).body.items
const unit = async (unitId: string) => {
  const { body } = await (await house.at('system-admin'))<{ items: TreeUnitView[] }>('GET', '/unit-tree')
  return body.items.find((one) => one.unitId === unitId)
}
const names = async (login: string) =>
  (await (await house.at(login))<{ items: { unitId: string; name: string }[] }>('GET', '/units')).body.items
const settled = () => looked(house, assembly, 'unit-changes')
const rowsOf = async (table: string) => (await house.owner.query(`select t::text as row from ${table} t order by 1`)).rows as unknown
const auditOf = async (changeId: string): Promise<string[]> =>
  (
    await house.owner.query<{ action: string }>(
      `select action from audit_record where $1 = any(subject_ids) or $2 = any(facts) order by action`,
      [changeId, `follows-${changeId}`],
    )
  ).rows.map(({ action }) => action)
const nextMorning = (days: number): void => void house.clock.set(house.clock.now().add({ hours: 24 * days }))
const day = (): string => house.clock.now().toZonedDateTimeISO('Asia/Shanghai').toPlainDate().toString()
const later = (days: number): string => Temporal.PlainDate.from(day()).add({ days }).toString()

describe('第二十条 [20-mechanism] 单位变更只归系统管理员', () => {
  it('别的岗位读不到、定不了；同一个请求只做一次', async () => {
    for (const login of ['centre-manager', 'dispatcher', 'office', 'security-admin', 'audit-admin', 'clerk-housing']) {
      const desk = await house.at(login)
      expect((await desk('GET', '/unit-tree')).status, login).toBe(403)
      expect((await desk('GET', '/unit-changes')).status, login).toBe(403)
      expect((await desk('POST', '/unit-changes', rename('housing', '试'))).status, login).toBe(403)
    }
    const body = rename('forestry', '州林业和草原局（新）')
    const first = await decide(body, 'same-key-1')
    const again = await decide(body, 'same-key-1')
    expect(first.status).toBe(201)
    expect(again.body.changeId).toBe(first.body.changeId)
    expect(await changes('forestry')).toHaveLength(1)
  })
})

describe('第七条（一） [7-1] 更名、成立、改隶', () => {
  it('当天更名当即生效；名称的来历看得到；再装载一次文件夹，不变', async () => {
    const before = (await unit('transport'))!.name
    expect((await preview(rename('transport', '州交通局'))).body).toMatchObject({ atOnce: true, people: 4, unitsBelow: 0, openOrders: 0 })
    expect((await unit('transport'))!.name, '试算不改').toBe(before)
    const { body } = await decide(rename('transport', '州交通局', { nameEn: 'Transport Bureau' }))
    expect(body).toMatchObject({ state: 'in-effect', nameBefore: before, name: '州交通局', document: basis.document })
    expect((await names('dispatcher')).find(({ unitId }) => unitId === 'transport')?.name).toBe('州交通局')
    expect(await auditOf(body.changeId)).toEqual(['unit.decide', 'unit.take-effect'])
    const tables = await rowsOf('unit')
    const loaded = await loadOrganisation(house.app)
    expect(loaded.keptUnits).toEqual(['forestry', 'transport'])
    expect(await rowsOf('unit')).toEqual(tables)
    expect((await decide(rename('transport', '州交通大局'))).body.code).toBe('unit.day-taken')
    expect((await decide(rename('housing', '州交通局'))).body.code).toBe('unit.name-taken')
    expect((await preview(rename('housing', '州交通局'))).body.code, '试算也说得出理由').toBe('unit.name-taken')
  })

  it('成立在将来：到日子才有，工作过两遍也只有一次；装载文件夹不撤掉它；之后可以改隶', async () => {
    const on = later(2)
    const found = { kind: 'founded', unitId: 'low-altitude', name: '州低空经济局', shortName: '低空', nameEn: null, unitKind: 'department' }
    const { status, body } = await decide({ ...found, parentId: null, placeCode: null, ...basis, on })
    expect([status, body.state]).toEqual([201, 'ahead'])
    await settled()
    expect(await unit('low-altitude')).toBeUndefined()
    nextMorning(2)
    const job = assembly.modules.flatMap(({ jobs = [] }) => jobs).find(({ name }) => name === 'unit-changes')!
    await Promise.all([job.work(house.app), job.work(house.app), runOnce(house.app, job)])
    expect(await unit('low-altitude')).toMatchObject({ from: on, to: null, changedAtDesk: true, kind: 'department' })
    const { rows } = await house.owner.query('select outcome from unit_change_outcome where change_id = $1', [body.changeId])
    expect(rows).toEqual([{ outcome: 'in-effect' }])
    await loadOrganisation(house.app)
    expect(await unit('low-altitude')).toMatchObject({ to: null })
    await decide({ kind: 'moved', unitId: 'low-altitude', parentId: 'transport', ...basis, on: day() }).then(({ status: done }) =>
      expect(done, '成立与改隶同日，先后有序').toBe(409),
    )
    nextMorning(1)
    expect((await decide({ kind: 'moved', unitId: 'low-altitude', parentId: 'transport', ...basis, on: day() })).status).toBe(201)
    expect(await unit('low-altitude')).toMatchObject({ parentId: 'transport' })
    expect((await decide({ kind: 'moved', unitId: 'transport', parentId: 'low-altitude', ...basis, on: day() })).body.code).toBe(
      'unit.ring',
    )
  })

  it('未到日子的可以撤回，撤回的不再生效，也不再占着日子', async () => {
    const on = later(1)
    const { body } = await decide(rename('market', '州市监局', { on }))
    expect((await withdraw(body.changeId)).body).toMatchObject({ state: 'withdrawn' })
    expect((await withdraw(body.changeId)).body.code).toBe('unit.change-over')
    expect((await withdraw('0195f000-0000-7000-8000-000000000009')).status).toBe(404)
    nextMorning(1)
    await settled()
    expect((await unit('market'))!.name).toBe('州市场监督管理局')
  })

  it('昨天的日子不收；条款和理由一并答复', async () => {
    const refused = await decide({ kind: 'dissolved', unitId: 'centre', ...basis, on: later(1) })
    expect(refused).toMatchObject({ status: 409, body: { code: 'unit.needed', clause: '12-0' } })
    expect((await decide(rename('market', '州市监局', { on: later(-1) }))).body.code).toBe('unit.day-past')
  })
})

describe('第十二条 [12-0] 撤销：还有工单在办就不撤', () => {
  it('当时拒绝；预先定了、到日子又有了工单的，标明卡在哪里，障碍去了再生效', async () => {
    const on = later(1)
    const { body } = await decide({ kind: 'dissolved', unitId: 'low-altitude', ...basis, on })
    expect(body.state).toBe('ahead')
    const below = {
      kind: 'founded',
      unitId: 'drones',
      name: '无人机科',
      shortName: null,
      nameEn: null,
      unitKind: 'section',
      placeCode: null,
    }
    expect((await decide({ ...below, parentId: 'low-altitude', ...basis, on: day() })).status).toBe(201)
    nextMorning(1)
    await settled()
    await settled()
    const [held] = await changes('low-altitude')
    expect(held).toMatchObject({ state: 'held-up', heldUp: { zh: expect.stringContaining('之下还有') as string } })
    const { rows } = await house.owner.query('select outcome from unit_change_outcome where change_id = $1', [body.changeId])
    expect(rows, '同一个理由只记一次').toHaveLength(1)
    expect((await decide({ kind: 'moved', unitId: 'drones', parentId: 'transport', ...basis, on: day() })).status).toBe(201)
    await settled()
    expect(await unit('low-altitude')).toMatchObject({ to: day() })
    expect((await changes('low-altitude')).find(({ changeId }) => changeId === body.changeId)?.state).toBe('in-effect')
  })

  it('有未办结的工单：拒绝；到日子卡住；人员的岗位不动；撤回以后了结', async () => {
    const on = later(1)
    const { body } = await decide({ kind: 'dissolved', unitId: 'housing-fund', ...basis, on })
    await house.dispatchedTo('housing-fund')
    expect((await decide({ kind: 'dissolved', unitId: 'housing-fund', ...basis, on: later(9) })).body.code).toBe('unit.open-orders')
    nextMorning(1)
    await settled()
    expect((await changes('housing-fund'))[0]).toMatchObject({
      state: 'held-up',
      heldUp: { zh: expect.stringContaining('未办结') as string },
    })
    expect((await (await house.at('clerk-housing-fund'))('GET', '/orders')).status).toBe(200)
    expect((await withdraw(body.changeId)).body.state).toBe('withdrawn')
  })

  it('撤销当日，它的人的岗位终止', async () => {
    const desk = await house.at('clerk-government-offices')
    expect((await desk('GET', '/orders')).status).toBe(200)
    const { body } = await decide({ kind: 'dissolved', unitId: 'government-offices', ...basis, on: day() })
    expect(body.state).toBe('in-effect')
    expect((await desk('GET', '/orders')).status).toBe(403)
    expect((await auditOf(body.changeId)).filter((action) => action === 'account.revoke')).toHaveLength(4)
    expect(await auditOf(body.changeId)).not.toContain('account.grant')
  })

  it('中途断了什么也没有发生，再来一遍就做成，且只做一次', async () => {
    const { body } = await decide(rename('housing', '州住建局', { on: later(1) }))
    nextMorning(1)
    await house.owner.query(`create function stop_here() returns trigger language plpgsql as $$ begin raise exception 'killed'; end $$;
      create trigger stop_here before insert on unit_change_outcome for each row execute function stop_here()`)
    await expect(settled()).rejects.toThrow('killed')
    expect((await unit('housing'))!.name).toBe('州住房和城乡建设局')
    await house.owner.query('drop trigger stop_here on unit_change_outcome')
    await settled()
    await settled()
    expect((await unit('housing'))!.name).toBe('州住建局')
    expect(await auditOf(body.changeId)).toEqual(['unit.decide', 'unit.take-effect'])
  })
})

describe('第二十条 [20-mechanism] 授权与撤销同时来', () => {
  it('授权等单位的变更做完，再看单位还在不在', async () => {
    const accountId = await house.accountId('knowledge-editor')
    const admin = await house.at('security-admin')
    const rival = await house.owner.connect()
    await rival.query('begin')
    await rival.query(`update unit set valid_on_to = $1 where unit_id = 'audit'`, [day()])
    let isAnswered = false
    const granting = admin('POST', `/accounts/${accountId}/grants`, { role: 'knowledge-editor', unitId: 'audit' }).finally(
      () => void (isAnswered = true),
    )
    const waiting = async () =>
      (
        await house.owner.query(
          `select from pg_locks l join pg_stat_activity a using (pid) where not l.granted and a.datname = current_database()`,
        )
      ).rowCount ?? 0
    while (!isAnswered && (await waiting()) === 0);
    expect(isAnswered).toBe(false)
    await rival.query('commit')
    rival.release()
    expect((await granting).body.code).toBe('account.unit-unknown')
  })
})
