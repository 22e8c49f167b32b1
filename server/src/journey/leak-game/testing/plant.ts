import { expect } from 'vitest'
import { relayed } from '../../../testing/jobs.ts'
import { assembly } from '../../../testing/index.ts'
import { simulate } from '../../../modules/simulation/simulate.ts'
import type { OrderView } from '@open12345/contract/work-order'
import { scene, type Desk, type Scene } from '../../../testing/scene.ts'

/** Whom the game is about: nothing of them stands anywhere else in the town. */
/** `sameHome`: the home in another writing. */
export const reporter = {
  name: '尉迟测雪',
  phone: '18611220017',
  idNumber: '513431199003071235',
  home: '金沙江路九十七号三单元',
  sameHome: '金沙江路97号3单元',
}
export const complainant = {
  name: '令狐测枫',
  phone: '18733440028',
  idNumber: '513401198811204566',
  home: '泸山巷一百零三号',
  sameHome: '泸山巷103号',
}
export const askers = [reporter, complainant]

export type Planted = { readonly orderId: string; readonly number: string }
export type Plants = {
  /** A report by telephone against `housing`, handled by `market` with `transport`, with a ruling. */
  readonly report: Planted
  /** A report on the web against `housing-property`, answered to the end. */
  readonly answered: Planted & { readonly token: string }
  /** A confidential complaint about `xichang`, handled by `market`. */
  readonly confidential: Planted
}

const moment = '2026-03-03T10:00:00+08:00'
const place = { county: '513401', township: null }
const report = { kind: 'report', subject: 'work-safety', place }
const nobody = { respondentUnitId: null, respondentAccountId: null, accusedUnitId: null, accusedAccountId: null }
export const wordsOf = (who: typeof reporter, matter: string): string =>
  `${matter}。我叫${who.name}，电话${who.phone}，身份证${who.idNumber}。`

/** OPEN12345_TOWN_DAYS=30 plays the game over a whole month, with as many orders a day as a demonstration has. */
const days = Number(process.env['OPEN12345_TOWN_DAYS'] ?? 2)
const perDay = days > 2 ? 50 : 8

/** A town with some days behind it; its clock stands still from then on. */
export const openTown = async (): Promise<Scene> => {
  const until = Temporal.Instant.from(moment)
  const house = await scene({ at: until.subtract({ hours: 24 * (days + 9) }).toString() })
  await simulate(house.app, assembly.modules, { until: until.epochMilliseconds, days, perDay, seed: 7 })
  house.clock.set(until)
  return house
}

const orderOf = async ({ owner }: Scene, number: string): Promise<Planted> => {
  const { rows } = await owner.query<{ order_id: string }>('select order_id from work_order where number = $1', [number])
  return { orderId: rows[0]!.order_id, number }
}

/** Each step as whoever has to take it; a refused step is a fault of the scene. */
const stepping = (house: Scene) => {
  const desks = new Map<string, Desk>()
  const at = async (login: string): Promise<Desk> => {
    const desk = desks.get(login) ?? (await house.desk(login))
    desks.set(login, desk)
    return desk
  }
  const asks = async <T = Record<string, unknown>>(login: string, path: string, body: object = {}): Promise<T> => {
    const answer = await (await at(login))<T>('POST', path, body)
    expect([login, path, answer.status < 300, answer.body.code]).toEqual([login, path, true, undefined])
    return answer.body
  }
  const step = (login: string, { orderId }: Planted, path: string, body: object = {}) => asks(login, `/orders/${orderId}/${path}`, body)
  const pageOf = async (login: string, { orderId }: Planted) => (await (await at(login))<OrderView>('GET', `/orders/${orderId}`)).body
  return { asks, step, pageOf }
}
type Stepping = ReturnType<typeof stepping>

/** 第十条: told by telephone, with the caller's home address. */
const byTelephone = async (house: Scene, { asks }: Stepping): Promise<Planted> => {
  const { contactId } = await asks<{ contactId: string }>('seat', '/telephony/simulated-calls', { from: reporter.phone })
  await asks('seat', `/contacts/${contactId}/answer`)
  const { number } = await asks<{ number: string }>('seat', '/orders', {
    contactId,
    requester: { name: reporter.name, homeAddress: reporter.home },
    ...report,
    content: wordsOf(reporter, `反映住建局违规发放施工许可，工地就在${reporter.home}（${reporter.sameHome}）楼下`),
    outcome: { step: 'accept', with: { ...report, relations: { ...nobody, accusedUnitId: 'housing' } } },
  })
  await asks('seat', `/contacts/${contactId}/hang-up`)
  await asks('seat', `/contacts/${contactId}/finish`)
  return orderOf(house, number)
}

const filed = async (
  house: Scene,
  who: typeof reporter,
  matter: object,
  content: string,
): Promise<Planted & { readonly token: string }> => {
  const { status, body } = await house.nobody<{ number: string; token: string }>('POST', '/requests', {
    ...matter,
    name: who.name,
    phone: who.phone,
    content,
  })
  expect(status).toBe(201)
  return { ...(await orderOf(house, body.number)), token: body.token }
}

const handledByTwo = async ({ step, pageOf }: Stepping, order: Planted): Promise<void> => {
  await step('dispatcher', order, 'dispatch-jointly', {
    parts: [
      { unitId: 'market', role: 'lead', principle: 'duty', note: `牵头核查，举报人${reporter.name}` },
      { unitId: 'transport', role: 'assist', principle: 'duty', note: '协助' },
    ],
  })
  await step('clerk-transport', order, 'return', {
    reason: `举报人${reporter.name}所述不属我局`,
    basis: `据${reporter.phone}来电`,
    suggestedUnitId: 'ecology',
  })
  const { assignments } = await pageOf('dispatcher', order)
  const assignmentId = assignments.find(({ unitId }) => unitId === 'transport')!.assignmentId
  await step('dispatcher', order, 'refuse-return', { assignmentId, ruling: `由你局协助，举报人${reporter.name}`, basis: '职责目录' })
  await step('clerk-market', order, 'sign')
  await step('clerk-transport', order, 'sign')
  await step('handler-transport', order, 'draft', {
    reply: `已协助核查${reporter.name}反映的情况。`,
    internal: `举报人电话${reporter.phone}`,
  })
}

const answeredToTheEnd = async ({ step }: Stepping, order: Planted): Promise<void> => {
  await step('seat', order, 'accept', { ...report, relations: { ...nobody, accusedUnitId: 'housing-property' } })
  await step('dispatcher', order, 'dispatch', { unitId: 'market', principle: 'duty' })
  await step('clerk-market', order, 'sign')
  await step('handler-market', order, 'draft', {
    reply: `${reporter.name}您好，已核查，情况属实，责令改正。`,
    internal: `${reporter.name}`,
  })
  await step('reviewer-market', order, 'approve')
  await step('dispatcher', order, 'deliver', { way: 'sms' })
}

const complaint = { kind: 'complaint', subject: 'water-supply', place }

/** An open complaint of one person of `housing`, handled by `housing`: their colleagues know of it, they do not. */
export const plantPersonal = async (house: Scene): Promise<Planted> => {
  const { step } = stepping(house)
  const personal = await filed(house, complainant, complaint, wordsOf(complainant, '经办人态度恶劣'))
  const { rows } = await house.owner.query<{ account_id: string }>(`select account_id from account where login = 'handler-housing'`)
  await step('seat', personal, 'accept', { ...complaint, relations: { ...nobody, respondentAccountId: rows[0]!.account_id } })
  await step('dispatcher', personal, 'dispatch', { unitId: 'housing', principle: 'duty' })
  await relayed(house, assembly)
  return personal
}

const plantConfidential = async (house: Scene, { step }: Stepping): Promise<Planted> => {
  const matter = { ...complaint, confidential: true, aboutUnitId: 'xichang' }
  const order = await filed(house, complainant, matter, wordsOf(complainant, '窗口推诿'))
  await step('seat', order, 'accept', { ...complaint, confidential: true, relations: { ...nobody, respondentUnitId: 'xichang' } })
  await step('dispatcher', order, 'dispatch', { unitId: 'market', principle: 'duty' })
  await step('clerk-market', order, 'sign')
  await step('clerk-market', order, 'attempts', { way: 'phone', outcome: 'no-answer', note: `联系${complainant.name}未通` })
  return order
}

/** What is looked for by everybody afterwards. */
export const plantReports = async (house: Scene): Promise<Plants> => {
  const steps = stepping(house)
  const told = await byTelephone(house, steps)
  await handledByTwo(steps, told)
  const written = await filed(house, reporter, { ...report, aboutUnitId: 'housing-property' }, wordsOf(reporter, '物业科收受好处'))
  await answeredToTheEnd(steps, written)
  const confidential = await plantConfidential(house, steps)
  await relayed(house, assembly)
  return { report: told, answered: written, confidential }
}
