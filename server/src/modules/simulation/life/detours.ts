import type { Detour } from '../matter.ts'
import { anotherUnit, dutiful } from '../responsible.ts'
import { does, inOffice, lookAgain, partOf, type Story, type Told } from '../story.ts'
import {
  exceptionWords,
  extensionReason,
  extensionRefusal,
  outOfScopeWords,
  passOnNote,
  returnBasis,
  returnNote,
  returnReason,
  rulingBasis,
  rulingWords,
  townshipReport,
  verificationAnswer,
  verificationQuestion,
} from '../words/detours.ts'
import { urgencyReason } from '../words/urgent.ts'
import { dispatchersOf } from './centre.ts'
import { isExplainedAgain, isRepeated } from './repeats.ts'
import { coordinates, coSigns, isLed, isReplaced } from './several.ts'
import { limitMinutes, unitOf } from './unit.ts'
import { isReported, isToldByTelephone } from './urgent.ts'

type Of<What extends Detour['what']> = Extract<Detour, { readonly what: What }>

/** 第九条 末款: the seat asks the department, and goes on when it has answered. */
async function* isVerified(story: Story, { finding }: Of<'verify'>): Told {
  const { chance, matter } = story
  const right = (await dutiful(story)).unitId
  const unitId = finding === 'other-department' ? anotherUnit(story, right) : right
  await does(story, matter.seat, (words) => ({
    name: 'ask-verification',
    unitId,
    questionText: words.put('question', verificationQuestion(chance)),
  }))
  if (finding === null) return
  yield chance.happens(0.1) ? inOffice(story, 850, 1100) : inOffice(story, 20, 400)
  await does(story, `clerk-${unitId}`, (words) => ({
    name: 'answer-verification',
    finding,
    answerText: words.put('verification', verificationAnswer(chance, finding)),
  }))
  await lookAgain(story)
  yield inOffice(story, 5, 90)
  if (finding === 'out-of-scope')
    await does(story, matter.seat, (words) => ({
      name: 'decline',
      ground: '9-7',
      lawfulChannel: 'competent-department',
      explanationText: words.put('explanation', outOfScopeWords),
      also: null,
    }))
}

/** 12-2c gives two working days; the centre rules within three working hours, mostly. */
async function* isReturned(story: Story, { stage, isLate, accepted }: Of<'return'>): Told {
  const { chance } = story
  const unit = unitOf(story)
  const right = (await dutiful(story)).unitId
  const suggestedUnitId = right === unit ? anotherUnit(story, unit) : right
  yield isLate ? inOffice(story, 1000, 1500) : inOffice(story, 15, 240)
  await does(story, `${stage === 'to-sign' ? 'clerk' : 'handler'}-${unit}`, (words) => ({
    name: 'return',
    reasonText: words.put('return-reason', returnReason(chance)),
    basisText: words.put('return-basis', returnBasis(chance)),
    suggestedUnitId,
  }))
  if (accepted === null) return
  yield chance.happens(0.08) ? inOffice(story, 185, 400) : inOffice(story, 10, 150)
  const assignmentId = await partOf(story, unit)
  if (accepted) story.suggestedUnitId = suggestedUnitId
  await does(story, chance.pick(dispatchersOf(story)), (words) =>
    accepted
      ? { name: 'accept-return', assignmentId, noteText: words.putIf('centre-note', returnNote(chance)) }
      : {
          name: 'refuse-return',
          assignmentId,
          rulingText: words.put('ruling', rulingWords(chance)),
          basisText: words.put('ruling-basis', rulingBasis(chance)),
        },
  )
}

/** 12-3: asked in time; what is decided after expiry turns late into in time, or leaves it. */
async function* isExtended(story: Story, { decision }: Of<'extend'>): Told {
  const { chance, matter } = story
  const unit = unitOf(story)
  const limit = limitMinutes(story)
  const isLong = decision === 'exception' && matter.kind !== 'consultation'
  const days = isLong ? 15 : chance.pick(matter.kind === 'consultation' ? [2, 3] : [3, 5, 7, 10])
  yield inOffice(story, limit * 0.5, limit * 0.75)
  await does(story, `handler-${unit}`, (words) => ({
    name: 'ask-extension',
    days,
    reasonText: words.put('extension-reason', extensionReason(chance)),
  }))
  story.left = 0.5
  if (decision === null) return
  yield decision === 'after-expiry' ? inOffice(story, limit * 0.6, limit * 0.7) : inOffice(story, 20, 230)
  const assignmentId = await partOf(story, unit)
  const decider = decision === 'exception' ? 'centre-manager' : chance.pick(dispatchersOf(story))
  await does(story, decider, (words) =>
    decision === 'refused'
      ? {
          name: 'decide-extension',
          assignmentId,
          granted: false,
          reasonText: words.put('extension-refusal', extensionRefusal(chance)),
        }
      : {
          name: 'decide-extension',
          assignmentId,
          granted: true,
          days,
          exceptionText: decision === 'exception' ? words.put('centre-note', exceptionWords(chance)) : null,
        },
  )
}

/** 第七条（一）: a county passes it on to the township where it is, whose work the county's people enter. */
async function* isPassedOn(story: Story): Told {
  const { chance, matter, town } = story
  const unit = unitOf(story)
  const townships = town.townships(unit)
  const below = townships.find(({ placeCode }) => placeCode === matter.place.township) ?? townships[0]
  if (below === undefined) return
  yield inOffice(story, 10, 120)
  await does(story, `clerk-${unit}`, (words) => ({
    name: 'pass-on',
    unitId: below.unitId,
    noteText: words.putIf('inner-note', passOnNote(chance)),
  }))
  const limit = limitMinutes(story)
  yield inOffice(story, limit * 0.15, limit * 0.6)
  await does(story, `handler-${unit}`, (words) => ({
    name: 'report-back',
    reportText: words.put('inner-note', townshipReport(chance)),
  }))
  story.left = 0.3
}

/** 12-4: more urgent than it seemed; what is at work already is told at once, what is not goes out with its acts. */
async function* isMarkedUrgent(story: Story, { urgency, stage }: Of<'mark-urgent'>): Told {
  const { chance } = story
  const by = chance.pick(dispatchersOf(story))
  yield stage === 'to-dispatch' ? inOffice(story, 3, 60) : inOffice(story, 30, 500)
  story.isMarkedUrgent = await does(story, by, (words) => ({
    name: 'mark-urgent',
    urgency,
    reasonText: words.put('reason', urgencyReason(chance)),
  }))
  if (stage === 'to-dispatch' || !story.isMarkedUrgent) return
  yield* isReported(story, by)
  yield* isToldByTelephone(story, by, unitOf(story))
}

const begins: Readonly<Record<Exclude<Detour['what'], 'return' | 'mark-urgent'>, Story['stage']>> = {
  verify: 'to-accept',
  extend: 'in-hand',
  'co-sign': 'to-dispatch',
  lead: 'to-dispatch',
  replace: 'in-hand',
  coordinate: 'to-dispatch',
  'pass-on': 'in-hand',
  repeat: 'to-dispatch',
  'explain-again': 'to-dispatch',
}

const way = (story: Story, detour: Detour): Told => {
  switch (detour.what) {
    case 'verify':
      return isVerified(story, detour)
    case 'return':
      return isReturned(story, detour)
    case 'extend':
      return isExtended(story, detour)
    case 'co-sign':
      return coSigns(story, detour)
    case 'lead':
      return isLed(story, detour)
    case 'replace':
      return isReplaced(story)
    case 'coordinate':
      return coordinates(story, detour)
    case 'pass-on':
      return isPassedOn(story)
    case 'repeat':
      return isRepeated(story, detour)
    case 'explain-again':
      return isExplainedAgain(story)
    case 'mark-urgent':
      return isMarkedUrgent(story, detour)
  }
}

/** Where the matter goes other than straight, once it has come to that stage for the first time. */
export async function* isDetoured(story: Story): Told {
  const { detour } = story.matter
  if (detour === null || story.detoured || story.round > 1) return
  if (story.stage !== ('stage' in detour ? detour.stage : begins[detour.what])) return
  story.detoured = true
  yield* way(story, detour)
}
