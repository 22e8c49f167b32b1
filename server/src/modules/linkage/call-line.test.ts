import type { LinkageView } from '@open12345/contract/linkage'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { firstMorning } from '../../testing/index.ts'
import { settleLinkages } from './settle.ts'
import { linkageHouse, type LinkageHouse } from './testing/linkage-house.ts'

let house: LinkageHouse
beforeAll(async () => void (house = await linkageHouse()))
afterAll(() => house.close())
beforeEach(async () => {
  house.clock.set(Temporal.Instant.from(firstMorning))
  await house.quiet()
})

const stateOf = async (contactId: string): Promise<string | undefined> => (await house.ofCall('seat', contactId))[0]?.state
const becomes = (contactId: string, state: LinkageView['state']) => expect.poll(() => stateOf(contactId)).toBe(state)
const rolesIn = async (room: string): Promise<readonly string[]> => {
  const { legs, rooms } = await house.telephony.snapshot()
  const inside = rooms.find((one) => one.room === room)?.legs ?? []
  return inside.map((leg) => legs.find((one) => one.leg === leg)?.role ?? '?').toSorted()
}
const begun = async (contactId: string, more: object = {}): Promise<LinkageView> => {
  const { status, body } = await house.call('seat', contactId, more)
  expect([status, body.code]).toEqual([201, undefined])
  return body
}
const later = (seconds: number): void => house.clock.set(Temporal.Instant.from(firstMorning).add({ seconds }))
const step = async (login: string, linkageId: string, name: 'hand-over' | 'end') =>
  (await house.at(login))<LinkageView>('POST', `/linkages/${linkageId}/${name}`, {})
const contactState = async (contactId: string): Promise<string | undefined> =>
  (await house.owner.query<{ state: string }>('select state from contact where contact_id = $1', [contactId])).rows[0]?.state
const externals = async (): Promise<number> => (await house.telephony.snapshot()).legs.filter(({ role }) => role === 'external').length
const refused = async (contactId: string, more: object = {}, login = 'seat') => {
  const count = async () => (await house.owner.query<{ all: string }>('select count(*) as all from linkage')).rows[0]?.all
  const before = await count()
  const { body, status } = await house.call(login, contactId, more)
  expect([await count(), await externals()]).toEqual([before, 0])
  return [status, body.code, body.clause]
}

describe('第十四条 [14] 通话中转接和三方通话', () => {
  it('三方通话：接通后三方同在，对方退出后来电人仍与坐席通话', async () => {
    const contactId = await house.talking('seat')
    const { linkageId, way, consent, told } = await begun(contactId, { told: '来电人家中断电，老人用呼吸机。' })
    expect([way, consent, told]).toEqual(['three-way', 'given', '来电人家中断电，老人用呼吸机。'])
    await becomes(contactId, 'joined')
    expect(await rolesIn(contactId)).toEqual(['agent', 'citizen', 'external'])
    expect((await step('seat', linkageId, 'end')).body).toMatchObject({ state: 'ended', allowed: ['feedback'] })
    expect(await rolesIn(contactId)).toEqual(['agent', 'citizen'])
    expect(await contactState(contactId)).toBe('talking')
    expect((await step('seat', linkageId, 'end')).body).toMatchObject({ code: 'linkage.over', clause: '14' })
  })

  it('对方自己挂断，同样记为结束', async () => {
    const contactId = await house.talking('seat')
    const { linkageId } = await begun(contactId)
    await becomes(contactId, 'joined')
    house.telephony.partyHangsUp((await house.telephony.snapshot()).legs.find(({ call }) => call === linkageId)!.leg)
    await becomes(contactId, 'ended')
    expect(await rolesIn(contactId)).toEqual(['agent', 'citizen'])
  })

  it('转接：坐席退出，来电人与对方仍连着，登记表仍可填；对方挂断才算完', async () => {
    const contactId = await house.talking('seat')
    const { linkageId } = await begun(contactId, { way: 'transfer' })
    await becomes(contactId, 'joined')
    expect((await step('seat', linkageId, 'hand-over')).body).toMatchObject({ state: 'handed-over', endedAt: null })
    expect(await rolesIn(contactId)).toEqual(['citizen', 'external'])
    expect(await contactState(contactId)).toBe('ended')
    expect((await step('seat', linkageId, 'hand-over')).body).toMatchObject({ code: 'linkage.not-joined', clause: '14' })
    house.telephony.partyHangsUp((await house.telephony.snapshot()).legs.find(({ call }) => call === linkageId)!.leg)
    await expect.poll(async () => (await house.ofCall('seat', contactId))[0]?.endedAt).not.toBeNull()
    await expect.poll(() => rolesIn(contactId)).toEqual([])
    expect(await stateOf(contactId)).toBe('handed-over')
  })

  it.each([
    ['busy', 'refused'],
    ['no-answer', 'no-answer'],
    ['unreachable', 'unreachable'],
  ] as const)('没有接通（%s）：来电人还在线上，推荐同类的下一条', async (answer, state) => {
    house.telephony.letBehave('120', answer)
    const contactId = await house.talking('seat')
    await begun(contactId, { lineId: 'ambulance-120', consent: 'emergency' })
    await becomes(contactId, state)
    expect(await rolesIn(contactId)).toEqual(['agent', 'citizen'])
    expect(await contactState(contactId)).toBe('talking')
    expect((await house.ofCall('seat', contactId))[0]).toMatchObject({ nextLineId: 'traffic-122', allowed: [], consent: 'emergency' })
    later(1)
    await begun(contactId, { lineId: 'traffic-122', consent: 'emergency' })
    await becomes(contactId, 'joined')
  })

  it('振铃中可以取消；这时不再呼叫第二条', async () => {
    house.telephony.letBehave('95598', 'rings')
    const contactId = await house.talking('seat')
    const { linkageId } = await begun(contactId)
    expect((await house.call('seat', contactId)).body).toMatchObject({ code: 'linkage.already-running', clause: '14' })
    expect((await step('seat', linkageId, 'end')).body).toMatchObject({ state: 'cancelled', allowed: [] })
    expect(await externals()).toBe(0)
    expect(await stateOf(contactId)).toBe('cancelled')
  })

  it('振铃后接起即接通', async () => {
    house.telephony.letBehave('95598', 'rings')
    const contactId = await house.talking('seat')
    const { linkageId } = await begun(contactId, { way: 'transfer' })
    expect(await stateOf(contactId)).toBe('calling')
    expect((await step('seat', linkageId, 'hand-over')).body.code).toBe('linkage.not-joined')
    house.telephony.partyAnswers((await house.telephony.snapshot()).legs.find(({ call }) => call === linkageId)!.leg)
    await becomes(contactId, 'joined')
  })

  it.each([
    ['振铃中坐席挂断', 'rings', 'cancelled', 'us'],
    ['接通后坐席挂断', 'answers', 'ended', 'us'],
    ['振铃中来电人挂断', 'rings', 'cancelled', 'party'],
    ['接通后来电人挂断', 'answers', 'ended', 'party'],
  ] as const)('%s：不留下没有人的线', async (_what, answer, state, by) => {
    house.telephony.letBehave('95598', answer)
    const contactId = await house.talking('seat')
    await begun(contactId)
    if (answer === 'answers') await becomes(contactId, 'joined')
    if (by === 'us') await (await house.at('seat'))('POST', `/contacts/${contactId}/hang-up`, {})
    else house.telephony.partyHangsUp(`${contactId}.citizen.1`)
    await becomes(contactId, state)
    await expect.poll(externals).toBe(0)
  })

  it('不能呼叫的：没有这条线、号码待填、不在通话、不是自己的来件；什么也不写，也不拨', async () => {
    const contactId = await house.talking('seat')
    expect(await refused(contactId, { lineId: 'moon' })).toEqual([404, 'linkage.line-unknown', '14'])
    expect(await refused(contactId, { lineId: 'water-supply' })).toEqual([409, 'linkage.number-missing', '14'])
    expect(await refused(contactId, {}, 'seat-2')).toEqual([404, 'linkage.not-your-call', '14'])
    await house.owner.query(`update linkage_line set closed_on = '2026-03-01' where line_id = 'power-95598'`)
    expect(await refused(contactId)).toEqual([409, 'linkage.line-closed', '14'])
    await house.owner.query(`update linkage_line set closed_on = null`)
    await (
      await house.at('seat')
    )('POST', `/contacts/${contactId}/hang-up`, {})
    expect(await refused(contactId)).toEqual([409, 'linkage.not-talking', '14'])
  })

  it('别的座席结束不了，派单员不能在通话中呼叫', async () => {
    const contactId = await house.talking('seat')
    const { linkageId } = await begun(contactId)
    await becomes(contactId, 'joined')
    expect((await step('seat-2', linkageId, 'end')).status).toBe(404)
    expect((await step('dispatcher', linkageId, 'end')).status).toBe(403)
    expect((await house.call('dispatcher', contactId)).status).toBe(403)
  })

  it('同一个键只呼叫一次', async () => {
    const contactId = await house.talking('seat')
    const headers = { 'idempotency-key': 'one-call-only-1' }
    const first = await house.call('seat', contactId, {}, headers)
    await becomes(contactId, 'joined')
    const again = await house.call('seat', contactId, {}, headers)
    expect([again.status, again.body.linkageId, again.body.state]).toEqual([201, first.body.linkageId, 'joined'])
    expect(await externals()).toBe(1)
  })
})

describe('第十一条（一） [11-1] 转接和三方通话须经来电人同意', () => {
  it('没有同意的不呼叫；不征求只限紧急热线', async () => {
    const contactId = await house.talking('seat')
    expect(await refused(contactId, { consent: 'none' })).toEqual([409, 'linkage.no-consent', '11-1'])
    expect(await refused(contactId, { lineId: 'ambulance-120', consent: 'none' })).toEqual([409, 'linkage.no-consent', '11-1'])
    expect(await refused(contactId, { consent: 'emergency' })).toEqual([409, 'linkage.consent-not-waived', '11-1'])
  })

  it('同意和紧急未征求都留下记录和审计', async () => {
    const contactId = await house.talking('seat')
    const { linkageId } = await begun(contactId, { lineId: 'ambulance-120', consent: 'emergency' })
    const { rows } = await house.owner.query<{ facts: readonly string[] }>(
      `select facts from audit_record where action = 'linkage.call' and subject_ids @> array[$1]`,
      [linkageId],
    )
    expect(rows.map(({ facts }) => facts)).toEqual([['three-way', 'emergency']])
  })

  it('同意的是三方通话，坐席不能退出改为转接', async () => {
    const contactId = await house.talking('seat')
    const { linkageId } = await begun(contactId)
    await becomes(contactId, 'joined')
    expect((await step('seat', linkageId, 'hand-over')).body).toMatchObject({ code: 'linkage.not-a-transfer', clause: '11-1' })
    expect(await rolesIn(contactId)).toEqual(['agent', 'citizen', 'external'])
  })
})

describe('第十四条 [14] 程序中断后的联动', () => {
  /** Joined at the switch; the record stayed behind. */
  const stranded = async (state: 'calling' | 'joined', contactId: string): Promise<void> => {
    const { linkageId } = await begun(contactId)
    await becomes(contactId, 'joined')
    await house.owner.query(`update linkage set state = $2 where linkage_id = $1`, [linkageId, state])
  }
  it('交换机上已经没有的，一分钟后记为结果不明；在此以前不动', async () => {
    const contactId = await house.talking('seat')
    const { dial } = house.telephony
    Object.assign(house.telephony, { dial: async () => 'killed before it dialled' })
    await begun(contactId)
    Object.assign(house.telephony, { dial })
    later(60)
    await settleLinkages(house.app, house.telephony)
    expect(await stateOf(contactId)).toBe('calling')
    later(61)
    await settleLinkages(house.app, house.telephony)
    expect((await house.ofCall('seat', contactId))[0]).toMatchObject({ state: 'unknown', allowed: ['feedback'] })
  })

  it('交换机上还连着的，照接通记', async () => {
    const contactId = await house.talking('seat')
    await stranded('calling', contactId)
    later(61)
    await settleLinkages(house.app, house.telephony)
    expect(await stateOf(contactId)).toBe('joined')
    expect(await rolesIn(contactId)).toEqual(['agent', 'citizen', 'external'])
  })

  it('来电已经结束的，联动也结束；还在通话的不动', async () => {
    const contactId = await house.talking('seat')
    await stranded('joined', contactId)
    later(61)
    await settleLinkages(house.app, house.telephony)
    expect(await stateOf(contactId)).toBe('joined')
    await house.owner.query(`update contact set state = 'ended', ended_at = started_at where contact_id = $1`, [contactId])
    await settleLinkages(house.app, house.telephony)
    expect(await stateOf(contactId)).toBe('ended')
    expect(await externals()).toBe(0)
  })

  it('交换机拨不出去：记为打不通，来电人还在线上', async () => {
    const contactId = await house.talking('seat')
    const { dial } = house.telephony
    Object.assign(house.telephony, { dial: () => Promise.reject(new Error('the switch is away')) })
    const failed = await begun(contactId)
    Object.assign(house.telephony, { dial })
    expect(failed).toMatchObject({ state: 'unreachable', allowed: [] })
    expect(await contactState(contactId)).toBe('talking')
  })
})
