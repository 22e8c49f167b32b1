import { principles, subjects } from '@open12345/domain/vocabulary'
import { z } from 'zod'
import { unitKinds } from '../units.ts'
import type { Columns, Row } from './csv.ts'
import { words } from './fault.ts'

const isDate = (text: string): boolean => {
  try {
    return Temporal.PlainDate.from(text).toString() === text
  } catch {
    return false
  }
}
const notADate = words('应为存在的日期，写作 2023-02-17。', 'It must be a date that exists, written 2023-02-17.')
export const isoDate = z.string().refine(isDate, notADate)
const day = isoDate.transform((text) => Temporal.PlainDate.from(text))

const text = (most: number) =>
  z.string().refine((given) => given.length <= most, words(`不超过 ${most} 个字。`, `It must have ${most} characters or fewer.`))

const placeCode = z.string().refine((code) => /^\d{4,12}$/.test(code), words('应为 4 至 12 位数字。', 'It must have 4 to 12 digits.'))
const unitId = z
  .string()
  .refine(
    (id) => /^[a-z0-9][a-z0-9-]{0,29}$/.test(id),
    words('应为小写字母、数字和连字符，不超过 30 个。', 'It must be small letters, digits and hyphens, 30 at most.'),
  )

const period = { from: day, to: day.nullable() }
const inOrder = ({ from, to }: { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate | null }): boolean =>
  to === null || Temporal.PlainDate.compare(from, to) < 0
const backwards = {
  error: words(
    '“止”应晚于“起”；止日当天起不再有效。',
    'The end must be later than the beginning; it is the first day that no longer counts.',
  ),
  path: ['to'],
}

export const placeColumns = {
  code: '代码',
  parent: '上级',
  name: '名称',
  level: '层级',
  replacedBy: '改为',
  from: '起',
  to: '止',
} satisfies Columns
export const placeRow = z
  .strictObject({
    code: placeCode,
    parent: placeCode.nullable(),
    name: text(40),
    level: z.enum(['prefecture', 'county', 'township']),
    replacedBy: placeCode.nullable(),
    ...period,
  })
  .refine(inOrder, backwards)
export type PlaceRow = Row<z.infer<typeof placeRow>>

export const unitColumns = {
  unit: '单位',
  name: '名称',
  short: '简称',
  english: '英文名',
  kind: '类型',
  parent: '上级',
  supervisedBy: '督办',
  place: '行政区划',
  from: '起',
  to: '止',
} satisfies Columns
export const unitRow = z
  .strictObject({
    unit: unitId,
    name: text(80),
    short: text(20).nullable(),
    english: text(80).nullable(),
    kind: z.enum(unitKinds),
    parent: unitId.nullable(),
    supervisedBy: unitId.nullable(),
    place: placeCode.nullable(),
    ...period,
  })
  .refine(inOrder, backwards)
export type UnitRow = Row<z.infer<typeof unitRow>>

const isSubject = (code: string): boolean => subjects.some((subject) => subject.code === code)

export const responsibilityColumns = {
  subject: '事项',
  place: '行政区划',
  unit: '承办单位',
  principle: '原则',
  basis: '依据',
  from: '起',
  to: '止',
} satisfies Columns
export const responsibilityRow = z
  .strictObject({
    subject: z.string().refine(isSubject, words('事项目录中没有这个事项。', 'The catalogue of subjects has no such subject.')),
    place: placeCode,
    unit: unitId,
    principle: z.enum(principles),
    basis: text(200),
    ...period,
  })
  .refine(inOrder, backwards)
export type ResponsibilityRow = Row<z.infer<typeof responsibilityRow>>

export const linkageColumns = {
  line: '热线',
  name: '名称',
  kind: '类别',
  number: '号码',
  unit: '单位',
  note: '备注',
} satisfies Columns
/** Clause 14. A number that nobody has told yet is left empty. */
export const linkageRow = z.strictObject({
  line: unitId,
  name: text(40),
  kind: z.enum(['emergency', 'utility']),
  number: z
    .string()
    .refine((digits) => /^\d[\d-]{1,19}$/.test(digits), words('应为数字，可含横线。', 'It must be digits, hyphens between them at most.'))
    .nullable(),
  unit: unitId.nullable(),
  note: text(200).nullable(),
})
export type LinkageRow = Row<z.infer<typeof linkageRow>>
