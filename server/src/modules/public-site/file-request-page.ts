import type { Filed, RequestBody } from '@open12345/contract/request'
import { kinds } from '@open12345/contract/vocabulary'
import type { FieldProblems, FieldValues, PlaceGroup } from '@open12345/contract/public-page'
import type { Refusal } from '@open12345/domain/kernel'
import type { App } from '../../app.ts'
import { trackingCookie } from '../../http/access.ts'
import type { Language } from '../../http/call.ts'
import type { PageCall } from '../../http/mount.ts'
import { fileRequest, readRequest } from '../request/index.ts'
import { goTo, showPage, trackedBy, type Answered } from './answer.ts'
import { choicesOn, placeChoicesOn } from './choices.ts'
import { digestOf, keyOf, newKey } from './fields.ts'
import { pageLanguage } from './language.ts'
import { limitsOf } from './limits.ts'
import { readRequestForm, sentenceFor, valuesOf } from './request-input.ts'
import { receiveFiles, type Received } from './uploads.ts'

type Shown = {
  readonly key: string
  readonly values: FieldValues
  readonly problems: FieldProblems
  readonly uploads: Received['uploads']
  readonly status: number
}

const showForm = async (call: PageCall, app: App, language: Language, { status, ...form }: Shown): Answered => {
  const choices = await choicesOn(app, call.at, language)
  return showPage(
    call,
    app,
    { kind: 'form', ...form, ...choices, limits: await limitsOf(app, call.at, language) },
    { language, path: '/file', status },
  )
}

const longestCarried = 400

export const requestForm = (call: PageCall, app: App): Answered => {
  const { kind: wanted, content = '', told = '' } = call.query
  const kind = kinds.find((one) => one === wanted)
  // From an answer that was none: the question goes along.
  const values: FieldValues = {
    ...(kind === undefined ? {} : { kind }),
    content: content.slice(0, longestCarried),
    told: told.slice(0, longestCarried),
  }
  return showForm(call, app, pageLanguage(call), { key: newKey(), values, problems: {}, uploads: [], status: 200 })
}

const fieldOfRefusal: Readonly<Record<string, string>> = {
  'request.phone-needed': 'phone',
  'identity.phone-invalid': 'phone',
  'request.unit-unknown': 'aboutUnitId',
  'request.place-unknown': 'place',
  'file.not-found': 'files',
}
const sentBefore = {
  zh: '这张表刚才已经提交过一次，内容和现在不同。要另外再提交一件，请再按一次“提交”。',
  en: 'This form was sent once already with other words. To file a second matter, send it again.',
} as const

const problemsOf = ({ code }: Refusal, language: Language): FieldProblems | undefined => {
  if (code === 'idempotency.key-reused') return { form: sentBefore[language] }
  const name = fieldOfRefusal[code]
  return name === undefined
    ? undefined
    : { [name]: sentenceFor(name === 'phone' && code === 'request.phone-needed' ? 'phoneMissing' : name, language) }
}

const filedCookie = 'open12345_filed'
const filedPath = '/filed'
const aQuarter = 900

const isKnownPlace = ({ place }: RequestBody, places: readonly PlaceGroup[]): boolean =>
  places.some(
    ({ code, townships }) =>
      code === place.county && (place.township === null || townships.some((township) => township.code === place.township)),
  )

const readForm = async (call: PageCall, app: App, language: Language) => {
  const { uploads, problem } = await receiveFiles(call, app, language)
  const fileIds = uploads.map(({ fileId }) => fileId)
  const { body, problems } = readRequestForm(call.form, fileIds, language)
  const isElsewhere = body !== undefined && !isKnownPlace(body, await placeChoicesOn(app, call.at))
  const all = {
    ...problems,
    ...(isElsewhere ? { place: sentenceFor('place', language) } : {}),
    ...(problem === null ? {} : { files: problem }),
  }
  return { body: Object.keys(all).length === 0 ? body : undefined, problems: all, uploads }
}

const rememberFiled = (call: PageCall, { number, queryCode, token }: Filed): void => {
  call.setCookie(trackingCookie, token)
  call.setCookie(filedCookie, `${number}.${queryCode}`, { maxAgeSeconds: aQuarter, path: filedPath })
}

/** Files what the form holds; whatever is wrong comes back beside its field, with every word kept. @clause 10-record */
export const submitRequest = async (call: PageCall, app: App): Answered => {
  const language = pageLanguage(call)
  const { body, problems, uploads } = await readForm(call, app, language)
  // A warning is no refusal.
  const isWarned = Object.keys(problems).join(' ') === 'ownHome'
  const again = { key: keyOf(call.form), values: valuesOf(call.form), uploads, status: isWarned ? 200 : 400 }
  if (body === undefined) return showForm(call, app, language, { ...again, problems })

  const filing = { at: call.at, idempotencyKey: again.key, digest: digestOf(body), language, route: 'POST /file' }
  const filed = await fileRequest(app, body, filing)
  if (filed.ok) {
    rememberFiled(call, filed.value)
    return goTo(filedPath)
  }
  const known = problemsOf(filed.refusal, language)
  return known === undefined ? filed : showForm(call, app, language, { ...again, key: newKey(), problems: known, status: 400 })
}

const secretIn = (cookie: string | undefined) => {
  const [, number, queryCode] = /^(\d{12})\.(\d{8})$/.exec(cookie ?? '') ?? []
  return number === undefined || queryCode === undefined ? null : { number, queryCode }
}

/** Number and query code, once: the cookie that carried them goes with this answer. */
export const filedPage = async (call: PageCall, app: App): Answered => {
  const language = pageLanguage(call)
  const tracked = trackedBy(call, app)
  const secret = secretIn(call.cookie(filedCookie))
  if (tracked === undefined && secret === null) return goTo('/track')
  call.clearCookie(filedCookie, { path: filedPath })
  const request = tracked === undefined ? undefined : await readRequest(app, tracked, language)
  const shown = request?.ok === true ? request.value : null
  return showPage(call, app, { kind: 'filed', secret, request: shown }, { language, path: filedPath })
}
