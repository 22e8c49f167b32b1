/** A number as it is stored and hashed: digits only, a landline with its area code, no country code, no trunk or dialling marks. */
export type Phone = { readonly kind: 'mobile' | 'landline' | 'service'; readonly digits: string }

const mobile = /^1[3-9]\d{9}$/
// Area codes: 010, 02x (two digits after the zero) with eight digits; 0[3-9]xx with seven or eight.
const landline = /^0(?:10\d{8}|2\d\d{8}|[3-9]\d{2}\d{7,8})$/
// 95xxx, 96xxx, 10xxx lines and 400/800 numbers call us too; they receive no SMS.
const service = /^(?:1(?:0|2)\d{3}|9[56]\d{3,6}|[48]00\d{7})$/

const halfWidth = (text: string): string =>
  text.replace(/[０-９＋－（）]/g, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) - 0xfee0))

const bare = (text: string): string => {
  const digits = halfWidth(text)
    .replace(/[\s\-—–()·.]/g, '')
    .replace(/^(?:\+|00)86/, '')
  return /^86(?:1[3-9]\d{9})$/.test(digits) ? digits.slice(2) : digits
}

/** With the country code an area code loses its zero: +86 834 2162345. */
const withZero = (digits: string): string => (/^(?:10\d{8}|2\d\d{8}|[3-9]\d{2}\d{7,8})$/.test(digits) ? `0${digits}` : digits)

/**
 * One number has one form, so that the same caller is found again however the number was written.
 * `areaCode` completes a landline given without one (Liangshan: 0834).
 */
export const parsePhone = (text: string, areaCode?: string): Phone | undefined => {
  const international = /^\s*(?:[+＋]|00)/.test(text)
  const digits = bare(text)
  if (mobile.test(digits)) return { kind: 'mobile', digits }
  if (landline.test(digits)) return { kind: 'landline', digits }
  if (service.test(digits)) return { kind: 'service', digits }
  if (international && landline.test(withZero(digits))) return { kind: 'landline', digits: withZero(digits) }
  if (areaCode !== undefined && /^[2-8]\d{6,7}$/.test(digits) && landline.test(areaCode + digits))
    return { kind: 'landline', digits: areaCode + digits }
  return undefined
}
