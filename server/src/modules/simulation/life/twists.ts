import { citizenDoes, does, inOffice, later, lookAgain, type Story, type Told } from '../story.ts'
import {
  clearingReason,
  clearingRefusal,
  correctionReason,
  moreFacts,
  recusalReason,
  sealingReason,
  withdrawalReason,
} from '../words/twists.ts'
import { officersOf } from './after.ts'
import { handlerOf, otherHandlerOf, unitOf } from './unit.ts'

/** 20c: before dispatch at once; afterwards the centre confirms, sometimes refuses, and sometimes has not come to it yet. */
async function* withdraws(story: Story, granted: boolean | null): Told {
  const { chance, matter } = story
  yield later(story, 30, 600)
  const reason = withdrawalReason(chance)
  const build = (words: { put: (role: string, text: string) => string }) =>
    ({ name: 'withdraw', reasonText: words.put('reason', reason) }) as const
  const asked = await (matter.door === 'phone' ? does(story, matter.seat, build) : citizenDoes(story, build))
  if (!asked || granted === null || story.stage === 'closed') return
  yield inOffice(story, 15, 240)
  await does(story, 'dispatcher', (words) =>
    granted
      ? { name: 'confirm-withdrawal', confirmed: true }
      : { name: 'confirm-withdrawal', confirmed: false, reasonText: words.put('reason', '该情况涉及周边多户群众，继续办理。') },
  )
}

/** 12-2b: after signing a second person has to agree. */
async function* isCorrected(story: Story, granted: boolean | null): Told {
  const { chance, matter } = story
  yield inOffice(story, 5, 90)
  const kind = matter.kind === 'complaint' ? 'help' : 'complaint'
  const reason = correctionReason(chance)
  const proposed = await does(story, 'dispatcher', (words) => ({
    name: 'correct',
    kind,
    subject: matter.subject,
    place: matter.place,
    reasonText: words.put('reason', reason),
  }))
  const isSigned = !['to-dispatch', 'to-sign'].includes(story.stage)
  if (!proposed || granted === null || !isSigned) return
  yield inOffice(story, 20, 300)
  await does(story, 'centre-manager', () => ({ name: 'confirm-correction', confirmed: granted }))
}

async function* addsFacts(story: Story): Told {
  const { chance, matter } = story
  yield later(story, 60, 2000)
  await lookAgain(story)
  if (story.stage === 'closed') return
  const facts = moreFacts(chance)
  const build = (words: { put: (role: string, text: string) => string }) =>
    ({ name: 'add-facts', contentText: words.put('facts', facts), files: [] }) as const
  await (matter.door === 'phone' ? does(story, matter.seat, build) : citizenDoes(story, build))
}

/** 20c: the wrong unit was written down as the accused; nothing changes until a second person agrees. */
async function* isCleared(story: Story, granted: boolean | null): Told {
  const { chance } = story
  yield later(story, 10, 60)
  const proposed = await does(story, 'dispatcher', (words) => ({
    name: 'clear-accused',
    reasonText: words.put('clearing', clearingReason(chance)),
  }))
  if (!proposed || granted === null) return
  yield later(story, 5, 40)
  const decided = await does(story, 'centre-manager', (words) =>
    granted
      ? { name: 'confirm-clearing', confirmed: true }
      : { name: 'confirm-clearing', confirmed: false, reasonText: words.put('clearing', clearingRefusal) },
  )
  story.isCleared = decided && granted
}

/** 20c: whoever is close to those in the matter says so, and a colleague goes on. */
async function* isRecused(story: Story): Told {
  const handler = handlerOf(story)
  if (!story.town.isThere(otherHandlerOf(story))) return
  yield inOffice(story, 5, 60)
  story.recused = await does(story, handler, (words) => ({
    name: 'recuse',
    reasonText: words.put('centre-note', recusalReason(story.chance)),
  }))
}

/** Who takes a step of it to its end: the centre's few, and the unit's own people with whoever reviews above them. */
const namesFor = (story: Story): readonly string[] => {
  const { matter, town } = story
  const [unit, above] = [unitOf(story), town.above(unitOf(story))]
  const ofUnit = ['clerk', 'handler', 'handler-2', 'reviewer'].map((post) => `${post}-${unit}`)
  const all = [
    'centre-manager',
    'dispatcher',
    matter.seat,
    ...officersOf(story),
    ...ofUnit,
    ...(above === undefined ? [] : [`reviewer-${above}`]),
  ]
  return [...new Set(all)].filter((login) => login !== '' && town.isThere(login))
}

/** 20c: few may know of it from now on. Of several units each would have to be named. */
async function* isSealed(story: Story): Told {
  const { chance, matter, town } = story
  if (matter.detour !== null || story.isJoint) return
  yield inOffice(story, 5, 60)
  const persons = namesFor(story).flatMap((login) => town.person(login).accountId ?? [])
  const [reason, why] = sealingReason(chance)
  await does(story, 'centre-manager', (words) => ({ name: 'seal', persons, reason, reasonText: words.put('centre-note', why) }))
}

/** What the matter has in store at the stage that it has come to. */
export async function* isTwisted(story: Story): Told {
  const { twist } = story.matter
  if (twist === null || story.twisted || twist.stage !== story.stage) return
  story.twisted = true
  if (twist.what === 'withdraw') yield* withdraws(story, twist.granted)
  if (twist.what === 'correct') yield* isCorrected(story, twist.granted)
  if (twist.what === 'add-facts') yield* addsFacts(story)
  if (twist.what === 'seal') yield* isSealed(story)
  if (twist.what === 'recuse') yield* isRecused(story)
  if (twist.what === 'clear-accused') yield* isCleared(story, twist.granted)
}
