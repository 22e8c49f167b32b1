import type { Stage } from '@open12345/domain/vocabulary'
import type { Story, Told } from '../story.ts'
import { isAsked, isCalled, isChecked } from './after.ts'
import { arrives } from './arrival.ts'
import { isAccepted, isDispatched } from './centre.ts'
import { isDetoured } from './detours.ts'
import { hasEnding } from './ending.ts'
import { remember } from './repeats.ts'
import { isOfIncident } from './incident.ts'
import { isTwisted } from './twists.ts'
import { isDelivered, isHandled, isReviewed, isSigned } from './unit.ts'

/** Where the simulated town leaves a matter. */
const elsewhere = ['closed', 'to-verify', 'coordination', 'with-incident', 'to-explain'] as const
type Elsewhere = (typeof elsewhere)[number]
const isElsewhere = (stage: Stage): stage is Elsewhere => elsewhere.some((one) => one === stage)

const acts: Readonly<Record<Exclude<Stage, Elsewhere>, (story: Story) => Told>> = {
  'to-accept': isAccepted,
  'to-dispatch': isDispatched,
  'to-sign': isSigned,
  'in-hand': isHandled,
  'to-review': isReviewed,
  'to-deliver': isDelivered,
  asked: isAsked,
  'manual-follow-up': isCalled,
  'reply-check': isChecked,
}

/** Nobody tries for ever what the rules refuse. */
const patience = 3

/** From the first word to the archive, by whatever stage the order has come to; it may come to rest before. */
export async function* lifeOf(story: Story): Told {
  yield* arrives(story)
  remember(story)
  while (story.refusals < patience) {
    yield* isTwisted(story)
    yield* isOfIncident(story)
    yield* isDetoured(story)
    yield* hasEnding(story)
    const { stage, matter } = story
    if (isElsewhere(stage) || stage === matter.rest) return
    yield* acts[stage](story)
  }
}
