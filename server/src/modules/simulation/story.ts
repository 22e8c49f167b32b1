import type { Decision } from '@open12345/domain/kernel'
import type { Stage } from '@open12345/domain/vocabulary'
import type { App } from '../../app.ts'
import { requesterActor, systemActor, type Actor } from '../../db/actor.ts'
import { asActor } from '../../db/transaction.ts'
import { settableClock, type SettableClock } from '../../time/clock.ts'
import { runCommand, type Build, type Done } from '../work-order/index.ts'
import type { Chance } from './chance.ts'
import type { Matter } from './matter.ts'
import type { Town } from './town.ts'

/** A program of one's own for as long as a step takes, its clock at the step's instant. */
export type Lane = { readonly app: App; readonly clock: SettableClock }
type Turn = Lane & { readonly at: number }

/** One order's life, told step by step; each resumption is one instant of the simulated clock. */
export type Story = {
  readonly matter: Matter
  readonly chance: Chance
  readonly town: Town
  /** Set by whoever resumes the story. */
  turn: Turn
  orderId: string
  stage: Stage
  unitId: string | null
  round: number
  /** The last reply was no answer to what was asked. */
  replyIsPoor: boolean
  twisted: boolean
  /** The first handler stands back from it. */
  recused: boolean
  /** 20c: nobody stands accused any more. */
  isCleared: boolean
  detoured: boolean
  /** What the same person asked before. */
  earlierOrderId: string | undefined
  hasEnding: boolean
  /** The centre has looked whether it goes with others. */
  isGathered: boolean
  /** 12-4: found out after acceptance. */
  isMarkedUrgent: boolean
  /** The three acts of 12-4 are done. */
  isActedUpon: boolean
  /** Whom a unit that returned it has suggested. */
  suggestedUnitId: string | null
  /** Several units are at work: where the order stands is not where whoever took the last step does. */
  isJoint: boolean
  /** How much of a unit's usual time is still to come. */
  left: number
  refusals: number
}

export const instantOf = (at: number): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(at)

/** Yields the instant (epoch milliseconds) at which it goes on. */
export type Told = AsyncGenerator<number, void, void>

export const beginStory = (town: Town, matter: Matter, chance: Chance): Story => ({
  matter,
  chance,
  town,
  turn: { app: town.app, clock: settableClock(instantOf(matter.at)), at: matter.at },
  orderId: '',
  stage: 'to-accept',
  unitId: null,
  round: 1,
  replyIsPoor: false,
  twisted: false,
  recused: false,
  isCleared: false,
  detoured: false,
  earlierOrderId: undefined,
  hasEnding: false,
  isGathered: false,
  isMarkedUrgent: false,
  isActedUpon: false,
  suggestedUnitId: null,
  isJoint: false,
  left: 1,
  refusals: 0,
})

/** The story goes on in this lane, at this instant. */
export const takeTurn = (story: Story, { app, clock }: Lane, at: number): void => {
  clock.set(instantOf(at))
  story.turn = { app, clock, at }
}

export const wrote = (story: Story, command: string, done: Decision<{ readonly stage: Stage }>): void => {
  const { town, turn, matter } = story
  town.diary.write({ at: turn.at, ordinal: matter.ordinal, command, outcome: done.ok ? done.value.stage : `refused:${done.refusal.code}` })
  if (!done.ok) story.refusals += 1
}

const gives = async (story: Story, actor: Actor, build: Build): Promise<boolean> => {
  const { turn, orderId } = story
  let name = ''
  const named: Build = (words) => {
    const command = build(words)
    name = command.name
    return command
  }
  const done: Decision<Done> = await runCommand(turn.app, { actor, outsourced: false }, orderId, named, { at: instantOf(turn.at) })
  wrote(story, name, done)
  if (done.ok) {
    story.stage = done.value.stage
    story.unitId = done.value.unitId
    if (story.isJoint) await lookAgain(story)
  }
  return done.ok
}

/** A step by somebody of the staff; false where the rules refused it. */
export const does = (story: Story, login: string, build: Build): Promise<boolean> => gives(story, story.town.person(login), build)

/** A step by the citizen, on the page that number and query code open. */
export const citizenDoes = (story: Story, build: Build): Promise<boolean> =>
  gives(story, requesterActor(story.turn.app.config.authorityId, story.orderId), build)

/** Some minutes of office time later. */
export const inOffice = ({ turn, matter, town, chance }: Story, from: number, to: number): number =>
  Math.round(matter.brisk ? turn.at + chance.between(4, 25) * 60_000 : town.office.afterMinutes(turn.at, chance.between(from, to)))

/** Some minutes later, at any hour. */
export const later = ({ turn, chance }: Story, from: number, to: number): number => Math.round(turn.at + chance.between(from, to) * 60_000)

/** What others (the relay, the sweep, the requester) have done to the order meanwhile. */
export const lookAgain = async (story: Story): Promise<void> => {
  const { turn, orderId } = story
  const row = await asActor(turn.app.database, systemActor(turn.app.config.authorityId), (tx) =>
    tx.selectFrom('work_order').select(['stage', 'round', 'unit_id']).where('order_id', '=', orderId).executeTakeFirstOrThrow(),
  )
  story.stage = row.stage
  story.round = row.round
  story.unitId = row.unit_id
}

/** Which part of the order this unit has. */
export const partOf = async ({ turn, orderId }: Story, unitId: string): Promise<string> => {
  const part = await asActor(turn.app.database, systemActor(turn.app.config.authorityId), (tx) =>
    tx
      .selectFrom('unit_task')
      .select('task_id')
      .where('order_id', '=', orderId)
      .where('unit_id', '=', unitId)
      .where('passed_on', '=', false)
      .executeTakeFirstOrThrow(),
  )
  return part.task_id
}
