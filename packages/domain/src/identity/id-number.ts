const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const
const checkDigits = '10X98765432'

const isCivilDate = (digits: string): boolean => {
  const [year, month, day] = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6, 8)].map(Number)
  if (year === undefined || month === undefined || day === undefined || year < 1850) return false
  try {
    Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' })
    return true
  } catch {
    return false
  }
}

/** GB 11643: eighteen signs, a real date of birth, ISO 7064 MOD 11-2 check sign. Undefined when it cannot be one. */
export const parseIdNumber = (text: string): string | undefined => {
  const id = text
    .replace(/[\s０-９Ｘｘ]/g, (sign) => (/\s/.test(sign) ? '' : String.fromCodePoint((sign.codePointAt(0) ?? 0) - 0xfee0)))
    .toUpperCase()
  if (!/^[1-9]\d{16}[\dX]$/.test(id) || !isCivilDate(id.slice(6, 14))) return undefined
  const sum = weights.reduce((total, weight, place) => total + weight * Number(id[place]), 0)
  return id[17] === checkDigits[sum % 11] ? id : undefined
}
