import { auditFilter, type AuditView, type auditRoutes } from '@open12345/contract/audit'
import type { RouteOutput } from '@open12345/contract/kernel'
import { accept, refuse, type Decision } from '@open12345/domain/kernel'
import { sql } from 'kysely'
import { z } from 'zod'
import type { App } from '../../app.ts'
import { asActor, type Tx } from '../../db/transaction.ts'
import type { Call } from '../../http/call.ts'
import type { PageAnswer, PageCall } from '../../http/mount.ts'
import { openWords } from './words.ts'

type ReadAudit = (typeof auditRoutes)['readAudit']
const filterShape = z.object(auditFilter)
type Filter = z.infer<typeof filterShape>

type Row = {
  readonly audit_id: string
  readonly at: Temporal.Instant
  readonly account_id: string | null
  readonly account_name: string | null
  readonly login: string | null
  readonly scope: string
  readonly action: string
  readonly order_id: string | null
  readonly order_number: string | null
  readonly subject_ids: string[]
  readonly facts: string[]
  readonly purpose: string | null
  readonly words_key: Buffer | null
  readonly words_sealed: Buffer | null
}
/** What the database is asked for: ids and instants. */
type Narrowed = {
  readonly orderId: string | null
  readonly accountIds: string[] | null
  readonly since: Temporal.Instant | null
  readonly until: Temporal.Instant | null
}

const startOf = (day: string): Temporal.Instant => Temporal.PlainDate.from(day).toZonedDateTime('Asia/Shanghai').toInstant()
const endOf = (day: string): Temporal.Instant => Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime('Asia/Shanghai').toInstant()

const accountsOf = async (tx: Tx, who: string): Promise<string[]> => {
  const rows = await tx
    .selectFrom('account')
    .select('account_id')
    .where((is) => is.or([is('login', '=', who.toLowerCase()), is('name', '=', who)]))
    .execute()
  return rows.map(({ account_id: id }) => id)
}

const orderIdOf = async (tx: Tx, number: string, at: Temporal.Instant): Promise<string | undefined> => {
  const { rows } = await sql<{ id: string | null }>`select audit.order_of_number(${number}, ${at}) as id`.execute(tx)
  return rows[0]?.id ?? undefined
}

const given = (text: string | undefined): text is string => text !== undefined && text !== ''

const narrow = async (tx: Tx, filter: Filter, at: Temporal.Instant): Promise<Decision<Narrowed>> => {
  const orderId = given(filter.number) ? await orderIdOf(tx, filter.number, at) : (filter.orderId ?? null)
  if (orderId === undefined) return refuse({ code: 'audit.order-unknown' })
  const named = given(filter.who) ? await accountsOf(tx, filter.who) : null
  if (named?.length === 0) return refuse({ code: 'audit.person-unknown' })
  return accept({
    orderId,
    accountIds: filter.accountId === undefined ? named : [filter.accountId],
    since: given(filter.from) ? startOf(filter.from) : null,
    until: given(filter.to) ? endOf(filter.to) : null,
  })
}

type Page = { readonly before: string | null; readonly most: number; readonly isExport: boolean }
const rowsOf = async (tx: Tx, app: App, { orderId, accountIds, since, until }: Narrowed, page: Page): Promise<readonly Row[]> => {
  const { rows } = await sql<Row>`select r.*, a.name as account_name, a.login
    from audit.read(${orderId}, ${accountIds}::uuid[], ${since}, ${until}, ${page.before}, ${page.most}, ${page.isExport}, ${app.clock.now()}) as r
    left join account a on a.authority_id = ${app.config.authorityId} and a.account_id = r.account_id
    order by r.audit_id desc`.execute(tx)
  return rows
}

const viewOf = (app: App, row: Row): AuditView => ({
  auditId: row.audit_id,
  at: row.at.toString(),
  action: row.action,
  accountId: row.account_id,
  accountName: row.account_name,
  login: row.login,
  scope: row.scope,
  orderId: row.order_id,
  orderNumber: row.order_number,
  subjectIds: row.subject_ids,
  facts: row.facts,
  purpose: row.purpose,
  reason: openWords(app, row.words_key, row.words_sealed) ?? null,
})

/** Who saw this order, what did this person see; newest first. The database asks for the role itself and records the reading. @clause 20b */
export const readAudit = ({ actor, query, at }: Call<ReadAudit>, app: App): Promise<Decision<RouteOutput<ReadAudit>>> =>
  asActor(app.database, actor, async (tx) => {
    const { limit, after, ...filter } = query
    const narrowed = await narrow(tx, filter, at)
    if (!narrowed.ok) return narrowed
    const rows = await rowsOf(tx, app, narrowed.value, { before: after ?? null, most: limit + 1, isExport: false })
    const shown = rows.slice(0, limit)
    return accept({
      items: shown.map((row) => viewOf(app, row)),
      next: rows.length > shown.length ? (shown.at(-1)?.audit_id ?? null) : null,
    })
  })

const header = ['时间', '姓名', '登录名', '身份', '操作', '工单号', '对象', '事实', '用途']
/** Trap: a table program takes a field that begins with one of these for a formula. */
const cell = (text: string): string => `"${(/^[=+\-@\t]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`
const lineOf = (row: Row): string =>
  [
    row.at.toZonedDateTimeISO('Asia/Shanghai').toPlainDateTime().toString({ smallestUnit: 'second' }),
    row.account_name ?? '系统',
    row.login ?? '',
    row.scope,
    row.action,
    row.order_number ?? row.order_id ?? '',
    row.subject_ids.join(' '),
    row.facts.join(' '),
    row.purpose ?? '',
  ]
    .map(cell)
    .join(',')

/**
 * The same records as CSV, ten thousand at most, newest first; times in Asia/Shanghai. Reasons in people's words do not leave the desk.
 * The export is a record.
 * @clause 20b
 */
export const exportAudit = (call: PageCall, app: App): Promise<Decision<PageAnswer>> =>
  asActor(app.database, call.actor, async (tx) => {
    const asked = filterShape.safeParse(Object.fromEntries(Object.entries(call.query).filter(([, text]) => text !== '')))
    if (!asked.success) return refuse({ code: 'audit.filter-unreadable' })
    const narrowed = await narrow(tx, asked.data, call.at)
    if (!narrowed.ok) return narrowed
    const rows = await rowsOf(tx, app, narrowed.value, { before: null, most: 10_000, isExport: true })
    // With a byte order mark, or Excel takes Chinese for something else.
    const bytes = Buffer.from(`\uFEFF${[header.map(cell).join(','), ...rows.map(lineOf)].join('\r\n')}\r\n`)
    return accept({ kind: 'file', name: `audit-${app.config.authorityId}.csv`, mediaType: 'text/csv', bytes })
  })
