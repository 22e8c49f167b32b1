import { maskIdNumber, maskName, maskPhone } from './mask.ts'
import { parsePhone } from './phone.ts'
import { dwellingsIn, homesIn } from './screen-address.ts'
import { numbersIn } from './screen-numbers.ts'
import { isGap, signsOf, type Sign } from './screen-signs.ts'

/** What in somebody's words tells who they are. `own-phone`, `own-address`: those that the requester gave, or says are theirs. */
export const spanKinds = ['name', 'own-phone', 'phone', 'id-number', 'bank-card', 'plate', 'own-address', 'address'] as const
export type SpanKind = (typeof spanKinds)[number]
/** `start` and `end` count UTF-16 units of the text, as `slice` does. */
export type Span = { readonly kind: SpanKind; readonly start: number; readonly end: number }

/** Whom the words are about, as far as it is known: a name may be known by a keyed hash only. */
export type Known = {
  /** How many signs the name has without what stands between them; null where none was given. */
  readonly nameLength: number | null
  readonly isName: (signs: string) => boolean
  readonly isPhone: (digits: string) => boolean
  /** How long each form of the home is; none where none was given. */
  readonly homeLengths: readonly number[]
  readonly isHome: (form: string) => boolean
}
export const nobodyKnown: Known = { nameLength: null, isName: () => false, isPhone: () => false, homeLengths: [], isHome: () => false }

/** Words that people write where a name is asked for: to hide them in a text would hide the text. */
const noNames = ['匿名', '先生', '女士', '群众', '市民', '村民', '居民', '保密', '不详', '无名', '本人', '家长', '业主', '用户']

/** A name as it is looked for: without gaps, in one writing; null where it is too short to be told from words. */
export const nameSigns = (name: string): string | null => {
  const signs = signsOf(name.normalize('NFC'), false).flatMap(({ read }) => (isGap(read) ? [] : [read.toLowerCase()]))
  const whole = signs.join('')
  return signs.length < 2 || noNames.includes(whole) ? null : whole
}

/** One number has one form: null for what is no phone. */
export const phoneDigits = (phone: string): string | null => parsePhone(phone)?.digits ?? null

const plate =
  /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][\s·•.-]?(?=[A-HJ-NP-Z]{0,5}\d)(?:[A-HJ-NP-Z\d]{5,6}|[A-HJ-NP-Z\d]{4}[学警港澳挂试超])(?![A-Z\d])/gi

const platesIn = (signs: readonly Sign[]): readonly Span[] => {
  const read = signs.map((sign) => (sign.read.length === 1 ? sign.read : ' ')).join('')
  return [...read.matchAll(plate)].flatMap(({ index, 0: { length } }): Span[] => {
    const [first, last] = [signs[index], signs[index + length - 1]]
    return first === undefined || last === undefined ? [] : [{ kind: 'plate', start: first.start, end: last.end }]
  })
}

const namesIn = (signs: readonly Sign[], { nameLength, isName }: Known): readonly Span[] => {
  if (nameLength === null) return []
  const letters = signs.filter(({ read }) => !isGap(read))
  const asked = new Map<string, boolean>()
  const spans: Span[] = []
  for (let index = 0; index + nameLength <= letters.length; index++) {
    const window = letters.slice(index, index + nameLength)
    const words = window.map(({ read }) => read.toLowerCase()).join('')
    if (!/^[\p{L}\p{N}]+$/u.test(words)) continue
    const isOne = asked.get(words) ?? isName(words)
    asked.set(words, isOne)
    const [first, last] = [window[0], window.at(-1)]
    if (!isOne || first === undefined || last === undefined) continue
    spans.push({ kind: 'name', start: first.start, end: last.end })
    index += nameLength - 1
  }
  return spans
}

const phoneSpans = (signs: readonly Sign[], { isPhone }: Known): readonly Span[] =>
  numbersIn(signs).map(({ kind, start, end, digits }) => {
    const isOwn = kind === 'phone' && isPhone(parsePhone(digits)?.digits ?? digits)
    return { kind: isOwn ? 'own-phone' : kind, start, end }
  })

/** In the order of the text, none within another: of two that overlap the one that was found first stays. */
const apart = (spans: readonly Span[]): readonly Span[] =>
  spans
    .reduce<readonly Span[]>(
      (kept, span) => (kept.some(({ start, end }) => span.start < end && start < span.end) ? kept : [...kept, span]),
      [],
    )
    .toSorted((one, other) => one.start - other.start)

/**
 * 第二十条（一）: where a text tells who somebody is, in whatever writing: phones, identity numbers, bank cards, number plates, and the requester's
 * own name, number and home, and exact dwellings. Order numbers, document numbers, dates and amounts are none of these.
 * @clause 20a
 */
export const spansIn = (text: string, known: Known): readonly Span[] => {
  const arabic = signsOf(text, false)
  return apart([
    ...phoneSpans(arabic, known),
    ...phoneSpans(signsOf(text, true), known),
    ...platesIn(arabic),
    ...namesIn(arabic, known),
    ...homesIn(text, known.homeLengths, known.isHome),
    ...dwellingsIn(text),
  ])
}

const starred = (length: number, shown: string): string => '*'.repeat(Math.max(length - shown.length, 1)) + shown

const maskOf = (kind: SpanKind, words: string): string => {
  const read = signsOf(words, true).map((sign) => sign.read)
  const digits = read.filter((sign) => /[\dXx]/.test(sign)).join('')
  switch (kind) {
    case 'name':
      return maskName(
        signsOf(words, false)
          .flatMap((sign) => (isGap(sign.read) ? [] : [sign.read]))
          .join(''),
      )
    case 'own-phone':
    case 'phone': {
      const phone = parsePhone(digits)
      return phone === undefined ? starred(digits.length, digits.slice(-2)) : maskPhone(phone)
    }
    case 'id-number':
      return maskIdNumber(digits)
    case 'bank-card':
      return starred(digits.length, digits.slice(-4))
    case 'own-address':
    case 'address':
      return '*'.repeat([...words].length)
    case 'plate': {
      const signs = signsOf(words, false).flatMap((sign) => (isGap(sign.read) ? [] : [sign.read]))
      return `${signs.slice(0, 2).join('')}·${'*'.repeat(signs.length - 2)}`
    }
  }
}

/**
 * `whole`: nothing of it stays legible, not the surname and not the last digits, and no door; `identity`: the same, but doors stay whoever's they
 * are, because the matter may be there; `partly`: what tells two apart stays, and where the matter is.
 */
export type Masking = 'partly' | 'identity' | 'whole'

/** The text with each span masked; how long and of what kind it was can still be seen. @clause 20a */
export const maskSpans = (text: string, spans: readonly Span[], masking: Masking): string => {
  let [masked, at] = ['', 0]
  for (const { kind, start, end } of spans) {
    const mask = maskOf(kind, text.slice(start, end))
    masked += text.slice(at, start) + (masking === 'partly' ? mask : '*'.repeat(mask.length))
    at = end
  }
  return masked + text.slice(at)
}
