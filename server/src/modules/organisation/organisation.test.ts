import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { subjects } from '@open12345/domain/vocabulary'
import { systemActor } from '../../db/actor.ts'
import { asActor } from '../../db/transaction.ts'
import { staffHouse, type StaffHouse } from '../session/testing/staff-house.ts'
import {
  findPlace,
  loadDemonstrationContacts,
  loadOrganisation,
  pathOf,
  placesOn,
  responsibleUnit,
  subtreeOf,
  unitContacts,
  unitsOn,
} from './index.ts'

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
    const xichang = await units(subtreeOf, ['xichang'])
    expect(xichang).toHaveLength(1 + 25)
    expect(xichang).toEqual(expect.arrayContaining(['xichang', 'xichang-beicheng', 'xichang-lizhou']))
    expect(await units(pathOf, ['xichang-beicheng'])).toEqual(['xichang', 'xichang-beicheng'])
    expect(await units(subtreeOf, ['housing', 'market'])).toEqual([
      'housing',
      'housing-market',
      'housing-property',
      'market',
      'market-complaints',
    ])
    expect(await units(subtreeOf, ['nowhere'])).toEqual([])
  })

  it('没有谁的下属是全州', async () => {
    const { rows } = await house.owner.query<{ size: number }>(
      `select (select count(*)::int from app.unit_subtree('liangshan', array[unit_id])) as size from unit`,
    )
    expect(Math.max(...rows.map(({ size }) => size))).toBeLessThan(30)
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
      (
        await house.owner.query(
          'select (select count(*) from unit) as units, (select count(*) from place) as places, (select count(*) from responsibility) as rules',
        )
      ).rows[0]
    const before: unknown = await count()
    await loadOrganisation(house.app)
    expect(await count()).toEqual(before)
  })
})

describe('第十一条（二） [11-2] 属地管理、按职承办、行业主管', () => {
  const today = Temporal.PlainDate.from('2026-03-02')
  const responsible = (subject: string, county?: string, township?: string, on = today) =>
    asActor(house.app.database, system, (tx) => responsibleUnit(tx, { subject, county, township }, on))

  it('最窄的地方优先：县里有属地规定的归县，没有的归州', async () => {
    expect(await responsible('street-lights', '513431')).toEqual({
      unitId: 'zhaojue',
      principle: 'place',
      basis: '《城市道路管理条例》第六条',
    })
    expect(await responsible('street-lights')).toMatchObject({ unitId: 'housing', principle: 'industry' })
    expect(await responsible('water-supply', '513401')).toMatchObject({ unitId: 'water-supply', principle: 'duty' })
    expect(await responsible('water-supply', '513402')).toMatchObject({ unitId: 'huili', principle: 'place' })
  })

  it('乡镇的规定优先于县的；起止日当天分清', async () => {
    await house.owner.query(`insert into responsibility values
      ('liangshan', 'waste', '513401101', 'xichang-lizhou', 'place', '试点', '2026-04-01', '2026-05-01')`)
    const on = async (date: string) => (await responsible('waste', '513401', '513401101', Temporal.PlainDate.from(date)))?.unitId
    expect([await on('2026-03-31'), await on('2026-04-01'), await on('2026-04-30'), await on('2026-05-01')]).toEqual([
      'xichang',
      'xichang-lizhou',
      'xichang-lizhou',
      'xichang',
    ])
    await house.owner.query(`update unit set valid_on_to = '2026-04-10' where unit_id = 'xichang-lizhou'`)
    expect([await on('2026-04-09'), await on('2026-04-10')]).toEqual(['xichang-lizhou', 'xichang'])
    await house.owner.query(`update unit set valid_on_to = null where unit_id = 'xichang-lizhou'`)
    await house.owner.query(`delete from responsibility where basis = '试点'`)
  })

  it('每个事项在每个县市、每个乡镇都找得到单位', async () => {
    const places = await asActor(house.app.database, system, (tx) => placesOn(tx, today))
    const inForce = new Set((await asActor(house.app.database, system, (tx) => unitsOn(tx, today))).map(({ unitId }) => unitId))
    const counties = places.filter(({ level }) => level === 'county')
    await asActor(house.app.database, system, async (tx) => {
      for (const { code: subject } of subjects)
        for (const { code: county } of counties) {
          const township = places.find(({ parentCode }) => parentCode === county)?.code
          const found = await responsibleUnit(tx, { subject, county, township }, today)
          expect(inForce.has(found?.unitId ?? ''), `${subject} ${county}`).toBe(true)
        }
    })
  })

  it('派单的人按事项和地方问得到；不登录的问不到', async () => {
    const path = '/responsibilities?subject=property-management&county=513401'
    expect((await house.as(undefined)('GET', path)).status).toBe(401)
    const ask = house.as(await house.signIn('dispatcher'))
    expect((await ask('GET', path)).body).toEqual({
      responsible: { unitId: 'housing', name: '州住房和城乡建设局', principle: 'industry', basis: '《物业管理条例》第五条' },
    })
    expect((await ask('GET', '/responsibilities?subject=moon')).body).toEqual({ responsible: null })
    expect((await ask('GET', '/responsibilities?subject=waste&county=xichang')).status).toBe(400)
  })

  it('不存在的事项、规定之前的日子，不猜', async () => {
    expect(await responsible('moon')).toBeUndefined()
    expect(await responsible('waste', '513401', undefined, Temporal.PlainDate.from('2023-02-16'))).toBeUndefined()
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
