import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../db/ids.ts'
import { nobody, requesterActor, systemActor, type Actor, type Scope } from '../../db/actor.ts'
import { asActor, type Tx } from '../../db/transaction.ts'
import { testApp, type TestApp } from '../../testing/index.ts'
import { findByPhone, forgetRequester, openMasks, phoneForSending, putRequester, reveal, type Reveal } from './index.ts'
import type { MaskRow } from './masks.ts'

let house: TestApp
const accountId = '01900000-0000-7000-8000-000000000001'
const authorityId = 'liangshan'
const staff = (scope: Scope, more: Partial<Actor> = {}): Actor => ({
  authorityId,
  scope,
  accountId,
  roles: [],
  unitIds: [],
  unitPathIds: [],
  ...more,
})
const system = systemActor(authorityId)
const run = <T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> => asActor(house.app.database, actor, work)
const everyScope: readonly Scope[] = ['centre', 'seat', 'unit', 'requester', 'system', 'none']

const wang = { name: '王建国', phone: '138 1234 1234', idNumber: '11010519491231002X', homeAddress: '西昌市北城街道月城巷 1 号' }
const put = (requester: Parameters<typeof putRequester>[2] = wang) => run(system, (tx) => putRequester(tx, house.app, requester))
const order = (): string => newId(house.clock.now())
/** The orders whose hook answers yes, as the room of work orders would. */
const openOrder = async (requesterId: string): Promise<string> => {
  const orderId = order()
  await house.owner.query('insert into open_order values ($1, $2)', [orderId, requesterId])
  return orderId
}
const audited = async (requesterId: string): Promise<readonly Record<string, unknown>[]> =>
  (
    await house.owner.query(
      `select action, account_id, scope, order_id, facts, purpose from audit_record where $1 = any(subject_ids) and action <> 'identity.put' order by at, audit_id`,
      [requesterId],
    )
  ).rows

/** What `vault.masks` shows of a requester for an order; whom the actor may not see is missing. */
const masks = async (tx: Tx, requesterId: string, orderId: string | null) => {
  const { rows } = await sql<MaskRow>`select * from vault.masks(${[requesterId]}::uuid[], ${[orderId]}::uuid[])`.execute(tx)
  return rows.map((row) => openMasks(house.app, row))
}

beforeAll(async () => {
  house = await testApp({ modules: [] })
  await house.owner.query(`create table open_order (order_id uuid, requester_id uuid);
    create or replace function vault.may_reveal(for_order uuid, wanted uuid) returns boolean language sql stable security definer set search_path = public, pg_temp
    as $$ select exists (select from open_order o where o.order_id = for_order and o.requester_id = wanted) $$`)
})
afterAll(() => house.close())

const asking = (requesterId: string, more: Partial<Reveal> = {}): Reveal => ({
  requesterId,
  orderId: order(),
  fields: ['name', 'phone'],
  purpose: 'contact-requester',
  reason: '联系诉求人王建国核实漏水位置',
  ...more,
})

describe('第二十条 [20c] 诉求人身份与事项分开存放', () => {
  it('数据库里没有一处明文', async () => {
    const requesterId = await put()
    const { rows } = await house.owner.query<{ row: string }>(
      'select requester::text as row from vault.requester where requester_id = $1',
      [requesterId],
    )
    const stored = rows[0]?.row ?? ''
    for (const plain of ['王', '13812341234', '138****1234', wang.idNumber, wang.homeAddress]) {
      expect(stored).not.toContain(plain)
      expect(stored).not.toContain(Buffer.from(plain).toString('hex'))
    }
  })

  it('程序的登录读不到、写不了、删不了保险库和审计表的任何一行', async () => {
    const tables = ['vault.requester', 'audit_record', 'audit_record_default', 'audit.pending', 'audit.seal']
    for (const table of tables)
      for (const statement of [
        `select * from ${table}`,
        `insert into ${table} default values`,
        `delete from ${table}`,
        `truncate ${table}`,
      ])
        await expect(
          run(system, (tx) => sql.raw(statement).execute(tx)),
          statement,
        ).rejects.toThrow('permission denied')
  })

  it('两人同一明文，密文不同，钥匙不同；密文换行打不开', async () => {
    const [one, two] = [await put(), await put()]
    const { rows } = await house.owner.query<{ name_sealed: Buffer; wrapped_key: Buffer }>(
      'select name_sealed, wrapped_key from vault.requester where requester_id = any($1)',
      [[one, two]],
    )
    expect(rows[0]?.name_sealed.equals(rows[1]?.name_sealed ?? Buffer.alloc(0))).toBe(false)
    await house.owner.query(
      `update vault.requester t set name_sealed = s.phone_sealed from vault.requester s where t.requester_id = $1 and s.requester_id = $1`,
      [one],
    )
    const orderId = await openOrder(one)
    await expect(run(staff('centre'), (tx) => reveal(tx, house.app, asking(one, { orderId })))).rejects.toThrow()
  })

  it('只有话务、中心和系统能放入身份', async () => {
    for (const scope of everyScope) {
      const attempt = run(staff(scope), (tx) => putRequester(tx, house.app, wang))
      if (['centre', 'seat', 'system'].includes(scope)) await expect(attempt, scope).resolves.toMatch(/^[0-9a-f-]{36}$/)
      else await expect(attempt, scope).rejects.toThrow('no access')
    }
  })
})

describe('第二十条 [20b] 每次查看身份都有审计记录', () => {
  it('允许的查看：给出所要的字段，记下谁、何单、何字段、何用途；理由加密', async () => {
    const requesterId = await put()
    const orderId = await openOrder(requesterId)
    const asked = asking(requesterId, { orderId })
    expect(await run(staff('unit'), (tx) => reveal(tx, house.app, asked))).toEqual({
      ok: true,
      value: { name: '王建国', phone: '13812341234' },
    })
    expect(await audited(requesterId)).toEqual([
      {
        action: 'identity.reveal',
        account_id: accountId,
        scope: 'unit',
        order_id: orderId,
        facts: ['name', 'phone'],
        purpose: 'contact-requester',
      },
    ])
    const { rows } = await house.owner.query<{ row: string }>('select audit_record::text as row from audit_record where order_id = $1', [
      orderId,
    ])
    expect(rows[0]?.row).not.toContain('王建国')
    expect(rows[0]?.row).not.toContain(Buffer.from('王建国').toString('hex'))
  })

  it('拒绝的查看：什么也不给，同样记下', async () => {
    const [requesterId, other] = [await put(), await put()]
    const othersOrder = await openOrder(other)
    for (const orderId of [order(), othersOrder]) {
      const answer = await run(staff('centre'), (tx) => reveal(tx, house.app, asking(requesterId, { orderId })))
      expect(answer).toEqual({ ok: false, refusal: { code: 'identity.not-visible', clause: '20c' } })
    }
    expect((await audited(requesterId)).map(({ action, order_id: id }) => [action, id !== null])).toEqual([
      ['identity.reveal-refused', true],
      ['identity.reveal-refused', true],
    ])
  })

  it('没有理由不得查看', async () => {
    const requesterId = await put()
    const answer = await run(staff('centre'), (tx) => reveal(tx, house.app, asking(requesterId, { reason: '  ' })))
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'identity.reason-missing' } })
    expect(await audited(requesterId)).toEqual([])
  })

  it('通话中的话务员可看眼前这位，挂断以后不行', async () => {
    const [atLine, other] = [await put(), await put()]
    const { orderId: _, ...withoutOrder } = asking(atLine)
    const seat = staff('seat', { requesterIds: [atLine] })
    expect(await run(seat, (tx) => reveal(tx, house.app, withoutOrder))).toMatchObject({ ok: true })
    expect(await run(seat, (tx) => reveal(tx, house.app, { ...withoutOrder, requesterId: other }))).toMatchObject({ ok: false })
    expect(await run(staff('seat'), (tx) => reveal(tx, house.app, withoutOrder))).toMatchObject({ ok: false })
    expect(await run(staff('unit', { requesterIds: [atLine] }), (tx) => reveal(tx, house.app, withoutOrder))).toMatchObject({ ok: false })
  })

  it('没有账号的、不办件的，一律打不开', async () => {
    const requesterId = await put()
    const orderId = await openOrder(requesterId)
    const asked = asking(requesterId, { orderId })
    for (const actor of [system, nobody(authorityId), staff('none'), requesterActor(authorityId, orderId)])
      await expect(
        run(actor, (tx) => reveal(tx, house.app, asked)),
        actor.scope,
      ).rejects.toThrow('no access')
    const { accountId: _, ...unnamed } = staff('centre')
    expect(await run(unnamed, (tx) => reveal(tx, house.app, asked))).toMatchObject({ ok: false })
  })

  it('另一个州的人员看不到', async () => {
    const requesterId = await put()
    const orderId = await openOrder(requesterId)
    const stranger = staff('centre', { authorityId: 'ganzi' })
    expect(await run(stranger, (tx) => reveal(tx, house.app, asking(requesterId, { orderId })))).toMatchObject({ ok: false })
    expect(await run(stranger, (tx) => masks(tx, requesterId, null))).toEqual([])
  })
})

describe('第二十条 [20a] 按电话查找，只给遮蔽后的姓名和号码', () => {
  it('写法不同都找得到，查找本身有审计；最近的在前', async () => {
    const phone = '139 0834 5678'
    const first = await put({ name: '阿说', phone })
    house.clock.set(house.clock.now().add({ seconds: 1 }))
    const second = await put({ name: '沙马阿说', phone: '+8613908345678', anonymous: true })
    const found = await run(staff('seat'), (tx) => findByPhone(tx, house.app, '１３９０８３４５６７８', 'incoming-contact'))
    expect(found).toMatchObject([
      { requesterId: second, anonymous: true, phone: '139****5678' },
      { requesterId: first, anonymous: false, name: '阿*', phone: '139****5678' },
    ])
    expect(found[0]?.name).toBeUndefined()
    expect(await audited(second)).toEqual([
      { action: 'identity.find', account_id: accountId, scope: 'seat', order_id: null, facts: [], purpose: 'incoming-contact' },
    ])
    expect(await run(staff('seat'), (tx) => findByPhone(tx, house.app, '不是电话', 'incoming-contact'))).toEqual([])
  })

  it('承办单位不能按电话查人', async () => {
    for (const scope of ['unit', 'none', 'requester'] as const)
      await expect(
        run(staff(scope), (tx) => findByPhone(tx, house.app, wang.phone, 'history')),
        scope,
      ).rejects.toThrow('no access')
  })

  it('承办单位只见公开工单的遮蔽信息，中心和话务照常', async () => {
    const requesterId = await put()
    const [open, closed] = [await openOrder(requesterId), order()]
    const shownTo = (scope: Scope, orderId: string) => run(staff(scope), (tx) => masks(tx, requesterId, orderId))
    const expected = { requesterId, anonymous: false, name: '王**', phone: '138****1234' }
    expect(await shownTo('unit', open)).toEqual([expected])
    expect(await shownTo('unit', closed)).toEqual([])
    for (const scope of ['centre', 'seat', 'system'] as const) expect(await shownTo(scope, closed)).toEqual([expected])
    await expect(shownTo('none', open)).rejects.toThrow('no access')
  })
})

describe('第十三条（一） [13-1] 发送时取号', () => {
  it('只有系统能取，取一次记一次', async () => {
    const requesterId = await put()
    const asked = { requesterId, purpose: 'follow-up' } as const
    expect(await run(system, (tx) => phoneForSending(tx, house.app, asked))).toBe('13812341234')
    expect(await audited(requesterId)).toMatchObject([{ action: 'identity.phone-for-sending', scope: 'system', purpose: 'follow-up' }])
    for (const scope of everyScope.filter((one) => one !== 'system'))
      await expect(
        run(staff(scope), (tx) => phoneForSending(tx, house.app, asked)),
        scope,
      ).rejects.toThrow('no access')
  })

  it('没有留号码的，没有可发', async () => {
    const requesterId = await put({ anonymous: true })
    expect(await run(system, (tx) => phoneForSending(tx, house.app, { requesterId, purpose: 'notice' }))).toBeUndefined()
  })
})

describe('第二十条 [20a] 销毁', () => {
  it('销毁即毁钥：再看、再找、再发都没有了，销毁有记录', async () => {
    const requesterId = await put({ name: '李四', phone: '13700000001' })
    const orderId = await openOrder(requesterId)
    await run(system, (tx) => forgetRequester(tx, house.app, requesterId, 'retention-ended'))
    expect(await run(staff('centre'), (tx) => reveal(tx, house.app, asking(requesterId, { orderId })))).toMatchObject({
      ok: false,
      refusal: { code: 'identity.forgotten' },
    })
    expect(await run(staff('seat'), (tx) => findByPhone(tx, house.app, '13700000001', 'history'))).toEqual([])
    expect(await run(system, (tx) => phoneForSending(tx, house.app, { requesterId, purpose: 'notice' }))).toBeUndefined()
    expect((await audited(requesterId)).map(({ action }) => action)).toContain('identity.forget')
    await expect(run(staff('centre'), (tx) => forgetRequester(tx, house.app, requesterId, 'retention-ended'))).rejects.toThrow('no access')
  })
})

describe('第二十条 [20c] 匿名诉求人', () => {
  it('对承办单位既无姓名也无号码，公开工单也一样；中心仍可联系', async () => {
    const requesterId = await put({ ...wang, anonymous: true })
    const orderId = await openOrder(requesterId)
    const asked = asking(requesterId, { orderId })
    expect(await run(staff('unit'), (tx) => reveal(tx, house.app, asked))).toMatchObject({
      ok: false,
      refusal: { code: 'identity.not-visible' },
    })
    const shown = (scope: Scope) => run(staff(scope), (tx) => masks(tx, requesterId, orderId))
    expect(await shown('unit')).toEqual([{ requesterId, anonymous: true }])
    expect(await shown('centre')).toEqual([{ requesterId, anonymous: true, phone: '138****1234' }])
    expect(await run(staff('centre'), (tx) => reveal(tx, house.app, asked))).toMatchObject({ ok: true })
  })
})

describe('第二十条 [20b] 程序的登录只有写明的权利', () => {
  it('保险库和审计：一张表也没有，只有这些函数', async () => {
    const { rows: tables } = await house.owner.query(
      `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where (n.nspname in ('vault', 'audit') or c.relname like 'audit_record%') and c.relkind in ('r', 'p', 'v', 'S')
         and has_table_privilege('open12345_server', c.oid, 'select, insert, update, delete, truncate, references, trigger')`,
    )
    expect(tables).toEqual([])
    const { rows: functions } = await house.owner.query<{ name: string }>(
      `select n.nspname || '.' || p.proname as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
       where n.nspname in ('vault', 'audit') and has_function_privilege('open12345_server', p.oid, 'execute') order by name`,
    )
    expect(functions.map(({ name }) => name)).toEqual([
      'audit.append_day',
      'audit.append_seal',
      'audit.day_to_sign',
      'audit.decide_warning',
      'audit.export_day',
      'audit.last_seal',
      'audit.oldest_unsealed',
      'audit.order_of_number',
      'audit.own_reveals',
      'audit.raise_unusual',
      'audit.read',
      'audit.signed_day',
      'audit.signed_days',
      'audit.unsealed',
      'audit.warnings',
      'audit.write',
      'audit.write_reading',
      'vault.forget',
      'vault.masks',
      'vault.phone_for_sending',
      'vault.put_requester',
      'vault.requesters_by_phone',
      'vault.reveal',
    ])
  })

  it('每个越权执行的函数都固定了查找路径', async () => {
    const { rows } = await house.owner.query(
      `select p.oid::regprocedure::text as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
       where n.nspname in ('app', 'vault', 'audit', 'public') and p.prosecdef and not coalesce(p.proconfig::text like '%search_path=public, pg_temp%', false)`,
    )
    expect(rows).toEqual([])
  })
})
