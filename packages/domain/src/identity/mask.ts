import type { Phone } from './phone.ts'

/** Compound surnames stay whole, else 欧阳 would read as the surname 欧. */
const compoundSurnames = [
  '欧阳',
  '司马',
  '上官',
  '诸葛',
  '东方',
  '皇甫',
  '尉迟',
  '公孙',
  '慕容',
  '令狐',
  '司徒',
  '夏侯',
  '宇文',
  '长孙',
  '端木',
  '吉克',
  '阿尔',
  '沙马',
  '吉木',
  '曲木',
]

/** 王建国 → 王**; a name of one sign or in another script shows its first sign only. @clause 20a */
export const maskName = (name: string): string => {
  const signs = [...name.trim().normalize('NFC')]
  if (signs.length === 0) return ''
  const shown = signs.length > 2 && compoundSurnames.includes(signs.slice(0, 2).join('')) ? 2 : 1
  return signs.slice(0, shown).join('') + '*'.repeat(Math.min(Math.max(signs.length - shown, 1), 2))
}

/** 13812341234 → 138****1234; a landline keeps its area code and two last digits. @clause 20a */
export const maskPhone = ({ kind, digits }: Phone): string => {
  if (kind === 'mobile') return `${digits.slice(0, 3)}****${digits.slice(-4)}`
  if (kind === 'landline') {
    const area = /^0(?:10|2\d)/.test(digits) ? 3 : 4
    return `${digits.slice(0, area)}-${'*'.repeat(digits.length - area - 2)}${digits.slice(-2)}`
  }
  return `${digits.slice(0, 3)}${'*'.repeat(digits.length - 3)}`
}

/** Region and year of birth stay legible to nobody: first and last sign only. @clause 20a */
export const maskIdNumber = (id: string): string => `${id.slice(0, 1)}${'*'.repeat(Math.max(id.length - 2, 0))}${id.slice(-1)}`
