import { requestBody, type RequestBody } from '@open12345/contract/request'
import type { FieldProblems, FieldValues } from '@open12345/contract/public-page'
import { parsePhone, tellsOwnHome } from '@open12345/domain/identity'
import type { Language } from '../../http/call.ts'
import type { PageCall } from '../../http/mount.ts'
import { field, fieldList, orNull } from './fields.ts'

type Sentence = readonly [zh: string, en: string]

/** What is wrong with a field, said so that it can be put right. */
const sentences: Readonly<Record<string, Sentence>> = {
  kind: ['请选择是哪一类事。', 'Choose what kind of matter it is.'],
  content: ['请写下什么事，最多 5000 字。', 'Say what happened, in 5000 characters at most.'],
  place: ['请选择事情发生的县（市）或者乡镇。', 'Choose the county or township where it happened.'],
  addressDetail: ['具体地点最多 200 字。', 'The exact place has 200 characters at most.'],
  name: ['称呼最多 50 字。', 'The name has 50 characters at most.'],
  phone: ['请填写手机号，或者带区号的固定电话。', 'Give a mobile number, or a landline with its area code.'],
  phoneMissing: ['请留下联系电话；不愿留的，请勾选“匿名”。', 'Leave a phone number, or tick “Stay anonymous”.'],
  aboutUnitId: ['请重新选择单位。', 'Choose the unit again.'],
  files: ['附件最多 9 个；有的附件已经失效，请重新上传。', 'Nine files at most; some are no longer here, please add them again.'],
  ownHome: [
    '您写的地点可能就是您的住处，承办单位会由此知道您是谁。可以改写地点（例如只写到小区、路口）；要照这样提交的，请勾选。',
    'The place that you wrote may be where you live, and tell the unit who you are. Write it less exactly (the estate, the crossing); or tick the box to send it as it is.',
  ],
  form: ['有的内容无法保存，请检查特殊符号。', 'Something cannot be stored; look for unusual characters.'],
}
export const sentenceFor = (name: string, language: Language): string =>
  (sentences[name] ?? ['请检查这一项。', 'Please check this.'])[language === 'zh' ? 0 : 1]

const asked = [
  'kind',
  'content',
  'place',
  'addressDetail',
  'name',
  'phone',
  'anonymous',
  'confidential',
  'aboutUnitId',
  'ownHome',
  'told',
] as const

/** What was typed, to be shown again. */
export const valuesOf = (form: PageCall['form']): FieldValues => Object.fromEntries(asked.map((name) => [name, field(form, name)]))

/** A county's code has six digits, a township's nine that begin with its county's. */
const placeOf = (code: string) =>
  /^\d{6}(\d{3})?$/.test(code) ? { county: code.slice(0, 6), township: code.length === 9 ? code : null } : undefined

/** Which items, in which versions, the page had shown; what cannot be read is left out. */
const toldIn = (text: string) =>
  [...text.matchAll(/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.(\d{1,6})/g)]
    .map(([, itemId, version]) => ({ itemId, version: Number(version) }))
    .slice(0, 4)

const isTicked = (form: PageCall['form'], name: string): boolean => field(form, name) === 'on'

const bodyOf = (form: PageCall['form'], files: readonly string[]) => ({
  kind: field(form, 'kind'),
  place: placeOf(field(form, 'place')),
  addressDetail: orNull(field(form, 'addressDetail')),
  content: field(form, 'content'),
  name: orNull(field(form, 'name')),
  phone: orNull(field(form, 'phone')),
  anonymous: isTicked(form, 'anonymous'),
  confidential: isTicked(form, 'confidential'),
  aboutUnitId: orNull(field(form, 'aboutUnitId')),
  told: toldIn(field(form, 'told')),
  files,
})

/** 第二十条（三）: asked once of whoever wants not to be known; they may go on. */
const isOwnHomeOpen = (form: PageCall['form'], { kind, confidential, anonymous, ...words }: RequestBody): boolean =>
  (kind === 'report' || confidential || anonymous) && !isTicked(form, 'ownHome') && tellsOwnHome(words, null)

export type RequestInput = { readonly body: RequestBody | undefined; readonly problems: FieldProblems }

const phoneProblem = (form: PageCall['form']): string | undefined => {
  const phone = field(form, 'phone')
  if (phone === '') return isTicked(form, 'anonymous') ? undefined : 'phoneMissing'
  return parsePhone(phone) === undefined ? 'phone' : undefined
}

/** The request that a form means, or the field and sentence of everything that is wrong with it. */
export const readRequestForm = (form: PageCall['form'], files: readonly string[], language: Language): RequestInput => {
  const read = requestBody.safeParse(bodyOf(form, files))
  const problems: Record<string, string> = {}
  for (const { path } of read.error?.issues ?? []) {
    const name = String(path[0] ?? 'form')
    problems[name] = sentenceFor(name, language)
  }
  const phone = phoneProblem(form)
  if (phone !== undefined) problems['phone'] = sentenceFor(phone, language)
  if (read.success && isOwnHomeOpen(form, read.data)) problems['ownHome'] = sentenceFor('ownHome', language)
  return { body: read.success && Object.keys(problems).length === 0 ? read.data : undefined, problems }
}

export const fileIdsOf = (form: PageCall['form']): readonly string[] =>
  fieldList(form, 'fileIds').filter((id) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id))
