import { incidentRoutes } from '@open12345/contract/incident'
import type { Decision } from '@open12345/domain/kernel'
import { does, inOffice, instantOf, later, lookAgain, type Story, type Told } from '../story.ts'
import type { Part } from '../matter.ts'
import { askAt } from '../town.ts'
import { finalAnswer, incidentTitle, leavingReason, publicNotice, readyAnswer } from '../words/incident.ts'
import { dispatchedAt, dispatchersOf } from './centre.ts'

const asDispatcher = ({ town, turn }: Story) => ({ app: turn.app, at: instantOf(turn.at), actor: town.person('dispatcher') })

const noted = (story: Story, command: string, done: Decision<unknown>): void => {
  const { town, turn, matter } = story
  const outcome = done.ok ? 'incident' : `refused:${done.refusal.code}`
  town.diary.write({ at: turn.at, ordinal: matter.ordinal, command, outcome })
}

/** 12-4: opened from the order by which a unit handles it, and made known. */
async function* opens(story: Story, key: string): Told {
  const { chance, town, matter, orderId } = story
  yield later(story, 3, 30)
  const body = { mainOrderId: orderId, title: incidentTitle(matter.subject) }
  const opened = await askAt(town, { ...asDispatcher(story), to: incidentRoutes.openIncident, body })
  noted(story, 'open-incident', opened)
  if (!opened.ok) return
  const { incidentId } = opened.value
  town.incidents.set(key, { incidentId, state: 'open' })
  yield later(story, 3, 40)
  const words = { notice: publicNotice(chance), readyAnswer: readyAnswer(chance) }
  noted(
    story,
    'publish-notice',
    await askAt(town, { ...asDispatcher(story), to: incidentRoutes.publishNotice, params: { incidentId }, body: words }),
  )
}

/** The unit has answered its order: everybody else is answered by the program. */
async function* ends(story: Story, key: string, incidentId: string): Told {
  const { chance, town } = story
  yield later(story, 10, 90)
  const body = { answer: finalAnswer(chance) }
  noted(story, 'end-incident', await askAt(town, { ...asDispatcher(story), to: incidentRoutes.endIncident, params: { incidentId }, body }))
  town.incidents.set(key, { incidentId, state: 'over' })
}

/** Until everybody who asked about it is answered. */
async function* waitsWithOthers(story: Story): Told {
  while (story.stage === 'with-incident') {
    yield later(story, 3 * 60, 9 * 60)
    await lookAgain(story)
  }
}

async function* joins(story: Story, { key, role }: Part): Told {
  const { chance, town, matter } = story
  yield dispatchedAt(story)
  const incident = town.incidents.get(key)
  if (incident?.state !== 'open') return
  const { incidentId } = incident
  const joined = await does(story, chance.pick(dispatchersOf(story)), () => ({ name: 'join-incident', incidentId }))
  if (!joined || matter.rest === 'with-incident') return
  if (role === 'joins') return yield* waitsWithOthers(story)
  yield inOffice(story, 20, 200)
  await lookAgain(story)
  if (story.stage !== 'with-incident') return
  await does(story, chance.pick(dispatchersOf(story)), (words) => ({
    name: 'leave-incident',
    reasonText: words.put('centre-note', leavingReason(chance)),
  }))
}

const isAnswered = ({ stage }: Story): boolean => ['asked', 'manual-follow-up', 'reply-check', 'closed'].includes(stage)

/** What several have asked about together, at the stage that this one of them has come to. */
export async function* isOfIncident(story: Story): Told {
  const { incident: part } = story.matter
  if (part === null) return
  if (part.role !== 'main') {
    if (story.stage !== 'to-dispatch' || story.isGathered) return
    story.isGathered = true
    return yield* joins(story, part)
  }
  const incident = story.town.incidents.get(part.key)
  if (incident === undefined && story.stage === 'to-sign') yield* opens(story, part.key)
  if (incident?.state === 'open' && isAnswered(story)) yield* ends(story, part.key, incident.incidentId)
}
