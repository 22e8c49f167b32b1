import type { TreeUnitView, UnitChangeView } from '@open12345/contract/organisation'
import type { OrderView } from '@open12345/contract/work-order'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadOrganisation } from '../organisation/index.ts'
import { classified, orderHouse, type Filed, type OrderHouse } from '../work-order/testing/order-house.ts'

/** 林草局 (forestry) is merged into 市场监管局 (market), whose section market-complaints stands below it. */
const [old, successor] = ['forestry', 'market'] as const

let house: OrderHouse
let change: UnitChangeView
let open: Filed
/** Both accuse the old unit; one of them the successor itself had been handling. */
let elsewhere: Filed
let atSuccessor: Filed

const nobody = { respondentUnitId: null, respondentAccountId: null, accusedUnitId: null, accusedAccountId: null }
const report = { kind: 'report', subject: 'work-safety' }
const accusing = (unitId: string) => ({ ...report, relations: { ...nobody, accusedUnitId: unitId } })
const content = '举报林草局的人收受好处费用一事'

beforeAll(async () => {
  house = await orderHouse()
  open = await house.dispatchedTo(old)
  elsewhere = await house.dispatchedTo('housing', { ...report, content, aboutUnitId: old }, accusing(old))
  atSuccessor = await house.dispatchedTo(successor, { ...report, content, aboutUnitId: old }, accusing(old))
  // An outsourced person, and one who came to a role at the centre since, past the rules: neither takes a unit's role along.
  await house.owner.query(`update account set outsourced = true where login = 'handler-2-${old}'`)
  await house.owner.query(
    `insert into role_grant select authority_id, gen_random_uuid(), account_id, 'dispatcher', 'centre', now() - interval '9 years' from account where login = 'reviewer-${old}'`,
  )
})
afterAll(() => house.close())

const reads = async (login: string, path: string) => (await house.at(login))<never>('GET', path)
const lists = async (login: string, path: string): Promise<readonly string[]> =>
  ((await (await house.at(login))<{ items: { orderId: string }[] }>('GET', path)).body.items ?? []).map(({ orderId }) => orderId)
const everyList = async (login: string): Promise<readonly string[]> => [
  ...(await lists(login, '/orders?limit=100')),
  ...(await lists(login, `/orders/search?text=${elsewhere.number}`)),
  ...(await lists(login, `/orders/search?text=${atSuccessor.number}`)),
  ...(await lists(login, `/orders/search?text=${encodeURIComponent('收受好处')}`)),
  ...(await lists(login, '/orders/search?kind=report&limit=100')),
]
const merge = async () => {
  const admin = await house.at('system-admin')
  const body = { kind: 'merged', unitId: old, successorId: successor, on: '2026-03-02', document: '凉府发〔2026〕测试1号', words: null }
  return {
    preview: (await admin('POST', '/unit-changes/preview', body)).body,
    done: await admin<UnitChangeView>('POST', '/unit-changes', body),
  }
}
const rolesOf = async (login: string) =>
  (
    await house.owner.query<{ role: string; unit_id: string; by: string | null }>(
      `select role, unit_id, (select login from account b where b.account_id = granted_by) as by from role_grant join account using (account_id)
       where login = $1 and valid_to is null order by role`,
      [login],
    )
  ).rows

describe('第十二条 [12-0] 并入：承接的单位对未办结的负责', () => {
  it('并入之前：承接单位办着一件举报旧单位的，也列得出来；旧单位的在办件它看不到', async () => {
    expect(await everyList('clerk-market')).toContain(atSuccessor.orderId)
    expect((await reads('clerk-market', `/orders/${open.orderId}`)).status).toBe(404)
  })

  it('试算说得出牵涉多少；当天生效，旧单位终止，列在承接单位之下', async () => {
    const { preview, done } = await merge()
    expect(preview).toMatchObject({ openOrders: 1, people: 4, atOnce: true })
    expect((preview as { responsibilities: number }).responsibilities).toBeGreaterThan(0)
    expect(done).toMatchObject({ status: 201, body: { state: 'in-effect', successorId: successor } })
    change = done.body
    const { body } = await (await house.at('system-admin'))<{ items: TreeUnitView[] }>('GET', '/unit-tree')
    expect(body.items.find(({ unitId }) => unitId === old)).toMatchObject({ parentId: successor, mergedInto: successor, to: '2026-03-02' })
    expect(JSON.stringify((await reads('dispatcher', '/units')).body)).not.toContain(`"${old}"`)
  })

  it('承接单位的人看得到、办得了旧单位的在办件', async () => {
    expect(await lists('clerk-market', '/orders?limit=100')).toContain(open.orderId)
    await house.done('clerk-market', open.orderId, 'sign')
    await house.done('handler-market', open.orderId, 'draft', { reply: '已经处理。' })
    await house.done('reviewer-market', open.orderId, 'approve')
  })

  it('旧单位的人带着同样的岗位过来，接着办旧单位的件；原来的岗位终止', async () => {
    expect(await rolesOf(`clerk-${old}`)).toEqual([{ role: 'unit-clerk', unit_id: successor, by: 'system-admin' }])
    expect(await lists(`handler-${old}`, '/orders?limit=100')).toContain(open.orderId)
  })

  it('职责目录里写旧单位的，从此指向承接单位', async () => {
    const { rows } = await house.owner.query<{ subject: string }>(
      `select subject from responsibility r join place p on p.code = r.place_code where unit_id = $1 and p.level = 'prefecture' and r.valid_on_to is null limit 1`,
      [old],
    )
    const path = `/responsibilities?subject=${rows[0]!.subject}`
    expect((await reads('dispatcher', path)).body).toMatchObject({ responsible: { unitId: successor } })
    expect((await reads('dispatcher', `${path}&on=2026-03-01`)).body).toMatchObject({ responsible: { unitId: old } })
  })

  it('并入只往上算：谁若还挂在旧单位名下，看得到旧单位的件，看不到承接单位的', async () => {
    const own = await house.dispatchedTo(successor)
    await house.owner.query(
      `insert into role_grant select authority_id, gen_random_uuid(), account_id, 'unit-clerk', $1, now() - interval '9 years' from account where login = $2`,
      [old, `handler-2-${old}`],
    )
    const seen = await lists(`handler-2-${old}`, '/orders?limit=100')
    expect(seen).toContain(open.orderId)
    expect(seen).not.toContain(own.orderId)
    const { rows } = await house.owner.query(`select app.unit_subtree('liangshan', array[$1]) as id`, [old])
    expect(rows).toEqual([{ id: old }])
    await house.owner.query(`delete from role_grant where unit_id = $1 and valid_to is null`, [old])
  })

  it('再装载一次文件夹，什么也不变', async () => {
    const rows = async () =>
      (
        await house.owner.query(
          'select u::text from unit u union all select g::text from role_grant g union all select a::text from unit_above a order by 1',
        )
      ).rows
    const before: unknown = await rows()
    expect((await loadOrganisation(house.app)).keptUnits).toEqual([old])
    expect(await rows()).toEqual(before)
  })
})

describe('第二十条 [20-mechanism] 岗位随并入而转，逐项有审计，禁止的照样禁止', () => {
  it('外包人员和中心的人不因并入得到承办岗位', async () => {
    expect(await rolesOf(`handler-2-${old}`)).toEqual([])
    expect(await rolesOf(`reviewer-${old}`)).toMatchObject([{ role: 'dispatcher', unit_id: 'centre' }])
  })

  it('终止四项、转过去两项、没有转的两项，各有一条审计记录', async () => {
    const { rows } = await house.owner.query<{ action: string; count: number }>(
      `select action, count(*)::int as count from audit_record where $1 = any(facts) group by action order by action`,
      [`follows-${change.changeId}`],
    )
    expect(rows).toEqual([
      { action: 'account.grant', count: 2 },
      { action: 'account.not-passed-on', count: 2 },
      { action: 'account.revoke', count: 4 },
    ])
  })
})

describe('第二十条 [20c] 举报旧单位的，对承接单位的每一个人都不存在', () => {
  const hidden = [
    `clerk-${old}`,
    `handler-${old}`,
    'clerk-market',
    'handler-market',
    'handler-2-market',
    'reviewer-market',
    'clerk-market-complaints',
  ]
  it.each(hidden)('%s：列表、查找、页面、办理都没有；看板和计数里也没有', async (login) => {
    const seen = await everyList(login)
    for (const { orderId, number } of [elsewhere, atSuccessor]) {
      expect(seen).not.toContain(orderId)
      expect((await reads(login, `/orders/${orderId}`)).status).toBe(404)
      expect((await house.step(login, orderId, 'sign')).body.code).toMatch(/work-order\.not-found|access\.not-entitled/)
      for (const path of ['/board', '/orders', '/orders/counts'])
        expect(JSON.stringify((await reads(login, path)).body), path).not.toContain(number)
    }
  })

  it('对照：中心看得到，别的承办单位照办', async () => {
    expect(await everyList('dispatcher')).toEqual(expect.arrayContaining([elsewhere.orderId, atSuccessor.orderId]))
    await house.done('clerk-housing', elsewhere.orderId, 'sign')
  })

  it('并入以后才来的举报旧单位的，派给承接单位或它的下属都被拒绝；派给别的单位可以', async () => {
    const { orderId } = await house.file({ ...report, content, aboutUnitId: old })
    await house.done('seat', orderId, 'accept', { ...classified, ...accusing(old) })
    for (const unitId of [successor, 'market-complaints'])
      expect(await house.step('dispatcher', orderId, 'dispatch', { unitId, principle: 'duty' })).toMatchObject({
        status: 409,
        body: { code: 'dispatch.unit-accused-instead', clause: '20c' },
      })
    expect((await house.done('dispatcher', orderId, 'dispatch', { unitId: 'housing', principle: 'duty' })).stage).toBe('to-sign')
    expect(await everyList('clerk-market')).not.toContain(orderId)
  })

  it('被投诉的是旧单位、由承接单位办的：不由承接单位自己审核', async () => {
    const complaint = await house.file({ kind: 'complaint', aboutUnitId: old })
    await house.done('seat', complaint.orderId, 'accept', {
      ...classified,
      kind: 'complaint',
      relations: { ...nobody, respondentUnitId: old },
    })
    await house.done('dispatcher', complaint.orderId, 'dispatch', { unitId: successor, principle: 'duty' })
    await house.done('clerk-market', complaint.orderId, 'sign')
    await house.done('handler-market', complaint.orderId, 'draft', { reply: '已经处理。' })
    expect(await house.step('reviewer-market', complaint.orderId, 'approve')).toMatchObject({ body: { code: 'reply.approved-above' } })
    expect((await house.done('centre-manager', complaint.orderId, 'approve')).stage).not.toBe('to-review')
  })

  it('举报承接单位的，旧单位过来的人同样看不到；再并一次，两个旧单位的都看不到', async () => {
    const { orderId } = await house.file({ ...report, content, aboutUnitId: successor })
    await house.done('seat', orderId, 'accept', { ...classified, ...accusing(successor) })
    await house.done('dispatcher', orderId, 'dispatch', { unitId: 'housing', principle: 'duty' })
    expect(await everyList(`handler-${old}`)).not.toContain(orderId)
    house.clock.set(house.clock.now().add({ hours: 24 }))
    const admin = await house.at('system-admin')
    const again = {
      kind: 'merged',
      unitId: successor,
      successorId: 'transport',
      on: '2026-03-03',
      document: '凉府发〔2026〕测试2号',
      words: null,
    }
    expect((await admin('POST', '/unit-changes', again)).status).toBe(201)
    for (const login of ['clerk-transport', 'clerk-market', `clerk-${old}`]) {
      const seen = await everyList(login)
      expect(seen, login).toContain(open.orderId)
      for (const one of [orderId, elsewhere.orderId, atSuccessor.orderId]) expect(seen, login).not.toContain(one)
    }
    const view = await (await house.at('clerk-transport'))<OrderView>('GET', `/orders/${open.orderId}`)
    expect(view.status).toBe(200)
  })
})
