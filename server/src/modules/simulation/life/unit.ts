import type { Kind } from '@open12345/domain/vocabulary'
import { does, inOffice, later, type Story, type Told } from '../story.ts'
import { temperOf } from '../temper.ts'
import { firstResponse, internalNote, progressWords, replyWords, sendBackWords } from '../words/unit.ts'
import { isAcknowledged, isUrgent } from './urgent.ts'

export const unitOf = ({ unitId }: Story): string => unitId ?? ''

/** 12-2a: within one working day, if the unit is what it should be. */
export async function* isSigned(story: Story): Told {
  const unit = unitOf(story)
  yield isUrgent(story) ? later(story, 3, 25) : inOffice(story, ...temperOf(unit).sign)
  await does(story, `clerk-${unit}`, () => ({ name: 'sign' }))
}

/** 12-4: what was done first, and how far it has come. */
async function* reportsUrgently(story: Story): Told {
  const handler = handlerOf(story)
  yield later(story, 15, 80)
  await does(story, handler, (words) => ({ name: 'give-first-response', responseText: words.put('response', firstResponse(story.chance)) }))
  yield* isAcknowledged(story)
  yield later(story, 120, 600)
  await does(story, handler, (words) => ({ name: 'report-progress', progressText: words.put('progress', progressWords(story.chance)) }))
}

/** Working days of 12-2b; the unit plans by them, the program alone says what is late. */
const limitDays: Readonly<Record<Kind, number>> = {
  consultation: 5,
  help: 7,
  suggestion: 7,
  complaint: 10,
  report: 10,
  praise: 5,
  other: 7,
}
const minutesOfDay = 420
export const limitMinutes = ({ matter, round }: Story): number => limitDays[matter.kind] * minutesOfDay * (round === 1 ? 1 : 0.5)

/** 13-3a: a second redo goes to another handler. */
export const otherHandlerOf = (story: Story): string => `handler-2-${unitOf(story)}`
export const handlerOf = (story: Story): string =>
  (story.round > 2 || story.recused) && story.town.isThere(otherHandlerOf(story)) ? otherHandlerOf(story) : `handler-${unitOf(story)}`

const drafts = (story: Story): Promise<boolean> => {
  const { chance, matter, town, replyIsPoor, round } = story
  const unitName = town.unitName(unitOf(story)) ?? ''
  const reply = replyWords(chance, { matter, unitName, isPoor: replyIsPoor, round })
  const internal = chance.happens(0.4) ? internalNote(chance) : null
  return does(story, handlerOf(story), (words) => ({
    name: 'draft',
    replyText: words.put('reply', reply),
    internalText: words.putIf('internal', internal),
    proofFiles: [],
  }))
}

export async function* isHandled(story: Story): Told {
  const { chance, matter, round } = story
  const { handle, poorReply } = temperOf(unitOf(story))
  if (round === 1 && isUrgent(story)) yield* reportsUrgently(story)
  const limit = limitMinutes(story) * story.left
  yield inOffice(story, handle[0] * limit * 0.9, handle[1] * limit * 0.9)
  story.replyIsPoor = chance.happens(matter.twist?.what === 'mistaken-unit' && round === 1 ? 0.9 : round === 1 ? poorReply : poorReply / 3)
  await drafts(story)
}

/** 20c: where the unit complained of handles its own case, the reply is approved above it. */
const reviewerOf = (story: Story): string => {
  const isOwnCase = story.matter.kind !== 'report' && story.matter.about === story.unitId
  return isOwnCase ? 'centre-manager' : `reviewer-${unitOf(story)}`
}

export async function* isReviewed(story: Story): Told {
  const { chance } = story
  yield inOffice(story, 10, 240)
  if (chance.happens(temperOf(unitOf(story)).sentBack)) {
    const sent = await does(story, reviewerOf(story), (words) => ({
      name: 'send-back',
      reasonText: words.put('reason', sendBackWords(chance)),
    }))
    if (!sent) return
    yield inOffice(story, 30, 300)
    story.replyIsPoor = false
    await drafts(story)
    yield inOffice(story, 10, 120)
  }
  await does(story, reviewerOf(story), () => ({ name: 'approve' }))
}

const wayOf = ({ matter, chance }: Story): 'tracking-page' | 'phone' | 'sms' => {
  if (matter.citizen.reach === 'none' || matter.kind === 'report' || matter.confidential) return 'tracking-page'
  if (matter.citizen.reach !== 'mobile') return 'phone'
  return chance.weighted([
    ['phone', matter.door === 'phone' ? 60 : 35],
    ['sms', 40],
    ['tracking-page', 15],
  ] as const)
}

export async function* isDelivered(story: Story): Told {
  const handler = handlerOf(story)
  yield inOffice(story, 5, 150)
  const way = wayOf(story)
  if (way === 'phone' && story.chance.happens(0.25)) {
    await does(story, handler, () => ({ name: 'record-attempt', way, outcome: 'no-answer', noteText: null }))
    yield inOffice(story, 40, 260)
  }
  await does(story, handler, () => ({ name: 'deliver', way, noteText: null }))
}
