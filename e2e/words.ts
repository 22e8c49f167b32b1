/** Own words for every run, long enough to be found by and to be recognised in a list. */
let told = 0
export const own = (sentence: string): string =>
  `${sentence}（${Temporal.Now.instant().epochMilliseconds % 100_000_000}${process.pid}${told++}）`

/** 260300000014 ← 2603 0000 0014 */
export const digitsOf = (text: string | null): string => (text ?? '').replaceAll(/\D/g, '')
export const grouped = (digits: string): string => digits.replace(/(\d{4})(?=\d)/g, '$1 ')

/** A number that nobody has called from yet. */
export const ownPhone = (): string =>
  `139${String((Temporal.Now.instant().epochMilliseconds + process.pid * 7919 + told++) % 100_000_000).padStart(8, '0')}`
