import type { RequestView } from '@open12345/contract/knowledge'
import { declineRequest, mayWriteFor, type Doer, type ItemRequest } from '@open12345/domain/knowledge'
import type { Explanation } from '@open12345/domain/policy'
import { sql, type RawBuilder } from 'kysely'
import { newId } from '../../db/ids.ts'
import type { Tx } from '../../db/transaction.ts'
import type { Language } from '../../http/call.ts'
import { unitNames } from '../organisation/index.ts'
import type { KnowledgeClock } from './rules.ts'

/** A row as the actor may see it (migration 0037). */
export type RequestRow = {
  readonly request_id: string
  readonly kind: RequestView['kind']
  readonly question: string
  readonly words: string | null
  readonly owner_unit_id: string
  readonly by: string
  readonly at: Temporal.Instant
  readonly due_at: Temporal.Instant
  readonly due_on: Temporal.PlainDate
  readonly explanation: Explanation
  readonly state: RequestView['state']
  readonly reason: string | null
  readonly item_id: string | null
  readonly version: number | null
  readonly title: string | null
  readonly closed_at: Temporal.Instant | null
  readonly urged_at: Temporal.Instant | null
}

export const requestRows = async (tx: Tx, condition: RawBuilder<unknown>): Promise<readonly RequestRow[]> => {
  const { rows } = await sql<RequestRow>`
    select r.request_id, r.kind, r.question, r.words, r.owner_unit_id, coalesce(a.name, '') as by, r.at, r.due_at, r.due_on, r.explanation, r.state,
      r.reason, r.item_id, r.version, k.title, r.closed_at,
      (select max(u.urged_at) from knowledge_urging u where u.authority_id = r.authority_id and u.subject_id = r.request_id) as urged_at
    from knowledge_request r
      left join account a on a.authority_id = r.authority_id and a.account_id = r.account_id
      left join knowledge_item k on k.authority_id = r.authority_id and k.item_id = r.item_id and k.version = r.version
    where r.authority_id = app.authority() and ${condition}`.execute(tx)
  return rows
}

export const factsOf = (row: RequestRow | undefined): ItemRequest | undefined =>
  row && { ownerUnitId: row.owner_unit_id, isOpen: row.state === 'open' }

type NewRequest = Pick<RequestRow, 'kind' | 'question' | 'words'> & {
  readonly ownerUnitId: string
  readonly accountId: string
  readonly at: Temporal.Instant
  readonly clock: KnowledgeClock
}
/** Undefined where somebody has been asked for it already. */
export const insertRequest = async (tx: Tx, given: NewRequest): Promise<string | undefined> => {
  const { kind, question, words, ownerUnitId, accountId, at, clock } = given
  const { rows } = await sql<{ request_id: string }>`
    insert into knowledge_request (authority_id, request_id, kind, question, words, owner_unit_id, account_id, at, due_at, due_on, warn_at, explanation, state)
    values (app.authority(), ${newId(at)}, ${kind}, ${question}, ${words}, ${ownerUnitId}, ${accountId}, ${at}, ${clock.dueAt}, ${clock.dueOn}::date,
      ${clock.warnAt}, ${JSON.stringify(clock.explanation)}::jsonb, 'open') on conflict do nothing returning request_id`.execute(tx)
  return rows[0]?.request_id
}

type Reader = { readonly doer: Doer; readonly at: Temporal.Instant; readonly language: Language }
const text = (at: Temporal.Instant): string => at.toString({ smallestUnit: 'millisecond' })
const orNull = (at: Temporal.Instant | null): string | null => (at === null ? null : text(at))

const allowedOf = (row: RequestRow, doer: Doer): RequestView['allowed'] => [
  ...(row.state === 'open' && mayWriteFor(doer, row.owner_unit_id).ok ? (['write'] as const) : []),
  ...(declineRequest(factsOf(row), doer).ok ? (['decline'] as const) : []),
]

const viewOf = (row: RequestRow, unitName: string, { doer, at, language }: Reader): RequestView => ({
  requestId: row.request_id,
  kind: row.kind,
  question: row.question,
  words: row.words,
  unitName,
  by: row.by,
  at: text(row.at),
  due: { dueAt: text(row.due_at), dueOn: row.due_on.toString(), startAt: text(row.at) },
  overdue: Temporal.Instant.compare(row.closed_at ?? at, row.due_at) >= 0,
  explanation: [...row.explanation.sentences[language]],
  urgedAt: orNull(row.urged_at),
  state: row.state,
  reason: row.reason,
  answeredBy:
    row.item_id === null || row.version === null || row.title === null
      ? null
      : { itemId: row.item_id, version: row.version, title: row.title },
  closedAt: orNull(row.closed_at),
  allowed: allowedOf(row, doer),
})

export const requestViews = async (tx: Tx, rows: readonly RequestRow[], reader: Reader): Promise<RequestView[]> => {
  const names = await unitNames(tx, [...new Set(rows.map(({ owner_unit_id: unit }) => unit))])
  return rows.map((row) => viewOf(row, names.get(row.owner_unit_id) ?? row.owner_unit_id, reader))
}
