import type { Sabotage } from './sabotage.ts'

const domain = 'packages/domain/src'
const decide = `${domain}/work-order/decide`
const pack = `${domain}/policy/packs/liangshan-2023-18.ts`

/** Several units, returns, extensions, verifications. */
export const units: readonly Sabotage[] = [
  {
    clause: '9-guide',
    file: `${decide}/verify.ts`,
    find: `statusIs('recorded'), noneOpen`,
    replace: `statusIs('recorded')`,
    why: 'a second department is asked while the first has not answered',
  },
  {
    clause: '9-guide',
    file: `${domain}/work-order/stage.ts`,
    find: `verification.answer !== null || order.status !== 'recorded'`,
    replace: `order.status !== 'recorded'`,
    why: 'a department sees the request after it has answered',
  },
  {
    clause: '11-3a',
    file: `${decide}/deliver.ts`,
    find: `if (order.status !== 'in-hand' || !allAnswered(order, id)) return accept(answered)`,
    replace: `if (order.status !== 'in-hand') return accept(answered)`,
    why: 'the first answer of a co-sign order counts for all',
  },
  {
    clause: '11-3a',
    file: `${decide}/follow-up.ts`,
    find: 'if (units.length > 1 && assignmentId === null)',
    replace: 'if (assignmentId === undefined)',
    why: 'a redo of a co-sign order names no unit',
  },
  {
    clause: '11-3b',
    file: `${decide}/reply.ts`,
    find: `role === 'lead' && inTime.length > 0`,
    replace: 'inTime.length > 99',
    why: 'the lead answers without its assistants',
  },
  {
    clause: '11-3b',
    file: pack,
    find: `    assist: { basis: 'ahead-of', clock: 'handle', value: 2`,
    replace: `    assist: { basis: 'ahead-of', clock: 'handle', value: 1`,
    why: 'assistants have a day more',
  },
  {
    clause: '11-3c',
    file: `${decide}/coordination.ts`,
    find: `role: 'sole', bound: true`,
    replace: `role: 'sole', bound: false`,
    why: 'a designation binds nobody',
  },
  {
    clause: '12-2c',
    file: `${decide}/return-order.ts`,
    find: `({ bound }) => (bound === true ? refused('return.bound', '12-2c') : undefined),`,
    replace: '',
    why: 'a ruling is returned again',
  },
  {
    clause: '12-2c',
    file: `${decide}/return-order.ts`,
    find: 'const late = window !== undefined && context.now >= window.dueAt',
    replace: 'const late = false',
    why: 'a late return is not late',
  },
  {
    clause: '12-2c',
    file: `${decide}/dispatch.ts`,
    find: 'unit.isTownship && context.responsible?.isDepartment === true',
    replace: 'false && unit.isTownship && context.responsible?.isDepartment === true',
    why: "a department's duty is pushed down to a township",
  },
  {
    clause: '12-3',
    file: `${decide}/extension.ts`,
    find: `return isOpen(clock) && now < clock.dueAt ? undefined : refused('extension.expired', '12-3')`,
    replace: 'return undefined',
    why: 'more time is asked for after the due time',
  },
  {
    clause: '12-3',
    file: `${domain}/work-order/clock.ts`,
    find: `outcome: clock.metAt < start.dueAt ? 'met' : 'late'`,
    replace: 'outcome: clock.outcome',
    why: 'consent does not turn late to in time',
  },
  {
    clause: '12-3',
    file: `${decide}/extension.ts`,
    find: 'if (noneInPrinciple && !isException)',
    replace: 'if (false && noneInPrinciple && !isException)',
    why: 'a consultation is extended by anybody',
  },
]
