import type { ClauseId } from '@open12345/domain/clauses'

/** One small lie in the code. `find` stands exactly once in the file; where the lie is told, a test named for the clause must turn red. */
export type Sabotage = {
  readonly clause: ClauseId
  readonly file: string
  readonly find: string
  readonly replace: string
  readonly why: string
}

const domain = 'packages/domain/src'
const decide = `${domain}/work-order/decide`
const pack = `${domain}/policy/packs/liangshan-2023-18.ts`

/** 9-1, 9-2, 9-4, 9-6 and 9-7 have the same demand: whoever is declined is told where else to turn. */
const withoutChannel = (clause: '9-1' | '9-2' | '9-4' | '9-6' | '9-7'): Sabotage => ({
  clause,
  file: `${decide}/decline.ts`,
  find: `command.ground !== '9-5') return`,
  replace: `command.ground !== '9-5' && command.ground !== '${clause}') return`,
  why: `declined under ${clause} without a lawful channel`,
})

export const sabotages: readonly Sabotage[] = [
  {
    clause: '2-channels',
    file: `${decide}/record.ts`,
    find: 'const written = isWritten(command.channel)',
    replace: 'const written = false',
    why: 'the web is taken for a phone call',
  },
  {
    clause: '2-channels',
    file: 'server/src/modules/contact/doors.ts',
    find: '    raw,\n',
    replace: '    raw: null,\n',
    why: 'the raw original is not kept',
  },
  {
    clause: '3-mechanism',
    file: `${domain}/work-order/evolve.ts`,
    find: '...waiveOpen(order, at),',
    replace: '...order,',
    why: 'clocks run on after the close',
  },
  {
    clause: '3-mechanism',
    file: 'server/src/modules/work-order/present/view.ts',
    find: 'page.history.filter(',
    replace: 'page.history.slice(1).filter(',
    why: 'the timeline begins late',
  },
  ...(['9-1', '9-2', '9-4', '9-6', '9-7'] as const).map(withoutChannel),
  {
    clause: '9-1',
    file: `${decide}/decline.ts`,
    find: `all(notInConflict, statusIs('recorded', 'awaiting-dispatch'), centreOnceAccepted)`,
    replace: 'notInConflict',
    why: 'a dispatched order can still be declined',
  },
  {
    clause: '9-3',
    file: `${decide}/decline.ts`,
    find: 'asEmergencyLine(command.lawfulChannel)\n',
    replace: `asEmergencyLine(command.lawfulChannel) ?? 'police-110'\n`,
    why: 'the emergency line need not be named',
  },
  {
    clause: '9-3',
    file: `${decide}/decline.ts`,
    find: 'accept([handedOver, ...accepted.value])',
    replace: 'accept([handedOver, declined(command), closed])',
    why: 'handing over alone closes what 12-4 makes ours',
  },
  {
    clause: '9-5',
    file: `${decide}/decline.ts`,
    find: 'order.clarifications === 0',
    replace: 'order.clarifications < 0',
    why: 'declined as unclear though nobody asked back',
  },
  {
    clause: '10-record',
    file: `${decide}/record.ts`,
    find: `{ type: 'recorded', ...command, takenBy`,
    replace: `{ type: 'recorded', ...command, kind: command.kind ?? 'other', takenBy`,
    why: 'a kind that was not asked is invented',
  },
  {
    clause: '11-1',
    file: `${decide}/answer.ts`,
    find: `{ type: 'answered-directly', ...command }`,
    replace: `{ type: 'answered-directly', ...command, knowledge: null }`,
    why: 'the version quoted is not stored',
  },
  {
    clause: '11-1',
    file: 'server/src/modules/knowledge/read.ts',
    find: 'if (version < row.version)',
    replace: 'if (version < 0)',
    why: 'a version that was replaced may be quoted',
  },
  {
    clause: '11-2',
    file: `${decide}/dispatch.ts`,
    find: 'context.unit(command.unitId)',
    replace: 'context.unit(command.unitId) ?? { path: [], open: true }',
    why: 'dispatched to a unit that there is not',
  },
  {
    clause: '11-2',
    file: `${decide}/dispatch.ts`,
    find: 'assignmentId, ...command, clocks',
    replace: `assignmentId, ...command, principle: 'place', clocks`,
    why: 'another principle is recorded than the one that decided',
  },
  {
    clause: '12-0',
    file: `${domain}/work-order/guards.ts`,
    find: `: refused('assignment.not-your-unit', '12-0')`,
    replace: ': undefined',
    why: 'other units may act',
  },
  {
    clause: '12-0',
    file: `${decide}/reply.ts`,
    find: `? refused('reply.approver-drafted', '7-2') : undefined`,
    replace: '? undefined : undefined',
    why: 'the drafter approves their own reply',
  },
  {
    clause: '12-0',
    file: `${domain}/work-order/evolve.ts`,
    find: `assign(order, { status: 'approved', approvedBy: by })`,
    replace: `assign(settle(order, deliveryMeets, at), { status: 'approved', approvedBy: by })`,
    why: 'a reply counts before it reaches the requester',
  },
  {
    clause: '12-1',
    file: pack,
    find: `    dispatch: { basis: 'fixed', value: workingHours(3)`,
    replace: `    dispatch: { basis: 'fixed', value: workingHours(4)`,
    why: 'one hour longer to dispatch',
  },
  {
    clause: '12-1',
    file: `${domain}/calendar/count.ts`,
    find: 'startOf(day) + hours.to * MINUTE - from',
    replace: 'startOf(day) + hours.to * MINUTE + HOUR - from',
    why: 'office hours run through lunch',
  },
  {
    clause: '12-2a',
    file: pack,
    find: `sign: { basis: 'fixed', value: workingDays(1)`,
    replace: `sign: { basis: 'fixed', value: workingDays(2)`,
    why: 'one day longer to sign',
  },
  {
    clause: '12-2a',
    file: `${decide}/sign.ts`,
    find: 'now >= due',
    replace: 'now > due',
    why: 'signed on the stroke of the deadline is not late',
  },
  {
    clause: '12-2b',
    file: pack,
    find: 'help: { value: workingDays(7)',
    replace: 'help: { value: workingDays(8)',
    why: 'one day longer to help',
  },
  {
    clause: '12-2b',
    file: `${decide}/dispatch.ts`,
    find: 'assignmentId, startAt: context.now }',
    replace: 'assignmentId, startAt: order.acceptedAt ?? context.now }',
    why: 'counted from acceptance, not from the receipt by the unit',
  },
  {
    clause: '12-2b',
    file: `${domain}/work-order/clock.ts`,
    find: 'outcome: at < clock.dueAt ?',
    replace: 'outcome: at <= clock.dueAt ?',
    why: 'midnight itself still counts as in time',
  },
  {
    clause: '12-5',
    file: `${domain}/policy/candidate.ts`,
    find: `candidates.find(({ basis }) => basis === 'statutory') ??`,
    replace: '',
    why: 'the shorter wins over the statutory limit',
  },
  {
    clause: '12-5',
    file: `${domain}/policy/candidate.ts`,
    find: 'one.counted.dueAt < shortest.counted.dueAt',
    replace: 'one.counted.dueAt > shortest.counted.dueAt',
    why: 'the longer of upstream and ours binds the unit',
  },
  {
    clause: '13-1',
    file: pack,
    find: `'follow-up': { basis: 'fixed', value: naturalHours(24)`,
    replace: `'follow-up': { basis: 'fixed', value: naturalHours(25)`,
    why: 'one hour longer to follow up',
  },
  {
    clause: '13-1',
    file: `${decide}/tick.ts`,
    find: `if (!sent) return accept([{ type: 'follow-up-unsendable' }])`,
    replace: 'if (!sent) return accept([])',
    why: 'nobody asks where no SMS could be sent',
  },
  {
    clause: '13-2',
    file: `${decide}/follow-up.ts`,
    find: 'noAnswer: !rated',
    replace: 'noAnswer: false',
    why: 'silence is not counted apart',
  },
  {
    clause: '13-2',
    file: `${decide}/follow-up.ts`,
    find: 'rated && basisText === null',
    replace: 'false',
    why: 'closed against a dissatisfied requester without a basis',
  },
  {
    clause: '13-2',
    file: `${decide}/follow-up.ts`,
    find: `? refused('close.second-person', '13-2') : undefined`,
    replace: '? undefined : undefined',
    why: 'whoever approved the reply finds it lawful',
  },
  {
    clause: '13-3a',
    file: `${decide}/follow-up.ts`,
    find: `: refused('follow-up.not-dissatisfied', '13-3a')`,
    replace: ': undefined',
    why: 'sent back without a person having asked',
  },
  {
    clause: '13-3a',
    file: `${decide}/reply.ts`,
    find: 'order.round > 2',
    replace: 'order.round > 3',
    why: 'the same handler in the second redo',
  },
  {
    clause: '13-3a',
    file: `${domain}/policy/pack-limit.ts`,
    find: 'Math.ceil(span.count / 2)',
    replace: 'Math.floor(span.count / 2)',
    why: 'half of the limit rounded down',
  },
  {
    clause: '24-publicity',
    file: 'web/public/src/pages/about.tsx',
    find: '<WhatWeDoNotTake say={say} />',
    replace: '',
    why: 'what is not taken, and where to turn, is not told',
  },
  {
    clause: '24-publicity',
    file: 'web/public/src/pages/about.tsx',
    find: '    <Duties say={say} />\n',
    replace: '',
    why: 'what follows from abuse is not told',
  },
  {
    clause: '26',
    file: 'server/src/modules/calendar/world-of.ts',
    find: 'calendar: id,',
    replace: "calendar: 'national',",
    why: "another prefecture's own holidays do not count",
  },
  {
    clause: '27',
    file: `${domain}/policy/start-clock.ts`,
    find: 'confirmed: confirmedBy !== null',
    replace: 'confirmed: true',
    why: 'an unconfirmed default is passed off as confirmed',
  },
  {
    clause: '28',
    file: `${domain}/policy/rules.ts`,
    find: 'from <= on &&',
    replace: 'from < on &&',
    why: 'in force one day late',
  },
  {
    clause: '28',
    file: `${domain}/policy/rules.ts`,
    find: 'inForce ? accept(inForce) : noneInForce(authorityId, on)',
    replace: 'accept(inForce ?? (world.packs[0] as Pack))',
    why: 'where no pack is in force one is guessed',
  },
]
