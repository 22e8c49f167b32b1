import type { PlaceGroup, UnitGroup } from '@open12345/contract/public-page'
import type { App } from '../../app.ts'
import { nobody } from '../../db/actor.ts'
import { asActor, type Tx } from '../../db/transaction.ts'
import type { Language } from '../../http/call.ts'
import { placesOn, unitsOn, type Place, type Unit, type UnitKind } from '../organisation/index.ts'
import { civilDate } from './civil-date.ts'

const placeGroups = (places: readonly Place[]): PlaceGroup[] => {
  const counties = places.filter(({ level }) => level === 'county')
  return counties.map(({ code, name }) => ({
    code,
    name,
    townships: places
      .filter(({ level, parentCode }) => level === 'township' && parentCode === code)
      .map((township) => ({ code: township.code, name: township.name })),
  }))
}

const groups: readonly (readonly [zh: string, en: string, kinds: readonly UnitKind[]])[] = [
  ['州级部门', 'Departments of the prefecture', ['department', 'office']],
  ['县（市）', 'Counties', ['county']],
  ['公用企业', 'Utilities', ['enterprise']],
  ['热线和分中心', 'The hotline', ['centre', 'sub-centre']],
]

const unitGroups = (units: readonly Unit[], language: Language): UnitGroup[] =>
  groups
    .map(([zh, en, kinds]) => ({
      name: language === 'zh' ? zh : en,
      units: units.filter(({ kind }) => kinds.includes(kind)).map(({ unitId, name }) => ({ unitId, name })),
    }))
    .filter(({ units: some }) => some.length > 0)

export type Choices = { readonly places: readonly PlaceGroup[]; readonly units: readonly UnitGroup[] }

const placesIn = async (tx: Tx, at: Temporal.Instant): Promise<readonly PlaceGroup[]> => placeGroups(await placesOn(tx, civilDate(at)))

/** The places to choose from, as they hold today. */
export const placeChoicesOn = (app: App, at: Temporal.Instant): Promise<readonly PlaceGroup[]> =>
  asActor(app.database, nobody(app.config.authorityId), (tx) => placesIn(tx, at))

/** What the form offers to choose from, as it holds today. */
export const choicesOn = (app: App, at: Temporal.Instant, language: Language): Promise<Choices> =>
  asActor(app.database, nobody(app.config.authorityId), async (tx) => ({
    places: await placesIn(tx, at),
    units: unitGroups(await unitsOn(tx, civilDate(at)), language),
  }))
