import type { Kind } from '@open12345/domain/vocabulary'
import type { Chance } from '../chance.ts'
import { fill } from '../data/fill.ts'
import { templates } from '../data/index.ts'
import { details, endings, openings, politeEndings } from '../data/people.ts'
import type { Template } from '../data/template.ts'

/** What people turn to a hotline for; mostly questions. */
const kinds: readonly (readonly [Kind, number])[] = [
  ['consultation', 46],
  ['complaint', 24],
  ['help', 17],
  ['suggestion', 5],
  ['report', 4],
  ['other', 4],
  ['praise', 2],
]
const byKind: ReadonlyMap<Kind, readonly Template[]> = Map.groupBy(templates, ([kind]) => kind)
/** What a feast brings. */
const festive: readonly string[] = ['tourism', 'traffic-order', 'noise', 'prices', 'public-transport', 'waste']

export const drawTemplate = (chance: Chance, feast: string): Template => {
  const kind = chance.weighted(kinds)
  const of = byKind.get(kind) ?? []
  return chance.weighted(of.map((template) => [template, feast !== '' && festive.includes(template[1]) ? 4 : 1] as const))
}

const isGrievance = (kind: Kind): boolean => kind === 'complaint' || kind === 'help' || kind === 'report'
/** One in eighteen who has a grievance writes at length. */
const isLong = 1 / 18

/** The message as it is written or told, in the place's own name. */
export const messageOf = (chance: Chance, kind: Kind, text: string, where: string): string => {
  const more =
    isGrievance(kind) && chance.happens(isLong) ? details.filter(() => chance.happens(0.9)).map((detail) => fill(chance, detail)) : []
  const said = `${fill(chance, chance.weighted(openings))}${fill(chance, text, where)}`
  return [said, ...more, fill(chance, chance.weighted(isGrievance(kind) ? endings : politeEndings))]
    .join(more.length > 0 ? '\n' : '')
    .trim()
}
