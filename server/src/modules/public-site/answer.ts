import type { Page } from '@open12345/contract/public-page'
import { accept, type Decision } from '@open12345/domain/kernel'
import type { App } from '../../app.ts'
import { nobody } from '../../db/actor.ts'
import { trackingCookie } from '../../http/access.ts'
import type { Language } from '../../http/call.ts'
import type { PageAnswer, PageCall } from '../../http/mount.ts'
import { worldFor } from '../calendar/index.ts'
import { trackedOrder } from '../request/index.ts'
import { builtPages } from './built-pages.ts'

export type Answered = Promise<Decision<PageAnswer>>

const nameOf = async (app: App, language: Language): Promise<string> => {
  const { authorityId } = app.config
  const { authorities } = await worldFor(nobody(authorityId), app)
  const authority = authorities.find(({ id }) => id === authorityId)
  return (authority?.shortName ?? authority?.name)?.[language] ?? ''
}

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
    authorityName: await nameOf(app, language),
    demonstration: app.config.demonstration,
    tracked: trackedBy(call, app) !== undefined,
  }
  return accept({ kind: 'html', html: render({ frame, page }), status })
}

export const goTo = (to: string): Decision<PageAnswer> => accept({ kind: 'redirect', to })
