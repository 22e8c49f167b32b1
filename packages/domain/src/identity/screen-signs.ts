/** A sign of a text as it is read, where it stands, and what it reads as: a digit in any writing is its Arabic one. */
export type Sign = { readonly read: string; readonly start: number; readonly end: number }

const chineseDigits: Readonly<Record<string, string>> = Object.fromEntries(
  ['零〇○', '一壹幺', '二贰两', '三叁', '四肆', '五伍', '六陆', '七柒', '八捌', '九玖'].flatMap((signs, digit) =>
    [...signs].map((sign) => [sign, String(digit)]),
  ),
)
const folded = (sign: string): string => {
  if (sign >= ' ' && sign <= '~') return sign
  const wide = sign.normalize('NFKC')
  return wide.length === 1 ? wide : sign
}

/** 〇一二 are words as often as digits, so that they are read as digits only where `isChinese`. */
export const signsOf = (text: string, isChinese: boolean): readonly Sign[] => {
  const signs: Sign[] = []
  let at = 0
  for (const sign of text) {
    const read = (isChinese ? chineseDigits[sign] : undefined) ?? folded(sign)
    // Nobody sees a sign of no width; it stands between two digits to part them for a program.
    if (!/\p{Cf}/u.test(sign)) signs.push({ read, start: at, end: at + sign.length })
    at += sign.length
  }
  return signs
}

/** What stands between the digits of one number, and within a name that was spaced out; written for the eye or to escape it. */
const gap = /[\s\-‐-―−·•.、_()（）*]/u
export const isGap = (sign: string): boolean => gap.test(sign)
/** What parts the items of a list, the figures of an amount and of a time as often as the digits of one number. */
const listing = /[/\\,:;|~〜+]/u
export const isListing = (sign: string): boolean => listing.test(sign)
export const isDigit = (sign: string | undefined): boolean => sign !== undefined && sign >= '0' && sign <= '9'
export const isLatin = (sign: string | undefined): boolean => sign !== undefined && /[A-Za-z]/.test(sign)
