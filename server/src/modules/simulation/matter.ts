import type { DeclineGround, HandlingMark, Kind, LawfulChannel, Stage, Urgency, VerificationFinding } from '@open12345/domain/vocabulary'
import type { Place } from '@open12345/domain/work-order'

export type Citizen = {
  readonly name: string
  /** Written as they would say it; null for who gives none. */
  readonly phone: string | null
  /** `calls-only`: a mobile whose messages come back. */
  readonly reach: 'mobile' | 'calls-only' | 'landline' | 'none'
}

/** What the hotline makes of a matter. */
export type Course =
  | { readonly step: 'answer' }
  | { readonly step: 'decline'; readonly ground: DeclineGround; readonly lawfulChannel: LawfulChannel; readonly alsoOurs: boolean }
  | { readonly step: 'handle'; readonly urgency: Urgency }

/** Something besides the usual, when the order comes to that stage. */
export type Twist = {
  readonly what: 'withdraw' | 'correct' | 'add-facts' | 'mistaken-unit' | 'clear-accused' | 'recuse' | 'seal'
  readonly stage: Stage
  /** What the centre answers where it is asked; null leaves it unanswered. */
  readonly granted: boolean | null
}

/** How it goes where it does not go straight to one unit and back. Null: nobody has decided when the month ends. */
export type Detour =
  | { readonly what: 'verify'; readonly finding: VerificationFinding | null }
  | { readonly what: 'return'; readonly stage: 'to-sign' | 'in-hand'; readonly isLate: boolean; readonly accepted: boolean | null }
  | { readonly what: 'extend'; readonly decision: 'granted' | 'refused' | 'exception' | 'after-expiry' | null }
  | { readonly what: 'co-sign'; readonly change: 'add' | 'withdraw' | null }
  | { readonly what: 'lead'; readonly withPrincipal: boolean }
  | { readonly what: 'replace' }
  | { readonly what: 'coordinate'; readonly isDecided: boolean }
  | { readonly what: 'pass-on' }
  | { readonly what: 'mark-urgent'; readonly stage: 'to-dispatch' | 'in-hand'; readonly urgency: Exclude<Urgency, 'ordinary'> }
  | { readonly what: 'repeat'; readonly termination: 'confirmed' | 'refused' | 'undecided' | null }
  | { readonly what: 'explain-again' }

/** 12-4: one of several about one incident, which share its key; some turn out to be about something else. */
export type Part = { readonly key: string; readonly role: 'main' | 'joins' | 'leaves' }

/** How it ends where neither thanks nor silence ends it. */
export type Ending =
  | { readonly what: 'noted'; readonly isExplained: boolean }
  | { readonly what: 'dispute'; readonly decision: 'out' | 'stands' | null }
  | { readonly what: 'reopen' }
  | { readonly what: 'mark'; readonly mark: HandlingMark }

/** One thing that one person wants, and what is meant to become of it: drawn before the month is played. */
export type Matter = {
  readonly ordinal: number
  /** Epoch milliseconds. */
  readonly at: number
  readonly door: 'phone' | 'web'
  readonly seat: string
  readonly citizen: Citizen
  readonly kind: Kind
  readonly subject: string
  readonly place: Place
  readonly addressDetail: string | null
  readonly content: string
  readonly anonymous: boolean
  readonly confidential: boolean
  /** The unit complained of or reported. */
  readonly about: string | null
  readonly course: Course
  /** The unit that a dispatcher picks whatever the catalogue says; null for the catalogue's. */
  readonly sentTo: string | null
  readonly twist: Twist | null
  readonly detour: Detour | null
  readonly ending: Ending | null
  readonly incident: Part | null
  /** Lies on somebody's desk from there on. */
  readonly rest: Stage | null
  /** Goes from desk to desk in minutes, whatever the hour. */
  readonly brisk: boolean
}
