import type { Suggestions } from '@open12345/contract/assistant'
import type { Place as PlaceOfMatter } from '@open12345/contract/work-order'
import { gazetteer, placesIn, type Gazetteer, type KnownPlace } from '@open12345/domain/place'
import type { App } from '../../app.ts'
import type { Tx } from '../../db/transaction.ts'
import { everyPlace } from '../organisation/index.ts'

/** What the places of the authority are called, and what each is called by its code. */
export type KnownPlaces = { readonly names: Gazetteer; readonly namesOf: (place: PlaceOfMatter) => readonly string[] }

const knownFrom = (places: readonly KnownPlace[]): KnownPlaces => {
  const byCode = new Map(places.map(({ code, name }) => [code, name]))
  return {
    names: gazetteer(places),
    namesOf: ({ county, township }) => [county, township].flatMap((code) => (code === null ? [] : [byCode.get(code) ?? code])),
  }
}

type Made = { readonly of: string; readonly known: KnownPlaces }
/** The names are made again where a place has changed, or the day has changed one. */
const made = new WeakMap<App, Made>()

export const knownPlaces = async (tx: Tx, app: App, on: Temporal.PlainDate): Promise<KnownPlaces> => {
  const places = await everyPlace(tx, on)
  const of = JSON.stringify(places)
  const before = made.get(app)
  if (before?.of === of) return before.known
  const known = knownFrom(places)
  made.set(app, { of, known })
  return known
}

/** Where the matter may be, by the names in its words. */
export const suggestPlaces = ({ names, namesOf }: KnownPlaces, text: string, chosen: PlaceOfMatter | null): Suggestions['places'] =>
  placesIn(text, names, chosen?.county).map(({ county, township, confidence, reasons }) => ({
    value: { county, township },
    name: namesOf({ county, township }).join(''),
    confidence,
    reasons: [...reasons],
  }))
