import type { Span, SpanUnit, Words } from '../calendar/index.ts'
import type { ClauseId } from '../clauses/index.ts'
import type { ClockName } from './clock-name.ts'
import type { Kind, KnowledgeType, Urgency } from '../vocabulary/index.ts'

/** Where a value comes from: its clause, its article, and the registered default where the text is silent. */
export type Citation = {
  readonly clause: ClauseId
  /** Such as 第十二条（二）. */
  readonly article: string
  readonly silent?: SilentDefaultId
  /** The pack that this value was taken over from. */
  readonly inheritedFrom?: string
}
export type Cited<T> = Citation & { readonly value: T }

export type SilentDefaultId = string

/** What the text does not say and we had to assume (第二十七条: the interpretation is 州大数据中心's to give). */
export type SilentDefault = {
  readonly id: SilentDefaultId
  readonly clause: ClauseId
  readonly assumption: Words
  readonly reason: Words
  readonly confirmedBy: null | { readonly by: string; readonly document: string }
}

/** How long a clock runs. */
export type ClockRule =
  | ({ readonly basis: 'fixed' } & Cited<Span>)
  | { readonly basis: 'by-kind'; readonly kinds: Readonly<Record<Kind, Cited<Span>>> }
  /** As long as another clock, from its own start. */
  | ({ readonly basis: 'same-as'; readonly clock: ClockName } & Citation)
  /** Half as many working days as the kind's limit, rounded up. */
  | ({ readonly basis: 'half-of'; readonly clock: ClockName } & Citation)
  /** `value` working days ahead of another clock's last day, yet never less than half of that clock's working days. */
  | ({ readonly basis: 'ahead-of'; readonly clock: ClockName } & Cited<number>)
  /** The rule of 12-2c, but another clock's length for special and emergency orders. */
  | ({
      readonly basis: 'by-urgency'
      readonly others: Readonly<Record<Exclude<Urgency, 'ordinary'>, { readonly clock: ClockName } & Citation>>
    } & Cited<Span>)
  /** At most so long, counted from the old due time (12-3). */
  | ({ readonly basis: 'from-old-due' } & Cited<Span>)

/** Values that are not clocks. */
export type Settings = {
  /** 民法典 203(2): the last working day ends with office hours. */
  readonly closeOfOffice: Cited<boolean>
  /** Share of calls to be answered, per rolling 24 h. */
  readonly answerShare: Cited<number>
  /** Seconds within which a call counts as answered in time. */
  readonly answerWithinSeconds: Cited<number>
  /** Kinds to which an extension is in principle not given; only the centre's manager overrides, in writing. */
  readonly extensionInPrincipleNoneFor: Cited<readonly Kind[]>
  readonly extensionsPerOrder: Cited<number>
  /** The redo of this number, and every later one, needs another handler. */
  readonly otherHandlerFromRedo: Cited<number>
  readonly remindersBeforeNoAnswer: Cited<number>
  /** Kinds whose reply is always checked before a no-answer closure; of the rest a sample, in percent. */
  readonly noAnswerCheckedKinds: Cited<readonly Kind[]>
  readonly noAnswerSamplePercent: Cited<number>
  /** 13-1, 13-2: so many unanswered tries of a person, each so long after the one before, until nobody can be reached. */
  readonly manualTries: Cited<number>
  readonly manualTriesApart: Cited<Span>
  /** Kinds whose requester's identity no unit sees unless the requester says otherwise. */
  readonly confidentialKinds: Cited<readonly Kind[]>
  /** 16c: months after which an item of the knowledge base is looked at again by whoever owns it, by its type. */
  readonly knowledgeReviewMonths: Cited<Readonly<Record<KnowledgeType, number>>>
  /** Days before that date from which its owner is urged. */
  readonly knowledgeReviewWarnDays: Cited<number>
  /**
   * 19a: when a topic calls for a warning: so many messages by so many people within these days, and so many times as many as is usual in the days
   * before; or so many special matters.
   */
  readonly topicWarning: Cited<{
    readonly days: number
    readonly pastDays: number
    readonly messages: number
    readonly people: number
    readonly times: number
    readonly special: number
  }>
  /** 16c: whoever was told an item so many days or less before it changed is told again. */
  readonly toldAgainDays: Cited<number>
}

/** One norm as data, with its dates. Other numbers are another pack, never other code. */
export type Pack = {
  readonly id: string
  readonly version: string
  readonly level: 'prefecture' | 'province' | 'nation'
  readonly title: Words
  /** 文号 or official source. */
  readonly citation: string
  readonly effectiveFrom: string
  /** The last date on which it holds; null when no end is known. */
  readonly effectiveTo: string | null
  /** Why a date is taken as it is, where no document states it. */
  readonly datesAssumed?: SilentDefaultId
  readonly inherits: string | null
  readonly clocks: Readonly<Record<ClockName, ClockRule>>
  /** Spans ahead of the due time at which a clock is said to be near its end (第二十二条（一）). */
  readonly warnings: Cited<Readonly<Partial<Record<ClockName, readonly Span[]>>>>
  readonly settings: Settings
  /** How days and hours are counted is itself silent: each unit rests on these defaults. */
  readonly countingRestsOn: Readonly<Partial<Record<SpanUnit, SilentDefaultId>>>
  readonly silentDefaults: readonly SilentDefault[]
}
