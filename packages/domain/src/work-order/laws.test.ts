import fc from 'fast-check'
import { expect, it } from 'vitest'
import { actions, allowedActions, decide, type ActionName, type Command } from './decide/index.ts'
import type { EventType, WorkOrderEvent } from './events/index.ts'
import { evolve, fold } from './evolve/index.ts'
import { answering, isActive } from './assignments.ts'
import { isOpen } from './clock.ts'
import { isNamed } from './guards.ts'
import { situations } from './situations.ts'
import { isNamedOf } from './decide/seal.ts'
import { unitTasksOf } from './stage.ts'
import {
  after,
  begin,
  contextAt,
  accepted,
  approved,
  confirmed,
  coordinating,
  rated,
  sealed,
  terminationProposed,
  urgentInHand,
  withIncident,
  coSigned,
  delivered,
  drafting,
  extensionAsked,
  halfReturned,
  inHand,
  led,
  noRelations,
  part,
  returning,
  verifying,
  people,
  type Person,
  type Story,
} from './testing/scenario.ts'
import { drawFrom, drawn, text } from './testing/drawn.ts'
import { nextAttentionAt } from './decide/tick.ts'
import { kinds } from '../vocabulary/index.ts'

const names = Object.keys(actions) as readonly ActionName[]
const everyone = Object.keys(people) as readonly Person[]

/** How long after the last step, and the seed from which the rest of it is drawn: mostly a step that is allowed, so that stories get far. */
type Step = { readonly minutes: number; readonly seed: number }
const step: fc.Arbitrary<Step> = fc.record({ minutes: fc.constantFrom(1, 30, 240, 1440, 5760), seed: fc.nat() })

const instant = (start: string, minutes: number): string =>
  Temporal.Instant.from(start).add({ minutes }).toString({ smallestUnit: 'millisecond' })

/** Steps that lead on are drawn more often, so that stories reach their ends by every way. */
const weights: Partial<Record<ActionName, number>> = {
  dispatch: 8,
  sign: 8,
  draft: 8,
  approve: 10,
  'send-back': 4,
  deliver: 14,
  'follow-up': 6,
  'order-redo': 14,
  'accept-return': 6,
  'refuse-return': 6,
  'decide-extension': 8,
  'answer-verification': 8,
  'report-back': 10,
  designate: 4,
  'hold-coordination': 14,
  explain: 6,
  'close-noted': 10,
  'screen-rating': 8,
  'dispute-rating': 4,
  reopen: 3,
  'confirm-termination': 16,
  'answer-from-incident': 12,
  'leave-incident': 3,
  'explain-termination': 4,
  return: 3,
  'pass-on': 6,
  'ask-extension': 4,
  'ask-verification': 3,
  'follow-up-sent': 20,
  tick: 8,
  accept: 3,
  decline: 3,
  'confirm-correction': 4,
  'clear-accused': 3,
  'confirm-clearing': 12,
  'acknowledge-report': 4,
}

/** The program's own steps are not among those that a person is shown. */
const systems: readonly ActionName[] = ['tick', 'follow-up-sent', 'answer-from-incident']

const candidates = (story: Story, at: string, those: readonly Person[]): readonly (readonly [Person, ActionName])[] =>
  those.flatMap((who) => {
    const context = contextAt(at, who, story.order)
    const free = allowedActions(story.order, context).flatMap(({ action, refusal }) => (refusal === null ? [[who, action] as const] : []))
    return who === 'system' ? [...free, ...systems.map((name) => ['system', name] as const)] : free
  })

/** Who happens to be at their desk: a few at a time, so that ten thousand stories are told in the time of two. */
const present = ({ seed }: Step): readonly Person[] => {
  const first = seed % everyone.length
  const some = [0, 4, 9, 13, 18].map((step) => everyone[(first + step) % everyone.length]!)
  return seed % 4 === 0 ? ['system', ...some] : some
}

const reached = new Map<EventType, number>()
const count = (events: readonly WorkOrderEvent[]): void => {
  for (const { type } of events) reached.set(type, (reached.get(type) ?? 0) + 1)
}

/** Every step that was taken, as in `situations`. */
const taken = new Set<string>()
const foreseen = Object.entries(situations).flatMap(([name, onward]) =>
  Object.entries(onward).flatMap(([from, all]) => all.map((to) => `${name}: ${from} → ${to}`)),
)

const play = (story: Story, at: string, { seed }: Step, allowed: readonly (readonly [Person, ActionName])[]): Story => {
  const draw = drawFrom(seed)
  // Everybody may stand back from an order at any time, and a manager may seal it: were they drawn as often, nobody would be left.
  const likely = allowed.filter(([, what]) => (what !== 'recuse' || seed % 12 === 0) && (what !== 'seal' || seed % 7 === 0))
  const free = likely.flatMap((pair) => Array.from({ length: weights[pair[1]] ?? 1 }, () => pair))
  const wild = draw([true, false, false, false, false, false, false, false, false, false])
  const [actor, name] = wild || free.length === 0 ? ([draw(everyone), draw(names)] as const) : draw(free)
  const context = contextAt(at, actor, story.order)
  const decision = decide(story.order, { name, ...drawn[name](draw) } as Command, context)
  const mayTry = actions[name].guard(story.order, context) === undefined
  if (!decision.ok) return story
  // 20c: nobody but who is named takes a step of a sealed order; the office only names the next keeper.
  expect(isNamed(story.order, people[actor]) || (name === 'seal' && actor.startsWith('office'))).toBe(true)
  // No event without a command that its guard allowed.
  expect(mayTry).toBe(true)
  count(decision.value)
  const before = story.order.status
  const author =
    people[actor].kind === 'staff'
      ? { kind: 'staff' as const, accountId: (people[actor] as { accountId: string }).accountId }
      : { kind: people[actor].kind as 'requester' | 'system' }
  let { order } = story
  const history = [...story.history]
  for (const event of decision.value) {
    const happened = { version: order.version + 1, at, author, event }
    order = evolve(order, happened)
    history.push(happened)
  }
  taken.add(`${name}: ${before} → ${order.status}`)
  return { order, history, types: [] }
}

const check = (story: Story): void => {
  const { order, history } = story
  expect(fold(history)).toEqual(order)
  if (order.status === 'closed') {
    expect(order.clocks.filter(isOpen)).toEqual([])
    expect(nextAttentionAt(order)).toBeNull()
  }
  // 退回、撤销的单位没有未停的时钟，也不再看得到；被举报单位始终看不到。
  const gone = order.assignments.filter((assignment) => !isActive(assignment)).map(({ id }) => id)
  expect(order.clocks.filter((clock) => isOpen(clock) && gone.includes(clock.assignmentId ?? ''))).toEqual([])
  const seenBy = unitTasksOf(order).map(({ unitId }) => unitId)
  expect(seenBy).not.toContain(order.relations.accusedUnitId)
  // 密封的只有知悉人员办得了，每个承办单位都有知悉人员。
  if (order.knownTo !== undefined) {
    expect(order.grade).toBe('sealed')
    for (const unitId of seenBy) expect(isNamedOf(unitId, order.knownTo, contextAt(order.recordedAt, 'system', order))).toBe(true)
  }
  if (order.status === 'in-hand') expect(seenBy).not.toEqual([])
  if (order.status === 'awaiting-follow-up') expect(answering(order).every(({ status }) => status === 'delivered')).toBe(true)
  // 诉求人的钟每轮只起一次，从受理（书面渠道从提交）起，派单和订正都不改它的起点。
  const truth = order.clocks.filter(({ id }) => id === 'requester-1')
  expect(truth.length).toBeLessThanOrEqual(1)
  for (const clock of truth) expect(clock.startAt).toBe(order.channel === 'phone' ? order.acceptedAt : order.recordedAt)
  for (const clock of order.clocks)
    if (clock.metAt !== null && clock.outcome !== 'waived') expect(clock.outcome).toBe(clock.metAt < clock.dueAt ? 'met' : 'late')
}

const idle: readonly ActionName[] = [
  'mark',
  'call-unit',
  'link-repeat',
  'mark-urgent',
  'report-to-office',
  'acknowledge-report',
  'dispute-rating',
  'screen-rating',

  'pass-on',
  'report-back',
  'ask-extension',
  'add-facts',
  'record-attempt',
  'clarify',
  'correct',
  'recuse',
  'seal',
  'clear-accused',
  'confirm-clearing',
]
/** No dead end: somebody can always do something that leads on about an order that is not closed. */
const noDeadEnd = ({ order }: Story, allowed: readonly (readonly [Person, ActionName])[]): void => {
  if (order.status !== 'closed') expect(allowed.some(([, name]) => !idle.includes(name))).toBe(true)
}

/** Stories begin with the request or somewhere in the middle: the late steps are rare otherwise. */
const silent = after(delivered(), '2023-08-18T09:01', 'system', { name: 'follow-up-sent', sent: true })
const ledOpinion = after(led(), '2023-08-17T10:00', 'trafficHandler', drafting)
const accusing = delivered(approved(inHand({ relations: { ...noRelations, accusedUnitId: 'traffic' } })))
/** The lead is taken back while what its assistant passed on is still at work. */
const leaderless = (): Story => {
  const parts = [part('traffic', 'lead'), part('housing', 'assist')]
  const both = after(accepted(), '2023-08-08T10:00', 'dispatcher', { name: 'dispatch-jointly', parts })
  const signed = after(both, '2023-08-08T11:00', 'clerk', { name: 'sign' })
  const passedOn = after(signed, '2023-08-08T12:00', 'clerk', { name: 'pass-on', unitId: 'housing-water', noteText: null })
  const lead = passedOn.order.assignments.find(({ role }) => role === 'lead')!
  return after(passedOn, '2023-08-08T14:00', 'dispatcher', { name: 'withdraw-unit', assignmentId: lead.id, reasonText: text })
}
/** Taken back from its unit, answered by the centre, told of anew, and then the requester wants no more of it. */
const leaving = (): Story => {
  const given = inHand()
  const reasonText = text
  const back = after(given, '2023-08-08T14:00', 'dispatcher', {
    name: 'withdraw-unit',
    assignmentId: given.order.assignments[0]!.id,
    reasonText,
  })
  const answered = after(back, '2023-08-08T15:00', 'dispatcher', {
    name: 'answer',
    kind: 'help',
    answerText: text,
    knowledge: null,
    reasonText,
  })
  const again = after(answered, '2023-08-17T09:00', 'requester', { name: 'reopen', factsText: text })
  return after(again, '2023-08-17T10:00', 'requester', { name: 'withdraw', reasonText: null })
}
const middles: readonly Story[] = [
  leaving(),
  accusing,
  leaderless(),
  silent,
  inHand(),
  returning(),
  coSigned(),
  halfReturned('special'),
  led(),
  ledOpinion,
  extensionAsked(),
  verifying(),
  coordinating(),
  confirmed('policy-limits'),
  confirmed('not-done'),
  after(confirmed('expectation'), '2023-08-21T10:00', 'handler', {
    name: 'explain',
    reason: 'expectation',
    explanationText: text,
    proofFiles: [],
  }),
  rated('satisfied'),
  after(silent, '2023-08-24T00:00', 'system', { name: 'tick' }),
  urgentInHand(),
  sealed(),
  withIncident(),
  terminationProposed(),
]
const openings = fc.record({
  middle: fc.option(fc.constantFrom(...middles), { freq: 3 }),
  channel: fc.constantFrom('phone' as const, 'web' as const),
  reachable: fc.boolean(),
  kind: fc.constantFrom(...kinds),
})
type Opening = typeof openings extends fc.Arbitrary<infer One> ? One : never
const open = ({ middle, channel, reachable, kind }: Opening): Story => {
  if (middle !== null) return middle
  const story = begin('2023-07-03T01:00:00.000Z', channel === 'phone' ? 'seat' : 'requester', { channel, reachable, kind })
  count(story.history.map(({ event }) => event))
  return story
}

it('任意步骤序列：事件归并等于状态，无死路，办结无未停时钟，诉求人的钟不重来 [3-mechanism] [12-2b]', () => {
  fc.assert(
    fc.property(openings, fc.array(step, { minLength: 12, maxLength: 24 }), (opening, steps) => {
      let story = open(opening)
      let at = story.history.at(-1)!.at
      for (const next of steps) {
        at = instant(at, next.minutes)
        story = play(story, at, next, candidates(story, at, present(next)))
      }
      check(story)
      noDeadEnd(story, candidates(story, at, everyone))
    }),
    { numRuns: 11_000, seed: 12_345 },
  )
  expect([...reached].filter(([, times]) => times < 100)).toEqual([])
  expect(reached.size).toBe(69)
  // 手写的情形表与守卫一致：走到的都写明了，写明的都走到了。
  expect([...taken].filter((step) => !foreseen.includes(step))).toEqual([])
  const from = (step: string): string => step.slice(0, step.indexOf(' →'))
  const left = new Set([...taken].map(from))
  expect([...new Set(foreseen.map(from))].filter((step) => !left.has(step))).toEqual([])
}, 240_000)
