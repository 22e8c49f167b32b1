import type { Chance } from '../chance.ts'
import type { Ending, Matter } from '../matter.ts'

/** Hundredths of what goes straight to one unit and back, from people who can be asked. */
const endings: readonly (readonly [Ending | null, number])[] = [
  [null, 91.5],
  [{ what: 'noted', isExplained: true }, 3.2],
  [{ what: 'dispute', decision: 'out' }, 0.6],
  [{ what: 'dispute', decision: 'stands' }, 0.9],
  [{ what: 'reopen' }, 1.8],
  [{ what: 'mark', mark: 'mediation' }, 1],
  [{ what: 'mark', mark: 'enforcement' }, 1],
]

type Straight = Pick<Matter, 'kind' | 'course' | 'twist' | 'detour' | 'about' | 'citizen'>

/** 第十三条（三）: what becomes of it after the answer. */
export const endingOf = (chance: Chance, { kind, course, twist, detour, about, citizen }: Straight): Ending | null => {
  const isStraight = course.step === 'handle' && twist === null && detour === null && about === null
  return isStraight && citizen.reach !== 'none' && kind !== 'report' && kind !== 'praise' ? chance.weighted(endings) : null
}
