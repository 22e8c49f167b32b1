import { spanText, spanWords, type Words } from '../calendar/index.ts'
import { kinds, type Kind, type Urgency } from '../vocabulary/index.ts'
import { assistDays } from './assist-limit.ts'
import { clockNames, clockTexts, type ClockName } from './clock-name.ts'
import type { Pack, SilentDefaultId } from './pack.ts'
import { packLimit } from './pack-limit.ts'

/** One limit of a pack, for people who read the norm as a table. */
export type LimitRow = {
  readonly clock: ClockName
  readonly name: Words
  readonly starts: Words
  /** Null where the limit does not depend on it. */
  readonly kind: Kind | null
  readonly urgency: Urgency | null
  readonly span: string
  readonly words: Words
  readonly clause: string
  readonly article: string
  readonly inheritedFrom: string | null
  readonly silentDefaults: readonly SilentDefaultId[]
}

type Variant = { readonly kind: Kind | null; readonly urgency: Urgency | null }

const variantsOf = (pack: Pack, clock: ClockName): readonly Variant[] => {
  const { basis } = pack.clocks[clock]
  if (basis === 'by-urgency') return (['ordinary', 'special', 'emergency'] as const).map((urgency) => ({ kind: null, urgency }))
  if (basis === 'fixed' || basis === 'from-old-due') return [{ kind: null, urgency: null }]
  return kinds.map((kind) => ({ kind, urgency: null }))
}

const rowOf = (pack: Pack, clock: ClockName, { kind, urgency }: Variant): readonly LimitRow[] => {
  const rule = pack.clocks[clock]
  const limit = packLimit(pack, { clock, kind, urgency })
  if (!limit.ok) return []
  const { cited } = limit.value
  const span = rule.basis === 'ahead-of' ? { ...limit.value.span, count: assistDays(limit.value.span.count, rule.value) } : limit.value.span
  const [{ clause, article }] = cited
  return [
    {
      clock,
      ...clockTexts[clock],
      kind,
      urgency,
      span: spanText(span),
      words: spanWords(span),
      clause,
      article,
      inheritedFrom: cited.find(({ inheritedFrom }) => inheritedFrom)?.inheritedFrom ?? null,
      silentDefaults: cited.flatMap(({ silent }) => silent ?? []),
    },
  ]
}

/** Every limit of a pack, by clock, kind and urgency. */
export const limitsTable = (pack: Pack): readonly LimitRow[] =>
  clockNames.flatMap((clock) => variantsOf(pack, clock).flatMap((variant) => rowOf(pack, clock, variant)))
