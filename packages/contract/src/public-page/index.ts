import type { AnswerView } from '../answer/index.ts'
import type { IncidentNotice } from '../incident/index.ts'
import type { Kind } from '../vocabulary/index.ts'
import type { AttachmentView, FoundKnowledge, KnowledgeItem } from '../knowledge/index.ts'
import type { RequestView } from '../request/index.ts'
import type { FileView } from '../work-order/index.ts'

/** What the server hands to the citizen's pages, which are rendered on the server and carry no state of their own. */
export type PageLanguage = 'zh' | 'en'

export type PageFrame = {
  readonly language: PageLanguage
  /** The address of this page without its language, for the switch. */
  readonly path: string
  readonly assets: { readonly css: string; readonly js: string }
  /** Such as 凉山州. */
  readonly authorityName: string
  /** Everything here is made up. */
  readonly demonstration: boolean
  /** Whether this browser follows a request. */
  readonly tracked: boolean
}

export type PlaceGroup = {
  readonly code: string
  readonly name: string
  readonly townships: readonly { readonly code: string; readonly name: string }[]
}
export type UnitGroup = { readonly name: string; readonly units: readonly { readonly unitId: string; readonly name: string }[] }

/** Fields as they were typed; an error stands beside the field of its name, `form` for the whole. */
export type FieldValues = Readonly<Record<string, string>>
export type FieldProblems = Readonly<Record<string, string>>

/** How long things take by the pack in force, in words of the page's language; empty where none is. */
export type Limits = {
  readonly kinds: Partial<Readonly<Record<Kind, string>>>
  readonly steps: Partial<Readonly<Record<'dispatch' | 'sign' | 'special-response' | 'emergency-response' | 'extension', string>>>
  /** The norm in force, and who interprets it where it says so. */
  readonly norm: { readonly title: string; readonly citation: string; readonly interpretedBy: string | null } | null
}

export type FormModel = {
  readonly key: string
  readonly values: FieldValues
  readonly problems: FieldProblems
  readonly uploads: readonly FileView[]
  readonly places: readonly PlaceGroup[]
  readonly units: readonly UnitGroup[]
  readonly limits: Limits
}

/** The forms of a request's page. */
export type RequestForm = 'facts' | 'withdraw' | 'rate' | 'reopen'

export type RequestPageModel = {
  readonly request: RequestView
  /** One idempotency key for each form of the page. */
  readonly keys: Readonly<Record<RequestForm, string>>
  readonly done: RequestForm | null
  readonly failed: { readonly form: RequestForm; readonly message: string } | null
  readonly values: FieldValues
}

/** 17a: the form by which anybody says that an item is wrong. */
export type ErrorReportForm = { readonly key: string; readonly words: string; readonly problem: string | null; readonly done: boolean }

export type Page =
  | { readonly kind: 'home'; readonly limits: Limits; readonly notices: readonly IncidentNotice[] }
  | ({ readonly kind: 'form' } & FormModel)
  | {
      readonly kind: 'filed'
      readonly secret: { readonly number: string; readonly queryCode: string } | null
      readonly request: RequestView | null
    }
  | { readonly kind: 'track'; readonly number: string; readonly problem: string | null }
  | ({ readonly kind: 'request' } & RequestPageModel)
  | {
      readonly kind: 'knowledge'
      readonly text: string
      /** County of whoever asks; empty: not told. */
      readonly region: string
      readonly places: readonly PlaceGroup[]
      /** Null where nothing was asked. */
      readonly answer: AnswerView | null
      readonly items: readonly FoundKnowledge[]
    }
  | {
      readonly kind: 'knowledge-item'
      readonly item: KnowledgeItem
      readonly attachments: readonly AttachmentView[]
      readonly report: ErrorReportForm
    }
  | { readonly kind: 'about'; readonly limits: Limits }
  | { readonly kind: 'problem'; readonly status: number; readonly title: string; readonly reference: string | null }

export type PageModel = { readonly frame: PageFrame; readonly page: Page }
