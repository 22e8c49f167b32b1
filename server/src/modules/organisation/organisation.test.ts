import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemActor } from '../../db/actor.ts'
import { asActor } from '../../db/transaction.ts'
import { staffHouse, type StaffHouse } from '../session/testing/staff-house.ts'
import { findPlace, loadDemonstrationContacts, loadOrganisation, pathOf, subtreeOf, unitContacts } from './index.ts'

let house: StaffHouse
beforeAll(async () => void (house = await staffHouse()))
afterAll(() => house.close())

const system = systemActor('liangshan')
type Item = { readonly code: string; readonly name: string; readonly level: string; readonly parentCode: string | null }
const places = async (on: string) => (await house.as(undefined)('GET', `/places?on=${on}`)).body['items'] as Item[]

describe('第十八条 [18a] 行政区划代码有效期', () => {
  it('会理：2021 年 1 月 20 日前是 513425，当日起是 513402', async () => {
    const huili = async (on: string) => (await places(on)).filter(({ name }) => name.startsWith('会理')).map(({ code }) => code)
    expect(await huili('2021-01-19')).toEqual(['513425'])
    expect(await huili('2021-01-20')).toEqual(['513402'])
    const old = await asActor(house.app.database, system, (tx) => findPlace(tx, '513425'))
    expect(old).toMatchObject({ name: '会理县', replacedBy: '513402' })
  })

  it('十七个县市、三百零四个乡镇街道，上级都在', async () => {
    const items = await places('2026-03-02')
    const codes = new Set(items.map(({ code }) => code))
    expect(items.filter(({ level }) => level === 'county')).toHaveLength(17)
    expect(items.filter(({ level }) => level === 'township')).toHaveLength(304)
    for (const { code, parentCode } of items) expect(parentCode === null ? code === '513400' : codes.has(parentCode), code).toBe(true)
  })
})

describe('第七条（一） [7-1] 单位树', () => {
  const units = (work: typeof subtreeOf, ids: string[]) =>
    asActor(house.app.database, system, (tx) => work(tx, ids)).then((found) => found.toSorted())

  it('往下是自己和下属，往上是自己和上级', async () => {
    expect(await units(subtreeOf, ['xichang'])).toEqual(['xichang', 'xichang-beicheng', 'xichang-lizhou'])
    expect(await units(pathOf, ['xichang-beicheng'])).toEqual(['xichang', 'xichang-beicheng'])
    expect(await units(subtreeOf, ['housing', 'huili'])).toEqual(['housing', 'housing-market', 'housing-property', 'huili'])
    expect(await units(subtreeOf, ['nowhere'])).toEqual([])
  })

  it('没有谁的下属是全州', async () => {
    const { rows } = await house.owner.query<{ size: number }>(
      `select (select count(*)::int from app.unit_subtree('liangshan', array[unit_id])) as size from unit`,
    )
    expect(Math.max(...rows.map(({ size }) => size))).toBeLessThan(5)
  })

  it('错接成环的树也走得完', async () => {
    await house.owner.query(`update unit set parent_id = 'xichang-beicheng' where unit_id = 'xichang'`)
    expect(await units(subtreeOf, ['xichang'])).toContain('xichang-beicheng')
    expect(await units(pathOf, ['xichang'])).toContain('xichang-beicheng')
    await house.owner.query(`update unit set parent_id = null where unit_id = 'xichang'`)
  })

  it('单位名录只给登录的工作人员；区划人人可查', async () => {
    expect((await house.as(undefined)('GET', '/units')).status).toBe(401)
    const { body } = await house.as(await house.signIn('seat'))('GET', '/units')
    expect((body['items'] as { unitId: string }[]).map(({ unitId }) => unitId)).toEqual(
      expect.arrayContaining(['centre', 'office', 'housing', 'water-supply', 'xichang-beicheng']),
    )
    expect((await house.as(undefined)('GET', '/places')).status).toBe(200)
  })

  it('重复装载不变', async () => {
    const count = async () =>
      (await house.owner.query('select (select count(*) from unit) as units, (select count(*) from place) as places')).rows[0]
    const before: unknown = await count()
    await loadOrganisation(house.app)
    expect(await count()).toEqual(before)
  })
})

describe('第十二条（四） [12-4a] 紧急联系人按序逐个拨打', () => {
  it('号码加密存放，按次序读出', async () => {
    await loadDemonstrationContacts(house.app)
    const contacts = await asActor(house.app.database, system, (tx) =>
      unitContacts(tx, house.app, { unitId: 'housing', duty: 'emergency' }),
    )
    expect(contacts.map(({ rank, name }) => [rank, name])).toEqual([
      [1, '值班室'],
      [2, '分管负责人'],
    ])
    const { rows } = await house.owner.query<{ row: string }>(
      `select unit_contact::text as row from unit_contact where unit_id = 'housing'`,
    )
    for (const { phone } of contacts)
      for (const { row } of rows) {
        expect(phone).toMatch(/^1380000\d{4}$/)
        expect(row).not.toContain(phone)
        expect(row).not.toContain(Buffer.from(phone).toString('hex'))
      }
  })
})
