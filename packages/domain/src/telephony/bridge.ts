import { accept, refuse, type Decision } from '../kernel/index.ts'
import type { EndReason } from './port.ts'

/** What a call to a requester is about; each is on record with it. */
export type BridgePurpose = 'ask-facts' | 'arrange-visit' | 'tell-progress' | 'give-reply' | 'follow-up' | 'tell-again'

/** calling: the caller's own set rings; ringing: the requester's does. The first three last, the others are ends. */
export type BridgeState = 'calling' | 'ringing' | 'talking' | 'ended' | NotReached | 'unknown'
export const bridgeLasts = (state: BridgeState): boolean => state === 'calling' || state === 'ringing' || state === 'talking'

type NotReached = 'refused' | 'no-answer' | 'cancelled' | 'unreachable'
/** Why a number that was dialled was not reached. */
export const notReached: Readonly<Record<EndReason, NotReached>> = {
  busy: 'refused',
  rejected: 'refused',
  'no-answer': 'no-answer',
  cancelled: 'cancelled',
  unreachable: 'unreachable',
  failed: 'unreachable',
  lost: 'unreachable',
  normal: 'unreachable',
}

/** What the end of one side's leg makes of the call. */
export const bridgeAfterEnd = (state: BridgeState, side: 'agent' | 'citizen', reason: EndReason): BridgeState => {
  if (!bridgeLasts(state)) return state
  if (state === 'talking') return 'ended'
  return side === 'agent' ? 'cancelled' : notReached[reason]
}

export type BridgeFacts = {
  readonly isClosed: boolean
  /** 16c: what they were told has changed, and they are to be told again. */
  readonly isTellingOwed: boolean
  /** Who withdrew a report or special matter is asked no more; it goes on without them. */
  readonly hasLeft: boolean
  /** Somebody filed it and left a number. */
  readonly hasNumber: boolean
  /** 20c: nobody who works on it may know who asks. */
  readonly isReport: boolean
  readonly side: 'centre' | 'unit'
  /** The asking unit is at work on the order. */
  readonly isTheirs: boolean
  /** The caller is in another such call, or somebody is in one about this order. */
  readonly isBusy: boolean
}

/**
 * 20c: whoever has to speak with a requester is connected and never shown the number. A reporter speaks with the centre only: a voice is known in
 * a small place.
 * @clause 20c
 */
export const callRequester = (facts: BridgeFacts): Decision<true> => {
  if (facts.isClosed && !facts.isTellingOwed) return refuse({ code: 'bridge.order-closed', clause: '20c' })
  if (facts.side === 'unit' && !facts.isTheirs) return refuse({ code: 'bridge.not-your-order', clause: '12-0' })
  if (facts.side === 'unit' && facts.isReport) return refuse({ code: 'bridge.through-centre', clause: '20c' })
  if (facts.hasLeft) return refuse({ code: 'bridge.requester-left', clause: '20c' })
  if (!facts.hasNumber) return refuse({ code: 'bridge.no-number', clause: '20c' })
  return facts.isBusy ? refuse({ code: 'bridge.busy', clause: '20c' }) : accept(true)
}
