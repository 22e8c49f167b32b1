import { gazetteer, placesIn, type Gazetteer } from '@open12345/domain/place'
import type { Suggestions } from '@open12345/contract/assistant'
import type { Tx } from '../../db/transaction.ts'
import { allPlaces, type Place } from '../organisation/index.ts'

export type PlaceSuggestion = Suggestions['places'][number]

const isInForce = ({ validOnFrom, validOnTo }: Place, on: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(validOnFrom, on) <= 0 && (validOnTo === null || Temporal.PlainDate.compare(on, validOnTo) < 0)

/** What the places of the authority are called, and the name of each by its code. */
type Known = { readonly names: Gazetteer; readonly nameOf: ReadonlyMap<string, string> }

const knownPlaces = async (tx: Tx, on: Temporal.PlainDate): Promise<Known> => {
  const places = await allPlaces(tx)
  return {
    names: gazetteer(places.map((place) => ({ ...place, isInForce: isInForce(place, on) }))),
    nameOf: new Map(places.map(({ code, name }) => [code, name])),
  }
}

/** Where the matter may be, by the names in its words. */
export const suggestPlaces = async (
  tx: Tx,
  text: string,
  chosenCounty: string | undefined,
  on: Temporal.PlainDate,
): Promise<PlaceSuggestion[]> => {
  const { names, nameOf } = await knownPlaces(tx, on)
  return placesIn(text, names, chosenCounty).map(({ county, township, confidence, reasons }) => ({
    value: { county, township },
    name: [county, township].map((code) => (code === null ? '' : (nameOf.get(code) ?? code))).join(''),
    confidence,
    reasons: [...reasons],
  }))
}
