import { accept, type Decision } from '@open12345/domain/kernel'
import type { Command, Place, Relations } from '@open12345/domain/work-order'
import type { App } from '../../../app.ts'
import type { Tx } from '../../../db/transaction.ts'
import { currentWorld } from '../../calendar/index.ts'
import { quotedItem } from '../../knowledge/index.ts'
import type { Doer } from '../doer.ts'
import { decidingWith, type Deciding } from './context.ts'
import { checkPlaces } from './place-check.ts'
import { unitFacts, type UnitFacts } from './unit-facts.ts'

const relatedUnits = ({ relations }: { readonly relations: Relations }): readonly string[] =>
  [relations.respondentUnitId, relations.accusedUnitId].filter((unitId) => unitId !== null)

const unitsNamed = (command: Command): readonly string[] => {
  switch (command.name) {
    case 'dispatch':
      return [command.unitId]
    case 'accept':
      return relatedUnits(command)
    case 'decline':
      return command.also === null ? [] : relatedUnits(command.also)
    default:
      return []
  }
}

const placesNamed = (command: Command): readonly Place[] => {
  if (command.name === 'accept' || command.name === 'correct') return [command.place]
  return command.name === 'decline' && command.also !== null ? [command.also.place] : []
}

/** 11-1: what is quoted to a person is in force, and is the newest version. */
const checkQuoted = async (tx: Tx, command: Command, today: Temporal.PlainDate): Promise<Decision<unknown>> =>
  command.name !== 'answer' || command.knowledge === null
    ? accept(undefined)
    : quotedItem(tx, command.knowledge.itemId, command.knowledge.version, today)

/** What was read with the order: when it was accepted, and its unit; of a new one, where it is. */
export type Known = { readonly acceptedAt: string | null; readonly units: UnitFacts; readonly place?: Place | null }

/** Everything that the rules may know about these commands; refuses what names a place, a unit or an item that is not there. */
export const decidingOn = async (
  tx: Tx,
  app: App,
  doer: Doer,
  { acceptedAt, units, place = null }: Known,
  commands: readonly Command[],
  at: Temporal.Instant,
): Promise<Decision<Deciding>> => {
  const today = at.toZonedDateTimeISO('Asia/Shanghai').toPlainDate()
  const others = commands.flatMap(unitsNamed).filter((unitId) => !units.has(unitId))
  const [placed, facts] = await Promise.all([
    checkPlaces(tx, [...(place === null ? [] : [place]), ...commands.flatMap(placesNamed)], today),
    unitFacts(tx, others, today),
  ])
  if (!placed.ok) return placed
  for (const command of commands) {
    const quoted = await checkQuoted(tx, command, today)
    if (!quoted.ok) return quoted
  }
  return accept(decidingWith({ at, doer, world: await currentWorld(tx, app), acceptedAt, units: new Map([...units, ...facts]) }))
}
