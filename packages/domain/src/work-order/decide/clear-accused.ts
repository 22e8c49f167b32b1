import { accept } from '../../kernel/index.ts'
import { all, refused, type Action, type Guard } from '../action.ts'
import { notClosed, notInConflict } from '../guards.ts'

export type ClearAccused = { readonly reasonText: string }
export type ConfirmClearing = { readonly confirmed: true } | { readonly confirmed: false; readonly reasonText: string }

const somebodyAccused: Guard = ({ relations }) =>
  relations.accusedUnitId === null && relations.accusedAccountId === null ? refused('clearing.none-accused', '20c') : undefined

/**
 * 误列的被举报单位: whoever finds that the wrong unit was named says why; nothing changes until a second person agrees. The unit never learns of it.
 * @clause 20c
 */
export const clearAccused: Action<ClearAccused> = {
  right: 'order.clear-accused',
  clause: '20c',
  guard: all(notInConflict, notClosed, somebodyAccused, (order) =>
    order.pendingClearing === undefined ? undefined : refused('clearing.pending', '20c'),
  ),
  decide: (_order, { reasonText }) => accept([{ type: 'clearing-proposed', reasonText }]),
}

const proposedByAnother: Guard = ({ pendingClearing }, { actor }) => {
  if (pendingClearing === undefined) return refused('clearing.none-pending', '20c')
  return actor.kind === 'staff' && actor.accountId !== pendingClearing.by ? undefined : refused('clearing.second-person', '20c')
}

/** @clause 20c */
export const confirmClearing: Action<ConfirmClearing> = {
  right: 'order.confirm-clearing',
  clause: '20c',
  guard: all(notInConflict, notClosed, proposedByAnother),
  decide: ({ relations: { accusedUnitId, accusedAccountId } }, command) =>
    accept(
      command.confirmed
        ? [{ type: 'accused-cleared', accusedUnitId, accusedAccountId }]
        : [{ type: 'clearing-refused', reasonText: command.reasonText }],
    ),
}
