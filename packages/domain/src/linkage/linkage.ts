import { notReached, type EndReason } from '../telephony/index.ts'

export type LineKind = 'emergency' | 'utility'
/** A line of the directory. Without a number it cannot be called; a closed one is no longer used. */
export type Line = { readonly lineId: string; readonly kind: LineKind; readonly number: string | null; readonly closed: boolean }

/** transfer: citizen and line stay joined and we leave; three-way: all three talk; told: by a phone or radio that is not ours; received: from them. */
export type Way = 'transfer' | 'three-way' | 'told' | 'received'
/** emergency: nobody was asked, because life is in danger (9-3). */
export type Consent = 'given' | 'emergency' | 'none'

/**
 * calling and joined last; the others are ends. unknown: the program stopped in between and cannot tell what came of it; noted: written down
 * about something that went past our switch.
 */
export type LinkageState =
  'calling' | 'joined' | 'handed-over' | 'ended' | 'no-answer' | 'refused' | 'unreachable' | 'cancelled' | 'unknown' | 'noted'

export const lasts = (state: LinkageState): boolean => state === 'calling' || state === 'joined'

/** Somebody at the line has spoken with us, or may have. */
export const wasReached = (state: LinkageState): boolean =>
  state === 'joined' || state === 'handed-over' || state === 'ended' || state === 'unknown' || state === 'noted'

/** What a leg's end makes of a linkage or a test call: one that nobody had answered has failed, for the switch's reason. */
export const afterEnd = (state: LinkageState, reason: EndReason): LinkageState =>
  state === 'calling' ? notReached[reason] : state === 'joined' ? 'ended' : state
