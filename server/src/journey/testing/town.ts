import type { OrderView } from '@open12345/contract/work-order'
import { scene, type Desk, type Scene } from '../../testing/scene.ts'
import { assembly } from '../../testing/index.ts'
import { looked, relayed } from '../../testing/jobs.ts'
import { relayedAt, sweptAt, type Life } from './life.ts'

/** When a story goes on: some hours later at an hour of the day's table, or around a due time of its own. */
export type Wait = { readonly hours: number } | { readonly due: string; readonly seconds: number }
export type Story = { readonly beginsAt: number; readonly life: Life; readonly told: AsyncGenerator<Wait, void, void> }

export type Town = {
  readonly house: Scene
  readonly now: () => number
  readonly desk: (login: string) => Promise<Desk>
  /** One call after the other at the seat. */
  readonly atSeat: <T>(work: (seat: Desk) => Promise<T>) => Promise<T>
  readonly calls: { count: number }
}

const hour = 3_600_000
const day = 24 * hour
const zoneOffset = 8 * hour
/** Nights, the minutes around opening, lunch and closing, quiet hours, midnight. */
const hoursOfDay = [
  '00:00:00',
  '02:41:09',
  '08:59:59',
  '09:00:00',
  '10:31:12',
  '12:00:00',
  '15:07:44',
  '17:00:00',
  '21:29:59',
  '23:59:59',
].map((text) => Temporal.PlainTime.from(text).since('00:00').total('milliseconds'))

const nextInTable = (at: number): number => {
  const midnight = Math.floor((at + zoneOffset) / day) * day - zoneOffset
  const later = hoursOfDay.find((ofDay) => midnight + ofDay >= at)
  return later === undefined ? midnight + day : midnight + later
}

export const openTown = async (at: string): Promise<Town> => {
  const house = await scene({ at })
  const calls = { count: 0 }
  const desks = new Map<string, Promise<Desk>>()
  const signedIn = async (login: string): Promise<Desk> => {
    const ask = await house.desk(login)
    return (...args) => {
      calls.count += 1
      return ask(...args)
    }
  }
  const desk = (login: string): Promise<Desk> => {
    const known = desks.get(login) ?? signedIn(login)
    desks.set(login, known)
    return known
  }
  let seatIsFree: Promise<unknown> = Promise.resolve()
  const atSeat = <T>(work: (seat: Desk) => Promise<T>): Promise<T> => {
    const mine = seatIsFree.then(async () => work(await desk('seat')))
    seatIsFree = mine.catch(() => undefined)
    return mine
  }
  return { house, now: () => house.clock.now().epochMilliseconds, desk, atSeat, calls }
}

/** The clock goes on. Nobody's session ends meanwhile: signing in has tests of its own. */
const moveTo = async ({ house }: Town, at: number): Promise<void> => {
  const now = Temporal.Instant.fromEpochMilliseconds(at)
  house.clock.set(now)
  await house.owner.query('update session set seen_at = $1, expires_at = $2', [now.toString(), now.add({ hours: 12 }).toString()])
}

const dueTime = (wait: Wait, { clocks }: Life, now: number): number => {
  if ('hours' in wait) return nextInTable(now + wait.hours * hour)
  const due = clocks.get(wait.due)
  if (due === undefined) throw new Error(`no clock ${wait.due} to wait for`)
  const at = due.dueAt + wait.seconds * 1000
  return at > now ? at : nextInTable(now + 1)
}

/** Sixty working days (labour inspection) from October 2026 end in a year without a list, where both sides count Monday to Friday. */
const lastInstant = Temporal.Instant.from('2027-03-01T00:00:00+08:00').epochMilliseconds

/** The relay, when a follow-up waits to go out. */
const relay = async ({ house }: Town, stories: readonly Story[], at: number): Promise<void> => {
  if (!stories.some(({ life }) => life.followUp === 'on-its-way')) return
  await relayed(house, assembly)
  for (const { life } of stories) relayedAt(life, at)
}

/** Tells all stories to their end on one clock; at each stop the program's own look at the clocks comes first, then the people, then the relay. */
export const tellAll = async (town: Town, stories: readonly Story[]): Promise<number> => {
  const waiting = new Map(stories.map((story) => [story, story.beginsAt]))
  let stops = 0
  while (waiting.size > 0) {
    const at = Math.min(...waiting.values())
    if (at > lastInstant)
      throw new Error(`stories without an end: ${[...waiting.keys()].map(({ life }) => life.types.join(' ')).join('; ')}`)
    await moveTo(town, at)
    await looked(town.house, assembly, 'clock-sweep')
    for (const { life } of stories) sweptAt(life, at)
    const due = [...waiting].filter(([, when]) => when === at).map(([story]) => story)
    await Promise.all(
      due.map(async (story) => {
        const { done, value } = await story.told.next()
        if (done === true) waiting.delete(story)
        else waiting.set(story, dueTime(value, story.life, at))
      }),
    )
    await relay(town, stories, at)
    stops += 1
  }
  await relayed(town.house, assembly)
  return stops
}

/** A step at somebody's desk; anything but success ends the story with what was said; the page as it then is. */
export const stepped = async (desk: Desk, orderId: string, path: string, body: object = {}): Promise<OrderView> => {
  const { status, body: answer } = await desk('POST', `/orders/${orderId}/${path}`, body)
  if (status !== 200) throw new Error(`${path}: ${status} ${JSON.stringify(answer)}`)
  return (await desk<OrderView>('GET', `/orders/${orderId}`)).body
}
