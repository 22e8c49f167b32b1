import { may } from '@open12345/domain/authority'
import { accept, type Decision } from '@open12345/domain/kernel'
import { rulesAt, startClock, warningsOf, type ClockQuestion, type Explanation, type World } from '@open12345/domain/policy'
import type { ClockAsk, ClockStart, Context, Matter, UnitFacts } from '@open12345/domain/work-order'
import { workActorOf, type Doer } from '../doer.ts'
import type { Related } from './related.ts'
import type { KnownPeople } from './person-facts.ts'
import type { KnownUnits } from './unit-facts.ts'

/** Milliseconds always written, so that instants compare as text. */
export const instantText = (at: Temporal.Instant): string => at.toString({ smallestUnit: 'millisecond' })

type Ingredients = {
  readonly at: Temporal.Instant
  readonly doer: Doer
  readonly world: World
  /** An order keeps the rules of its acceptance; null before it. */
  readonly acceptedAt: string | null
  readonly units: KnownUnits
  /** 20c: who is named for a sealed order, or is to be. */
  readonly people?: KnownPeople
  /** Other orders that the step names. */
  readonly related?: ReadonlyMap<string, Related>
  /** 11-2: the unit of the catalogue, for a step that gives the order to one. */
  readonly responsible?: UnitFacts | undefined
  /** 20c: the unit above the accused one, for a step that gives the order to one. */
  readonly superior?: string | undefined
}
/** The context of one decision, and how each due time that it promised was counted. */
export type Deciding = { readonly context: Context; readonly explanations: ReadonlyMap<string, Explanation> }

const questionOf = ({ kind, startAt, leadStartAt, grantedDays, isException }: ClockAsk, matter: Matter): ClockQuestion => ({
  clock: kind,
  startAt: Temporal.Instant.from(startAt),
  kind: matter.kind,
  subject: matter.subject,
  urgency: matter.urgency,
  source: matter.channel,
  leadStartAt: leadStartAt === undefined ? null : Temporal.Instant.from(leadStartAt),
  grantedDays: grantedDays ?? null,
  isException,
})

export const decidingWith = ({ at, doer, world, acceptedAt, units, people, responsible, superior, related }: Ingredients): Deciding => {
  const explanations = new Map<string, Explanation>()
  const rulesFor = (startAt: Temporal.Instant) =>
    rulesAt(doer.actor.authorityId, acceptedAt === null ? startAt : Temporal.Instant.from(acceptedAt), world)
  const start = (ask: ClockAsk, matter: Matter): Decision<ClockStart> => {
    const question = questionOf(ask, matter)
    const rules = rulesFor(question.startAt)
    if (!rules.ok) return rules
    const started = startClock(question, rules.value)
    if (!started.ok) return started
    const { dueAt, dueOn, clause, pack, calendar, provisional, explanation } = started.value
    explanations.set(ask.id, explanation)
    const [warning] = warningsOf(ask.kind, question.startAt, dueAt, rules.value)
    const warnAt = warning === undefined ? null : instantText(warning)
    const { id, kind, whose, round, assignmentId, startAt } = ask
    const kept = { id, kind, whose, round, assignmentId, startAt }
    return accept({ ...kept, clause, pack, calendar, provisional, dueAt: instantText(dueAt), dueOn, warnAt })
  }
  const context: Context = {
    now: instantText(at),
    actor: workActorOf(doer),
    startClock: start,
    unit: (unitId) => units.get(unitId),
    person: (accountId) => people?.get(accountId),
    responsible,
    superior,
    related: (orderId) => related?.get(orderId),
    get settings() {
      const rules = rulesFor(at)
      return rules.ok ? rules.value.pack.settings : undefined
    },
    mayRole: (roles, right) => may({ roles, outsourced: doer.outsourced }, right),
  }
  return { context, explanations }
}
