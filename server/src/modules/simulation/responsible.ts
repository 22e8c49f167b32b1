import type { Principle } from '@open12345/domain/vocabulary'
import { systemActor } from '../../db/actor.ts'
import { asActor } from '../../db/transaction.ts'
import { responsibleUnit } from '../organisation/index.ts'
import type { Matter } from './matter.ts'
import { instantOf, type Story } from './story.ts'

type Choice = { readonly unitId: string; readonly principle: Principle }

/** What the responsibility catalogue says, narrowed to units that have people. */
const lookUp = async ({ town, turn, matter }: Story): Promise<Choice> => {
  const on = instantOf(turn.at).toZonedDateTimeISO('Asia/Shanghai').toPlainDate()
  const where = { subject: matter.subject, ...matter.place }
  const found = await asActor(turn.app.database, systemActor(turn.app.config.authorityId), (tx) => responsibleUnit(tx, where, on))
  if (found !== undefined && town.unitName(found.unitId) !== undefined) return found
  const [anybody] = town.departments
  if (anybody === undefined) throw new Error('the prefecture has no department with people')
  return { unitId: anybody, principle: 'duty' }
}

/** A dispatcher knows by heart what they have looked up once. */
const byCatalogue = (story: Story): Promise<Choice> => {
  const { matter, town } = story
  const key = `${matter.subject} ${matter.place.county} ${matter.place.township ?? ''}`
  const known = town.responsible.get(key) ?? lookUp(story)
  town.responsible.set(key, known)
  return known
}

const isAccused = ({ matter, isCleared }: Story, unitId: string): boolean =>
  matter.kind === 'report' && matter.about === unitId && !isCleared

/** 20c: what accuses a unit goes to who supervises it. */
export const dutiful = async (story: Story): Promise<Choice> => {
  const right = await byCatalogue(story)
  const above = isAccused(story, right.unitId) ? story.town.above(right.unitId) : undefined
  return above === undefined ? right : { unitId: above, principle: 'place' }
}

/** What comes back was sent wrong, unless the ruling says otherwise. */
const isMistaken = ({ twist, detour }: Matter): boolean =>
  twist?.what === 'mistaken-unit' || (detour?.what === 'return' && detour.accepted !== false)

/** Where a dispatcher sends a matter: mostly where it belongs, now and then by mistake; what came back goes where it was suggested. */
export const responsibleFor = async (story: Story): Promise<Choice> => {
  const { town, matter, chance, suggestedUnitId } = story
  if (suggestedUnitId !== null) return { unitId: suggestedUnitId, principle: 'duty' }
  if (matter.sentTo !== null && town.unitName(matter.sentTo) !== undefined) return { unitId: matter.sentTo, principle: 'duty' }
  const right = await dutiful(story)
  const others = town.departments.filter((unitId) => unitId !== right.unitId && unitId !== matter.about)
  return isMistaken(matter) && others.length > 0 ? { unitId: chance.pick(others), principle: 'duty' } : right
}

/** A department that may take part as well. */
export const anotherUnit = ({ town, chance }: Story, ...taken: readonly string[]): string =>
  chance.pick(town.departments.filter((unitId) => !taken.includes(unitId)))
