import type { Suggestions } from '@open12345/contract/assistant'
import type { Place as PlaceOfMatter } from '@open12345/contract/work-order'
import { gazetteer, placesIn, type Gazetteer } from '@open12345/domain/place'
import type { Tx } from '../../db/transaction.ts'
import { allPlaces, type Place } from '../organisation/index.ts'

const isInForce = ({ validOnFrom, validOnTo }: Place, on: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(validOnFrom, on) <= 0 && (validOnTo === null || Temporal.PlainDate.compare(on, validOnTo) < 0)

/** What the places of the authority are called, and what each is called by its code. */
export type KnownPlaces = { readonly names: Gazetteer; readonly nameOf: (place: PlaceOfMatter) => string }

export const knownPlaces = async (tx: Tx, on: Temporal.PlainDate): Promise<KnownPlaces> => {
  const places = await allPlaces(tx)
  const byCode = new Map(places.map(({ code, name }) => [code, name]))
  return {
    names: gazetteer(places.map((place) => ({ ...place, isInForce: isInForce(place, on) }))),
    nameOf: ({ county, township }) => [county, township].map((code) => (code === null ? '' : (byCode.get(code) ?? code))).join(''),
  }
}

/** Where the matter may be, by the names in its words. */
export const suggestPlaces = ({ names, nameOf }: KnownPlaces, text: string, chosen: PlaceOfMatter | null): Suggestions['places'] =>
  placesIn(text, names, chosen?.county).map(({ county, township, confidence, reasons }) => ({
    value: { county, township },
    name: nameOf({ county, township }),
    confidence,
    reasons: [...reasons],
  }))
