import { does, later, type Story, type Told } from '../story.ts'
import { callNote, officeInstruction, officeReport } from '../words/urgent.ts'

export const isUrgent = ({ matter, isMarkedUrgent }: Story): boolean =>
  isMarkedUrgent || matter.course.step === 'decline' || (matter.course.step === 'handle' && matter.course.urgency !== 'ordinary')

/** Mostly within minutes; where the desk is overrun, long after the limit. */
const atOnce = (story: Story): number => (!story.matter.brisk && story.chance.happens(0.1) ? later(story, 45, 150) : later(story, 0.3, 1.2))

/** 12-4: 第一时间向州政府办公室报告. */
export async function* isReported(story: Story, by: string): Told {
  yield atOnce(story)
  await does(story, by, (words) => ({ name: 'report-to-office', reportText: words.put('office-report', officeReport(story.chance)) }))
}

const mostContacts = 3

/** 12-4: one contact after the other, until somebody confirms. */
export async function* isToldByTelephone(story: Story, by: string, unitId: string): Told {
  const { chance } = story
  story.isActedUpon = true
  for (let rank = 1; rank <= mostContacts; rank++) {
    yield atOnce(story)
    const isReached = rank === mostContacts || chance.happens(0.78)
    const outcome = isReached ? 'confirmed' : chance.weighted([['no-answer', 5] as const, ['refused', 1] as const])
    await does(story, by, (words) => ({
      name: 'call-unit',
      unitId,
      rank,
      outcome,
      noteText: isReached ? words.putIf('centre-note', callNote(chance)) : null,
    }))
    if (isReached) return
  }
}

/** 第四条: the office has it in hand. */
export async function* isAcknowledged(story: Story): Told {
  yield later(story, 3, 50)
  await does(story, 'office', (words) => ({
    name: 'acknowledge-report',
    instructionText: words.putIf('office-report', officeInstruction(story.chance)),
  }))
}
