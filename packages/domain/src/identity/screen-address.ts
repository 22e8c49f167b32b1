import { isGap, signsOf, type Sign } from './screen-signs.ts'

type Found = { readonly kind: 'own-address' | 'address'; readonly start: number; readonly end: number }

const isNumber = (read: string | undefined): boolean => read !== undefined && /^\d$/.test(read)
const isJoint = (read: string | undefined): boolean => read === '#' || read === '-'
/** What stands after a number on a door, longest first: 3号楼2单元501室 and 3-2-501 are one place. */
const doorWords = ['号楼', '号院', '单元', '栋', '幢', '座', '号', '室', '户', '房', '层', '楼', '组', '社', '队', '弄']

const doorAt = (signs: readonly Sign[], at: number): number =>
  doorWords.find((word) => [...word].every((sign, place) => signs[at + place]?.read === sign))?.length ?? 0

const isHyphen = (read: string): boolean => /[-‐-―−]/u.test(read)

/** Without gaps; a hyphen between two numbers stays. */
const closedUp = (signs: readonly Sign[]): readonly Sign[] => {
  const kept: Sign[] = []
  for (const [at, sign] of signs.entries()) {
    const { read, start, end } = sign
    if (!isGap(read)) kept.push(read >= 'A' && read <= 'Z' ? { read: read.toLowerCase(), start, end } : sign)
    else if (isHyphen(read) && isNumber(signs[at - 1]?.read) && isNumber(signs[at + 1]?.read)) kept.push({ read: '-', start, end })
  }
  return kept
}

/** 九十七 is 97, 十二 is 12, 一百零三 is 103: what 十 and 百 add is the digits that nobody says. */
const numeralsOf = (signs: readonly Sign[]): readonly Sign[] =>
  signs.flatMap((sign, at) => {
    if (sign.read !== '十' && sign.read !== '百') return [sign]
    const [isAfter, isBefore] = [isNumber(signs[at - 1]?.read), isNumber(signs[at + 1]?.read)]
    const [one, nought] = [
      { ...sign, read: '1' },
      { ...sign, read: '0' },
    ]
    if (sign.read === '百') return !isAfter ? [sign] : isBefore ? [] : [nought, nought]
    return [...(isAfter ? [] : [one]), ...(isBefore ? [] : [nought])]
  })

/** An address as it is compared: digits are Arabic, words of doors are `#`, hyphens between numbers `-`, and no gaps. */
const readingOf = (text: string): readonly Sign[] => {
  const signs = numeralsOf(closedUp(signsOf(text, true)))
  const read: Sign[] = []
  for (let at = 0; at < signs.length; at++) {
    const sign = signs[at]
    if (sign === undefined) continue
    const door = isNumber(read.at(-1)?.read) ? doorAt(signs, at) : 0
    const last = signs[at + door - 1]
    read.push(door === 0 || last === undefined ? sign : { read: '#', start: sign.start, end: last.end })
    at += Math.max(door - 1, 0)
  }
  return read
}

const same = (reading: readonly Sign[]): string =>
  reading
    .map(({ read }) => (read === '-' ? '#' : read))
    .join('')
    .replace(/#$/, '')

/** Where the name of a place may begin: after a number, and after the name of the place above it. */
const aboveIt = /(?<=[#\d]|省|州|市|县|区|镇|乡|街道|办事处|村)(?=\d{0,2}\p{Script=Han}{2})/gu
/** 四川 reads as 4川. */
const isPlace = /^(?:\d{0,2}\p{Script=Han}{2}|\p{Script=Han}\d{1,2}\p{Script=Han}).*\d/u

/**
 * The home that was given, as it may be written: whole, without the places above it, and without the room. Each is long enough to be no other place.
 */
export const homeForms = (address: string): readonly string[] => {
  const whole = same(readingOf(address))
  const tails = [0, ...[...whole.matchAll(aboveIt)].map(({ index }) => index)].map((at) => whole.slice(at))
  const without = (tail: string): readonly string[] => (tail.split('#').length < 3 ? [] : [tail.replace(/#[^#]*$/, '')])
  return [...new Set(tails.flatMap((tail) => [tail, ...without(tail)]))].filter((form) => [...form].length >= 4 && isPlace.test(form))
}

type IsHome = (form: string) => boolean

/** The home that begins with this sign; a number that goes on is another door. */
const homeFrom = (reading: readonly Sign[], at: number, length: number, isHome: IsHome): Found | undefined => {
  const window = reading.slice(at, at + length)
  const [first, last, next] = [window[0], window.at(-1), reading[at + length]]
  const form = same(window)
  if (first === undefined || last === undefined || form.length < length || !isPlace.test(form)) return undefined
  if ((isNumber(last.read) && isNumber(next?.read)) || !isHome(form)) return undefined
  return { kind: 'own-address', start: first.start, end: next !== undefined && isJoint(next.read) ? next.end : last.end }
}

/** The home itself in the words, in whatever writing. `lengths`: of the forms that it has. */
export const homesIn = (text: string, lengths: readonly number[], isHome: IsHome): readonly Found[] => {
  if (lengths.length === 0) return []
  const reading = readingOf(text)
  const longestFirst = lengths.toSorted((one, other) => other - one)
  return reading.flatMap((_, at) => {
    for (const length of longestFirst) {
      const home = homeFrom(reading, at, length, isHome)
      if (home !== undefined) return [home]
    }
    return []
  })
}

const said = '(?<said>(?:我(?:们)?家|我住|本人住|家住|现住|住在|家庭住址|住址|住处)(?:就)?(?:住|在|是|为|[:：])*)'
const place = '(?<place>(?:(?![住在是的于到从至有])\\p{Script=Han}){2,10})'
const number = '\\d{1,4}'
/** One door of one house: a place, and two numbers or more of which one is said to be a door's; a last one that is not is a room's. */
const dwelling = new RegExp(
  `${place}[a-z]?(?=[\\d-]*#)${number}(?:[#-]${number}(?=[#-]))*(?:[#-]\\d{2,4}(?!\\d)#?|#)(?![平米元万人年条时点%:：])`,
  'gu',
)
/** After 我家住: a place with one number says it already. */
const ownDwelling = new RegExp(
  `${said}${place}[a-z]?${number}(?:(?:-${number})*#|(?:-${number}){2,})(?:\\p{Script=Han}{2,8}${number}#)?(?:${number}[#-]?)*`,
  'gu',
)
/** Most texts have none, and are not read sign by sign for it. */
const hasDoor = /[\p{N}〇一二两三四五六七八九十百壹贰叁肆伍陆柒捌玖][^\p{Script=Han}\p{N}]{0,3}[号单栋幢座室户房层楼组社队弄]/u
const twoNumbers = /\d[#-]+\d/
/** 一栋三层楼: how many, not which. */
const counted = (words: string): boolean => words.endsWith('层') && !/单元|号/.test(words)
const aDate = /(?:19|20)\d\d-\d{1,2}/

/** Exact dwellings, whoever lives there; `own-address` where the words say that it is theirs. @clause 20a */
export const dwellingsIn = (text: string): readonly Found[] => {
  if (!hasDoor.test(text)) return []
  const reading = readingOf(text)
  const read = reading.map((sign) => (sign.read.length === 1 ? sign.read : ' ')).join('')
  const spanOf = (kind: Found['kind'], from: number, length: number): readonly Found[] => {
    const [first, last] = [reading[from], reading[from + length - 1]]
    return first === undefined || last === undefined ? [] : [{ kind, start: first.start, end: last.end }]
  }
  const own = [...read.matchAll(ownDwelling)].flatMap(({ index, 0: words, groups }) => {
    const before = groups?.['said']?.length ?? 0
    return spanOf('own-address', index + before, words.length - before)
  })
  const any = [...read.matchAll(dwelling)].flatMap(({ index, 0: words }) =>
    twoNumbers.test(words) && !aDate.test(words) ? spanOf('address', index, words.length) : [],
  )
  return [...own, ...any].filter(({ start, end }) => !counted(text.slice(start, end)))
}

/** Words that make a place in the same text somebody's own. */
const isMine = /我(?:们)?(?:自己)?家|我住|本人住|本人家|自己家|家住|住处|家庭住址/u
export type MatterWords = { readonly content: string; readonly addressDetail: string | null }

/** 第二十条（三）: whoever may not be known says, by where the matter is, where they live. */
export const tellsOwnHome = ({ content, addressDetail }: MatterWords, home: string | null): boolean => {
  const texts = [content, addressDetail ?? '']
  const forms = home === null ? [] : homeForms(home)
  const lengths = [...new Set(forms.map((form) => [...form].length))]
  if (texts.some((text) => homesIn(text, lengths, (form) => forms.includes(form)).length > 0)) return true
  const places = texts.flatMap(dwellingsIn)
  return places.some(({ kind }) => kind === 'own-address') || (places.length > 0 && isMine.test(content))
}
