import type { ActionName, Command } from '../decide/index.ts'
import { noRelations, part, place } from './scenario.ts'
import {
  assignmentRoles,
  attemptOutcomes,
  declineGrounds,
  deliveryWays,
  dissatisfactionReasons,
  emergencyLines,
  followUpOutcomes,
  handlingMarks,
  kinds,
  lawfulChannels,
  noteReasons,
  principles,
  ratings,
  sealReasons,
  unitCallOutcomes,
  urgencies,
  verificationFindings,
} from '../../vocabulary/index.ts'

/** Draws from a list; one seed gives one story, so that a failure can be told again. */
export type Draw = <T>(values: readonly T[]) => T
export const drawFrom = (seed: number): Draw => {
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
export const text = 'text-1'
const earlierOrders = ['order-terminated', 'order-satisfied', 'order-of-another', 'nothing']
const textOrNull = [text, null] as const
const assignmentIds = ['assignment-1', 'assignment-1', 'assignment-2', 'assignment-3']
const jointParts = [
  [part('housing', 'co-sign'), part('traffic', 'co-sign')],
  [part('traffic', 'assist'), part('housing', 'lead')],
  [part('housing', 'lead'), part('traffic', 'principal'), part('xichang', 'assist')],
  [part('housing', 'lead')],
]
/** 20c: with a unit's people and without, and lists that may not be. */
const ofCentre = ['manager-1', 'dispatcher-1', 'dispatcher-2', 'follow-up-1', 'follow-up-2', 'seat-1', 'office-1', 'office-2']
const ofUnits = ['clerk-1', 'handler-1', 'handler-2', 'reviewer-1', 'reviewer-0', 'traffic-1', 'traffic-2', 'traffic-3']
const named = [
  [...ofCentre, ...ofUnits],
  [...ofCentre, ...ofUnits].slice(1),
  [...ofCentre, ...ofUnits, 'section-1', 'xichang-2'],
  ['manager-1', 'nobody-1'],
  ['manager-1'],
]
const units = ['traffic', 'housing', 'housing', 'housing', 'housing', 'housing', 'housing', 'xichang', 'nowhere']

/** Every command, drawn from the vocabulary: none is left out, because the keys are those of `actions`. */
export const drawn: { readonly [Name in ActionName]: (draw: Draw) => Omit<Extract<Command, { name: Name }>, 'name'> } = {
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
  'mark-urgent': (draw) => ({ urgency: draw(['special', 'emergency'] as const), reasonText: text }),
  'report-to-office': () => ({ reportText: text }),
  'acknowledge-report': (draw) => ({ instructionText: draw(textOrNull) }),
  'call-unit': (draw) => ({ unitId: draw(units), rank: draw([1, 2]), outcome: draw(unitCallOutcomes), noteText: draw(textOrNull) }),
  'join-incident': () => ({ incidentId: 'incident-1' }),
  'leave-incident': () => ({ reasonText: text }),
  'answer-from-incident': () => ({ answerText: text }),
  explain: (draw) => ({ reason: draw(noteReasons), explanationText: text, proofFiles: [] }),
  'close-noted': () => ({ basisText: text }),
  'dispute-rating': () => ({ groundsText: text, proofFiles: [] }),
  'screen-rating': (draw) => ({ isOut: draw([true, false]), decisionText: text }),
  mark: (draw) => ({ mark: draw([...handlingMarks, null]), citationText: text }),
  reopen: () => ({ factsText: text }),
  'link-repeat': (draw) => ({ ofOrderId: draw(earlierOrders) }),
  'propose-termination': () => ({ opinionText: text, proofFiles: [] }),
  'confirm-termination': (draw) => (draw([true, false]) ? { confirmed: true } : { confirmed: false, reasonText: text }),
  'explain-termination': (draw) => ({ ofOrderId: draw(earlierOrders), explanationText: text }),
  correct: (draw) => ({ ...classification(draw), reasonText: text }),
  'confirm-correction': (draw) => ({ confirmed: draw([true, false]) }),
  'add-facts': (draw) => ({ contentText: draw(textOrNull), files: [] }),
  withdraw: (draw) => ({ reasonText: draw(textOrNull) }),
  'confirm-withdrawal': (draw) => (draw([true, false]) ? { confirmed: true } : { confirmed: false, reasonText: text }),
  seal: (draw) => ({ persons: draw(named), reason: draw(sealReasons), reasonText: text }),
  recuse: () => ({ reasonText: text }),
  'clear-accused': () => ({ reasonText: text }),
  'confirm-clearing': (draw) => (draw([true, false]) ? { confirmed: true } : { confirmed: false, reasonText: text }),
  tick: () => ({}),
  'follow-up-sent': (draw) => ({ sent: draw([true, false]) }),
}
