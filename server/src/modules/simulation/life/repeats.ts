import type { Detour } from '../matter.ts'
import { does, inOffice, type Story, type Told } from '../story.ts'
import { againExplained, terminationOpinion, terminationRefusal } from '../words/repeats.ts'
import { dispatchedAt, dispatchersOf, isDispatched } from './centre.ts'
import { isSigned, unitOf } from './unit.ts'

type Of<What extends Detour['what']> = Extract<Detour, { readonly what: What }>

/** 20c: who asks to stay unknown is not found again by what they asked. */
const isKnown = ({ matter: { citizen, kind, confidential, anonymous } }: Story): boolean =>
  citizen.phone !== null && kind !== 'report' && !confidential && !anonymous

/** The centre finds by the number what the same person asked before; one citizen's steps go one after the other. */
export const remember = (story: Story): void => {
  const { matter, town, orderId } = story
  const phone = matter.citizen.phone ?? ''
  if (!isKnown(story)) return
  story.earlierOrderId = town.askedBefore.get(phone)
  town.askedBefore.set(phone, orderId)
}

/** 13-4: the unit's written opinion, and what the centre says to it. */
async function* isTerminated(story: Story, termination: Of<'repeat'>['termination']): Told {
  const { chance, town, matter, orderId } = story
  yield inOffice(story, 120, 900)
  const proposed = await does(story, `clerk-${unitOf(story)}`, (words) => ({
    name: 'propose-termination',
    opinionText: words.put('opinion', terminationOpinion(chance)),
    proofFiles: [],
  }))
  if (!proposed || termination === 'undecided') return
  yield inOffice(story, 60, 700)
  const isConfirmed = await does(story, 'centre-manager', (words) =>
    termination === 'confirmed'
      ? { name: 'confirm-termination', confirmed: true }
      : { name: 'confirm-termination', confirmed: false, reasonText: words.put('reason', terminationRefusal(chance)) },
  )
  if (isConfirmed && termination === 'confirmed') town.terminated.set(matter.citizen.phone ?? '', orderId)
}

/** 13-4: somebody who has been here before; nothing follows from the link by itself. */
export async function* isRepeated(story: Story, { termination }: Of<'repeat'>): Told {
  const { chance, earlierOrderId: ofOrderId } = story
  if (ofOrderId === undefined) return
  yield inOffice(story, 2, 20)
  const linked = await does(story, chance.pick(dispatchersOf(story)), () => ({ name: 'link-repeat', ofOrderId }))
  if (!linked || termination === null) return
  yield* isDispatched(story)
  yield* isSigned(story)
  yield* isTerminated(story, termination)
}

/** 13-4: what was terminated is explained, and not handled again. */
export async function* isExplainedAgain(story: Story): Told {
  const { chance, town, matter } = story
  const ofOrderId = town.terminated.get(matter.citizen.phone ?? '')
  if (ofOrderId === undefined) return
  yield dispatchedAt(story)
  await does(story, chance.pick(dispatchersOf(story)), (words) => ({
    name: 'explain-termination',
    ofOrderId,
    explanationText: words.put('explanation', againExplained(chance)),
  }))
}
