import { does, inOffice, later, type Story, type Told } from '../story.ts'
import { responsibleFor } from '../responsible.ts'
import { acceptedAs } from './arrival.ts'
import { isReported, isToldByTelephone, isUrgent } from './urgent.ts'
import { centreNote, declineWords, directAnswer } from '../words/centre.ts'

/** 9-5 is declined only after somebody has asked what was meant. */
const declines = async (story: Story): Promise<void> => {
  const { matter } = story
  if (matter.course.step !== 'decline') return
  const { ground, lawfulChannel, alsoOurs } = matter.course
  if (ground === '9-5')
    await does(story, matter.seat, (words) => ({
      name: 'clarify',
      outcome: 'reached',
      noteText: words.put('centre-note', '电话询问，对方未说明具体诉求。'),
    }))
  const { confidential, ...also } = acceptedAs(story)
  await does(story, matter.seat, (words) => ({
    name: 'decline',
    ground,
    lawfulChannel,
    explanationText: words.put('explanation', declineWords(ground)),
    also: alsoOurs ? { ...also, urgency: 'emergency', grade: confidential ? 'confidential' : 'open' } : null,
  }))
}

/** 第十一条: now and then the office that knows joins the call, or an expert is asked. */
const modeOf = ({ chance }: Story) => ({
  mode: chance.weighted([
    ['direct', 90],
    ['three-way', 6],
    ['expert', 4],
  ] as const),
  consented: true,
})

/** A seat looks at what was written: 接诉即办, by day and by night. */
export async function* isAccepted(story: Story): Told {
  const { matter } = story
  const { seat, course } = matter
  if (course.step === 'decline') await declines(story)
  else if (course.step === 'answer')
    await does(story, seat, (words) => ({
      name: 'answer',
      ...modeOf(story),
      kind: matter.kind,
      knowledge: null,
      answerText: words.put('answer', directAnswer(matter)),
    }))
  else {
    const { confidential, ...accepted } = acceptedAs(story)
    await does(story, seat, () => ({ name: 'accept', ...accepted, grade: confidential ? 'confidential' : 'open' }))
  }
  yield story.turn.at
}

export const dispatchersOf = ({ town }: Story): readonly string[] => ['dispatcher', 'dispatcher-2'].filter(town.isThere)

/** 12-1 gives three working hours; most go within one, a few are forgotten over lunch. On days off somebody is on duty. */
export const dispatchedAt = (story: Story): number => {
  const { matter, chance, town, turn } = story
  if (isUrgent(story)) return later(story, 0.5, 3)
  if (!matter.brisk && !town.office.isWorkingDay(turn.at) && chance.happens(0.75)) return later(story, 20, 400)
  return chance.happens(0.05) ? inOffice(story, 181, 300) : inOffice(story, 5, 150)
}

export async function* isDispatched(story: Story): Told {
  const dispatcher = story.chance.pick(dispatchersOf(story))
  yield dispatchedAt(story)
  const { unitId, principle } = await responsibleFor(story)
  const note = centreNote(story.matter.ordinal)
  const isActed = isUrgent(story) && !story.isActedUpon
  if (isActed) yield* isReported(story, dispatcher)
  await does(story, dispatcher, (words) => ({ name: 'dispatch', unitId, principle, noteText: words.putIf('note', note) }))
  if (isActed) yield* isToldByTelephone(story, dispatcher, unitId)
}
