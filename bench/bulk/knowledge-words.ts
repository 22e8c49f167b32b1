import type { Searched } from '@open12345/language/retrieval'

let state = 12_345
const chance = (): number => {
  state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
  return state / 2_147_483_648
}
const many = (from: number, to: number): number => from + Math.floor(chance() * (to - from + 1))

/** Words of two signs as a language has them: few that are in every text, and many that are rare. */
const words = Array.from({ length: 30_000 }, () => String.fromCodePoint(0x4e00 + many(0, 2500), 0x4e00 + many(0, 2500)))
const word = (): string => words[Math.floor(words.length ** chance() - 1)] ?? ''
const text = (count: number): string =>
  Array.from({ length: count }, (_, nth) => word() + (nth % 6 === 5 ? '，' : nth === count - 1 ? '。' : '')).join('')

export const inventItem = (nth: number): Searched => ({
  title: `${text(many(4, 8))}${nth}`,
  variants: [],
  keywords: Array.from({ length: 3 }, word),
  body: text(many(60, 160)),
})
export const inventQuestion = (signs: number): string => text(Math.ceil(signs / 2)).slice(0, Math.max(2, signs))
