import { kindsMeant, subjectsMeant } from '@open12345/domain/intake'
import type { App } from '../../app.ts'
import { systemActor } from '../../db/actor.ts'
import { asActor } from '../../db/transaction.ts'
import { civilDateOf, responsibleUnit } from '../organisation/index.ts'
import type { Past } from './history.ts'
import type { Told } from './tables.ts'

type Says = (past: Past) => Promise<string | undefined>

/** 11-2: whom the catalogue names for the subject that the rules hear, in the place of the matter. */
const catalogueSays = (app: App): Says => {
  const known = new Map<string, Promise<string | undefined>>()
  const ask = (subject: string, { place }: Past): Promise<string | undefined> =>
    asActor(app.database, systemActor(app.config.authorityId), async (tx) => {
      const found = await responsibleUnit(tx, { subject, ...place }, civilDateOf(app.clock.now()))
      return found?.unitId
    })
  return async (past) => {
    const subject = subjectsMeant(past.text)[0]?.value
    if (subject === undefined) return undefined
    return known.getOrInsertComputed(`${subject} ${past.place?.county} ${past.place?.township}`, () => ask(subject, past))
  }
}

/** What is said of a message where nothing was learned: what a model has to be better than. */
export const rulesOf = (app: App): Readonly<Record<Told, Says>> => ({
  kind: async ({ text }) => kindsMeant(text)[0]?.value,
  subject: async ({ text }) => subjectsMeant(text)[0]?.value,
  unit: catalogueSays(app),
})
