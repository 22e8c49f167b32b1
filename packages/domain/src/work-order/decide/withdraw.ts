import { accept } from '../../kernel/index.ts'
import { all, refused, type Action, type Guard, type Steps } from '../action.ts'
import { notClosed, notInConflict } from '../guards.ts'
import type { WorkOrder } from '../state.ts'

export type Withdraw = { readonly reasonText: string | null }
export type ConfirmWithdrawal = { readonly confirmed: true } | { readonly confirmed: false; readonly reasonText: string }
export type AddFacts = { readonly contentText: string | null; readonly files: readonly string[] }

/** 20c: a report or a special order goes on without its requester. */
const goesOn = (order: WorkOrder): boolean => order.kind === 'report' || order.urgency !== 'ordinary'
const closed = { type: 'closed', kind: 'withdrawn', noAnswer: false, basisText: null } as const

const leave = (order: WorkOrder): Steps => accept(goesOn(order) ? [{ type: 'requester-left' }] : [closed])
const stillTheirs: Guard = (order) => {
  if (order.requesterLeft) return refused('withdrawal.left', '20c')
  return order.withdrawalRequested ? refused('withdrawal.pending', '20c') : undefined
}

/**
 * 撤回: by the requester, or by a seat who has them on the line. Before dispatch at once; after it the centre confirms, never the unit.
 * @clause 20c
 */
export const withdraw: Action<Withdraw> = {
  right: 'order.record',
  clause: '20c',
  guard: all(notInConflict, notClosed, stillTheirs),
  decide: (order, { reasonText }) => {
    const requested = { type: 'withdrawal-requested', reasonText } as const
    if (order.assignments.length > 0) return accept([requested])
    const left = leave(order)
    return left.ok ? accept([requested, ...left.value]) : left
  },
}

/** @clause 20c */
export const confirmWithdrawal: Action<ConfirmWithdrawal> = {
  right: 'order.confirm-withdrawal',
  clause: '20c',
  guard: all(notInConflict, notClosed, (order) => (order.withdrawalRequested ? undefined : refused('withdrawal.none-pending', '20c'))),
  decide: (order, command) => (command.confirmed ? leave(order) : accept([{ type: 'withdrawal-refused', reasonText: command.reasonText }])),
}

/** 补充情况: what the requester (or a seat for them) adds while the matter is open. */
export const addFacts: Action<AddFacts> = {
  right: 'order.add-facts',
  clause: '10-record',
  guard: all(notInConflict, notClosed),
  decide: (_order, command) => accept([{ type: 'facts-added', ...command }]),
}
