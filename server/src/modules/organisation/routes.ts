import type { RouteOutput } from '@open12345/contract/kernel'
import type { organisationRoutes } from '@open12345/contract/organisation'
import { accept, type Decision } from '@open12345/domain/kernel'
import type { App } from '../../app.ts'
import { asActor } from '../../db/transaction.ts'
import type { Call } from '../../http/call.ts'
import { civilDateOf } from './civil-date.ts'
import { placesOn } from './places.ts'
import { responsibleUnit } from './responsibility.ts'
import { unitNames, unitsOn } from './units.ts'

type Routes = typeof organisationRoutes

const dayOf = (on: string | undefined, at: Temporal.Instant): Temporal.PlainDate =>
  on === undefined ? civilDateOf(at) : Temporal.PlainDate.from(on)

export const listUnits = async (
  { actor, at, query }: Call<Routes['listUnits']>,
  app: App,
): Promise<Decision<RouteOutput<Routes['listUnits']>>> =>
  accept({ items: await asActor(app.database, actor, (tx) => unitsOn(tx, dayOf(query.on, at))) })

export const findResponsible = async (
  { actor, at, query }: Call<Routes['findResponsible']>,
  app: App,
): Promise<Decision<RouteOutput<Routes['findResponsible']>>> =>
  accept(
    await asActor(app.database, actor, async (tx) => {
      const found = await responsibleUnit(tx, query, dayOf(query.on, at))
      if (found === undefined) return { responsible: null }
      const names = await unitNames(tx, [found.unitId])
      return { responsible: { ...found, name: names.get(found.unitId) ?? found.unitId } }
    }),
  )

export const listPlaces = async (
  { actor, at, query }: Call<Routes['listPlaces']>,
  app: App,
): Promise<Decision<RouteOutput<Routes['listPlaces']>>> => {
  const places = await asActor(app.database, actor, (tx) => placesOn(tx, dayOf(query.on, at)))
  return accept({
    items: places.map(({ validOnFrom, validOnTo, ...place }) => ({
      ...place,
      validFrom: validOnFrom.toString(),
      validTo: validOnTo?.toString() ?? null,
    })),
  })
}
