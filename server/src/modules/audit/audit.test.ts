import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { systemActor } from '../../db/actor.ts'
import { asActor } from '../../db/transaction.ts'
import { testApp, type TestApp } from '../../testing/index.ts'
import { staffHouse, type StaffHouse } from '../session/testing/staff-house.ts'
import { sealAudit, writeAudit } from './index.ts'

const system = systemActor('liangshan')
const write = (house: TestApp, count: number, orderId?: string) =>
  asActor(house.app.database, system, async (tx) => {
    for (let index = 0; index < count; index += 1)
      await writeAudit(tx, house.app, {
        action: 'order.print',
        subjectIds: [`copy-${index}`],
        facts: ['page-1', 'page-2'],
        purpose: 'archive',
        words: '存档',
        ...(orderId === undefined ? {} : { orderId }),
      })
  })

const program = join(import.meta.dirname, '..', '..', 'cli', 'audit-verify.ts')
const verify = async (house: TestApp, ...more: string[]): Promise<{ readonly code: number; readonly text: string }> => {
  const env = { ...process.env, DATABASE_OWNER_URL: house.ownerUrl }
  try {
    return { code: 0, text: (await promisify(execFile)(process.execPath, [program, ...more], { env })).stdout }
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string }
    return { code, text: stdout + stderr }
  }
}

describe('第二十条 [20b] 审计链', () => {
  let house: TestApp
  // As an intruder with the owner's rights would: the guard against slips is lifted first.
  const tamper = async (statement: string): Promise<void> => {
    for (const table of ['audit_record', 'audit.seal']) await house.owner.query(`alter table ${table} disable trigger never_changed`)
    const { rowCount } = await house.owner.query(statement)
    expect(rowCount).toBeGreaterThan(0)
  }
  beforeEach(async () => {
    house = await testApp({ modules: [] })
    await write(house, 3)
    await sealAudit(house.app)
    house.clock.set(house.clock.now().add({ nanoseconds: 1_234_567 }))
    await write(house, 4, '01900000-0000-7000-8000-000000000009')
    await sealAudit(house.app)
    return () => house.close()
  })

  it('封了十几次的链也完好：按序号排，不按文字排', async () => {
    for (let round = 0; round < 10; round += 1) {
      await write(house, 1)
      await sealAudit(house.app)
    }
    const { code, text } = await verify(house)
    expect(text).toContain('12 seals, 17 records, 0 unsealed')
    expect(code).toBe(0)
  })

  it('完好的链通过，未封的条数如实报告', async () => {
    await write(house, 2)
    const { code, text } = await verify(house)
    expect(text).toMatch(/^审计链完好 ok {2}liangshan: 2 seals, 7 records, 2 unsealed, head [0-9a-f]{64}/)
    expect(code).toBe(0)
  })

  it('每条记录恰好封一次，再封没有可封的', async () => {
    expect(await sealAudit(house.app)).toBe(0)
    await write(house, 501)
    const counts = await Promise.all([sealAudit(house.app), sealAudit(house.app), sealAudit(house.app)])
    expect(counts.reduce((sum, count) => sum + count) + (await sealAudit(house.app))).toBe(501)
    expect((await verify(house)).text).toContain('508 records, 0 unsealed')
  })

  it.each([
    [
      '一个字节',
      `update audit_record set words_sealed = set_byte(words_sealed, 5, get_byte(words_sealed, 5) # 1) where subject_ids = '{copy-2}' and order_id is null`,
    ],
    ['时间的一微秒', `update audit_record set at = at + interval '1 microsecond' where subject_ids = '{copy-1}' and order_id is null`],
    ['人', `update audit_record set account_id = '01900000-0000-7000-8000-00000000000a' where subject_ids = '{copy-3}'`],
    ['空与空串', `update audit_record set facts = '{}' where subject_ids = '{copy-3}'`],
    ['列表的切分', `update audit_record set facts = '{page-1,page-2,page-3}' where subject_ids = '{copy-0}' and order_id is not null`],
  ])('改动%s就能发现，并指出是哪一条', async (_, statement) => {
    await tamper(statement)
    const { code, text } = await verify(house)
    expect(text).toMatch(/^审计链断裂 BROKEN .*audit record [0-9a-f-]{36} was changed/)
    expect(code).toBe(1)
  })

  it.each([
    ['删掉一条记录', `delete from audit_record where subject_ids = '{copy-1}' and order_id is null`, 'is missing (seal 1)'],
    ['删掉一个封条', `delete from audit.seal where batch_no = 1`, 'seal 2 does not continue seal 0'],
    ['改封条的时间', `update audit.seal set sealed_at = sealed_at + interval '1 second' where batch_no = 1`, 'seal 1 was changed'],
    ['改封条的摘要', `update audit.seal set head = set_byte(head, 0, get_byte(head, 0) # 1) where batch_no = 2`, 'seal 2 was changed'],
  ])('%s能发现', async (_, statement, said) => {
    await tamper(statement)
    const { code, text } = await verify(house)
    expect(text).toContain(said)
    expect(code).toBe(1)
  })

  it('截去链尾，凭事先抄下的链头发现', async () => {
    const head = /head ([0-9a-f]{64})/.exec((await verify(house)).text)?.[1] ?? ''
    expect((await verify(house, '--head', head)).code).toBe(0)
    await tamper(`delete from audit.seal where batch_no = 2`)
    await tamper(`delete from audit_record where order_id is not null`)
    expect((await verify(house)).code).toBe(0)
    const { code, text } = await verify(house, '--head', head)
    expect(text).toContain('its end was cut off')
    expect(code).toBe(1)
  })

  it('所有者失手也改不动', async () => {
    for (const statement of [`update audit_record set purpose = 'x'`, 'delete from audit_record', 'delete from audit.seal'])
      await expect(house.owner.query(statement)).rejects.toThrow('never changed')
  })

  it('审计记录里写不进自由文字', async () => {
    const attempt = (entry: object) =>
      asActor(house.app.database, system, (tx) => writeAudit(tx, house.app, { action: 'order.print', ...entry }))
    for (const entry of [{ purpose: '王建国' }, { subjectIds: ['13812341234 王'] }, { facts: ['漏水'] }, { action: '打印' }])
      await expect(attempt(entry)).rejects.toThrow('violates check constraint')
  })

  it('只有系统能封', async () => {
    const actor = { ...system, scope: 'centre' } as const
    for (const call of [sql`select * from audit.unsealed(1)`, sql`select * from audit.last_seal()`])
      await expect(asActor(house.app.database, actor, (tx) => call.execute(tx))).rejects.toThrow('only the program itself')
  })
})

describe('第二十条 [20b] 谁看过这张工单，这个账号看过什么', () => {
  let house: StaffHouse
  beforeAll(async () => void (house = await staffHouse()))
  afterAll(() => house.close())
  const orderId = '01900000-0000-7000-8000-000000000007'
  type Item = {
    readonly action: string
    readonly orderId: string | null
    readonly reason: string | null
    readonly accountName: string | null
    readonly auditId: string
  }

  it('审计管理员按工单查、按账号查，分页不漏；查阅本身也有记录', async () => {
    await write(house, 45, orderId)
    const auditor = house.as(await house.signIn('audit-admin'))
    const seen: Item[] = []
    for (let after = ''; ;) {
      const { status, body } = await auditor('GET', `/audit?orderId=${orderId}&limit=20${after && `&after=${after}`}`)
      expect(status).toBe(200)
      seen.push(...(body['items'] as Item[]))
      if (body['next'] === null) break
      after = String(body['next'])
    }
    expect(seen.filter(({ action }) => action === 'order.print')).toHaveLength(45)
    expect(seen.filter(({ action }) => action === 'audit.read')).toHaveLength(1)
    expect(new Set(seen.map(({ auditId }) => auditId)).size).toBe(seen.length)
    expect(seen.find(({ action }) => action === 'order.print')?.reason).toBe('存档')

    const own = await auditor('GET', `/audit?accountId=${await house.accountId('audit-admin')}`)
    expect((own.body['items'] as Item[]).map(({ action, accountName }) => [action, accountName])).toContainEqual([
      'session.begin',
      '审计管理员',
    ])
  })

  it('别人不行：路由拦一道，数据库再拦一道', async () => {
    for (const login of ['system-admin', 'security-admin', 'centre-manager', 'seat'])
      expect((await house.as(await house.signIn(login))('GET', '/audit')).status, login).toBe(403)
    const manager = { ...system, scope: 'centre', accountId: await house.accountId('centre-manager') } as const
    await expect(
      asActor(house.app.database, manager, (tx) =>
        sql`select * from audit.read(null, null, null, null, null, 10, false, ${house.clock.now()})`.execute(tx),
      ),
    ).rejects.toThrow('only an audit administrator')
  })
})
