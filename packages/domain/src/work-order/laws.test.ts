import fc from 'fast-check'
import { expect, it } from 'vitest'
import { actions, allowedActions, decide, type ActionName, type Command } from './decide/index.ts'
import type { EventType, WorkOrderEvent } from './events.ts'
import { evolve, fold } from './evolve/index.ts'
import { answering, isActive } from './assignments.ts'
import { isOpen } from './clock.ts'
import { unitTasksOf } from './stage.ts'
import {
  after,
  begin,
  contextAt,
  coordinating,
  coSigned,
  delivered,
  extensionAsked,
  inHand,
  led,
  noRelations,
  returning,
  verifying,
  people,
  place,
  type Person,
  type Story,
} from './testing/scenario.ts'
import { nextAttentionAt } from './decide/tick.ts'
import {
  assignmentRoles,
  attemptOutcomes,
  declineGrounds,
  deliveryWays,
  dissatisfactionReasons,
  emergencyLines,
  followUpOutcomes,
  kinds,
  lawfulChannels,
  principles,
  ratings,
  urgencies,
  verificationFindings,
  type AssignmentRole,
} from '../vocabulary/index.ts'

/** Draws from a list; one seed gives one story, so that a failure can be told again. */
type Draw = <T>(values: readonly T[]) => T
const drawFrom = (seed: number): Draw => {
  let state = seed >>> 0
  return (values) => {
    state = (state + 0x6d2b79f5) >>> 0
    const mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    const folded = mixed ^ (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed))
    return values[((folded ^ (folded >>> 14)) >>> 0) % values.length]!
  }
}

const classification = (draw: Draw) => ({
  kind: draw(kinds),
  subject: draw(['water-supply', 'noise', 'wages']),
  place: draw([place, { county: '513402', township: null }]),
})
const acceptance = (draw: Draw) => ({
  ...classification(draw),
  grade: draw(['open', 'confidential'] as const),
  urgency: draw(urgencies),
  relations: draw([noRelations, { ...noRelations, respondentUnitId: 'housing' }, { ...noRelations, accusedUnitId: 'xichang' }]),
})
const text = 'text-1'
const textOrNull = [text, null] as const
const assignmentIds = ['assignment-1', 'assignment-1', 'assignment-2', 'assignment-3']
const part = (unitId: string, role: AssignmentRole) => ({ unitId, role, principle: 'duty', noteText: null }) as const
const jointParts = [
  [part('housing', 'co-sign'), part('traffic', 'co-sign')],
  [part('traffic', 'assist'), part('housing', 'lead')],
  [part('housing', 'lead'), part('traffic', 'principal'), part('xichang', 'assist')],
  [part('housing', 'lead')],
]
const units = ['traffic', 'housing', 'housing', 'housing', 'housing', 'housing', 'housing', 'xichang', 'nowhere']

/** Every command, drawn from the vocabulary: none is left out, because the keys are those of `actions`. */
const drawn: { readonly [Name in ActionName]: (draw: Draw) => Omit<Extract<Command, { name: Name }>, 'name'> } = {
  clarify: (draw) => ({ outcome: draw(attemptOutcomes), noteText: draw(textOrNull) }),
  accept: acceptance,
  decline: (draw) => ({
    ground: draw([...declineGrounds, '9-3', '9-3', '9-3', '9-3']),
    lawfulChannel: draw([...lawfulChannels, ...emergencyLines, ...emergencyLines]),
    explanationText: text,
    reasonText: draw(textOrNull),
    also: draw([true, false]) ? acceptance(draw) : null,
  }),
  answer: (draw) => ({ kind: draw(kinds), answerText: text, knowledge: null, reasonText: draw(textOrNull) }),
  dispatch: (draw) => ({ unitId: draw(units), principle: draw(principles), noteText: draw(textOrNull) }),
  'ask-verification': (draw) => ({ unitId: draw(units), questionText: text }),
  'answer-verification': (draw) => ({ finding: draw(verificationFindings), answerText: text }),
  'dispatch-jointly': (draw) => ({ parts: draw(jointParts) }),
  'add-unit': (draw) => ({ unitId: draw(units), role: draw(assignmentRoles), principle: draw(principles), noteText: draw(textOrNull) }),
  'withdraw-unit': (draw) => ({ assignmentId: draw(assignmentIds), reasonText: text }),
  'replace-unit': (draw) => ({
    assignmentId: draw(assignmentIds),
    reasonText: text,
    unitId: draw(units),
    principle: draw(principles),
    noteText: draw(textOrNull),
  }),
  'ask-coordination': (draw) => ({ reasonText: text, basisText: draw(textOrNull) }),
  'hold-coordination': (draw) => ({ participants: draw([['housing', 'traffic'], ['nowhere']]), recordText: text }),
  designate: (draw) => ({ unitId: draw(units), principle: draw(principles), groundsText: text, noteText: draw(textOrNull) }),
  return: (draw) => ({ reasonText: text, basisText: text, suggestedUnitId: draw(units) }),
  'accept-return': (draw) => ({ assignmentId: draw(assignmentIds), noteText: draw(textOrNull) }),
  'refuse-return': (draw) => ({ assignmentId: draw(assignmentIds), rulingText: text, basisText: text }),
  'pass-on': (draw) => ({ unitId: draw(['housing-water', 'xichang-town', 'nowhere']), noteText: draw(textOrNull) }),
  'report-back': () => ({ reportText: text }),
  'ask-extension': (draw) => ({ days: draw([1, 5, 10, 20]), reasonText: text }),
  'decide-extension': (draw) =>
    draw([true, false])
      ? { assignmentId: draw(assignmentIds), granted: true, days: draw([1, 5, 10, 20]), exceptionText: draw(textOrNull) }
      : { assignmentId: draw(assignmentIds), granted: false, reasonText: text },
  sign: () => ({}),
  'give-first-response': () => ({ responseText: text }),
  'report-progress': () => ({ progressText: text }),
  draft: (draw) => ({ replyText: text, internalText: draw(textOrNull), proofFiles: [] }),
  'send-back': () => ({ reasonText: text }),
  approve: () => ({}),
  'record-attempt': (draw) => ({ way: draw(deliveryWays), outcome: draw(attemptOutcomes), noteText: draw(textOrNull) }),
  deliver: (draw) => ({ way: draw(deliveryWays), noteText: draw(textOrNull) }),
  rate: (draw) => ({
    channel: draw(['sms', 'web'] as const),
    service: draw([...ratings, null]),
    result: draw(ratings),
    wordsText: draw(textOrNull),
  }),
  'follow-up': (draw) => ({
    outcome: draw(followUpOutcomes),
    service: draw([...ratings, null]),
    reason: draw([...dissatisfactionReasons, null]),
    noteText: draw(textOrNull),
  }),
  'order-redo': (draw) => ({ reason: draw(dissatisfactionReasons), instructionText: text }),
  'close-lawful': (draw) => ({ basisText: draw(textOrNull) }),
  correct: (draw) => ({ ...classification(draw), reasonText: text }),
  'confirm-correction': (draw) => ({ confirmed: draw([true, false]) }),
  'add-facts': (draw) => ({ contentText: draw(textOrNull), files: [] }),
  withdraw: (draw) => ({ reasonText: draw(textOrNull) }),
  'confirm-withdrawal': (draw) => (draw([true, false]) ? { confirmed: true } : { confirmed: false, reasonText: text }),
  'clear-accused': () => ({ reasonText: text }),
  'confirm-clearing': (draw) => (draw([true, false]) ? { confirmed: true } : { confirmed: false, reasonText: text }),
  tick: () => ({}),
  'follow-up-sent': (draw) => ({ sent: draw([true, false]) }),
}
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
  return: 3,
  'pass-on': 2,
  'ask-extension': 4,
  'ask-verification': 3,
  'follow-up-sent': 20,
  tick: 8,
  accept: 3,
  decline: 3,
  'confirm-correction': 4,
  'clear-accused': 3,
  'confirm-clearing': 8,
}

const candidates = (story: Story, at: string): readonly (readonly [Person, ActionName])[] =>
  everyone.flatMap((who) => {
    const context = contextAt(at, who, story.order)
    const free = allowedActions(story.order, context).flatMap(({ action, refusal }) => (refusal === null ? [[who, action] as const] : []))
    return who === 'system' ? [...free, ['system', 'tick'] as const, ['system', 'follow-up-sent'] as const] : free
  })

const reached = new Map<EventType, number>()
const count = (events: readonly WorkOrderEvent[]): void => {
  for (const { type } of events) reached.set(type, (reached.get(type) ?? 0) + 1)
}

const play = (story: Story, at: string, { seed }: Step, allowed: readonly (readonly [Person, ActionName])[]): Story => {
  const draw = drawFrom(seed)
  const free = allowed.flatMap((pair) => Array.from({ length: weights[pair[1]] ?? 1 }, () => pair))
  const wild = draw([true, false, false, false, false, false, false, false, false, false])
  const [actor, name] = wild || free.length === 0 ? ([draw(everyone), draw(names)] as const) : draw(free)
  const context = contextAt(at, actor, story.order)
  const decision = decide(story.order, { name, ...drawn[name](draw) } as Command, context)
  const mayTry = actions[name].guard(story.order, context) === undefined
  if (!decision.ok) return story
  // No event without a command that its guard allowed.
  expect(mayTry).toBe(true)
  count(decision.value)
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
  'pass-on',
  'report-back',
  'ask-extension',
  'add-facts',
  'record-attempt',
  'clarify',
  'correct',
  'clear-accused',
  'confirm-clearing',
]
/** No dead end: somebody can always do something that leads on about an order that is not closed. */
const noDeadEnd = ({ order }: Story, allowed: readonly (readonly [Person, ActionName])[]): void => {
  if (order.status !== 'closed') expect(allowed.some(([, name]) => !idle.includes(name))).toBe(true)
}

/** Stories begin with the request or somewhere in the middle: the late steps are rare otherwise. */
const middles: readonly Story[] = [
  after(delivered(), '2023-08-18T09:01', 'system', { name: 'follow-up-sent', sent: true }),
  inHand(),
  returning(),
  coSigned(),
  led(),
  extensionAsked(),
  verifying(),
  coordinating(),
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
        const allowed = candidates(story, at)
        noDeadEnd(story, allowed)
        story = play(story, at, next, allowed)
      }
      check(story)
    }),
    { numRuns: 2_000, seed: 12_345 },
  )
  expect([...reached].filter(([, times]) => times < 20)).toEqual([])
  expect(reached.size).toBe(51)
}, 120_000)
