import type { App } from '../../app.ts'
import { systemActor } from '../../db/actor.ts'
import { asActor } from '../../db/transaction.ts'
import { civilDateOf } from './civil-date.ts'
import { putUnitContact } from './contacts.ts'
import { unitsOn } from './units.ts'

const contacts = [
  { duty: 'notice', rank: 1, name: '承办联络员' },
  { duty: 'emergency', rank: 1, name: '值班室' },
  { duty: 'emergency', rank: 2, name: '分管负责人' },
] as const

const inventedNumber = (position: number): string => `1380000${String(position).padStart(4, '0')}`

/** Contacts of every unit for a demonstration. */
export const loadDemonstrationContacts = (app: App): Promise<void> =>
  asActor(app.database, systemActor(app.config.authorityId), async (tx) => {
    const units = (await unitsOn(tx, civilDateOf(app.clock.now()))).filter(({ kind }) => kind !== 'township')
    const all = units.flatMap(({ unitId }) => contacts.map((contact) => ({ unitId, ...contact })))
    for (const [position, contact] of all.entries()) await putUnitContact(tx, app, { ...contact, phone: inventedNumber(position) })
  })
