import type { ConflictView } from '@open12345/contract/knowledge'
import { oneSpelling } from '@open12345/language/reading'

type Kind = ConflictView['differing'][number]['kind']
export type Figure = { readonly kind: Kind; readonly value: string }

const number = String.raw`(\d+(?:\.\d+)?)`
const patterns: readonly (readonly [kind: Kind, pattern: RegExp])[] = [
  ['document', /[〔[(](\d{4})[〕\])]\s*第?(\d+)号/g],
  ['phone', /(?<!\d)(0\d{2,3}-?\d{7,8}|1[3-9]\d{9}|[48]00-?\d{3}-?\d{4}|\d{7,8}|1\d{4}|9\d{4,5})(?![\d.]|\s*(?:元|人|户|万))/g],
  ['working-days', new RegExp(`${number}\\s*个?工作日`, 'g')],
  ['days', new RegExp(`${number}\\s*(?:个?自然日|日内|天)`, 'g')],
  ['hours', new RegExp(`${number}\\s*(?:个?小时)`, 'g')],
  ['amount', new RegExp(`${number}\\s*(万?元)`, 'g')],
  ['percent', new RegExp(`${number}\\s*%`, 'g')],
]

const digits = '零一二三四五六七八九'
const tens = /([二三四五六七八九])?十([一二三四五六七八九])?(?=个?工作日|个?自然日|日内|天|个?小时|万?元)/g
const ones = /([一二两三四五六七八九])(?=个?工作日|个?自然日|日内|天|个?小时|万?元)/g
const valueOf = (sign: string | undefined, none: number): number =>
  sign === undefined ? none : digits.indexOf(sign === '两' ? '二' : sign)
/** 十五个工作日 is 15个工作日. */
const inFigures = (text: string): string =>
  text
    .replaceAll(tens, (_, ten: string | undefined, one: string | undefined) => String(valueOf(ten, 1) * 10 + valueOf(one, 0)))
    .replaceAll(ones, (sign: string) => String(valueOf(sign, 0)))

const valueIn = (kind: Kind, [, first = '', second = '']: RegExpExecArray): string => {
  if (kind === 'phone') return first.replaceAll('-', '')
  if (kind === 'document') return `${first}-${second}`
  return String(Number(first) * (second === '万元' ? 10_000 : 1))
}

/** What of a text can contradict another: days, hours, amounts, shares, telephone numbers and numbers of documents. */
export const figuresIn = (text: string): readonly Figure[] => {
  const plain = inFigures(oneSpelling(text))
  return patterns.flatMap(([kind, pattern]) => [...plain.matchAll(pattern)].map((found) => ({ kind, value: valueIn(kind, found) })))
}

const sentences = (text: string): readonly string[] => text.split(/(?<=[。；！？\n])/)

/** The sentences of a text that hold one of these figures; the beginning where none does. */
export const passageOf = (text: string, differing: readonly Pick<Figure, 'kind' | 'value'>[]): string => {
  const holds = (sentence: string) =>
    figuresIn(sentence).some(({ kind, value }) => differing.some((one) => one.kind === kind && one.value === value))
  const told = sentences(text).filter(holds).join('').trim()
  return (told === '' ? text : told).slice(0, 300)
}
