import { messageRoutes } from '@open12345/contract/message'
import { dissatisfactionReasons, redoReasons, type DissatisfactionReason, type Rating } from '@open12345/domain/vocabulary'
import { systemActor } from '../../../db/actor.ts'
import { asActor } from '../../../db/transaction.ts'
import { sql } from 'kysely'
import { citizenDoes, does, inOffice, instantOf, later, lookAgain, partOf, type Story, type Told } from '../story.ts'
import type { Matter } from '../matter.ts'
import { askAt } from '../town.ts'
import { followUpNote, lawfulBasis, redoInstruction, smsReply } from '../words/after.ts'

/** Who is going to say so when a person asks says it before as well. */
const isComplainedOf = ({ ending }: Matter): boolean => ending?.what === 'noted' || ending?.what === 'dispute'

/** Whoever got no answer to what they asked says so; a good answer is mostly thanked for. */
const opinionOf = ({ chance, replyIsPoor, matter, hasEnding }: Story): Rating => {
  if (!hasEnding && isComplainedOf(matter)) return 'dissatisfied'
  return chance.weighted(
    replyIsPoor
      ? ([
          ['satisfied', 12],
          ['basically-satisfied', 20],
          ['dissatisfied', 68],
        ] as const)
      : ([
          ['satisfied', 68],
          ['basically-satisfied', 22],
          ['dissatisfied', matter.kind === 'praise' ? 0 : 10],
        ] as const),
  )
}

const newestAsking = async ({ turn, orderId }: Story): Promise<string | undefined> =>
  asActor(turn.app.database, systemActor(turn.app.config.authorityId), async (tx) => {
    const { rows } = await sql<{
      id: string
    }>`select message_id as id from outbox where authority_id = app.authority() and order_id = ${orderId}
      and template in ('follow-up', 'follow-up-reminder') and sent_at is not null order by message_id desc limit 1`.execute(tx)
    return rows[0]?.id
  })

export const officersOf = ({ town }: Story): readonly string[] => ['follow-up', 'follow-up-2', 'follow-up-3'].filter(town.isThere)
const followUpOf = (story: Story): string => story.chance.pick(officersOf(story))

/** The reply goes in by the door of all replies; whether it was understood is the program's to say. */
const repliesBySms = async (story: Story, text: string): Promise<void> => {
  const { town, turn, matter } = story
  const messageId = await newestAsking(story)
  if (messageId === undefined) return
  const ask = { app: turn.app, at: instantOf(turn.at), actor: town.person('follow-up'), params: { messageId }, body: { text } }
  const taken = await askAt(town, { ...ask, to: messageRoutes.simulateReply })
  await lookAgain(story)
  const outcome = taken.ok ? story.stage : `refused:${taken.refusal.code}`
  town.diary.write({ at: turn.at, ordinal: matter.ordinal, command: 'sms-reply', outcome })
}

const ratesOnPage = async (story: Story, result: Rating): Promise<void> => {
  await citizenDoes(story, () => ({
    name: 'rate',
    channel: 'web',
    service: story.chance.pick(['satisfied', null] as const),
    result,
    wordsText: null,
  }))
}

const answers = async (story: Story): Promise<void> => {
  const { chance, matter } = story
  const opinion = opinionOf(story)
  if (matter.citizen.reach !== 'mobile' || chance.happens(matter.door === 'web' ? 0.35 : 0.06)) await ratesOnPage(story, opinion)
  else await repliesBySms(story, smsReply(chance, opinion))
}

const day = 24 * 60

/** 13-1, 13-2: asked by SMS; many never answer, some only when reminded. */
export async function* isAsked(story: Story): Told {
  const { chance, matter } = story
  const isHeard = !story.hasEnding && matter.ending !== null
  const canAnswer = matter.citizen.reach === 'mobile' || matter.door === 'web'
  yield later(story, 60, 1.5 * day)
  for (const willing of [0.5, 0.3, 0]) {
    await lookAgain(story)
    if (story.stage !== 'asked') return
    if (canAnswer && chance.happens(isHeard ? 1 : willing)) {
      await answers(story)
      if (story.stage !== 'asked') return
    }
    yield later(story, 3.2 * day, 4.5 * day)
  }
  await lookAgain(story)
}

const isWorthARedo = (reason: DissatisfactionReason): boolean => redoReasons.some((one) => one === reason)
const otherReasons = dissatisfactionReasons.filter((reason) => !isWorthARedo(reason))

export const closesLawfully = async (story: Story, officer: string, basis: string | null): Promise<void> => {
  await does(story, officer, (words) => ({ name: 'close-lawful', basisText: words.putIf('basis', basis) }))
}

const isToldWhy = async (story: Story, officer: string): Promise<Rating> => {
  const { chance } = story
  const result = story.round > 2 && chance.happens(0.6) ? 'basically-satisfied' : opinionOf(story)
  const reason =
    result !== 'dissatisfied'
      ? null
      : chance.pick(story.unitId !== null && (story.replyIsPoor || chance.happens(0.2)) ? redoReasons : otherReasons)
  const note = followUpNote(chance, result)
  const { round } = story
  await does(story, officer, (words) => ({
    name: 'follow-up',
    outcome: result,
    service: null,
    reason,
    noteText: words.putIf('centre-note', note),
  }))
  if (reason === null) return result
  if (isWorthARedo(reason)) {
    const assignmentId = story.isJoint && story.unitId !== null ? await partOf(story, story.unitId) : null
    const ordered = await does(story, officer, (words) => ({
      name: 'order-redo',
      assignmentId,
      reason,
      instructionText: words.put('instruction', redoInstruction(chance)),
    }))
    if (ordered) story.round = round + 1
  } else await closesLawfully(story, officer, lawfulBasis(chance))
  return result
}

/** 13-3a: two tries at least three hours apart, before somebody counts as not answering. */
const triesApart = 3 * 60

/** 13-3: a person calls, within a day where they can. */
export async function* isCalled(story: Story): Told {
  const { chance, matter } = story
  const officer = followUpOf(story)
  for (let tries = 1; tries <= 3; tries++) {
    yield tries === 1 ? inOffice(story, 20, 380) : Math.max(later(story, triesApart, triesApart + 20), inOffice(story, 20, 380))
    await lookAgain(story)
    if (story.stage !== 'manual-follow-up') return
    const unreachable = matter.citizen.reach === 'none'
    if (!unreachable && (tries === 3 || chance.happens(0.75))) {
      await isToldWhy(story, officer)
      return
    }
    await does(story, officer, () => ({
      name: 'follow-up',
      outcome: unreachable ? 'unreachable' : 'no-answer',
      service: null,
      reason: null,
      noteText: null,
    }))
    if (unreachable && tries > 1) return closesLawfully(story, officer, null)
  }
}

/** 13-2: nobody answered; the centre looks whether the reply is lawful. */
export async function* isChecked(story: Story): Told {
  const officer = followUpOf(story)
  yield inOffice(story, 30, 500)
  await closesLawfully(story, officer, story.chance.happens(0.5) ? lawfulBasis(story.chance) : null)
}
