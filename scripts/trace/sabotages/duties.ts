import type { Sabotage } from './sabotage.ts'

/** What units owe by themselves, and what the hotline takes. */
export const duties: readonly Sabotage[] = [
  {
    clause: '7-2',
    file: 'packages/domain/src/work-order/decide/reply.ts',
    find: 'actor.accountId === drafted?.by ?',
    replace: 'false ?',
    why: 'whoever drafts a reply approves it',
  },
  {
    clause: '7-2',
    file: 'packages/domain/src/work-order/decide/deliver.ts',
    find: `wanted: ['approved'],`,
    replace: `wanted: ['awaiting-review', 'approved'],`,
    why: 'a reply that nobody reviewed is given to the requester',
  },
  {
    clause: '11-modes',
    file: 'packages/domain/src/work-order/decide/answer.ts',
    find: `channel === 'phone' && mode !== 'direct'`,
    replace: 'false',
    why: 'somebody joins a call to whom the caller did not agree',
  },
  {
    clause: '11-modes',
    file: 'packages/domain/src/work-order/evolve/intake.ts',
    find: `mode === undefined || mode === 'direct' ? {} : { answerMode: mode }`,
    replace: '{}',
    why: 'how it was answered is not recorded',
  },
  {
    clause: '8-1',
    file: 'packages/domain/src/vocabulary/work-order.ts',
    find: `'suggestion', 'praise', 'other'] as const`,
    replace: `'suggestion', 'other'] as const`,
    why: 'praise is no kind of its own',
  },
  {
    clause: '8-1',
    file: 'packages/domain/src/vocabulary/subjects.ts',
    find: `subject('noise', 'environment',`,
    replace: `subject('noise', 'society',`,
    why: 'a subject is counted in another domain',
  },
  {
    clause: '8-1',
    file: 'server/src/modules/board/read-board.ts',
    find: 'if (kind !== null) kinds.set(',
    replace: `if (kind !== null && kind !== 'praise') kinds.set(`,
    why: 'praise is not counted',
  },
]
