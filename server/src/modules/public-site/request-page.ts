import type { RequestForm, RequestPageModel } from '@open12345/contract/public-page'
import { factsBody, rateBody, reopenBody, withdrawBody } from '@open12345/contract/work-order'
import { refuse, type Decision } from '@open12345/domain/kernel'
import type { RequestView } from '@open12345/contract/request'
import type { App } from '../../app.ts'
import { requesterActor } from '../../db/actor.ts'

import { decideAs } from '../../db/transaction.ts'
import { trackingCookie } from '../../http/access.ts'
import type { Language } from '../../http/call.ts'
import type { PageCall } from '../../http/mount.ts'
import { fileSentence, readContent } from '../file/index.ts'
import { addFacts, rate, readRequest, reopen, track, withdraw, type Step, type Tracked } from '../request/index.ts'
import { goTo, showPage, trackedBy, type Answered } from './answer.ts'
import { digestOf, field, keyOf, newKey, orNull } from './fields.ts'
import { pageLanguage } from './language.ts'
import { receiveFiles } from './uploads.ts'

type Extra = Pick<RequestPageModel, 'done' | 'failed' | 'values'> & { readonly status?: number }

const showRequest = (call: PageCall, app: App, language: Language, request: RequestView, { status = 200, ...extra }: Extra): Answered => {
  const keys = { facts: newKey(), withdraw: newKey(), rate: newKey(), reopen: newKey() }
  return showPage(call, app, { kind: 'request', request, keys, ...extra }, { language, path: '/request', status })
}

const forms = ['facts', 'withdraw', 'rate', 'reopen'] as const satisfies readonly RequestForm[]

export const requestPage = async (call: PageCall, app: App): Answered => {
  const language = pageLanguage(call)
  const tracked = trackedBy(call, app)
  const request = tracked === undefined ? undefined : await readRequest(app, tracked, language)
  if (request?.ok !== true) return goTo('/track')
  const done = forms.find((form) => form === call.query['done']) ?? null
  return showRequest(call, app, language, request.value, { done, failed: null, values: {} })
}

export const trackForm = (call: PageCall, app: App): Answered =>
  showPage(call, app, { kind: 'track', number: '', problem: null }, { language: pageLanguage(call), path: '/track' })

const notFound = {
  zh: '没有查到。请核对工单号和查询码，两个都要对。',
  en: 'Nothing was found. Please check number and code; both must be right.',
} as const

/** An unknown number and a wrong code look the same. */
export const submitTrack = async (call: PageCall, app: App): Answered => {
  const language = pageLanguage(call)
  const number = field(call.form, 'number').slice(0, 20)
  const found = await track(app, number, field(call.form, 'queryCode').slice(0, 20), language)
  if (!found.ok)
    return showPage(call, app, { kind: 'track', number, problem: notFound[language] }, { language, path: '/track', status: 404 })
  call.setCookie(trackingCookie, found.value.token)
  return goTo('/request')
}

export const leaveRequest = async (call: PageCall): Answered => {
  call.clearCookie(trackingCookie)
  return goTo('/')
}

type Taken = { readonly tracked: Tracked; readonly language: Language; readonly step: (body: unknown) => Step }
type Outcome = { readonly decision: Decision<RequestView> } | { readonly problem: string }

/** One form of the request's page: done, it goes back to the page; refused, the words stay in the form. */
const takeStep = async (call: PageCall, app: App, form: RequestForm, work: (taken: Taken) => Promise<Outcome>): Answered => {
  const language = pageLanguage(call)
  const tracked = trackedBy(call, app)
  if (tracked === undefined) return goTo('/track')
  const step = (body: unknown): Step => ({
    at: call.at,
    idempotencyKey: keyOf(call.form),
    digest: digestOf(body),
    language,
    route: `POST /request/${form}`,
  })
  const outcome = await work({ tracked, language, step })
  if ('decision' in outcome && outcome.decision.ok) return goTo(`/request?done=${form}`)
  const request = await readRequest(app, tracked, language)
  if (!request.ok) return goTo('/track')
  const message = 'problem' in outcome ? outcome.problem : refused[language]
  const values = {
    content: field(call.form, 'content'),
    facts: field(call.form, 'facts'),
    reason: field(call.form, 'reason'),
    words: field(call.form, 'words'),
    service: field(call.form, 'service'),
    result: field(call.form, 'result'),
  }
  return showRequest(call, app, language, request.value, {
    done: null,
    failed: { form, message },
    values,
    status: 'problem' in outcome ? 400 : 409,
  })
}

const refused = {
  zh: '这件诉求现在不能办这一步，进度可能刚刚有变化，请看上面的最新进度。',
  en: 'This cannot be done now; the matter may just have moved on. See where it stands above.',
} as const
const say = (language: Language, zh: string, en: string): string => (language === 'zh' ? zh : en)

export const submitFacts = (call: PageCall, app: App): Answered =>
  takeStep(call, app, 'facts', async ({ tracked, language, step }) => {
    const { uploads, problem, uploader } = await receiveFiles(call, app, language)
    if (problem !== null) return { problem }
    const body = factsBody.safeParse({ content: field(call.form, 'content') })
    if (!body.success)
      return { problem: say(language, '请写下有什么新情况，最多 5000 字。', 'Say what is new, in 5000 characters at most.') }
    const files = uploads.map(({ fileId }) => fileId)
    return { decision: await addFacts(app, tracked, { ...body.data, files }, { ...step({ ...body.data, files }), uploader }) }
  })

export const submitWithdrawal = (call: PageCall, app: App): Answered =>
  takeStep(call, app, 'withdraw', async ({ tracked, language, step }) => {
    const body = withdrawBody.safeParse({ reason: orNull(field(call.form, 'reason')) })
    if (!body.success) return { problem: say(language, '原因最多 1000 字。', 'The reason has 1000 characters at most.') }
    return { decision: await withdraw(app, tracked, body.data, step(body.data)) }
  })

/** 13-3a: something new after the end. */
export const submitReopening = (call: PageCall, app: App): Answered =>
  takeStep(call, app, 'reopen', async ({ tracked, language, step }) => {
    const body = reopenBody.safeParse({ facts: field(call.form, 'facts') })
    if (!body.success)
      return { problem: say(language, '请写下有什么新情况，最多 5000 字。', 'Say what is new, in 5000 characters at most.') }
    return { decision: await reopen(app, tracked, body.data, step(body.data)) }
  })

export const submitRating = (call: PageCall, app: App): Answered =>
  takeStep(call, app, 'rate', async ({ tracked, language, step }) => {
    const body = rateBody.safeParse({
      result: field(call.form, 'result'),
      service: orNull(field(call.form, 'service')),
      words: orNull(field(call.form, 'words')),
    })
    if (!body.success || body.data.service === null)
      return {
        problem: say(
          language,
          '请分别评价服务过程和办理结果；想说的话最多 1000 字。',
          'Please rate both the service and the result; your words have 1000 characters at most.',
        ),
      }
    return { decision: await rate(app, tracked, body.data, step(body.data)) }
  })

const shownIn = ({ files, reply, noted, timeline }: RequestView): ReadonlySet<string> =>
  new Set(
    [...files, ...(reply?.files ?? []), ...(noted?.files ?? []), ...timeline.flatMap((entry) => entry.files)].map(({ fileId }) => fileId),
  )

/** A file that the requester's own view shows; any other is not found, though it may belong to the order. */
const requestFile = async (call: PageCall, app: App, tracked: Tracked | undefined): Answered => {
  const { fileId = '' } = call.params
  const request = tracked === undefined ? undefined : await readRequest(app, tracked, call.language)
  if (tracked === undefined || request?.ok !== true || !shownIn(request.value).has(fileId)) return refuse({ code: 'file.not-found' })
  const actor = requesterActor(tracked.authorityId, tracked.orderId)
  const content = await decideAs(app.database, actor, (tx) => readContent(tx, app, fileId))
  return content.ok ? { ok: true, value: { kind: 'file', ...content.value } } : content
}

export const requestPageFile = async (call: PageCall, app: App): Answered => {
  const answer = await requestFile(call, app, trackedBy(call, app))
  if (answer.ok) return answer
  const language = pageLanguage(call)
  const page = { kind: 'problem', status: 404, title: fileSentence(answer.refusal, language), reference: null } as const
  return showPage(call, app, page, { language, path: '/request', status: 404 })
}

/** The same for programs: admitted as a requester, by header or cookie. */
export const requestApiFile = (call: PageCall, app: App): Answered => {
  const { authorityId, orderId } = call.actor
  return requestFile(call, app, orderId === undefined ? undefined : { authorityId, orderId })
}
