import type { Kind } from '@open12345/domain/vocabulary'
import type { Chance } from '../chance.ts'
import type { Detour, Matter } from '../matter.ts'

/** 12-3: a consultation is in principle not extended; who asks for more than ten days needs the manager as well. */
const extensions = (kind: Kind): readonly (readonly [Detour, number])[] =>
  kind === 'consultation'
    ? [
        [{ what: 'extend', decision: 'refused' }, 3.4],
        [{ what: 'extend', decision: 'exception' }, 1.8],
      ]
    : [
        [{ what: 'extend', decision: 'granted' }, 4.2],
        [{ what: 'extend', decision: 'refused' }, 1.1],
        [{ what: 'extend', decision: 'after-expiry' }, 0.7],
        [{ what: 'extend', decision: 'exception' }, 0.25],
      ]

/** 12-4: found out after acceptance; nobody is in danger because of a question or a proposal. */
const urgentAfterAll = (kind: Kind): readonly (readonly [Detour, number])[] =>
  kind === 'help' || kind === 'complaint'
    ? [
        [{ what: 'mark-urgent', stage: 'to-dispatch', urgency: 'special' }, 0.5],
        [{ what: 'mark-urgent', stage: 'in-hand', urgency: 'special' }, 0.5],
        [{ what: 'mark-urgent', stage: 'in-hand', urgency: 'emergency' }, 0.3],
      ]
    : []

/** Hundredths of what is sent to units; what is left over goes the usual way. */
const detours: readonly (readonly [Detour, number])[] = [
  [{ what: 'verify', finding: 'within-scope' }, 1.1],
  [{ what: 'verify', finding: 'other-department' }, 0.7],
  [{ what: 'verify', finding: 'out-of-scope' }, 0.6],
  [{ what: 'return', stage: 'to-sign', isLate: false, accepted: true }, 2],
  [{ what: 'return', stage: 'in-hand', isLate: false, accepted: true }, 1.6],
  [{ what: 'return', stage: 'in-hand', isLate: true, accepted: true }, 0.5],
  [{ what: 'return', stage: 'to-sign', isLate: false, accepted: false }, 0.5],
  [{ what: 'return', stage: 'in-hand', isLate: false, accepted: false }, 0.5],
  [{ what: 'return', stage: 'in-hand', isLate: true, accepted: false }, 0.25],
  [{ what: 'co-sign', change: null }, 1.2],
  [{ what: 'co-sign', change: 'add' }, 0.35],
  [{ what: 'co-sign', change: 'withdraw' }, 0.35],
  [{ what: 'lead', withPrincipal: false }, 1.1],
  [{ what: 'lead', withPrincipal: true }, 0.45],
  [{ what: 'replace' }, 0.5],
  [{ what: 'coordinate', isDecided: true }, 0.8],
  [{ what: 'pass-on' }, 16],
]

/** 第九条 末款、第十一条（三）、第十二条（二）（三）: what goes other than straight to one unit and back. Urgent and accusing matters go straight. */
export const detourOf = (
  chance: Chance,
  { kind, course, twist, about }: Pick<Matter, 'kind' | 'course' | 'twist' | 'about'>,
): Detour | null => {
  const isUsual = course.step !== 'handle' || course.urgency !== 'ordinary' || kind === 'report' || about !== null
  if (isUsual || (twist !== null && twist.what !== 'add-facts')) return null
  const all = [...detours, ...extensions(kind), ...urgentAfterAll(kind)]
  const straight = 100 - all.reduce((sum, [, weight]) => sum + weight, 0)
  return chance.weighted<Detour | null>([[null, straight], ...all])
}
