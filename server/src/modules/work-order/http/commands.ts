import type { z } from 'zod'
import { workOrderRoutes as routes, type acceptBody } from '@open12345/contract/work-order'
import type { Endpoint } from '../../../http/mount.ts'
import { step } from './step.ts'

export const acceptCommand = ({ kind, subject, place, urgency, confidential, relations, noneAccused }: z.output<typeof acceptBody>) =>
  ({
    kind,
    subject,
    place,
    urgency,
    relations,
    ...(noneAccused ? { noneAccused } : {}),
    grade: confidential || kind === 'report' ? 'confidential' : 'open',
  }) as const

export const commandEndpoints: readonly Endpoint[] = [
  step(routes.clarifyOrder, ({ outcome, note }, words) => ({ name: 'clarify', outcome, noteText: words.putIf('centre-note', note) })),
  step(routes.acceptOrder, (body) => ({ name: 'accept', ...acceptCommand(body) })),
  step(routes.declineOrder, ({ ground, lawfulChannel, explanation, reason, also }, words) => ({
    name: 'decline',
    ground,
    lawfulChannel,
    explanationText: words.put('explanation', explanation),
    reasonText: words.putIf('centre-note', reason),
    also: also === null ? null : acceptCommand(also),
  })),
  step(routes.answerOrder, ({ kind, answer, knowledge, reason, mode, consented }, words) => ({
    name: 'answer',
    mode,
    consented,
    kind,
    knowledge,
    answerText: words.put('answer', answer),
    reasonText: words.putIf('centre-note', reason),
  })),
  step(routes.dispatchOrder, ({ unitId, principle, note }, words) => ({
    name: 'dispatch',
    unitId,
    principle,
    noteText: words.putIf('note', note),
  })),
  step(routes.signOrder, () => ({ name: 'sign' })),
  step(routes.giveFirstResponse, ({ response }, words) => ({ name: 'give-first-response', responseText: words.put('response', response) })),
  step(routes.reportProgress, ({ progress }, words) => ({ name: 'report-progress', progressText: words.put('progress', progress) })),
  step(
    routes.draftReply,
    ({ reply, internal, proofFiles }, words) => ({
      name: 'draft',
      replyText: words.put('reply', reply),
      internalText: words.putIf('internal', internal),
      proofFiles,
    }),
    ({ proofFiles }) => proofFiles,
  ),
  step(routes.sendBackReply, ({ reason }, words) => ({ name: 'send-back', reasonText: words.put('reason', reason) })),
  step(routes.approveReply, () => ({ name: 'approve' })),
  step(routes.recordAttempt, ({ way, outcome, note }, words) => ({
    name: 'record-attempt',
    way,
    outcome,
    noteText: words.putIf('note', note),
  })),
  step(routes.deliverReply, ({ way, note }, words) => ({ name: 'deliver', way, noteText: words.putIf('note', note) })),
  step(routes.followUpOrder, ({ outcome, service, reason, note }, words) => ({
    name: 'follow-up',
    outcome,
    service,
    reason,
    noteText: words.putIf('centre-note', note),
  })),
  step(routes.redoOrder, ({ assignmentId, reason, instruction }, words) => ({
    name: 'order-redo',
    assignmentId,
    reason,
    instructionText: words.put('instruction', instruction),
  })),
  step(routes.closeOrder, ({ basis }, words) => ({ name: 'close-lawful', basisText: words.putIf('basis', basis) })),
  step(routes.correctOrder, ({ kind, subject, place, reason }, words) => ({
    name: 'correct',
    kind,
    subject,
    place,
    reasonText: words.put('reason', reason),
  })),
  step(routes.confirmCorrection, (body, words) => ({
    name: 'confirm-correction',
    confirmed: body.confirmed,
    reasonText: body.confirmed ? null : words.put('reason', body.reason),
  })),
  step(routes.addFacts, ({ content }, words) => ({ name: 'add-facts', contentText: words.put('facts', content), files: [] })),
  step(routes.withdrawOrder, ({ reason }, words) => ({ name: 'withdraw', reasonText: words.putIf('reason', reason) })),
  step(routes.recuse, ({ reason }, words) => ({ name: 'recuse', reasonText: words.put('centre-note', reason) })),
  step(routes.clearAccused, ({ reason }, words) => ({ name: 'clear-accused', reasonText: words.put('clearing', reason) })),
  step(routes.confirmClearing, (body, words) =>
    body.confirmed
      ? { name: 'confirm-clearing', confirmed: true }
      : { name: 'confirm-clearing', confirmed: false, reasonText: words.put('clearing', body.reason) },
  ),
  step(routes.confirmWithdrawal, (body, words) =>
    body.confirmed
      ? { name: 'confirm-withdrawal', confirmed: true }
      : { name: 'confirm-withdrawal', confirmed: false, reasonText: words.put('reason', body.reason) },
  ),
]
