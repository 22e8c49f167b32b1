import type { Refusal } from '@open12345/domain/kernel'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { admission } from './admission.ts'
import { readForm } from './body.ts'
import { askingOf, keepRefusal, type Border } from './border.ts'
import { unsoundAt } from './input.ts'
import { isHeld } from './held.ts'
import { limitOf } from './limits.ts'
import type { Language } from './call.ts'
import type { PageAnswer, PageCall, PageEndpoint } from './mount.ts'
import { languageOf, problemOf } from './problem.ts'
import { Refused } from './refused.ts'

const escaped: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => escaped[sign] ?? sign)

/** The plainest page that says one sentence; a page that knows better answers with its own. */
const demonstrationMark = { zh: '演示系统：这里的内容都是虚构的', en: 'Demonstration: everything here is made up' } as const

const plainestPage = (language: Language, title: string, demonstration: boolean): string =>
  `<!doctype html><html lang="${language === 'zh' ? 'zh-CN' : 'en'}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
  `<title>${escape(title)}</title>${demonstration ? `<p>${demonstrationMark[language]}</p>` : ''}` +
  `<main><h1>${escape(title)}</h1><p><a href="/">${language === 'zh' ? '返回首页' : 'Back to the first page'}</a></p></main></html>`

export type Sentence = { readonly status: number; readonly title: string; readonly reference?: string | undefined }

export const sendSentence = async (
  border: Border,
  request: FastifyRequest,
  reply: FastifyReply,
  { status, title, reference = '' }: Sentence,
): Promise<FastifyReply> => {
  const language = languageOf(request.headers['accept-language'])
  const { demonstration } = border.app.config
  const said = { language, title, status, reference: reference === '' ? null : reference, demonstration }
  return reply
    .code(status)
    .type('text/html; charset=utf-8')
    .send((await border.sentencePage?.(said)) ?? plainestPage(language, title, demonstration))
}

export const sendRefusalPage = (border: Border, request: FastifyRequest, reply: FastifyReply, refusal: Refusal): Promise<FastifyReply> => {
  keepRefusal(request, refusal)
  const { status, title } = problemOf(refusal, border.refusals, languageOf(request.headers['accept-language']))
  return sendSentence(border, request, reply, { status, title })
}

const quoted = (tag: string): string => `"${tag}"`

const keepFor = (reply: FastifyReply, { publicSeconds, tag }: { readonly publicSeconds?: number; readonly tag?: string }): void => {
  if (publicSeconds !== undefined) reply.header('cache-control', `public, max-age=${publicSeconds}`)
  if (tag !== undefined) reply.header('etag', quoted(tag))
}

const sendAnswer = (reply: FastifyReply, answer: PageAnswer): FastifyReply => {
  switch (answer.kind) {
    case 'html':
      return reply
        .code(answer.status ?? 200)
        .type('text/html; charset=utf-8')
        .send(answer.html)
    case 'unchanged':
      keepFor(reply, answer)
      return reply.code(304).send()
    case 'redirect':
      return reply.code(303).header('location', answer.to).send()
    case 'file': {
      const disposition = `${answer.inline === true ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(answer.name)}`
      keepFor(reply, answer)
      return reply.header('content-disposition', disposition).type(answer.mediaType).send(answer.bytes)
    }
  }
}

type Given = Pick<PageCall, 'params' | 'query' | 'form' | 'files'>

/** The last of several, as a form's reader would take it. */
const lastOf = (query: Readonly<Record<string, unknown>>): PageCall['query'] =>
  Object.fromEntries(Object.entries(query).map(([name, value]) => [name, String(Array.isArray(value) ? value.at(-1) : value)]))

const receive = async (request: FastifyRequest, page: PageEndpoint): Promise<Given> => {
  // A page's target takes what a form sends; anything else in its place is no text.
  if (request.headers['content-type']?.includes('json') === true) throw new Refused({ code: 'input.media-type' })
  const { fields, files } = request.isMultipart()
    ? await readForm(request, page.uploads ?? { maxFiles: 0, maxBytes: 0 })
    : { fields: (request.body ?? {}) as PageCall['form'], files: [] }
  const params = request.params as PageCall['params']
  const query = lastOf(request.query as Readonly<Record<string, unknown>>)
  const unsound = unsoundAt({ params, query, body: fields })
  if (unsound !== undefined) throw new Refused({ code: 'input.invalid' })
  return { params, query, form: fields, files }
}

/** Tells the failures' answers that a person reads them in a browser. */
const speaksHtml: object = { speaks: 'html' }

export const registerPage = (server: FastifyInstance, border: Border, page: PageEndpoint): void => {
  const access = page.access ?? { kind: 'public' }
  const route = `${page.method} ${page.path}`
  const handler = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const { files, ...given } = await receive(request, page)
    const holds: PageCall['holds'] = (tag) => isHeld(request, quoted(tag))
    const decision = await page.handler({ ...askingOf(border, { request, reply, route }, { files }), ...given, holds }, border.app)
    return decision.ok ? sendAnswer(reply, decision.value) : sendRefusalPage(border, request, reply, decision.refusal)
  }
  server.route({
    method: page.method,
    url: page.path,
    schema: { hide: true },
    preParsing: admission(border, access),
    handler,
    config: { ...limitOf(border.app, access, page.method, page.perMinute), ...speaksHtml },
  })
}
