import type { App } from '../../app.ts'
import { systemActor } from '../../db/actor.ts'
import { asActor, type Tx } from '../../db/transaction.ts'
import { putUnitContact } from './contacts.ts'
import { liangshanPlaces } from './data/places.ts'
import { liangshanUnits } from './data/units.ts'

const unitsFrom = Temporal.PlainDate.from('2023-02-17')

const loadPlaces = (tx: Tx, authorityId: string) =>
  tx
    .insertInto('place')
    .values(
      liangshanPlaces.map((place) => ({
        authority_id: authorityId,
        code: place.code,
        parent_code: place.parentCode,
        name: place.name,
        level: place.level,
        replaced_by: place.replacedBy,
        valid_on_from: place.validOnFrom,
        valid_on_to: place.validOnTo,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()

const loadUnits = (tx: Tx, authorityId: string) =>
  tx
    .insertInto('unit')
    .values(
      liangshanUnits.map((unit) => ({
        authority_id: authorityId,
        unit_id: unit.unitId,
        parent_id: unit.parentId ?? null,
        supervised_by: unit.supervisedBy ?? null,
        name: unit.name,
        kind: unit.kind,
        place_code: unit.placeCode ?? null,
        valid_on_from: unitsFrom,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()

/** Liangshan's places and units; what is there already stays as it is. */
export const loadOrganisation = (app: App): Promise<void> =>
  asActor(app.database, systemActor(app.config.authorityId), async (tx) => {
    await loadPlaces(tx, app.config.authorityId)
    await loadUnits(tx, app.config.authorityId)
  })

const contacts = [
  { duty: 'notice', rank: 1, name: '承办联络员' },
  { duty: 'emergency', rank: 1, name: '值班室' },
  { duty: 'emergency', rank: 2, name: '分管负责人' },
] as const

const inventedNumber = (position: number): string => `1380000${String(position).padStart(4, '0')}`

/** Contacts of every unit for a demonstration. */
export const loadDemonstrationContacts = (app: App): Promise<void> =>
  asActor(app.database, systemActor(app.config.authorityId), async (tx) => {
    const all = liangshanUnits.flatMap(({ unitId }) => contacts.map((contact) => ({ unitId, ...contact })))
    for (const [position, contact] of all.entries()) await putUnitContact(tx, app, { ...contact, phone: inventedNumber(position) })
  })
