export { areaCodeOf } from './data/area-codes.ts'
export { findPlace, placesOn, type Place } from './places.ts'
export type { OrganisationTables } from './tables.ts'
export { ensureCentre, findUnit, isUnitInForce, pathOf, subtreeOf, unitKinds, unitsOn, type Unit, type UnitKind } from './units.ts'
