import type { Span } from '@open12345/domain/identity'
import type { Generated, JSONColumnType } from 'kysely'
import type { WorkOrder, WorkOrderEvent } from '@open12345/domain/work-order'
import type { Stage } from '@open12345/domain/vocabulary'

type Due = { readonly dueAt: string; readonly dueOn: string }
type Instant = Temporal.Instant

/** Migrations 0004 and 0014. */
export type WorkOrderTables = {
  readonly work_order: {
    readonly authority_id: string
    readonly order_id: string
    readonly number: string
    readonly version: number
    readonly status: string
    readonly stage: Stage
    readonly channel: string
    readonly kind: string | null
    readonly subject: string | null
    readonly county: string | null
    readonly township: string | null
    readonly grade: string
    readonly identity_hidden: boolean
    readonly urgency: string
    readonly unit_id: string | null
    readonly unit_ids: Generated<string[]>
    readonly requester_id: string | null
    readonly contact_id: string
    readonly taken_by: string | null
    readonly accused_unit_ids: string[]
    readonly barred_account_ids: string[]
    readonly known_account_ids: Generated<string[] | null>
    readonly opened_at: Instant
    readonly accepted_at: Instant | null
    readonly closed_at: Instant | null
    readonly closure_kind: string | null
    readonly no_answer: Generated<boolean>
    readonly round: number
    readonly waiting: Generated<string[]>
    readonly stage_due_at: Instant
    readonly attention_at: Instant | null
    readonly state: JSONColumnType<WorkOrder>
  }
  readonly unit_task: {
    readonly authority_id: string
    readonly order_id: string
    readonly task_id: string
    readonly unit_id: string
    readonly passed_on: boolean
    readonly stage: Stage
    readonly list_rank: number
    readonly due_at: Instant
  }
  readonly work_order_event: {
    readonly authority_id: string
    readonly order_id: string
    readonly version: number
    readonly at: Instant
    readonly type: string
    readonly author_kind: 'staff' | 'requester' | 'system'
    readonly account_id: string | null
    readonly event: JSONColumnType<WorkOrderEvent>
  }
  readonly work_order_clock: {
    readonly authority_id: string
    readonly order_id: string
    readonly clock_id: string
    readonly kind: string
    readonly whose: string
    readonly round: number
    readonly assignment_id: string | null
    readonly clause: string
    readonly pack: string
    readonly calendar: string
    readonly start_at: Instant
    readonly due_at: Instant
    readonly due_on: Temporal.PlainDate
    readonly warn_at: Instant | null
    readonly warned: boolean
    readonly provisional: boolean
    readonly outcome: string
    readonly met_at: Instant | null
    readonly earlier_due: JSONColumnType<readonly Due[]>
    readonly explanation: JSONColumnType<object>
  }
  readonly work_order_key: {
    readonly authority_id: string
    readonly order_id: string
    readonly wrapped_key: Buffer | null
    readonly marks: JSONColumnType<object> | null
  }
  readonly work_order_text: {
    readonly authority_id: string
    readonly order_id: string
    readonly text_id: string
    readonly role: string
    readonly sealed: Buffer
    readonly at: Instant
    readonly spans: JSONColumnType<readonly Span[]> | null
  }
  readonly work_order_token: { readonly authority_id: string; readonly order_id: string; readonly tokens: number[] }
}
