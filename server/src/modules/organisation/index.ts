import { organisationRoutes } from '@open12345/contract/organisation'
import { mount, type Mounted } from '../../http/mount.ts'
import { listPlaces, listUnits } from './routes.ts'

export { putUnitContact, unitContacts, type ContactDuty, type UnitContact } from './contacts.ts'
export { areaCodeOf } from './data/area-codes.ts'
export { loadDemonstrationContacts, loadOrganisation } from './load.ts'
export { shippedUnits } from './prefecture/shipped.ts'
export { findPlace, placeNames, placesOn, type Place } from './places.ts'
export { responsibleUnit, type Responsibility } from './responsibility.ts'
export { ensureCentre, findUnit, isUnitInForce, pathOf, subtreeOf, unitNames, unitsOn, type Unit, type UnitKind } from './units.ts'

export const organisationModule: Mounted = {
  name: 'organisation',
  endpoints: [mount(organisationRoutes.listUnits, listUnits), mount(organisationRoutes.listPlaces, listPlaces)],
}
