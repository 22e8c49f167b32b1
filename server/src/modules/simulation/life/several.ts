import type { AssignmentRole } from '@open12345/domain/vocabulary'
import type { Detour } from '../matter.ts'
import { anotherUnit, responsibleFor } from '../responsible.ts'
import { does, inOffice, lookAgain, partOf, type Story, type Told } from '../story.ts'
import { temperOf } from '../temper.ts'
import { changeReason, coordinationReason, coordinationRecord, designationGrounds, opinionWords, unitNote } from '../words/detours.ts'
import { dispatchedAt, dispatchersOf } from './centre.ts'
import { limitMinutes, unitOf } from './unit.ts'

type Of<What extends Detour['what']> = Extract<Detour, { readonly what: What }>
type Part = readonly [unitId: string, role: AssignmentRole]

const goesTo = async (story: Story, parts: readonly Part[]): Promise<void> => {
  const { chance } = story
  story.isJoint = true
  story.left = 0.5
  await does(story, chance.pick(dispatchersOf(story)), (words) => ({
    name: 'dispatch-jointly',
    parts: parts.map(([unitId, role]) => ({ unitId, role, principle: 'duty', noteText: words.putIf('note', unitNote(chance)) })),
  }))
}

async function* allSign(story: Story, units: readonly string[]): Told {
  for (const unit of units) {
    yield inOffice(story, ...temperOf(unit).sign)
    await does(story, `clerk-${unit}`, () => ({ name: 'sign' }))
  }
}

/** 11-3a: clear, but of several units, each of which does its part; sometimes one joins or leaves in the middle. */
export async function* coSigns(story: Story, { change }: Of<'co-sign'>): Told {
  const { chance } = story
  yield dispatchedAt(story)
  const { unitId: one } = await responsibleFor(story)
  const other = anotherUnit(story, one)
  await goesTo(story, [
    [one, 'co-sign'],
    [other, 'co-sign'],
  ])
  yield* allSign(story, [one, other])
  if (change === null) return
  yield inOffice(story, 60, 500)
  const assignmentId = await partOf(story, other)
  await does(story, chance.pick(dispatchersOf(story)), (words) =>
    change === 'add'
      ? { name: 'add-unit', unitId: anotherUnit(story, one, other), role: 'co-sign', principle: 'duty', noteText: null }
      : { name: 'withdraw-unit', assignmentId, reasonText: words.put('reason', changeReason(chance)) },
  )
}

/** 11-3b: what those who assist have found, approved in their own house, goes to the lead. */
async function* assists(story: Story, unit: string): Told {
  const { chance } = story
  const limit = limitMinutes(story)
  yield inOffice(story, limit * 0.05, limit * 0.2)
  await does(story, `handler-${unit}`, (words) => ({
    name: 'draft',
    replyText: words.put('reply', opinionWords(chance)),
    internalText: null,
    proofFiles: [],
  }))
  yield inOffice(story, 10, 120)
  await does(story, `reviewer-${unit}`, () => ({ name: 'approve' }))
}

/** 11-3b: unclear or crossing; one leads, and answers when the others have told it what they know. */
export async function* isLed(story: Story, { withPrincipal }: Of<'lead'>): Told {
  yield dispatchedAt(story)
  const { unitId: lead } = await responsibleFor(story)
  const other = anotherUnit(story, lead)
  const third = anotherUnit(story, lead, other)
  const others: readonly Part[] = withPrincipal
    ? [
        [other, 'principal'],
        [third, 'assist'],
      ]
    : [[other, 'assist']]
  await goesTo(story, [[lead, 'lead'], ...others])
  const helpers = others.map(([unitId]) => unitId)
  yield* allSign(story, [lead, ...helpers])
  for (const unit of helpers) yield* assists(story, unit)
}

/** 11-3a: the centre finds that another unit should have it. */
export async function* isReplaced(story: Story): Told {
  const { chance } = story
  const unit = unitOf(story)
  yield inOffice(story, 60, 500)
  const assignmentId = await partOf(story, unit)
  await does(story, chance.pick(dispatchersOf(story)), (words) => ({
    name: 'replace-unit',
    assignmentId,
    reasonText: words.put('reason', changeReason(chance)),
    unitId: anotherUnit(story, unit),
    principle: 'industry',
    noteText: words.putIf('note', unitNote(chance)),
  }))
}

/** 11-3c: whose it is cannot be said; 州政府办公室 convenes those concerned and designates one. */
export async function* coordinates(story: Story, { isDecided }: Of<'coordinate'>): Told {
  const { chance } = story
  yield dispatchedAt(story)
  const { unitId } = await responsibleFor(story)
  const participants = [unitId, anotherUnit(story, unitId)]
  await does(story, chance.pick(dispatchersOf(story)), (words) => ({
    name: 'ask-coordination',
    reasonText: words.put('coordination', coordinationReason(chance)),
    basisText: null,
  }))
  if (!isDecided) return
  yield inOffice(story, 200, 900)
  await does(story, 'office', (words) => ({
    name: 'hold-coordination',
    participants,
    recordText: words.put('coordination-record', coordinationRecord(chance)),
  }))
  yield inOffice(story, 30, 400)
  await does(story, 'office', (words) => ({
    name: 'designate',
    unitId: chance.pick(participants),
    principle: 'place',
    groundsText: words.put('designation', designationGrounds(chance)),
    noteText: null,
  }))
  await lookAgain(story)
}
