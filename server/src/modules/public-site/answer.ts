import type { Page } from '@open12345/contract/public-page'
import { accept, type Decision } from '@open12345/domain/kernel'
import { authorities } from '@open12345/domain/policy'
import type { App } from '../../app.ts'
import { trackingCookie } from '../../http/access.ts'
import type { Language } from '../../http/call.ts'
import type { PageAnswer, PageCall } from '../../http/mount.ts'
import { trackedOrder } from '../request/index.ts'
import { builtPages } from './built-pages.ts'

export type Answered = Promise<Decision<PageAnswer>>

/** As people say it, where that is shorter than the name in law. */
const spokenNames: Readonly<Record<string, Readonly<Record<Language, string>>>> = { liangshan: { zh: '凉山州', en: 'Liangshan' } }

const nameOf = (authorityId: string, language: Language): string =>
  spokenNames[authorityId]?.[language] ?? authorities.find(({ id }) => id === authorityId)?.name[language] ?? ''

/** The order that this browser follows. */
export const trackedBy = (call: PageCall, app: App) => {
  const token = call.cookie(trackingCookie)
  return token === undefined ? undefined : trackedOrder(app, token)
}

type Shown = { readonly language: Language; readonly path: string; readonly status?: number }

/** A page as an answer; `path` is where its other language is found. */
export const showPage = async (call: PageCall, app: App, page: Page, { language, path, status = 200 }: Shown): Answered => {
  const { render, assets } = await builtPages()
  const frame = {
    language,
    path,
    assets,
    authorityName: nameOf(app.config.authorityId, language),
    tracked: trackedBy(call, app) !== undefined,
  }
  return accept({ kind: 'html', html: render({ frame, page }), status })
}

export const goTo = (to: string): Decision<PageAnswer> => accept({ kind: 'redirect', to })
