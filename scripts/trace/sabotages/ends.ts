import type { Sabotage } from './sabotage.ts'

const domain = 'packages/domain/src'
const decide = `${domain}/work-order/decide`
const pack = `${domain}/policy/packs/liangshan-2023-18.ts`

/** Special matters, and the ends that are not satisfaction. */
export const ends: readonly Sabotage[] = [
  {
    clause: '12-4a',
    file: `${decide}/urgent-acts.ts`,
    find: `(['report', 'call'] as const)`,
    replace: `(['report'] as const)`,
    why: 'nobody has to phone the unit',
  },
  {
    clause: '12-4a',
    file: `${domain}/work-order/evolve/urgent.ts`,
    find: `outcome === 'confirmed' ? settle(order, isCallClock, at) : order`,
    replace: 'settle(order, isCallClock, at)',
    why: 'a call that nobody answered counts',
  },
  {
    clause: '12-4b',
    file: pack,
    find: `    'emergency-act': { basis: 'fixed', value: naturalMinutes(5)`,
    replace: `    'emergency-act': { basis: 'fixed', value: naturalMinutes(6)`,
    why: 'an emergency has a minute more',
  },
  {
    clause: '13-3b',
    file: `${decide}/noted.ts`,
    find: `({ followUp }) => (followUp?.explained === undefined ? refused('noted.explain-first', '13-3b') : undefined),`,
    replace: '',
    why: 'closed with a note that nobody explained',
  },
  {
    clause: '13-3b',
    file: `${decide}/noted.ts`,
    find: 'actor.accountId === followUp?.confirmed?.by ||',
    replace: '',
    why: 'whoever found the reason closes with it',
  },
  {
    clause: '13-3c',
    file: `${decide}/noted.ts`,
    find: 'dispute !== undefined && dispute.decision === null ?',
    replace: 'dispute !== undefined ?',
    why: 'a dispute is decided twice',
  },
  {
    clause: '13-3d',
    file: `${domain}/work-order/evolve/ending.ts`,
    find: '({ ...order, mark: mark ?? undefined })',
    replace: '({ ...order, ...(mark === null ? {} : { mark }) })',
    why: 'a mark is never taken off',
  },
  {
    clause: '13-4',
    file: `${decide}/repeat.ts`,
    find: `context.related(ofOrderId)?.closure !== 'terminated'`,
    replace: 'context.related(ofOrderId) === undefined',
    why: 'what was not terminated is not handled again',
  },
  {
    clause: '13-4',
    file: `${decide}/repeat.ts`,
    find: `(_assignment, { repeatOf }) => (repeatOf === undefined ? refused('termination.not-repeated', '13-4') : undefined),`,
    replace: '',
    why: 'a first request is terminated',
  },
]
