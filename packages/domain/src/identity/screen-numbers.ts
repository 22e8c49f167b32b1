import { parseIdNumber } from './id-number.ts'
import { parsePhone } from './phone.ts'
import { isDigit, isGap, isLatin, isListing, type Sign } from './screen-signs.ts'

export type NumberKind = 'phone' | 'id-number' | 'bank-card'
export type FoundNumber = { readonly kind: NumberKind; readonly start: number; readonly end: number; readonly digits: string }

/** Digits without anything between; `from` and `to` count signs. */
type Group = { readonly from: number; readonly to: number; readonly digits: string }
const widestGap = 3

const groupsOf = (signs: readonly Sign[]): readonly Group[] => {
  const groups: Group[] = []
  for (let from = 0; from < signs.length; from++) {
    if (!isDigit(signs[from]?.read)) continue
    let to = from
    while (isDigit(signs[to]?.read)) to++
    // The last sign of an identity number may be an X.
    if (/^[Xx]$/.test(signs[to]?.read ?? '') && !isLatin(signs[to + 1]?.read)) to++
    const digits = signs
      .slice(from, to)
      .map(({ read }) => read.toUpperCase())
      .join('')
    groups.push({ from, to, digits })
    from = to - 1
  }
  return groups
}

const isNear = (signs: readonly Sign[], one: Group, next: Group): boolean =>
  next.from - one.to <= widestGap && signs.slice(one.to, next.from).every(({ read }) => isGap(read) || isListing(read))

/** ISO/IEC 7812: the sum of a card number's digits, every second one doubled, ends in 0. */
const isCard = (digits: string): boolean => {
  if (!/^[3-6]\d{14,18}$/.test(digits)) return false
  const sum = [...digits].toReversed().reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 === 0 ? 1 : 2)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}

const kindOf = (digits: string): NumberKind | undefined => {
  if (digits.length < 11) return undefined
  if (parseIdNumber(digits) !== undefined) return 'id-number'
  const phone = digits.endsWith('X') ? undefined : parsePhone(digits)
  if (phone !== undefined && phone.kind !== 'service') return 'phone'
  return isCard(digits) ? 'bank-card' : undefined
}

/** A number of seven or eight digits is somebody's only where the words before it say so. */
const said = /(电话|座机|家里|联系|致电|tel|call)[^\d]{0,6}$/i
const isSaidBefore = (signs: readonly Sign[], { from }: Group): boolean =>
  said.test(
    signs
      .slice(Math.max(0, from - 12), from)
      .map(({ read }) => read)
      .join(''),
  )
const isSaidLandline = (signs: readonly Sign[], group: Group): boolean => /^[2-8]\d{6,7}$/.test(group.digits) && isSaidBefore(signs, group)

const longest = 21

type Joined = { readonly kind: NumberKind; readonly last: number; readonly digits: string }

/** The digits of this group, of it and the next, and so on as long as they stand near each other. */
function* joinedFrom(signs: readonly Sign[], groups: readonly Group[], first: number): Generator<readonly [last: Group, digits: string]> {
  let digits = ''
  for (const [index, group] of groups.slice(first, first + longest).entries()) {
    const before = index === 0 ? undefined : groups[first + index - 1]
    if (before !== undefined && !isNear(signs, before, group)) return
    digits += group.digits
    if (digits.length > longest) return
    yield [group, digits]
  }
}

/** Whoever spaces a number out does so by single signs, or by groups of three and more: a list of doors is no phone. */
const isOneNumber = ([first, ...rest]: readonly Group[]): boolean => {
  const lengths = [...(first !== undefined && /^(00)?86$/.test(first.digits) ? [] : [first]), ...rest].map(
    (group) => group?.digits.length ?? 0,
  )
  return lengths.length < 2 || lengths.every((length) => length === 1) || lengths.every((length) => length >= 3)
}

/** A number in the middle of letters is a parcel's or a company's. */
const isWithinLetters = (signs: readonly Sign[], from: number, to: number): boolean =>
  isLatin(signs[from - 1]?.read) || isLatin(signs[to]?.read)

/** 138 1234 1234, 1381234 1234, or sign by sign; 0834 2162345. */
const asPhonesAreWritten = /^(?:(?:(?:00)?86 )?1(?:\d\d|\d{6})? |(?:010|02\d|0[3-9]\d\d) [2-8])/
const measure = /[元块平米户室年%]/

/** Amounts, rooms and years of a list may make the digits of a phone or a card too: between such signs a number is more than its digits. */
const isInNoList = (signs: readonly Sign[], [first, ...rest]: readonly Group[], kind: NumberKind): boolean => {
  const last = rest.at(-1)
  if (first === undefined || last === undefined || !signs.slice(first.from, last.to).some(({ read }) => isListing(read))) return true
  if (kind !== 'phone') return kind === 'id-number'
  const written = [first, ...rest].map(({ digits }) => digits).join(' ')
  return (asPhonesAreWritten.test(written) || isSaidBefore(signs, first)) && !measure.test(signs[last.to]?.read ?? '')
}

/** From this group on, the longest number that the groups make together. */
const numberFrom = (signs: readonly Sign[], groups: readonly Group[], first: number): Joined | undefined => {
  const start = groups[first]
  if (start === undefined) return undefined
  let found: Joined | undefined
  let last = first
  for (const [group, digits] of joinedFrom(signs, groups, first)) {
    const together = groups.slice(first, last + 1)
    const kind = isOneNumber(together) ? kindOf(digits) : undefined
    if (kind !== undefined && isInNoList(signs, together, kind) && !(kind === 'bank-card' && isWithinLetters(signs, start.from, group.to)))
      found = { kind, last, digits }
    last++
  }
  return found ?? (isSaidLandline(signs, start) ? { kind: 'phone', last: first, digits: start.digits } : undefined)
}

/** Phones, identity numbers (with their check sign) and bank cards (with their check digit), spaced out or not. */
export const numbersIn = (signs: readonly Sign[]): readonly FoundNumber[] => {
  const groups = groupsOf(signs)
  const numbers: FoundNumber[] = []
  for (let index = 0; index < groups.length; index++) {
    const found = numberFrom(signs, groups, index)
    const [first, last] = [groups[index], groups[found?.last ?? -1]]
    if (found === undefined || first === undefined || last === undefined) continue
    const plus = /^[+]$/.test(signs[first.from - 1]?.read ?? '') ? 1 : 0
    const [begin, end] = [signs[first.from - plus], signs[last.to - 1]]
    if (begin !== undefined && end !== undefined) numbers.push({ kind: found.kind, start: begin.start, end: end.end, digits: found.digits })
    index = found.last
  }
  return numbers
}
