import { knowledgeRoutes as routes, type KnowledgeDetail } from '@open12345/contract/knowledge'
import { accept, refuse, type Decision } from '@open12345/domain/kernel'
import { confirm, reviewDay, withdraw } from '@open12345/domain/knowledge'
import { sql, type RawBuilder } from 'kysely'
import type { App } from '../../app.ts'
import { once } from '../../db/idempotency.ts'
import { asActor, decideAs, type Tx } from '../../db/transaction.ts'
import type { Asking, Call } from '../../http/call.ts'
import { mount, type Endpoint } from '../../http/mount.ts'
import { doerOf } from './doer.ts'
import { detailOf, heldItem, itemRows, rowView, toldOf, versionView, type ItemRow } from './items.ts'
import { answerReports } from './report-store.ts'
import { civilDate, settingsAt } from './rules.ts'
import { stepsOf, writeStep } from './steps.ts'

const notFound = refuse({ code: 'knowledge.not-found' })

export const isUnderway = async (tx: Tx, itemId: string): Promise<boolean> => {
  const { rows } = await sql<{ underway: boolean }>`select app.knowledge_underway(${itemId}) as underway`.execute(tx)
  return rows[0]?.underway === true
}
/** The draft of its next version, for whoever may see it. */
const draftOf = async (tx: Tx, itemId: string): Promise<string | null> => {
  const { rows } = await sql<{ draft_id: string }>`
    select draft_id from knowledge_draft
    where authority_id = app.authority() and item_id = ${itemId} and state not in ('published', 'dropped')`.execute(tx)
  return rows[0]?.draft_id ?? null
}

const detail = async (tx: Tx, app: App, asked: Asking, itemId: string): Promise<Decision<KnowledgeDetail>> => {
  const [newest, ...older] = await itemRows(tx, sql`k.item_id = ${itemId} order by k.version desc`)
  if (newest === undefined) return notFound
  const settings = await settingsAt(tx, app, asked.at)
  if (!settings.ok) return settings
  return accept(
    detailOf([newest, ...older], {
      today: civilDate(asked.at),
      settings: settings.value,
      doer: doerOf(asked),
      isUnderway: await isUnderway(tx, itemId),
      draftId: await draftOf(tx, itemId),
      steps: (await stepsOf(tx, itemId)).filter(({ version }) => version !== null),
    }),
  )
}

type Named = { readonly itemId: string }
const taken = (app: App, asked: Asking, work: (tx: Tx) => Promise<Decision<Named>>): Promise<Decision<KnowledgeDetail>> =>
  decideAs(app.database, asked.actor, async (tx) => {
    const done = await once(tx, asked, () => work(tx))
    return done.ok ? detail(tx, app, asked, done.value.ids.itemId) : done
  })

/** 16c: gone from search with this transaction; who quoted it still reads it by its version. */
const withdrawn = async (tx: Tx, asked: Call<typeof routes.withdrawKnowledge>): Promise<Decision<Named>> => {
  const { at, body, params } = asked
  const row = await heldItem(tx, params.itemId)
  const decided = withdraw(toldOf(row), doerOf(asked))
  if (!decided.ok) return decided
  const { version } = decided.value
  await sql`update knowledge_item set status = 'withdrawn', withdrawn_at = ${at}, withdrawn_reason = ${body.reason}
    where authority_id = app.authority() and item_id = ${params.itemId} and version = ${version}`.execute(tx)
  await writeStep(tx, {
    itemId: params.itemId,
    version,
    kind: 'withdrawn',
    accountId: asked.actor.accountId ?? null,
    at,
    reason: body.reason,
  })
  await answerReports(tx, params.itemId, null, at)
  return accept({ itemId: params.itemId })
}

const confirmed = async (tx: Tx, app: App, asked: Call<typeof routes.confirmKnowledge>): Promise<Decision<Named>> => {
  const { at, body, params } = asked
  const row = await heldItem(tx, params.itemId)
  const decided = confirm(toldOf(row), doerOf(asked))
  if (!decided.ok || row === undefined) return decided as Decision<never>
  const today = civilDate(at)
  if (body.reviewOn !== null && body.reviewOn < today) return refuse({ code: 'knowledge.review-past', clause: '16c' })
  const settings = await settingsAt(tx, app, at)
  if (!settings.ok) return settings
  const reviewOn = reviewDay(
    { type: row.type, validTo: row.valid_on_to?.toString() ?? null, reviewOn: body.reviewOn },
    today,
    settings.value,
  )
  await sql`update knowledge_item set review_on = ${reviewOn}::date
    where authority_id = app.authority() and item_id = ${params.itemId} and version = ${row.version}`.execute(tx)
  await writeStep(tx, {
    itemId: params.itemId,
    version: row.version,
    kind: 'confirmed',
    accountId: asked.actor.accountId ?? null,
    at,
  })
  return accept({ itemId: params.itemId })
}

/** A unit looks after what it provides; the centre, after everything. */
const toReview = (warnUntil: string, asked: Asking): RawBuilder<unknown> => {
  const all = doerOf(asked).may('knowledge.publish')
  return sql`k.status = 'published' and k.review_on <= ${warnUntil}::date
    ${all ? sql`` : sql`and k.owner_unit_id = any(${[...asked.actor.unitIds]}::text[])`}`
}

/** A page goes on behind this item: its title, then its id. */
const cursorOf = ({ title, item_id: id }: ItemRow): string => `${id}/${title}`
const behind = (cursor: string | undefined): RawBuilder<unknown> => {
  const [id = '', title = ''] = /^([0-9a-f-]{36})\/([^\0]{1,100})$/s.exec(cursor ?? '')?.slice(1) ?? []
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) ? sql`and (k.title, k.item_id) > (${title}, ${id}::uuid)` : sql``
}
type Filter = Pick<Call<typeof routes.listKnowledge>['query'], 'text' | 'type'>
const pattern = (text: string): string => `%${text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`

/** What a list or an export is narrowed to. */
export const asFiltered = ({ text, type }: Filter): RawBuilder<unknown> => sql`
  ${type === undefined ? sql`` : sql`and k.type = ${type}`}
  ${text === '' ? sql`` : sql`and (k.title like ${pattern(text)} or k.body like ${pattern(text)} or ${text} = any(k.keywords || k.variants))`}`

const listed = async (tx: Tx, app: App, asked: Call<typeof routes.listKnowledge>) => {
  const { after, limit, text, type, review } = asked.query
  const settings = await settingsAt(tx, app, asked.at)
  if (!settings.ok) return settings
  const today = civilDate(asked.at)
  const warnUntil = Temporal.PlainDate.from(today).add({ days: settings.value.knowledgeReviewWarnDays.value }).toString()
  const rows = await itemRows(
    tx,
    sql`k.superseded_at is null ${review === undefined ? sql`` : sql`and ${toReview(warnUntil, asked)}`}
      ${asFiltered({ text, type })} ${behind(after)} order by k.title, k.item_id limit ${limit + 1}`,
  )
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return accept({
    items: page.map((row) => rowView(row, today, settings.value)),
    next: rows.length > limit && last !== undefined ? cursorOf(last) : null,
  })
}

/** Of a civil day of Asia/Shanghai, every version that was told on some instant of it and was in force on it. @clause 16c */
const toldOn = (tx: Tx, itemId: string, on: string) => {
  const day = Temporal.PlainDate.from(on)
  const [from, to] = [day, day.add({ days: 1 })].map((one) => one.toZonedDateTime('Asia/Shanghai').toInstant())
  return itemRows(
    tx,
    sql`k.item_id = ${itemId} and k.published_at < ${to} and coalesce(least(k.superseded_at, k.withdrawn_at), 'infinity') > ${from}
      and k.valid_on_from <= ${on}::date and coalesce(k.valid_on_to, 'infinity') >= ${on}::date order by k.version`,
  )
}

export const itemEndpoints: readonly Endpoint[] = [
  mount(routes.listKnowledge, (asked, app) => asActor(app.database, asked.actor, (tx) => listed(tx, app, asked))),
  mount(routes.readKnowledgeItem, (asked, app) => asActor(app.database, asked.actor, (tx) => detail(tx, app, asked, asked.params.itemId))),
  mount(routes.readToldOn, ({ actor, params, query }, app) =>
    asActor(app.database, actor, async (tx) => accept({ items: (await toldOn(tx, params.itemId, query.on)).map(versionView) })),
  ),
  mount(routes.withdrawKnowledge, (asked, app) => taken(app, asked, (tx) => withdrawn(tx, asked))),
  mount(routes.confirmKnowledge, (asked, app) => taken(app, asked, (tx) => confirmed(tx, app, asked))),
]
