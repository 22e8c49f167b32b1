export { gazetteer, type Gazetteer, type KnownPlace } from './gazetteer.ts'
export { placesIn, type PlaceRead } from './read.ts'
