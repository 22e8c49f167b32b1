import { accept, type Decision } from '@open12345/domain/kernel'
import type { Command, Place, Relations, WorkOrder } from '@open12345/domain/work-order'
import type { App } from '../../../app.ts'
import type { Tx } from '../../../db/transaction.ts'
import { currentWorld } from '../../calendar/index.ts'
import { quotedItem } from '../../knowledge/index.ts'
import { responsibleUnit } from '../../organisation/index.ts'
import type { Doer } from '../doer.ts'
import { decidingWith, type Deciding } from './context.ts'
import { checkIncident } from './incident-check.ts'
import { checkPlaces } from './place-check.ts'
import { relatedOrders } from './related.ts'
import { peopleOf } from './person-facts.ts'
import { superiorName, unitFacts, type KnownUnits } from './unit-facts.ts'

const relatedUnits = ({ relations }: { readonly relations: Relations }): readonly string[] =>
  [relations.respondentUnitId, relations.accusedUnitId].filter((unitId) => unitId !== null)

const unitsNamed = (command: Command): readonly string[] => {
  switch (command.name) {
    case 'dispatch':
    case 'add-unit':
    case 'replace-unit':
    case 'designate':
    case 'ask-verification':
    case 'pass-on':
    case 'call-unit':
      return [command.unitId]
    case 'dispatch-jointly':
      return command.parts.map(({ unitId }) => unitId)
    case 'return':
      return [command.suggestedUnitId]
    case 'hold-coordination':
      return command.participants
    case 'accept':
      return relatedUnits(command)
    case 'decline':
      return command.also === null ? [] : relatedUnits(command.also)
    default:
      return []
  }
}

const peopleNamed = (command: Command): readonly string[] => (command.name === 'seal' ? command.persons : [])

const placesNamed = (command: Command): readonly Place[] => {
  if (command.name === 'accept' || command.name === 'correct') return [command.place]
  return command.name === 'decline' && command.also !== null ? [command.also.place] : []
}

/** 11-1: what is quoted to a person is in force, and is the newest version. */
const checkQuoted = async (tx: Tx, command: Command, today: Temporal.PlainDate): Promise<Decision<unknown>> =>
  command.name !== 'answer' || command.knowledge === null
    ? accept(undefined)
    : quotedItem(tx, command.knowledge.itemId, command.knowledge.version, today)

/** Steps that give the order, or a part of it, to a unit. */
const giving: readonly Command['name'][] = [
  'dispatch',
  'dispatch-jointly',
  'add-unit',
  'replace-unit',
  'designate',
  'ask-verification',
  'pass-on',
]

/** 11-2: the unit whose duty the catalogue makes it on that day; asked only where it is given to somebody. */
const responsibleFor = async (tx: Tx, { order }: Known, commands: readonly Command[], on: Temporal.PlainDate) => {
  const subject = order?.subject ?? null
  if (subject === null || !commands.some(({ name }) => giving.includes(name))) return undefined
  const found = await responsibleUnit(tx, { subject, ...order?.place }, on)
  return found && (await unitFacts(tx, [found.unitId], on)).get(found.unitId)
}

/** 20c: told to the centre, which sends the order elsewhere; a unit that passes it on within does not learn whose superior it is. */
const superiorFor = async (tx: Tx, { order }: Known, commands: readonly Command[], on: Temporal.PlainDate): Promise<string | undefined> => {
  const accused = order?.relations.accusedUnitId ?? null
  const isAsked = commands.some(({ name }) => name === 'call-unit' || (name !== 'pass-on' && giving.includes(name)))
  return accused === null || !isAsked ? undefined : superiorName(tx, accused, on)
}

/** What was read with the order: itself, and its units; of a new one, where it is. */
export type Known = {
  /** Null for a new order. */
  readonly orderId: string | null
  readonly order: WorkOrder | null
  readonly units: KnownUnits
  readonly place?: Place | null
}

/** Everything that the rules may know about these commands; refuses what names a place, a unit, an item or an incident that is not there. */
export const decidingOn = async (
  tx: Tx,
  app: App,
  doer: Doer,
  known: Known,
  commands: readonly Command[],
  at: Temporal.Instant,
): Promise<Decision<Deciding>> => {
  const today = at.toZonedDateTimeISO('Asia/Shanghai').toPlainDate()
  const { order, units, place = null } = known
  const others = commands.flatMap(unitsNamed).filter((unitId) => !units.has(unitId))
  const [placed, facts, people, responsible, superior, related] = await Promise.all([
    checkPlaces(tx, [...(place === null ? [] : [place]), ...commands.flatMap(placesNamed)], today),
    unitFacts(tx, others, today),
    peopleOf(tx, [...(order?.knownTo ?? []), ...commands.flatMap(peopleNamed)], at),
    responsibleFor(tx, known, commands, today),
    superiorFor(tx, known, commands, today),
    relatedOrders(tx, known.orderId, commands),
  ])
  if (!placed.ok) return placed
  const joined = await checkIncident(tx, known.orderId, commands)
  if (!joined.ok) return joined
  for (const command of commands) {
    const quoted = await checkQuoted(tx, command, today)
    if (!quoted.ok) return quoted
  }
  const world = await currentWorld(tx, app)
  const acceptedAt = order?.acceptedAt ?? null
  return accept(decidingWith({ at, doer, world, acceptedAt, units: new Map([...units, ...facts]), people, responsible, superior, related }))
}
