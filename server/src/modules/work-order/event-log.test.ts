import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Pool } from 'pg'
import { openPool } from '../../db/pool.ts'
import { assembly } from '../../testing/index.ts'
import { relayed } from '../../testing/jobs.ts'
import { orderHouse, type OrderHouse } from './testing/order-house.ts'

let house: OrderHouse
let server: Pool
const logged: unknown[] = []

/** Words and identity that are found nowhere else. */
const secrets = {
  content: '我家水管在槐花巷深处爆裂了整整三天',
  address: '槐花巷尽头蓝色铁门',
  name: '欧阳测蓝',
  phone: '18699776655',
  facts: '补充：隔壁豆腐坊也停了',
  note: '派单附言：请带潜水泵',
  reply: '管道已于今晨接通并冲洗',
  internal: '内部：备件取自北库',
  words: '评语：师傅辛苦了',
} as const

beforeAll(async () => {
  house = await orderHouse()
  server = openPool({ url: house.serverUrl, max: 1 })
  for (const level of ['info', 'warn', 'error'] as const)
    vi.spyOn(house.app.log, level).mockImplementation((...args: readonly unknown[]) => void logged.push(args))
  const { content, address, name, phone, facts, note, reply, internal, words } = secrets
  const filed = await house.file({ content, addressDetail: address, name, phone })
  const mine = house.citizen(filed.token)
  await mine('POST', '/requests/mine/facts', { content: facts })
  await house.done('seat', filed.orderId, 'accept', { kind: 'help', subject: 'water-supply', place: { county: '513401', township: null } })
  await house.done('dispatcher', filed.orderId, 'dispatch', { unitId: 'housing', principle: 'duty', note })
  await house.done('clerk-housing', filed.orderId, 'sign')
  await house.done('handler-housing', filed.orderId, 'draft', { reply, internal })
  await house.step('seat', filed.orderId, 'sign', {})
  await house.done('reviewer-housing', filed.orderId, 'approve')
  await house.done('handler-housing', filed.orderId, 'deliver', { way: 'sms', note })
  await relayed(house, assembly)
  await (
    await house.at('dispatcher')
  )('GET', `/orders/search?text=${encodeURIComponent(content.slice(0, 8))}`)
  await (
    await house.at('dispatcher')
  )('GET', `/orders/search?phone=${phone}`)
  await house.nobody('POST', '/requests', { content, name, phone, kind: 'gossip' })
  const rated = await mine('POST', '/requests/mine/rating', { result: 'satisfied', words })
  expect(rated.status).toBe(200)
})
afterAll(async () => {
  vi.restoreAllMocks()
  await server.end()
  await house.close()
})

const asSystem = async (statement: string): Promise<{ readonly rowCount: number | null } | string> => {
  try {
    await server.query('begin')
    await server.query(`select set_config('app.authority', 'liangshan', true), set_config('app.scope', 'system', true)`)
    return await server.query(statement)
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error)
  } finally {
    await server.query('rollback')
  }
}
const insufficientPrivilege = '42501'

describe('第二十条 [20-mechanism] 事件只增不改', () => {
  it.each([
    ['改事件', `update work_order_event set type = 'closed'`],
    ['删事件', 'delete from work_order_event'],
    ['清空事件', 'truncate work_order_event'],
    ['改分区里的事件', `update work_order_event_default set type = 'closed'`],
    ['读词元', 'select tokens from work_order_token'],
    ['改词元', `update work_order_token set tokens = '{}'`],
    ['删工单', 'delete from work_order'],
    ['改内容', `update work_order_text set role = 'content'`],
    ['删内容', 'delete from work_order_text'],
    ['删密钥', 'delete from work_order_key'],
    ['读身份库', 'select * from vault.requester'],
    ['关掉行级安全', 'alter table work_order disable row level security'],
  ])('服务端账号不能%s', async (_, statement) => expect(await asSystem(statement)).toBe(insufficientPrivilege))

  it('库的主人手滑也改不动', async () => {
    await expect(house.owner.query(`update work_order_event set type = 'closed'`)).rejects.toThrow('never changed')
    await expect(house.owner.query('delete from work_order_event')).rejects.toThrow('never changed')
  })
})

const tablesOf = async (): Promise<readonly string[]> => {
  const { rows } = await house.owner.query<{ name: string }>(
    `select quote_ident(n.nspname) || '.' || quote_ident(c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'm') and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg_%'`,
  )
  return rows.map(({ name }) => name)
}

describe('第二十条 [20c] 事件、短信箱、日志里没有正文，也没有身份', () => {
  it('整个数据库逐行翻过：正文、地址、姓名、电话都不以明文出现', async () => {
    const found: string[] = []
    const tables = await tablesOf()
    expect(tables.length).toBeGreaterThan(20)
    for (const table of tables) {
      const { rows } = await house.owner.query<{ row: string }>(`select t::text as row from ${table} t`)
      for (const [what, secret] of Object.entries(secrets))
        if (rows.some(({ row }) => row.includes(secret) || row.includes(Buffer.from(secret).toString('hex'))))
          found.push(`${table}: ${what}`)
    }
    expect(found).toEqual([])
  })

  it('事件的每个值都是代码、编号、时刻或者引用', async () => {
    const { rows } = await house.owner.query<{ event: unknown }>('select event from work_order_event')
    expect(rows.length).toBeGreaterThan(8)
    const values = (value: unknown): readonly string[] =>
      typeof value === 'string' ? [value] : value !== null && typeof value === 'object' ? Object.values(value).flatMap(values) : []
    for (const value of rows.flatMap(({ event }) => values(event))) expect(value).toMatch(/^[A-Za-z0-9.:-]{1,40}$/)
  })

  it('日志里没有', () => {
    const text = JSON.stringify(logged)
    for (const secret of Object.values(secrets)) expect(text).not.toContain(secret)
  })
})
