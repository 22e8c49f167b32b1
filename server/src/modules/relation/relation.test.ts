import type { RelationSuggestion } from '@open12345/contract/relation'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { classified, orderHouse, rowCounts, type OrderHouse } from '../work-order/testing/order-house.ts'

let house: OrderHouse
beforeAll(async () => void (house = await orderHouse()))
afterAll(() => house.close())

const xichang = { county: '513401', township: '513401101' }
const ask = async (login: string, body: object) =>
  (await house.at(login))<{ items: readonly RelationSuggestion[] }>('POST', '/relations/suggested', body)
const suggested = async (text: string, more: object = {}): Promise<readonly RelationSuggestion[]> =>
  (await ask('seat', { text, ...more })).body.items
const named = async (text: string, more: object = {}) => (await suggested(text, more)).map(({ as, unitId }) => `${as} ${unitId}`)

describe('第二十条（三） [20c] 坐席写字时提示文中的单位', () => {
  it('按本州的单位名录认，同名的按地方分', async () => {
    expect(await named('反映住建局窗口推诿')).toEqual(['respondent housing'])
    expect(await named('举报城管局李某收好处费', { kind: 'report' })).toEqual(['accused urban-management'])
    expect(await named('我们镇政府的工作人员态度恶劣', { place: xichang })).toEqual(['respondent xichang-lizhou'])
    expect(await named('供水公司乱收费，西昌市教育局不作为')).toEqual(['respondent water-supply', 'respondent xichang'])
    expect(await named('国家税务总局凉山彝族自治州税务局不作为')).toEqual(['respondent tax'])
    for (const text of ['住建局门口路灯坏了', '请住建局来修', '西昌市人民医院乱收费', ''])
      expect([text, await named(text, { kind: 'complaint', place: xichang })]).toEqual([text, []])
  })

  it('说出是哪个单位、哪几个字', async () => {
    const text = '昨天州城市管理行政执法局的人乱罚款'
    const [found] = await suggested(text)
    expect(found).toMatchObject({ unitName: '州城市管理行政执法局', as: 'respondent', accountId: null })
    expect(text.slice(found!.named.start, found!.named.end)).toBe('州城市管理行政执法局')
    expect(text.slice(found!.because!.start, found!.because!.end)).toBe('乱罚款')
  })

  it('只有一个账户与文中的姓名全同时才指到人，重名的、别的单位的、只有姓的，不指', async () => {
    const rename = (login: string, name: string) => house.owner.query('update account set name = $1 where login = $2', [name, login])
    await rename('handler-housing', '鄢测单')
    await rename('clerk-market', '鄢测双')
    const accountOf = async (text: string) => (await suggested(text))[0]?.accountId
    expect(await accountOf('住建局工作人员鄢测单受贿')).toBe(await house.accountId('handler-housing'))
    expect(await accountOf('住建局工作人员鄢某受贿')).toBeNull()
    expect(await accountOf('住建局工作人员鄢测双受贿')).toBeNull()
    expect(await accountOf('住建局工作人员受贿，我叫鄢测单')).toBeNull()
    await rename('clerk-housing', '鄢测单')
    expect(await accountOf('住建局工作人员鄢测单受贿')).toBeNull()
  })

  it('坐席、派单、中心负责人、办公室可以问；承办单位和诉求人不可以', async () => {
    for (const login of ['seat', 'dispatcher', 'centre-manager', 'office'])
      expect([login, (await ask(login, { text: '' })).status]).toEqual([login, 200])
    for (const login of ['clerk-housing', 'handler-housing', 'reviewer-housing', 'follow-up', 'analyst', 'security-admin'])
      expect([login, (await ask(login, { text: '住建局' })).status]).toEqual([login, 403])
    expect((await house.nobody('POST', '/relations/suggested', { text: '住建局' })).status).toBe(401)
    expect((await ask('seat', { text: '长'.repeat(5001) })).status).toBe(400)
  })

  it('问过不留痕：没有一张表多一行，审计里没有', async () => {
    const audits = async () =>
      (
        await house.owner.query<{ count: string }>(
          'select (select count(*) from audit_record) + (select count(*) from audit.pending) as count',
        )
      ).rows[0]!.count
    const before = [await rowCounts(house), await audits()]
    await suggested('举报住建局王某受贿', { kind: 'report' })
    expect([await rowCounts(house), await audits()]).toEqual(before)
  })
})

describe('第二十条（三） [20c] 写的地点就是来电人的住处', () => {
  const asked = async (body: object) =>
    (await (await house.at('seat'))<{ ownHome: boolean }>('POST', '/relations/suggested', body)).body.ownHome
  it('按登记的住址，或者自己说的，提醒坐席', async () => {
    const text = '楼里有人放高利贷'
    const addressDetail = '月城小区3栋2单元'
    expect(await asked({ text, addressDetail, homeAddress: '西昌市月城小区三栋二单元501室' })).toBe(true)
    expect(await asked({ text: `我家${text}`, addressDetail })).toBe(true)
    expect(await asked({ text, addressDetail })).toBe(false)
    expect(await asked({ text, addressDetail, homeAddress: '西昌市日城小区3栋2单元501室' })).toBe(false)
  })
})

describe('第二十条（三） [20c] 派不得的，说出可以派给谁', () => {
  const none = { respondentUnitId: null, respondentAccountId: null, accusedUnitId: null, accusedAccountId: null }
  const accusing = async (accusedUnitId: string): Promise<string> => {
    const { orderId } = await house.file({ kind: 'report', subject: 'official-conduct', aboutUnitId: accusedUnitId })
    await house.done('seat', orderId, 'accept', {
      ...classified,
      kind: 'report',
      subject: 'official-conduct',
      relations: { ...none, accusedUnitId },
    })
    return orderId
  }
  const titleOf = async (accusedUnitId: string, unitId: string) => {
    const { status, body } = await house.step('dispatcher', await accusing(accusedUnitId), 'dispatch', { unitId, principle: 'duty' })
    expect(status).toBe(409)
    return body as unknown as { readonly code: string; readonly title: string }
  }

  it.each([
    ['housing', 'housing', '州人民政府办公室'],
    ['housing', 'housing-property', '州人民政府办公室'],
    ['housing-property', 'housing-property', '州住房和城乡建设局'],
    ['xichang-lizhou', 'xichang-lizhou', '西昌市人民政府'],
    ['water-supply', 'water-supply', '州住房和城乡建设局'],
  ])('%s 被举报，派给 %s：可以派给%s', async (accused, unitId, superior) => {
    const { code, title } = await titleOf(accused, unitId)
    expect(code).toBe('dispatch.unit-accused-instead')
    expect(title).toContain(`可以派给：${superior}。`)
  })
  it('上面没有单位的，不说派给谁', async () => expect((await titleOf('government', 'government')).code).toBe('dispatch.unit-accused'))
})

describe('第二十条（三） [20c] 文中的单位没有被举报，坐席明说', () => {
  it('说过的，派单的人看得到；承办单位看不到', async () => {
    const accepted = { ...classified, kind: 'report', subject: 'work-safety' }
    const [said, unsaid] = [await house.file({ kind: 'report' }), await house.file({ kind: 'report' })]
    await house.done('seat', said.orderId, 'accept', { ...accepted, noneAccused: true })
    await house.done('seat', unsaid.orderId, 'accept', accepted)
    const sent = await house.done('dispatcher', said.orderId, 'dispatch', { unitId: 'housing', principle: 'duty' })
    expect(sent.noneAccused).toBe(true)
    expect((await house.done('dispatcher', unsaid.orderId, 'dispatch', { unitId: 'housing', principle: 'duty' })).noneAccused).toBe(false)
    const clerk = await house.at('clerk-housing')
    expect((await clerk('GET', `/orders/${said.orderId}`)).body).toMatchObject({ noneAccused: null, relations: null })
  })
})
