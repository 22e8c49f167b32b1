import type { Kind, Stage } from '@open12345/domain/vocabulary'
import type { Chance } from '../chance.ts'
import { directAnswers } from '../data/direct-answers.ts'
import type { Course, Matter, Twist } from '../matter.ts'

/** How much is answered on the spot, by kind: who complains or reports wants somebody to look. */
const answered: Readonly<Record<Kind, number>> = {
  consultation: 0.88,
  help: 0.35,
  complaint: 0,
  report: 0,
  suggestion: 0.4,
  praise: 0.85,
  other: 0.85,
}
const hasAnswer = (subject: string): boolean => directAnswers.some(([of]) => of === subject)
const grave: readonly string[] = ['work-safety', 'gas-supply', 'power-supply', 'special-equipment', 'roads', 'health']

/** 12-4: grave matters are sometimes urgent. */
export const courseOf = (chance: Chance, kind: Kind, subject: string): Course => {
  const isAnswerable = kind !== 'help' || (hasAnswer(subject) && !grave.includes(subject))
  if (chance.happens(answered[kind]) && isAnswerable) return { step: 'answer' }
  if (!grave.includes(subject) || kind === 'suggestion' || kind === 'praise') return { step: 'handle', urgency: 'ordinary' }
  return {
    step: 'handle',
    urgency: chance.weighted([
      ['ordinary', 82],
      ['special', 11],
      ['emergency', 7],
    ] as const),
  }
}

const twist = (what: Twist['what'], stage: Stage, granted: boolean | null = null): Twist => ({ what, stage, granted })

/** 20c: now and then the wrong unit was written down as the accused; now and then few may know of it. */
const ofAccusing: readonly (readonly [Twist, number])[] = [
  [twist('clear-accused', 'to-dispatch', true), 12],
  [twist('clear-accused', 'in-hand', true), 8],
  [twist('clear-accused', 'in-hand', false), 10],
  [twist('seal', 'in-hand'), 8],
]

export const twistOf = (chance: Chance, door: Matter['door'], course: Course, isAccusing: boolean): Twist | null => {
  if (course.step !== 'handle') return null
  return chance.weighted<Twist | null>([
    [null, 86],
    ...(isAccusing ? ofAccusing : []),
    [twist('withdraw', door === 'web' ? 'to-accept' : 'to-dispatch'), 1],
    [twist('withdraw', 'to-sign', true), 0.8],
    [twist('withdraw', 'in-hand', true), 1.2],
    [twist('withdraw', 'in-hand', false), 0.6],
    [twist('correct', 'to-dispatch'), 1],
    [twist('correct', 'to-sign'), 0.8],
    [twist('correct', 'in-hand', true), 0.8],
    [twist('correct', 'in-hand', false), 0.6],
    [twist('add-facts', 'in-hand'), 3.5],
    [twist('add-facts', 'to-sign'), 1.2],
    [twist('mistaken-unit', 'to-dispatch'), 1],
    [twist('recuse', 'in-hand'), 0.5],
  ])
}
