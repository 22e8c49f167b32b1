import { organisationRoutes } from '@open12345/contract/organisation'
import { mount, type Mounted } from '../../http/mount.ts'
import { findResponsible, listPlaces, listUnits } from './routes.ts'

export { civilDateOf } from './civil-date.ts'
export { foundUnit, moveUnit, renameUnit, endUnit, wholeTree, type TreeRow } from './change-tree.ts'
export {
  beginEntry,
  catalogueEntries,
  endEntry,
  lockCatalogue,
  removeEntry,
  replaceEntry,
  restoreEntry,
  type CatalogueRow,
} from './change-catalogue.ts'
export { putUnitContact, unitContacts, type ContactDuty, type UnitContact } from './contacts.ts'
export { loadDemonstrationContacts } from './demonstration.ts'
export { loadedNorms, readPhone } from './norms.ts'
export { isSafeAddress, writeConnectors, type Connector } from './prefecture/connectors.ts'
export { tableOf } from './prefecture/csv.ts'
export { checkedBy, faultLine, faultsOf, unless, unsound, type Checked } from './prefecture/fault.ts'
export { loadOrganisation, loadPrefecture, readPrefecture, type Loaded, type Prefecture } from './prefecture/load.ts'
export type { Norms } from './prefecture/norms.ts'
export { catalogueFile } from './prefecture/catalogue-file.ts'
export { programPacks } from './prefecture/packs.ts'
export { shippedAuthorityName, shippedNorms, shippedUnits } from './prefecture/shipped.ts'
export { prefectureChannel } from './prefecture/write-norms.ts'
export { allPlaces, everyPlace, findPlace, placeNames, placesOn, type Place } from './places.ts'
export { responsibilitiesOf, responsibleUnit, type Responsibility } from './responsibility.ts'
export {
  ensureCentre,
  findUnit,
  holdUnit,
  isUnitInForce,
  pathOf,
  subtreeOf,
  unitNames,
  unitsOn,
  type Unit,
  type UnitKind,
} from './units.ts'

export const organisationModule: Mounted = {
  name: 'organisation',
  endpoints: [
    mount(organisationRoutes.listUnits, listUnits),
    mount(organisationRoutes.findResponsible, findResponsible),
    mount(organisationRoutes.listPlaces, listPlaces),
  ],
}
