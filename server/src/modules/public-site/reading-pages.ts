import { errorWords } from '@open12345/contract/knowledge'
import type { ErrorReportForm } from '@open12345/contract/public-page'
import { accept } from '@open12345/domain/kernel'
import type { App } from '../../app.ts'
import { nobody } from '../../db/actor.ts'
import { asActor } from '../../db/transaction.ts'
import type { PageCall } from '../../http/mount.ts'
import { answerTo } from '../answer/index.ts'
import { publicNotices } from '../incident/index.ts'
import { attachmentsOf, noteAsked, readKnowledge, reportAnonymously, searchKnowledge } from '../knowledge/index.ts'
import { goTo, showPage, type Answered } from './answer.ts'
import { placeChoicesOn } from './choices.ts'
import { civilDate } from './civil-date.ts'
import { digestOf, field, keyOf, newKey } from './fields.ts'
import { pageLanguage } from './language.ts'
import { limitsOf } from './limits.ts'

/** @clause 24-publicity */
export const homePage = async (call: PageCall, app: App): Answered => {
  const language = pageLanguage(call)
  const [limits, notices] = await Promise.all([limitsOf(app, call.at, language), publicNotices(app)])
  return showPage(call, app, { kind: 'home', limits, notices }, { language, path: '/' })
}

/** @clause 24-publicity */
export const aboutPage = async (call: PageCall, app: App): Answered => {
  const language = pageLanguage(call)
  return showPage(call, app, { kind: 'about', limits: await limitsOf(app, call.at, language) }, { language, path: '/about' })
}

const longest = 200
const carried = (text = ''): string => [...text.trim()].slice(0, longest).join('')

const itemsListed = (call: PageCall, app: App, place: string | undefined) =>
  asActor(app.database, nobody(app.config.authorityId), (tx) => searchKnowledge(tx, { text: '', on: civilDate(call.at), place, most: 20 }))

/** @clause 17b */
export const knowledgePage = async (call: PageCall, app: App): Answered => {
  const [text, after, wanted] = [carried(call.query['text']), carried(call.query['after']), carried(call.query['region'])]
  const places = await placeChoicesOn(app, call.at)
  const region = places.find(({ code }) => code === wanted)?.code
  const told = text === '' ? null : await answerTo(app, { text, region, after: after === '' ? undefined : after }, call.at)
  if (told !== null) await noteAsked(app, { text: told.answer.asked, confidence: told.confidence }, call)
  const items = told?.items ?? (await itemsListed(call, app, region))
  const asked = Object.entries({ text, region: region ?? '', after }).filter(([, value]) => value !== '')
  const path = asked.length === 0 ? '/knowledge' : `/knowledge?${new URLSearchParams(asked)}`
  return showPage(
    call,
    app,
    { kind: 'knowledge', text, region: region ?? '', places, answer: told?.answer ?? null, items },
    { language: pageLanguage(call), path },
  )
}

const gone = {
  zh: '没有这条内容，或者它已经失效。',
  en: 'There is no such item, or it is no longer in force.',
} as const
const uuidPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

const itemNow = (call: PageCall, app: App, itemId: string) =>
  asActor(app.database, nobody(app.config.authorityId), async (tx) => {
    const item = await readKnowledge(tx, itemId, civilDate(call.at))
    return item.ok ? accept({ item: item.value, attachments: await attachmentsOf(tx, app, itemId, item.value.version) }) : item
  })

type Reported = { readonly report: Omit<ErrorReportForm, 'key'>; readonly status?: number }
const showItem = async (call: PageCall, app: App, { report, status = 200 }: Reported): Answered => {
  const { itemId = '' } = call.params
  const language = pageLanguage(call)
  const item = uuidPattern.test(itemId) ? await itemNow(call, app, itemId) : undefined
  if (item?.ok === true) {
    const page = { kind: 'knowledge-item', ...item.value, report: { ...report, key: newKey() } } as const
    return showPage(call, app, page, { language, path: `/knowledge/${itemId}`, status })
  }
  const page = { kind: 'problem', status: 404, title: gone[language], reference: null } as const
  return showPage(call, app, page, { language, path: '/knowledge', status: 404 })
}

export const knowledgeItemPage = (call: PageCall, app: App): Answered =>
  showItem(call, app, { report: { words: '', problem: null, done: call.query['told'] === '1' } })

const unread = {
  zh: '请写下哪里不对，最多500字；有的特殊符号无法保存。',
  en: 'Say what is wrong, in 500 characters at most; some unusual characters cannot be stored.',
} as const

/** @clause 17a */
export const submitErrorReport = async (call: PageCall, app: App): Answered => {
  const { itemId = '' } = call.params
  const body = errorWords.safeParse(field(call.form, 'words'))
  if (!uuidPattern.test(itemId)) return showItem(call, app, { report: { words: '', problem: null, done: false } })
  if (!body.success) {
    const words = field(call.form, 'words').slice(0, 1000)
    return showItem(call, app, { report: { words, problem: unread[pageLanguage(call)], done: false }, status: 400 })
  }
  const told = await reportAnonymously(app, itemId, body.data, {
    at: call.at,
    idempotencyKey: keyOf(call.form),
    digest: digestOf([itemId, body.data]),
    route: 'POST /knowledge/:itemId/report',
  })
  return told.ok ? goTo(`/knowledge/${itemId}?told=1#report`) : told
}
