import { newContent } from './content.ts'
import type { House } from './house.ts'
import { signIn, type Desk } from './people.ts'

const reply = '经办人员当天到现场核实，问题属实，已经安排处理，处理情况请您到现场查看；如再次出现，请随时来电，我们继续跟进。'
const place = { county: '513401', township: null }
const relations = { respondentUnitId: null, respondentAccountId: null, accusedUnitId: null, accusedAccountId: null }
const classified = { kind: 'complaint', subject: 'property-management', place }

/** As many seats as calls are taken at once: a seat talks with one person at a time. */
export const seatLogins = ['seat', 'seat-2', 'seat-3', 'seat-4', 'seat-5', 'seat-6'] as const

export type People = {
  readonly seats: readonly Seat[]
  readonly dispatcher: Desk
  readonly clerk: Desk
  readonly handler: Desk
  readonly reviewer: Desk
}
export type Seat = { readonly desk: Desk; contactId: string | undefined; mattersLeft: number }

const mattersPerCall = 10
let callers = 0
/** An own number for each caller: nobody calls a thousand times. */
const nextPhone = (): string => `13${String((process.pid % 900) * 1_000_000 + callers++).padStart(9, '1')}`

export const seatOf = (desk: Desk): Seat => ({ desk, contactId: undefined, mattersLeft: 0 })

export const signInPeople = async ({ ask }: House): Promise<People> => {
  const [dispatcher, clerk, handler, reviewer, ...desks] = await Promise.all(
    ['dispatcher', 'clerk-housing', 'handler-housing', 'reviewer-housing', ...seatLogins].map((login) => signIn(ask, login)),
  )
  if (!dispatcher || !clerk || !handler || !reviewer) throw new Error('somebody is missing')
  return { seats: desks.map(seatOf), dispatcher, clerk, handler, reviewer }
}

const endCalls = async ({ desk }: Seat): Promise<void> => {
  const { items } = (await desk('GET', '/contacts/current')) as unknown as { items: { contactId: string; state: string }[] }
  for (const { contactId, state } of items) {
    if (state === 'ringing') await desk('POST', `/contacts/${contactId}/answer`)
    if (state !== 'ended') await desk('POST', `/contacts/${contactId}/hang-up`)
    await desk('POST', `/contacts/${contactId}/finish`)
  }
}

/** The call that this seat is on; for every few matters it takes a new one. */
const callOf = async (seat: Seat): Promise<string> => {
  if (seat.contactId !== undefined && seat.mattersLeft-- > 0) return seat.contactId
  await endCalls(seat)
  const { contactId } = (await seat.desk('POST', '/telephony/simulated-calls', { from: nextPhone() })) as { contactId: string }
  await seat.desk('POST', `/contacts/${contactId}/answer`)
  seat.contactId = contactId
  seat.mattersLeft = mattersPerCall
  return contactId
}

/** A matter recorded and accepted in the call that the seat is on. */
export const create = async (seat: Seat): Promise<string> => {
  const { orderId } = (await seat.desk('POST', '/orders', {
    contactId: await callOf(seat),
    requester: { name: '测量用户', phone: nextPhone() },
    ...classified,
    addressDetail: null,
    content: newContent(),
    outcome: { step: 'accept', with: { ...classified, urgency: 'ordinary', confidential: false, relations } },
  })) as { orderId: string }
  return orderId
}

/** `worker`: which of those who work at once; each has a seat of its own. */
export const seatFor = ({ seats }: People, worker: number): Seat => {
  const seat = seats[worker % seats.length]
  if (seat === undefined) throw new Error('there is no seat')
  return seat
}

/** One order from the call to the delivered reply, and read once more: seven calls by five people. */
export const lifecycle = async (people: People, worker: number): Promise<void> => {
  const orderId = await create(seatFor(people, worker))
  const path = `/orders/${orderId}`
  await people.dispatcher('POST', `${path}/dispatch`, { unitId: 'housing', principle: 'duty' })
  await people.clerk('POST', `${path}/sign`, {})
  await people.handler('POST', `${path}/draft`, { reply, internal: '现场照片已存档。' })
  await people.reviewer('POST', `${path}/approve`, {})
  await people.handler('POST', `${path}/deliver`, { way: 'sms' })
  await people.dispatcher('GET', path)
}
