import type { Rating } from '../vocabulary/index.ts'
import { plainReply, replyTokens, type Aspect, type Token } from './reply-tokens.ts'

/** What a reply by SMS says. What was not said stays null; what cannot be read with certainty is `unclear`. */
export type ReplyReading =
  | { readonly kind: 'rating'; readonly service: Rating | null; readonly result: Rating; readonly code: string | null }
  | { readonly kind: 'unclear' }
  | { readonly kind: 'stop' }

const unclear: ReplyReading = { kind: 'unclear' }

type Rated = { readonly aspect: Aspect | null; readonly rating: Rating; readonly by: 'digit' | 'word' }

/** Each rating with the aspect named before it; 服务和结果都满意 rates both. */
const ratedAspects = (tokens: readonly Token[]): readonly Rated[] | undefined => {
  const rated: Rated[] = []
  let named: Aspect[] = []
  for (const token of tokens) {
    if (token.kind === 'aspect') named.push(token.aspect)
    if (token.kind !== 'rating') continue
    for (const aspect of named.length === 0 ? [null] : named) rated.push({ aspect, rating: token.rating, by: token.by })
    named = []
  }
  return named.length > 0 ? undefined : rated
}

/** The one rating of several that say the same; undefined where they differ. */
const agreed = (rated: readonly Rated[]): Rating | null | undefined => {
  const distinct = new Set(rated.map(({ rating }) => rating))
  return distinct.size > 1 ? undefined : (rated[0]?.rating ?? null)
}

type Both = { readonly service: Rating | null; readonly result: Rating }

const isBareDigit = ({ aspect, by }: Rated): boolean => aspect === null && by === 'digit'

const fromAspects = (rated: readonly Rated[]): Both | undefined => {
  const service = agreed(rated.filter(({ aspect }) => aspect === 'service'))
  const result = agreed(rated.filter(({ aspect }) => aspect !== 'service'))
  return service === undefined || result === undefined || result === null ? undefined : { service, result }
}

const bothOf = (tokens: readonly Token[]): Both | undefined => {
  const rated = ratedAspects(tokens)
  if (rated === undefined) return undefined
  const pairs = tokens.filter((token) => token.kind === 'pair')
  const [pair] = pairs
  if (pair !== undefined) return pairs.length === 1 && rated.length === 0 ? { service: pair.service, result: pair.result } : undefined
  const [service, result, more] = rated.filter(isBareDigit)
  if (result === undefined) return fromAspects(rated)
  // "1 3" is the invited pair of digits; two words without the names of what they rate are not.
  const isPair = service !== undefined && more === undefined && rated.length === 2
  return isPair ? { service: service.rating, result: result.rating } : undefined
}

/** Every sign is understood, or nothing is. */
const strictly = (plain: string): ReplyReading => {
  const tokens = replyTokens(plain)
  if (tokens.some(({ kind }) => kind === 'other')) return unclear
  const codes = new Set(tokens.flatMap((token) => (token.kind === 'code' ? [token.code] : [])))
  const both = bothOf(tokens)
  if (both === undefined || codes.size > 1) return unclear
  return { kind: 'rating', ...both, code: [...codes][0] ?? null }
}

/**
 * 不满意，还是没修: whoever opens with dissatisfaction and then says why is understood. The other way round nothing is taken for granted:
 * a wrong 不满意 costs one phone call, a wrong 满意 closes the order.
 */
const dissatisfiedWithReason = (plain: string): ReplyReading => {
  const parts = /^(?<head>[^,.;!、。\s]{1,12})[,.;!、。\s]+(?<rest>[^]+)$/u.exec(plain)?.groups
  if (parts === undefined || /满/.test(parts['rest'] ?? '')) return unclear
  const head = strictly(parts['head'] ?? '')
  return head.kind === 'rating' && head.result === 'dissatisfied' && head.service === null ? head : unclear
}

const doubleNegation = /(?:不|没|非(?!常)|未|无)[^,.;!、。\s]{0,4}(?:不|没|未)[^,.;!、。\s]{0,4}满/u

/**
 * 第十三条（二） 服务与结果分开评价: one digit or word rates the result and leaves the service unrated; two digits rate service, then result.
 * @clause 13-2
 */
export const readReply = (text: string): ReplyReading => {
  const plain = plainReply(text)
  if (/^(?:td|t|退订)$/.test(plain)) return { kind: 'stop' }
  if (/\?|吗|呢|满意不满意|满不满意/.test(plain) || doubleNegation.test(plain)) return unclear
  const numeral = /^[一二三]$/.test(plain) ? String('一二三'.indexOf(plain) + 1) : plain
  const reading = strictly(numeral)
  return reading.kind === 'unclear' ? dissatisfiedWithReason(numeral) : reading
}
