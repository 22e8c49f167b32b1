import { workOrderRoutes as routes } from '@open12345/contract/work-order'
import type { Endpoint } from '../../../http/mount.ts'
import { step } from './step.ts'

/** Steps about which unit handles an order, with whom, and how long: verification, several units, return, extension, passing on. */
export const unitCommandEndpoints: readonly Endpoint[] = [
  step(routes.verifyOrder, ({ unitId, question }, words) => ({
    name: 'ask-verification',
    unitId,
    questionText: words.put('question', question),
  })),
  step(routes.answerVerification, ({ finding, answer }, words) => ({
    name: 'answer-verification',
    finding,
    answerText: words.put('verification', answer),
  })),
  step(routes.dispatchJointly, ({ parts }, words) => ({
    name: 'dispatch-jointly',
    parts: parts.map(({ note, ...part }) => ({ ...part, noteText: words.putIf('note', note) })),
  })),
  step(routes.addUnit, ({ note, ...part }, words) => ({ name: 'add-unit', ...part, noteText: words.putIf('note', note) })),
  step(routes.withdrawUnit, ({ assignmentId, reason }, words) => ({
    name: 'withdraw-unit',
    assignmentId,
    reasonText: words.put('reason', reason),
  })),
  step(routes.replaceUnit, ({ reason, note, ...other }, words) => ({
    name: 'replace-unit',
    ...other,
    reasonText: words.put('reason', reason),
    noteText: words.putIf('note', note),
  })),
  step(routes.askCoordination, ({ reason, basis }, words) => ({
    name: 'ask-coordination',
    reasonText: words.put('coordination', reason),
    basisText: words.putIf('coordination', basis),
  })),
  step(routes.holdCoordination, ({ participants, record }, words) => ({
    name: 'hold-coordination',
    participants,
    recordText: words.put('coordination-record', record),
  })),
  step(routes.designateUnit, ({ unitId, principle, grounds, note }, words) => ({
    name: 'designate',
    unitId,
    principle,
    groundsText: words.put('designation', grounds),
    noteText: words.putIf('note', note),
  })),
  step(routes.returnOrder, ({ reason, basis, suggestedUnitId }, words) => ({
    name: 'return',
    reasonText: words.put('return-reason', reason),
    basisText: words.put('return-basis', basis),
    suggestedUnitId,
  })),
  step(routes.acceptReturn, ({ assignmentId, note }, words) => ({
    name: 'accept-return',
    assignmentId,
    noteText: words.putIf('centre-note', note),
  })),
  step(routes.refuseReturn, ({ assignmentId, ruling, basis }, words) => ({
    name: 'refuse-return',
    assignmentId,
    rulingText: words.put('ruling', ruling),
    basisText: words.put('ruling-basis', basis),
  })),
  step(routes.passOn, ({ unitId, note }, words) => ({ name: 'pass-on', unitId, noteText: words.putIf('inner-note', note) })),
  step(routes.reportBack, ({ report }, words) => ({ name: 'report-back', reportText: words.put('inner-note', report) })),
  step(routes.askExtension, ({ days, reason }, words) => ({
    name: 'ask-extension',
    days,
    reasonText: words.put('extension-reason', reason),
  })),
  step(routes.decideExtension, (body, words) => {
    const { assignmentId } = body
    return body.granted
      ? {
          name: 'decide-extension',
          assignmentId,
          granted: true,
          days: body.days,
          exceptionText: words.putIf('centre-note', body.exception),
        }
      : { name: 'decide-extension', assignmentId, granted: false, reasonText: words.put('extension-refusal', body.reason) }
  }),
]
