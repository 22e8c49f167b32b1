import type { OrderView, RecordedOrder } from '@open12345/contract/work-order'
import { waives, settles, starts, closes, type Life, type Reach } from './life.ts'
import type { Message } from './messages.ts'
import type { Chance } from './random.ts'
import { stepped, type Town } from './town.ts'

export type Door = 'web' | 'phone'
export type Plan = {
  readonly message: Message
  readonly door: Door
  readonly reach: Reach
  readonly phone: string
  readonly name: string
  readonly urgency: 'ordinary' | 'special' | 'emergency'
  readonly outcome: string
  readonly at: number
}
/** One story while it is told: its plan, what must be true of it, and the names under which the program knows it. */
export type Teller = {
  readonly town: Town
  readonly chance: Chance
  readonly plan: Plan
  readonly life: Life
  orderId: string
  number: string
  queryCode: string
}

const place = ({ message }: Plan) => ({ county: message.county, township: message.county === '513401' ? '513401101' : null })
const classified = (plan: Plan) => ({ kind: plan.message.kind, subject: plan.message.subject, place: place(plan) })
export const acceptedAs = (plan: Plan) => ({ ...classified(plan), urgency: plan.urgency })

/** Own clocks of acceptance; a written request's run since it was submitted. */
export const beginsAccepted = ({ life, plan, town }: Teller): void => {
  life.types.push('accepted')
  const startAt = plan.door === 'web' ? plan.at : town.now()
  starts(life, 'dispatch-1', startAt, plan.urgency === 'ordinary' ? 'dispatch' : `${plan.urgency}-act`)
  starts(life, 'requester-1', startAt)
  if (plan.urgency !== 'ordinary') for (const id of ['report-1', 'call-1']) starts(life, id, startAt, `${plan.urgency}-act`)
}

export const filed = async (teller: Teller): Promise<void> => {
  const { town, plan, life } = teller
  const { status, body } = await town.house.nobody<{ number: string; queryCode: string }>('POST', '/requests', {
    ...classified(plan),
    content: plan.message.text,
    name: plan.reach === 'none' ? null : plan.name,
    phone: plan.reach === 'none' ? null : plan.phone,
    anonymous: plan.reach === 'none',
  })
  town.calls.count += 1
  if (status !== 201) throw new Error(`filing: ${status} ${JSON.stringify(body)}`)
  teller.number = body.number
  teller.queryCode = body.queryCode
  const dispatcher = await town.desk('dispatcher')
  const found = await dispatcher<{ items: { orderId: string }[] }>('GET', `/orders/search?text=${body.number}`)
  teller.orderId = found.body.items[0]!.orderId
  life.types.push('recorded')
  starts(life, 'dispatch-1', town.now())
  starts(life, 'requester-1', town.now())
}

/** A simulated call: it rings, is answered, the matter is written down with what becomes of it, the line is closed. */
export const told = ({ town, plan, life, ...teller }: Teller, outcome: object | null): Promise<OrderView> =>
  town.atSeat(async (seat) => {
    const ok = async <T>(path: string, body: object): Promise<T> => {
      const answer = await seat<T>('POST', path, body)
      if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)} ${teller.number}`)
      return answer.body
    }
    const { contactId } = await ok<{ contactId: string }>('/telephony/simulated-calls', { from: plan.phone })
    await ok(`/contacts/${contactId}/answer`, {})
    const { orderId } = await ok<RecordedOrder>('/orders', {
      contactId,
      requester: { name: plan.name },
      ...classified(plan),
      content: plan.message.text,
      outcome,
    })
    await ok(`/contacts/${contactId}/hang-up`, {})
    await ok(`/contacts/${contactId}/finish`, {})
    life.types.push('recorded')
    return (await seat<OrderView>('GET', `/orders/${orderId}`)).body
  })

/** By the desk of that login, at the story's order. */
export const does = async (teller: Teller, login: string, path: string, body: object, ...types: readonly string[]): Promise<void> => {
  await stepped(await teller.town.desk(login), teller.orderId, path, body)
  teller.life.types.push(...types)
}

/** The citizen comes back with number and query code, as from another browser. */
export const citizenDoes = async (teller: Teller, path: string, body: object, ...types: readonly string[]): Promise<void> => {
  const { town, number, queryCode, life } = teller
  const tracked = await town.house.nobody<{ token: string }>('POST', '/requests/track', { number, queryCode })
  const answer = await town.house.citizen(tracked.body.token)('POST', `/requests/mine/${path}`, body)
  town.calls.count += 2
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`)
  life.types.push(...types)
}

export const ratesOnPage = async (teller: Teller, result: 'satisfied' | 'basically-satisfied' | 'dissatisfied'): Promise<void> => {
  await citizenDoes(teller, 'rating', { result, service: 'satisfied', words: '办理结果已看到' }, 'rated')
  wasRated(teller, result)
}

const newest = `select message_id from outbox where order_id = $1 and template in ('follow-up', 'follow-up-reminder') order by message_id desc limit 1`

/** The reply to the newest message that asked; which that is, is looked up past the interface. */
export const ratesBySms = async (teller: Teller, text: string, result: string): Promise<void> => {
  const { town, orderId, life } = teller
  const { rows } = await town.house.owner.query<{ message_id: string }>(newest, [orderId])
  const followUp = await town.desk('follow-up')
  const answer = await followUp<{ taken: boolean }>('POST', `/messages/${rows[0]!.message_id}/simulated-reply`, { text })
  if (answer.status !== 200 || !answer.body.taken) throw new Error(`reply: ${answer.status} ${JSON.stringify(answer.body)}`)
  life.types.push('rated')
  wasRated(teller, result)
}

const wasRated = ({ life, town }: Teller, result: string): void => {
  life.followUp = 'settled'
  settles(life, town.now(), 'follow-up')
  waives(life, town.now(), 'reminder', 'no-answer')
  if (result !== 'dissatisfied') closes(life, town.now())
}

export const isAskedByPerson = async (teller: Teller, body: { readonly outcome: string; readonly reason?: string }): Promise<void> => {
  const { life, town } = teller
  await does(teller, 'follow-up', 'follow-up', { ...body, note: '已电话询问' }, 'followed-up')
  life.followUp = 'settled'
  settles(life, town.now(), 'follow-up')
  waives(life, town.now(), 'reminder', 'no-answer')
  if (body.outcome === 'satisfied' || body.outcome === 'basically-satisfied') closes(life, town.now())
}

export const isClosedLawfully = async (teller: Teller, basis: string | null): Promise<void> => {
  await does(teller, 'follow-up', 'close', { basis })
  closes(teller.life, teller.town.now())
}
