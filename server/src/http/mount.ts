import type { Access, Method, Route, RouteOutput } from '@open12345/contract/kernel'
import type { Decision, RefusalTable } from '@open12345/domain/kernel'
import type { App } from '../app.ts'
import type { Job } from '../jobs/job.ts'
import type { Asking, Call, Language } from './call.ts'

export type UploadLimits = { readonly maxFiles: number; readonly maxBytes: number }

/** An endpoint of the contract: JSON in, JSON out. With `uploads` its body comes as a multipart form, the fields first. */
export type ApiEndpoint = {
  readonly kind: 'api'
  readonly route: Route
  readonly uploads: UploadLimits | undefined
  readonly handler: (call: Call, app: App) => Promise<Decision<unknown>>
}

export const mount = <E extends Route>(
  route: E,
  handler: (call: Call<E>, app: App) => Promise<Decision<RouteOutput<E>>>,
  options: { readonly uploads?: UploadLimits } = {},
): ApiEndpoint => ({ kind: 'api', route, uploads: options.uploads, handler: handler as ApiEndpoint['handler'] })

/** What a page or a download answers. */
export type PageAnswer =
  | { readonly kind: 'html'; readonly html: string; readonly status?: number }
  | { readonly kind: 'redirect'; readonly to: string }
  | {
      readonly kind: 'file'
      readonly name: string
      readonly mediaType: string
      readonly bytes: Buffer
      readonly inline?: boolean
      /** For how long anybody's cache may keep it; nothing is kept unless told. */
      readonly publicSeconds?: number
      /** Changes with the bytes; whoever `holds` them is answered `unchanged`. */
      readonly tag?: string
    }
  | { readonly kind: 'unchanged'; readonly tag: string; readonly publicSeconds?: number }

/** A page's request: fields as the browser sent them (a form's or the query's), to be checked by the page. */
export type PageCall = Asking & {
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  readonly form: Readonly<Record<string, string | readonly string[]>>
  /** Whether the browser says that it has what is tagged so already. */
  readonly holds: (tag: string) => boolean
}

/** A server-sent page, a form's target or a download, at `path` from the root. A refusal becomes a plain page with its sentence. */
export type PageEndpoint = {
  readonly kind: 'page'
  readonly method: Extract<Method, 'GET' | 'POST'>
  readonly path: string
  readonly access?: Access
  readonly uploads?: UploadLimits
  /** How often a minute one stranger's address may ask, where that is less often than for any page. */
  readonly perMinute?: number
  readonly handler: (call: PageCall, app: App) => Promise<Decision<PageAnswer>>
}

export const mountPage = (page: Omit<PageEndpoint, 'kind'>): PageEndpoint => ({ kind: 'page', ...page })

/** Server-sent events: `send` until `closed` is aborted, which is when the browser or the server goes. `end`: nothing more comes. */
export type EventStream = {
  readonly send: (event: string, data: unknown, id?: string) => void
  readonly end: () => void
  readonly closed: AbortSignal
}

/** `GET /api/v1` + path, open as long as the handler wants; it returns when all is set up, and gives up its sources on `closed`. */
export type StreamEndpoint = {
  readonly kind: 'stream'
  readonly path: string
  readonly access: Access
  readonly handler: (call: Asking & Pick<PageCall, 'params'>, app: App, stream: EventStream) => Promise<void>
}

export const mountStream = (stream: Omit<StreamEndpoint, 'kind'>): StreamEndpoint => ({ kind: 'stream', ...stream })

export type Endpoint = ApiEndpoint | PageEndpoint | StreamEndpoint

/** A page that says one sentence in the dress of a site; undefined where its pages are not built. */
export type SentencePage = (said: {
  readonly language: Language
  readonly title: string
  readonly status: number
  readonly reference: string | null
  readonly demonstration: boolean
}) => Promise<string | undefined>

/** What a module's index.ts gives to the program. */
export type Mounted = {
  readonly name: string
  readonly endpoints?: readonly Endpoint[]
  readonly refusals?: RefusalTable
  readonly jobs?: readonly Job[]
  /** At most one module dresses what no page answered. */
  readonly sentencePage?: SentencePage
}
