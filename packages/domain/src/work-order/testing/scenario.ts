import { mayRole } from '../../authority/index.ts'
import { liangshan } from '../../calendar/testing/calendars.ts'
import { authorities } from '../../policy/testing/world.ts'
import { liangshan202318, rulesAt, startClock, warningsOf, type World } from '../../policy/index.ts'
import type { Context, PersonFacts, UnitFacts, WorkActor } from '../context.ts'
import { decide, type Command } from '../decide/index.ts'
import { record, type Record } from '../decide/record.ts'
import { evolve } from '../evolve/index.ts'
import type { Author, Happened, WorkOrderEvent } from '../events/index.ts'
import type { WorkOrder } from '../state.ts'
import type { AssignmentRole, ClosureKind, DissatisfactionReason } from '../../vocabulary/index.ts'

const world: World = { authorities, packs: [liangshan202318], calendars: [liangshan], statutory: [] }
const text = (at: Temporal.Instant): string => at.toString({ smallestUnit: 'millisecond' })

/** Orders that a command may name as the earlier one. */
const earlier: Readonly<{ [orderId: string]: { readonly isSameRequester: boolean; readonly closure: ClosureKind | null } }> = {
  'order-terminated': { isSameRequester: true, closure: 'terminated' },
  'order-satisfied': { isSameRequester: true, closure: 'satisfied' },
  'order-of-another': { isSameRequester: false, closure: 'terminated' },
}

/** The tree of the scenarios: 州 over 县 (with its 乡镇), 交通局 and 住建局; 住建局 over its 股. One was dissolved. */
const paths: Readonly<{ [unit: string]: readonly string[] }> = {
  prefecture: ['prefecture'],
  xichang: ['xichang', 'prefecture'],
  housing: ['housing', 'prefecture'],
  'housing-water': ['housing-water', 'housing', 'prefecture'],
  traffic: ['traffic', 'prefecture'],
  'xichang-town': ['xichang-town', 'xichang', 'prefecture'],
  centre: ['centre', 'prefecture'],
  gone: ['gone', 'prefecture'],
}
const below = (unit: string): readonly string[] => Object.keys(paths).filter((one) => paths[one]?.includes(unit))

const unitOf = (unitId: string): UnitFacts | undefined => {
  const path = paths[unitId]
  if (path === undefined) return undefined
  return {
    unitId,
    path,
    open: unitId !== 'gone',
    isTownship: unitId === 'xichang-town',
    isDepartment: unitId === 'housing' || unitId === 'traffic',
  }
}

export const staff = (accountId: string, role: string, unit = 'prefecture'): WorkActor => ({
  kind: 'staff',
  accountId,
  roles: [role],
  unitIds: below(unit),
  unitPathIds: paths[unit] ?? [],
})
export const people = {
  seat: staff('seat-1', 'seat'),
  dispatcher: staff('dispatcher-1', 'dispatcher'),
  dispatcher2: staff('dispatcher-2', 'dispatcher'),
  clerk: staff('clerk-1', 'unit-clerk', 'housing'),
  handler: staff('handler-1', 'unit-handler', 'housing'),
  handler2: staff('handler-2', 'unit-handler', 'housing'),
  reviewer: staff('reviewer-1', 'unit-reviewer', 'housing'),
  reviewerAbove: staff('reviewer-0', 'unit-reviewer', 'prefecture'),
  otherClerk: staff('clerk-9', 'unit-clerk', 'xichang'),
  sectionHandler: staff('section-1', 'unit-handler', 'housing-water'),
  trafficClerk: staff('traffic-1', 'unit-clerk', 'traffic'),
  trafficHandler: staff('traffic-2', 'unit-handler', 'traffic'),
  trafficReviewer: staff('traffic-3', 'unit-reviewer', 'traffic'),
  xichangHandler: staff('xichang-2', 'unit-handler', 'xichang'),
  xichangReviewer: staff('xichang-3', 'unit-reviewer', 'xichang'),
  followUp: staff('follow-up-1', 'follow-up'),
  followUp2: staff('follow-up-2', 'follow-up'),
  // Of the centre's own unit, which is beside the handling units.
  centre: { ...staff('dispatcher-3', 'dispatcher'), unitIds: ['centre'], unitPathIds: ['centre', 'prefecture'] } as WorkActor,
  manager: staff('manager-1', 'centre-manager'),
  office: staff('office-1', 'office'),
  office2: staff('office-2', 'office'),
  requester: { kind: 'requester' } as WorkActor,
  system: { kind: 'system' } as WorkActor,
} as const
export type Person = keyof typeof people

/** 20c: whoever can be named works here; one of them belongs to a contractor. */
const contractor = { ...staff('seat-9', 'seat'), outsourced: true }
export const personOf = (accountId: string): PersonFacts | undefined => {
  const one = [...Object.values(people), contractor].find((actor) => actor.kind === 'staff' && actor.accountId === accountId)
  return one?.kind === 'staff' ? { outsourced: false, ...one } : undefined
}

const instantOf = (at: string): Temporal.Instant => Temporal.Instant.from(at.includes('+') || at.endsWith('Z') ? at : `${at}+08:00`)

const asked = new Map<string, boolean>()
/** The matrix answers the same for ever: asked once, because the laws ask some million times. */
const mayRoleOnce = (roles: readonly string[], right: string): boolean => {
  const key = `${roles.join()}/${right}`
  const known = asked.get(key) ?? mayRole(roles, right)
  asked.set(key, known)
  return known
}

export const contextAt = (at: string, who: Person, order: WorkOrder | null): Context => {
  const now = instantOf(at)
  return {
    now: text(now),
    actor: people[who],
    unit: unitOf,
    responsible: order?.subject === 'noise' ? unitOf('housing') : undefined,
    settings: liangshan202318.settings,
    person: personOf,
    related: (orderId) => earlier[orderId],
    mayRole: mayRoleOnce,
    startClock: (ask, matter) => {
      const startAt = Temporal.Instant.from(ask.startAt)
      const rules = rulesAt('liangshan', order?.acceptedAt ? Temporal.Instant.from(order.acceptedAt) : startAt, world)
      if (!rules.ok) return rules
      const started = startClock(
        {
          clock: ask.kind,
          startAt,
          kind: matter.kind,
          subject: matter.subject,
          urgency: matter.urgency,
          leadStartAt: ask.leadStartAt === undefined ? null : Temporal.Instant.from(ask.leadStartAt),
          grantedDays: ask.grantedDays ?? null,
          isException: ask.isException,
        },
        rules.value,
      )
      if (!started.ok) return started
      const { dueAt, dueOn, clause, pack, calendar, provisional } = started.value
      const [warning] = warningsOf(ask.kind, startAt, dueAt, rules.value)
      return {
        ok: true,
        value: {
          ...ask,
          clause,
          pack,
          calendar,
          provisional,
          dueOn,
          dueAt: text(dueAt),
          warnAt: warning === undefined ? null : text(warning),
        },
      }
    },
  }
}

const authorOf = (actor: WorkActor): Author =>
  actor.kind === 'staff' ? { kind: 'staff', accountId: actor.accountId } : { kind: actor.kind }

/** An order as it was told so far; refusals throw, so that a scenario reads as what happened. */
export type Story = { readonly order: WorkOrder; readonly history: readonly Happened[]; readonly types: readonly string[] }

const told = (story: Story | null, events: readonly WorkOrderEvent[], at: string, who: Person): Story => {
  let order = story?.order ?? null
  const history = [...(story?.history ?? [])]
  for (const event of events) {
    const happened = { version: (order?.version ?? 0) + 1, at: text(instantOf(at)), author: authorOf(people[who]), event }
    order = evolve(order, happened)
    history.push(happened)
  }
  if (order === null) throw new Error('nothing happened')
  return { order, history, types: events.map(({ type }) => type) }
}

export const noRelations = { respondentUnitId: null, respondentAccountId: null, accusedUnitId: null, accusedAccountId: null }
export const place = { county: '513401', township: null }

export const begin = (at: string, who: Person, matter: Partial<Record> = {}): Story => {
  const command: Record = {
    channel: 'phone',
    contactId: 'contact-1',
    requesterId: 'requester-1',
    reachable: true,
    grade: 'open',
    relations: noRelations,
    kind: 'help',
    subject: 'water-supply',
    place,
    contentText: 'content-1',
    files: [],
    ...matter,
  }
  const decision = record(command, contextAt(at, who, null))
  if (!decision.ok) throw new Error(decision.refusal.code)
  return told(null, decision.value, at, who)
}

export const refusalOf = (
  story: Story,
  at: string,
  who: Person,
  command: Command,
): { readonly code: string; readonly clause?: string } | undefined => {
  const decision = decide(story.order, command, contextAt(at, who, story.order))
  return decision.ok ? undefined : decision.refusal
}

export const after = (story: Story, at: string, who: Person, command: Command): Story => {
  const decision = decide(story.order, command, contextAt(at, who, story.order))
  if (!decision.ok) throw new Error(`${command.name}: ${decision.refusal.code}`)
  return told(story, decision.value, at, who)
}

export const accepting = {
  name: 'accept',
  kind: 'help',
  subject: 'water-supply',
  place,
  grade: 'open',
  urgency: 'ordinary',
  relations: noRelations,
} as const
export const drafting = { name: 'draft', replyText: 'reply-1', internalText: null, proofFiles: [] } as const

/** By phone on Tuesday 2023-08-08 10:00, dispatched at once to 住建局. */
export const dispatched = (change: Partial<typeof accepting> | object = {}): Story => {
  const recorded = begin('2023-08-08T09:50', 'seat')
  const accepted = after(recorded, '2023-08-08T09:55', 'seat', { ...accepting, ...change } as Command)
  return after(accepted, '2023-08-08T10:00', 'dispatcher', { name: 'dispatch', unitId: 'housing', principle: 'duty', noteText: null })
}
export const approved = (story: Story = dispatched(), day = '2023-08-17'): Story => {
  const signed = story.order.assignments[0]?.signedAt === null ? after(story, '2023-08-08T11:00', 'clerk', { name: 'sign' }) : story
  const drafted = after(signed, `${day}T10:00`, story.order.round > 2 ? 'handler2' : 'handler', drafting)
  return after(drafted, `${day}T11:00`, 'reviewer', { name: 'approve' })
}
export const delivered = (story: Story = approved(), day = '2023-08-18'): Story =>
  after(story, `${day}T09:00`, 'handler', { name: 'deliver', way: 'phone', noteText: null })
export const clockOf = (story: Story, id: string) => story.order.clocks.find((clock) => clock.id === id)

export const part = (unitId: string, role: AssignmentRole) => ({ unitId, role, principle: 'duty', noteText: null }) as const
/** Accepted at 09:55 on the same day, not yet dispatched. */
export const accepted = (change: Partial<typeof accepting> | object = {}): Story =>
  after(begin('2023-08-08T09:50', 'seat'), '2023-08-08T09:55', 'seat', { ...accepting, ...change } as Command)
export const inHand = (change: Partial<typeof accepting> | object = {}): Story =>
  after(dispatched(change), '2023-08-08T11:00', 'clerk', { name: 'sign' })
export const returning = (at = '2023-08-08T15:00', story: Story = inHand()): Story =>
  after(story, at, 'clerk', { name: 'return', reasonText: 'reason-1', basisText: 'basis-1', suggestedUnitId: 'traffic' })
/** 会签: 住建局 and 交通局, each its part, both signed. */
export const coSigned = (change: Partial<typeof accepting> | object = {}): Story => {
  const parts = [part('housing', 'co-sign'), part('traffic', 'co-sign')]
  const both = after(accepted(change), '2023-08-08T10:00', 'dispatcher', { name: 'dispatch-jointly', parts })
  return after(after(both, '2023-08-08T11:00', 'clerk', { name: 'sign' }), '2023-08-08T11:30', 'trafficClerk', { name: 'sign' })
}
/** 牵头: 住建局 leads, 交通局 assists, both signed. */
export const led = (): Story => {
  const parts = [part('traffic', 'assist'), part('housing', 'lead')]
  const both = after(accepted(), '2023-08-08T10:00', 'dispatcher', { name: 'dispatch-jointly', parts })
  return after(after(both, '2023-08-08T11:00', 'clerk', { name: 'sign' }), '2023-08-08T11:30', 'trafficClerk', { name: 'sign' })
}
export const extensionAsked = (at = '2023-08-21T10:00', days = 5, story: Story = inHand()): Story =>
  after(story, at, 'handler', { name: 'ask-extension', days, reasonText: 'reason-1' })
export const verifying = (): Story =>
  after(begin('2023-08-08T09:50', 'seat'), '2023-08-08T10:00', 'seat', {
    name: 'ask-verification',
    unitId: 'housing',
    questionText: 'question-1',
  })
export const coordinating = (): Story =>
  after(accepted(), '2023-08-08T10:00', 'dispatcher', { name: 'ask-coordination', reasonText: 'reason-1', basisText: null })

export const rated = (result: 'satisfied' | 'dissatisfied', story: Story = delivered(), at = '2023-08-18T10:00'): Story =>
  after(story, at, 'requester', { name: 'rate', channel: 'web', service: null, result, wordsText: null })
/** Dissatisfied, and a person confirmed why. */
export const confirmed = (reason: DissatisfactionReason, story: Story = rated('dissatisfied')): Story =>
  after(story, '2023-08-21T09:00', 'followUp', { name: 'follow-up', outcome: 'dissatisfied', service: null, reason, noteText: null })
export const urgentInHand = (urgency: 'special' | 'emergency' = 'special'): Story => inHand({ urgency })
export const sealing = (persons: readonly string[]) => ({ name: 'seal', persons, reason: 'retaliation', reasonText: 'reason-1' }) as const
/** 20c: with 住建局, for its people, the manager and few of the centre. */
export const sealed = (story: Story = inHand()): Story =>
  after(
    story,
    '2023-08-08T12:00',
    'manager',
    sealing(['manager-1', 'dispatcher-1', 'clerk-1', 'handler-1', 'handler-2', 'reviewer-1', 'follow-up-1']),
  )
export const withIncident = (): Story =>
  after(accepted(), '2023-08-08T10:00', 'dispatcher', { name: 'join-incident', incidentId: 'incident-1' })
export const repeated = (story: Story = inHand()): Story =>
  after(story, '2023-08-17T09:00', 'dispatcher', { name: 'link-repeat', ofOrderId: 'order-satisfied' })
export const terminationProposed = (): Story =>
  after(repeated(), '2023-08-17T10:00', 'clerk', { name: 'propose-termination', opinionText: 'opinion-1', proofFiles: [] })
/** 会签, of which 住建局 has returned its part: 交通局 works on while that part waits for its next dispatch. */
export const halfReturned = (urgency: 'ordinary' | 'special' = 'ordinary'): Story =>
  after(returning('2023-08-08T11:40', coSigned({ urgency })), '2023-08-08T11:50', 'dispatcher', {
    name: 'accept-return',
    assignmentId: 'assignment-1',
    noteText: null,
  })
