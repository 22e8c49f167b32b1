import { sql } from 'kysely'
import { systemActor } from '../../../db/actor.ts'
import { asActor } from '../../../db/transaction.ts'
import { chanceFrom, seedOf } from '../chance.ts'
import { lifeOf } from '../life/index.ts'
import type { Matter } from '../matter.ts'
import { beginStory, instantOf, takeTurn, type Lane, type Story, type Told } from '../story.ts'
import type { Town } from '../town.ts'
import { inLanes } from './lanes.ts'
import { queueOf, type Entry, type Queue } from './queue.ts'

type Waiting = Entry & { readonly key: string; readonly story: Story; readonly told: Told }

/** So many steps of different citizens at a time; more only wait for the database. */
const width = 3
const minuteMs = 60_000

type Wanted = { readonly clockAt: Temporal.Instant | null; readonly messageAt: Temporal.Instant | null }

/** When a clock wants to be looked at next, and when a message wants to be sent; null where none does. */
const nextWanted = ({ app }: Lane): Promise<Wanted> =>
  asActor(app.database, systemActor(app.config.authorityId), async (tx) => {
    const { rows } = await sql<Wanted>`select
      (select min(attention_at) from work_order where authority_id = app.authority() and status <> 'closed') as "clockAt",
      (select min(next_attempt_at) from outbox where authority_id = app.authority() and state = 'waiting') as "messageAt"`.execute(tx)
    return rows[0] ?? { clockAt: null, messageAt: null }
  })

const jobOf = ({ modules }: Town, name: string) => {
  const job = modules.flatMap(({ jobs = [] }) => jobs).find((one) => one.name === name)
  if (job === undefined) throw new Error(`there is no job ${name}`)
  return job.work
}

/** Minutes until the program looks again of itself: by day people wait for their messages, by night none is sent. */
const pauseAt = (at: number): number => {
  const hour = (Math.floor(at / 3_600_000) + 8) % 24
  return (hour >= 7 && hour < 22 ? 20 : 90) * minuteMs
}

/** 12-4: an incident is over. */
const answersOf = (town: Town, { app }: Lane): (() => Promise<void>) => {
  const settle = jobOf(town, 'incident-answers')
  return async () => {
    const over = [...town.incidents].filter(([, { state }]) => state === 'over')
    if (over.length > 0) await settle(app)
    for (const [key, { incidentId }] of over) town.incidents.set(key, { incidentId, state: 'answered' })
  }
}

type Watch = { readonly look: (at: number) => Promise<number>; readonly settled: () => Promise<void> }

/**
 * What the program itself does when its time has come. Clocks are looked at while everybody holds still. Messages go out while the next steps are
 * taken: nobody reads one within the minutes until the next look, and then all of them have gone.
 */
const watchOf = (town: Town, [clocks, post]: readonly [Lane, Lane]): Watch => {
  const [sweep, relay] = [jobOf(town, 'clock-sweep'), jobOf(town, 'message-relay')]
  const answer = answersOf(town, clocks)
  const momentOf = (at: Temporal.Instant | null): number => at?.epochMilliseconds ?? Infinity
  let clockAt = -Infinity
  let messageAt = -Infinity
  let steps = -1
  let sending = Promise.resolve()
  const settled = (): Promise<void> => sending
  const look = async (at: number): Promise<number> => {
    await settled()
    for (const lane of [clocks, post]) lane.clock.set(instantOf(at))
    const hasMoved = steps !== town.diary.entries().length || clockAt <= at
    if (clockAt <= at) await sweep(clocks.app)
    await answer()
    if (hasMoved || messageAt <= at) {
      const wanted = await nextWanted(clocks)
      steps = town.diary.entries().length
      clockAt = momentOf(wanted.clockAt)
      messageAt = momentOf(wanted.messageAt)
    }
    if (messageAt <= at) sending = relay(post.app)
    return Math.min(at + pauseAt(at), Math.max(clockAt, at + minuteMs))
  }
  return { look, settled }
}

export type Play = {
  readonly from: number
  readonly until: number
  readonly seed: number
  /** The part of the month that is over, and the steps so far. */
  readonly onProgress?: ((share: number, commands: number) => void) | undefined
  /** Ends it at the next look, with an error. */
  readonly signal?: AbortSignal | undefined
}

/** One citizen's steps go one after the other, whatever order they belong to; so do those of all who ask about one incident. */
const keyOf = ({ citizen, ordinal, incident }: Matter): string => incident?.key ?? citizen.phone ?? `#${ordinal}`

type Course = { readonly queue: Queue<Waiting>; readonly idle: Lane[]; readonly held: Map<string, Waiting[]> }

const step = async ({ queue, idle, held }: Course, waiting: Waiting, lane: Lane): Promise<void> => {
  const { story, told, key } = waiting
  takeTurn(story, lane, waiting.at)
  const { done, value } = await told.next()
  if (done !== true) queue.push({ ...waiting, at: Math.max(value, story.turn.at) })
  for (const next of held.get(key) ?? []) queue.push(next)
  held.delete(key)
  idle.push(lane)
}

/** The next step before `end` whose citizen is not busy; those whose citizen is wait for them. */
const nextBefore = ({ queue, held }: Course, end: number): Waiting | undefined => {
  for (let next = queue.peek(); next !== undefined && next.at < end; next = queue.peek()) {
    queue.pop()
    const others = held.get(next.key)
    if (others === undefined) return next
    others.push(next)
  }
  return undefined
}

/** Everything before `end`, including what it leads to before `end`. */
const playUntil = async (course: Course, end: number): Promise<void> => {
  const running = new Set<Promise<void>>()
  for (;;) {
    const lane = course.idle.pop()
    const next = lane === undefined ? undefined : nextBefore(course, end)
    if (lane !== undefined && next !== undefined) {
      course.held.set(next.key, [])
      const mine: Promise<void> = step(course, next, lane).finally(() => running.delete(mine))
      running.add(mine)
      continue
    }
    if (lane !== undefined) course.idle.push(lane)
    if (running.size === 0) return
    await Promise.race(running)
  }
}

/**
 * Plays all matters on one clock. Steps of different citizens between two looks of the program are independent and go side by side; the outcome
 * is that of one after the other, because nobody's chance is drawn from another's.
 */
export const play = (town: Town, matters: readonly Matter[], { from, until, seed, onProgress = () => {}, signal }: Play): Promise<void> =>
  inLanes(town.app, width + 2, from, async ([clocks, post, ...idle]) => {
    if (clocks === undefined || post === undefined) return
    const course: Course = { queue: queueOf(), idle, held: new Map() }
    for (const matter of matters) {
      const story = beginStory(town, matter, chanceFrom(seedOf(seed + 1, matter.ordinal)))
      course.queue.push({ at: matter.at, ordinal: matter.ordinal, key: keyOf(matter), story, told: lifeOf(story) })
    }
    const watch = watchOf(town, [clocks, post])
    for (let look = from + minuteMs; ;) {
      const end = Math.min(look, until)
      await playUntil(course, end)
      look = await watch.look(end)
      onProgress((end - from) / (until - from), town.diary.entries().length)
      if (end >= until || signal?.aborted === true) break
    }
    await watch.settled()
    signal?.throwIfAborted()
  })
