import type { Kind } from '../vocabulary/index.ts'
import { mentionsIn, type MatterPlace, type Mention, type Stretch } from './mentions.ts'
import {
  badService,
  denied,
  isAskedAfter,
  isAskedBefore,
  isNamedBefore,
  isPlaceAfter,
  isTogether,
  isToldBefore,
  misconduct,
  post,
  somebodyElse,
  surnames,
} from './signs.ts'
import type { UnitNames } from './unit-names.ts'

/** A post with what may be a name beside it. Only a hint: words do not say which of several people of that name it is. */
export type PersonHint = Stretch
export type Suggestion = {
  readonly unitId: string
  readonly as: 'respondent' | 'accused'
  /** Where the unit is named. */
  readonly named: Stretch
  /** What made it think so; null where the kind of the matter did. */
  readonly because: Stretch | null
  readonly person: PersonHint | null
}

const farthest = 60

/** How the person who speaks stands to the unit: complains of it, asks it for help, told it before. */
type Attitude = { readonly isNamed: boolean; readonly isAsked: boolean; readonly isTold: boolean }
type Seen = Mention &
  Attitude & {
    /** To the end of the sentence, or to the next name. */
    readonly after: string
  }

const sentenceEnd = /[。！？!?；;\n]/u
const clauseStart = (text: string, at: number): string =>
  text
    .slice(Math.max(0, at - 8), at)
    .split(/[。！？!?；;，,\n]/u)
    .at(-1) ?? ''

/** Names with only 和 between them are spoken of together. */
const isJoined = (text: string, one: Mention | undefined, next: Mention | undefined): boolean =>
  one !== undefined && next !== undefined && isTogether.test(text.slice(one.end, next.start))

/** What is said after the name, and after those that are named together with it. */
const afterOf = (text: string, mentions: readonly Mention[], index: number): string => {
  let last = index
  while (isJoined(text, mentions[last], mentions[last + 1])) last++
  const from = mentions[last]?.end ?? text.length
  return text.slice(from, Math.min(from + farthest, mentions[last + 1]?.start ?? text.length)).split(sentenceEnd)[0] ?? ''
}

const attitude = (before: string): Attitude => {
  const isNamed = isNamedBefore.test(before)
  return { isNamed, isAsked: isAskedBefore.test(before), isTold: !isNamed && isToldBefore.test(before) }
}

const seenIn = (text: string, mentions: readonly Mention[]): readonly Seen[] => {
  const seen: Seen[] = []
  for (const [index, mention] of mentions.entries()) {
    const earlier = isJoined(text, mentions[index - 1], mention) ? seen.at(-1) : undefined
    const { isNamed, isAsked, isTold } = earlier ?? attitude(clauseStart(text, mention.start))
    seen.push({ ...mention, after: afterOf(text, mentions, index), isNamed, isAsked, isTold })
  }
  return seen
}

/** The first of these signs that is said of the unit itself. */
const signIn = (text: string, { after, end }: Seen, sign: RegExp): Stretch | null => {
  const from = text.indexOf(after, end)
  for (const { index, 0: words } of after.matchAll(new RegExp(sign.source, 'gu'))) {
    const before = after.slice(0, index)
    if (denied.test(before) || somebodyElse.test(before)) continue
    return { start: from + index, end: from + index + words.length }
  }
  return null
}

const isPlaceOnly = (text: string, { end }: Seen): boolean => isPlaceAfter.test(text.slice(end, end + 12))

const nameAfter = new RegExp(`^(?:某某?|[${surnames}](?:某某?|\\p{Script=Han}{1,2}))`, 'u')
const namedPost = new RegExp(
  `^(?:的)?([${surnames}]\\p{Script=Han}{0,2}?)(?:副)?(?:局长|主任|书记|镇长|乡长|科长|队长|所长|站长|经理)`,
  'u',
)

const personAt = (text: string, { end }: Mention): PersonHint | null => {
  const rest = text.slice(end, end + 24)
  const [byPost] = post.exec(rest) ?? []
  if (byPost === undefined) {
    const [called] = namedPost.exec(rest) ?? []
    return called === undefined ? null : { start: end, end: end + called.length }
  }
  const [name = ''] = nameAfter.exec(rest.slice(byPost.length)) ?? []
  return { start: end, end: end + byPost.length + name.length }
}

type Why = Pick<Suggestion, 'as' | 'because'>

const whyOf = (text: string, seen: Seen, kind: Kind | null): Why | undefined => {
  if (kind === 'praise' || isPlaceOnly(text, seen) || seen.isAsked) return undefined
  const bad = signIn(text, seen, misconduct)
  if (bad !== null) return { as: 'accused', because: bad }
  const as = kind === 'report' ? 'accused' : 'respondent'
  const service = signIn(text, seen, badService)
  if (service !== null) return { as, because: service }
  const direct = seen.isNamed || kind === 'complaint' || kind === 'report'
  return direct && !seen.isTold && !isAskedAfter.test(text.slice(seen.end, seen.end + 12)) ? { as, because: null } : undefined
}

/**
 * 第二十条: which units the words of a matter complain of or accuse, for a person to confirm: nothing is set by it.
 * @clause 20c
 */
export const relationsSuggested = (text: string, kind: Kind | null, names: UnitNames, place: MatterPlace): readonly Suggestion[] => {
  const found = new Map<string, Suggestion>()
  for (const seen of seenIn(text, mentionsIn(text, place, names))) {
    const why = whyOf(text, seen, kind)
    const known = found.get(seen.unit.unitId)
    if (why === undefined || (known !== undefined && (known.as === 'accused' || why.as === 'respondent'))) continue
    const { start, end, unit } = seen
    found.set(unit.unitId, { unitId: unit.unitId, ...why, named: { start, end }, person: personAt(text, seen) ?? known?.person ?? null })
  }
  return [...found.values()]
}
