import { expect, request, type APIRequestContext } from '@playwright/test'
import { address, password } from './setting.ts'
import { own, ownPhone } from './words.ts'

/** Asks, or with a body commands, as one member of staff. */
type Ask = <T = unknown>(path: string, body?: object) => Promise<T>

const asking =
  (context: APIRequestContext, headers: Readonly<Record<string, string>> = {}): Ask =>
  async <T>(path: string, body?: object) => {
    const answer =
      body === undefined ? await context.get(`/api/v1${path}`, { headers }) : await context.post(`/api/v1${path}`, { data: body, headers })
    expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true)
    return (await answer.json()) as T
  }

/** Staff without a browser, for what other journeys have shown already. */
export const staff = async (login: string): Promise<Ask> => {
  const context = await request.newContext({ baseURL: address() })
  const ask = asking(context)
  const { code } = await ask<{ code: string | null }>(`/session/entrance/code?login=${login}`)
  await ask('/session', { login, password, code: code ?? undefined })
  return ask
}

export type Prepared = { readonly number: string; readonly queryCode: string; readonly orderId: string; readonly content: string }

/** What this worker's journeys filed, by id. */
export const filedHere = new Set<string>()

const place = { county: '513401', township: null }
export const filed = async (matter: object = {}): Promise<Prepared> => {
  const content = own('路灯不亮一个月了，晚上看不清路。')
  const nobody = asking(await request.newContext({ baseURL: address() }))
  const body = { kind: 'complaint', subject: 'street-lights', place, content, name: '测试人', phone: ownPhone(), ...matter }
  const { number, queryCode } = await nobody<{ number: string; queryCode: string }>('/requests', body)
  const dispatcher = await staff('dispatcher')
  const { items } = await dispatcher<{ items: readonly { orderId: string }[] }>(`/orders/search?text=${number}`)
  const { orderId } = items[0]!
  filedHere.add(orderId)
  return { number, queryCode, orderId, content: body.content }
}

const steps = [
  ['seat', 'accept', { kind: 'complaint', subject: 'street-lights', place }],
  ['dispatcher', 'dispatch', { unitId: 'housing', principle: 'duty' }],
  ['clerk-housing', 'sign', {}],
  ['handler-housing', 'draft', { reply: '路灯已修复。', internal: '换灯三盏。' }],
  ['reviewer-housing', 'approve', {}],
  ['handler-housing', 'deliver', { way: 'tracking-page' }],
] as const
type StepName = (typeof steps)[number][1]

/** Takes an order from one step to another, as journeys with browsers have shown it. */
export const take = async (orderId: string, from: StepName, until: StepName): Promise<void> => {
  const [first, last] = [from, until].map((wanted) => steps.findIndex(([, name]) => name === wanted)) as [number, number]
  for (const [login, name, body] of steps.slice(first, last + 1)) {
    const ask = await staff(login)
    await ask(`/orders/${orderId}/${name}`, body)
  }
}

export const preparedUntil = async (until: StepName, matter: object = {}): Promise<Prepared> => {
  const order = await filed(matter)
  await take(order.orderId, 'accept', until)
  return order
}

/** The requester rates what was answered, on the tracking page. */
export const rate = async ({ number, queryCode }: Prepared, result: 'satisfied' | 'dissatisfied'): Promise<void> => {
  const context = await request.newContext({ baseURL: address() })
  const { token } = await asking(context)<{ token: string }>('/requests/track', { number, queryCode })
  await asking(context, { authorization: `Tracking ${token}` })('/requests/mine/rating', { result })
}

/** A follow-up officer has heard from the requester why. */
export const dissatisfied = async (reason: string, matter: object = {}): Promise<Prepared> => {
  const order = await preparedUntil('deliver', matter)
  await rate(order, 'dissatisfied')
  await (
    await staff('follow-up')
  )(`/orders/${order.orderId}/follow-up`, { outcome: 'dissatisfied', reason })
  return order
}

/** Opened from an order that a unit handles, with one that has joined it. */
export const incidentGoingOn = async (): Promise<string> => {
  const [main, joined] = [await preparedUntil('dispatch'), await preparedUntil('accept')]
  const dispatcher = await staff('dispatcher')
  const wording = { title: '航天大道路灯熄灭', notice: '正在抢修，今晚八点恢复。', readyAnswer: '您好，正在抢修，今晚八点恢复照明。' }
  const { incidentId } = await dispatcher<{ incidentId: string }>('/incidents', { mainOrderId: main.orderId, ...wording })
  await dispatcher(`/orders/${joined.orderId}/join-incident`, { incidentId })
  return incidentId
}

/** A request that was made again, and ended by a termination with this opinion. */
export const terminated = async (opinion: string, matter: object = {}): Promise<Prepared> => {
  const earlier = await preparedUntil('deliver', matter)
  await rate(earlier, 'satisfied')
  const later = await preparedUntil('sign', matter)
  await (
    await staff('dispatcher')
  )(`/orders/${later.orderId}/repeat-of`, { ofOrderId: earlier.orderId })
  await (
    await staff('clerk-housing')
  )(`/orders/${later.orderId}/termination`, { opinion })
  await (
    await staff('centre-manager')
  )(`/orders/${later.orderId}/confirm-termination`, { confirmed: true })
  return later
}
