import type { App } from '../../app.ts'
import { nobody } from '../../db/actor.ts'
import { asActor } from '../../db/transaction.ts'
import type { PageCall } from '../../http/mount.ts'
import { publicNotices } from '../incident/index.ts'
import { readKnowledge, searchKnowledge } from '../knowledge/index.ts'
import { showPage, type Answered } from './answer.ts'
import { civilDate } from './civil-date.ts'
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

const longest = 50

/** @clause 17b */
export const knowledgePage = async (call: PageCall, app: App): Answered => {
  const text = [...(call.query['text'] ?? '').trim()].slice(0, longest).join('')
  const items = await asActor(app.database, nobody(app.config.authorityId), (tx) => searchKnowledge(tx, text, civilDate(call.at)))
  const path = text === '' ? '/knowledge' : `/knowledge?text=${encodeURIComponent(text)}`
  return showPage(call, app, { kind: 'knowledge', text, items }, { language: pageLanguage(call), path })
}

const gone = {
  zh: '没有这条内容，或者它已经失效。',
  en: 'There is no such item, or it is no longer in force.',
} as const
const uuidPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

export const knowledgeItemPage = async (call: PageCall, app: App): Answered => {
  const { itemId = '' } = call.params
  const language = pageLanguage(call)
  const item = uuidPattern.test(itemId)
    ? await asActor(app.database, nobody(app.config.authorityId), (tx) => readKnowledge(tx, itemId, civilDate(call.at)))
    : undefined
  if (item?.ok === true)
    return showPage(call, app, { kind: 'knowledge-item', item: item.value }, { language, path: `/knowledge/${itemId}` })
  const page = { kind: 'problem', status: 404, title: gone[language], reference: null } as const
  return showPage(call, app, page, { language, path: '/knowledge', status: 404 })
}
