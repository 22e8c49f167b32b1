import type { Span } from '../calendar/index.ts'
import type { Kind } from '../vocabulary/index.ts'
import type { Citation, Cited, ClockRule, Pack, Settings } from './pack.ts'

const mapValues = <K extends string, A, B>(record: Readonly<Record<K, A>>, change: (value: A) => B): Record<K, B> =>
  Object.fromEntries(Object.entries<A>(record).map(([key, value]) => [key, change(value)])) as Record<K, B>

const markedFrom =
  (parent: Pack) =>
  <C extends Citation>(value: C): C => ({ ...value, inheritedFrom: parent.id })

const inheritedRule = (parent: Pack, rule: ClockRule): ClockRule => {
  const mark = markedFrom(parent)
  if (rule.basis === 'by-kind') return { ...rule, kinds: mapValues(rule.kinds, mark) }
  if (rule.basis === 'by-urgency') return mark({ ...rule, others: mapValues(rule.others, mark) })
  return mark(rule)
}

/** A parent's clocks, each value saying where it was taken from. */
export const inheritedClocks = (parent: Pack): Pack['clocks'] => mapValues(parent.clocks, (rule: ClockRule) => inheritedRule(parent, rule))

export const inheritedSettings = (parent: Pack): Settings =>
  mapValues<string, Citation, Citation>(parent.settings, markedFrom(parent)) as unknown as Settings

/** A parent's limits by kind, for a pack that changes some of them. */
export const inheritedKinds = (parent: Pack): Readonly<Record<Kind, Cited<Span>>> => {
  const rule = parent.clocks.handle
  if (rule.basis !== 'by-kind') throw new TypeError(`${parent.id} has no limits by kind`)
  return mapValues(rule.kinds, markedFrom(parent))
}
