import { unreachableEnding } from '../../message/index.ts'
import type { Chance } from '../chance.ts'
import { familyNames, givenNames } from '../data/people.ts'
import type { Citizen, Matter } from '../matter.ts'

const four = (number: number): string => String(number).padStart(4, '0')

/** 141 numbers belong to machines, so that nobody's own is ever drawn; landlines of the prefecture end in 399xxxx. */
export const newCitizen = (chance: Chance, ordinal: number, door: Matter['door'], anonymous: boolean): Citizen => {
  const name = `${chance.pick(familyNames)}${chance.pick(givenNames)}`
  if (anonymous) return { name, phone: door === 'phone' ? `1410834${four(ordinal)}` : null, reach: 'none' }
  const reach = chance.weighted([
    ['landline', 6],
    ['calls-only', 3],
    ['mobile', 91],
  ] as const)
  if (reach === 'landline') return { name, phone: `0834-399${four(ordinal)}`, reach }
  if (reach === 'calls-only') return { name, phone: `141${four(ordinal % 10_000)}${unreachableEnding}`, reach }
  return { name, phone: `141${four(Math.floor(ordinal / 10_000) + 834)}${four(ordinal % 10_000)}`, reach }
}
