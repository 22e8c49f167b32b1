import type { Principle } from '@open12345/domain/vocabulary'
import { systemActor } from '../../db/actor.ts'
import { asActor } from '../../db/transaction.ts'
import { responsibleUnit } from '../organisation/index.ts'
import { instantOf, type Story } from './story.ts'

type Choice = { readonly unitId: string; readonly principle: Principle }

/** What the responsibility catalogue says, narrowed to units that have people. */
const lookUp = async ({ town, turn, matter }: Story): Promise<Choice> => {
  const on = instantOf(turn.at).toZonedDateTimeISO('Asia/Shanghai').toPlainDate()
  const where = { subject: matter.subject, ...matter.place }
  const found = await asActor(turn.app.database, systemActor(turn.app.config.authorityId), (tx) => responsibleUnit(tx, where, on))
  return found !== undefined && town.unitName(found.unitId) !== undefined ? found : { unitId: 'xichang', principle: 'place' }
}

/** A dispatcher knows by heart what they have looked up once. */
const byCatalogue = (story: Story): Promise<Choice> => {
  const { matter, town } = story
  const key = `${matter.subject} ${matter.place.county} ${matter.place.township ?? ''}`
  const known = town.responsible.get(key) ?? lookUp(story)
  town.responsible.set(key, known)
  return known
}

/** Where a dispatcher sends what nobody seems responsible for, and now and then by mistake. */
const elsewhere: readonly string[] = ['housing', 'market', 'human-resources', 'transport', 'education']
/** 20c: what accuses a unit goes to who supervises it. */
const superiors: readonly string[] = ['office', 'xichang', 'huili']

const isAccused = ({ matter }: Story, unitId: string): boolean => matter.kind === 'report' && matter.about === unitId

export const responsibleFor = async (story: Story): Promise<Choice> => {
  const { town, matter, chance } = story
  if (matter.sentTo !== null && town.unitName(matter.sentTo) !== undefined) return { unitId: matter.sentTo, principle: 'duty' }
  const right = await byCatalogue(story)
  if (isAccused(story, right.unitId)) {
    const unitId = superiors.find((superior) => superior !== matter.about && town.unitName(superior) !== undefined) ?? right.unitId
    return { unitId, principle: 'place' }
  }
  if (matter.twist?.what !== 'mistaken-unit') return right
  return {
    unitId: chance.pick(elsewhere.filter((unitId) => unitId !== right.unitId && town.unitName(unitId) !== undefined)),
    principle: 'duty',
  }
}
