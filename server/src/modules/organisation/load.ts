import type { App } from '../../app.ts'
import { systemActor } from '../../db/actor.ts'
import { asActor } from '../../db/transaction.ts'
import { civilDateOf } from './civil-date.ts'
import { putUnitContact } from './contacts.ts'
import { faultLine } from './prefecture/fault.ts'
import { readOrganisation } from './prefecture/read-folder.ts'
import { shippedFolder } from './prefecture/shipped.ts'
import { writeOrganisation } from './prefecture/write-organisation.ts'
import { unitsOn } from './units.ts'

/** The prefecture that comes with the program under the authority's name. Loading it again changes nothing. */
export const loadOrganisation = async (app: App): Promise<void> => {
  const { authorityId } = app.config
  const folder = shippedFolder(authorityId)
  if (folder === undefined) throw new Error(`no prefecture comes with the program for ${authorityId}`)
  const on = civilDateOf(app.clock.now())
  const read = readOrganisation(folder, on)
  if (!read.ok) throw new Error(read.faults.map(faultLine).join('\n'))
  await asActor(app.database, systemActor(authorityId), (tx) => writeOrganisation(tx, read.value, { authorityId, on }))
}

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
