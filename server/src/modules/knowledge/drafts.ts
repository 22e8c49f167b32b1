import { knowledgeRoutes as routes, type DraftView, type KnowledgeContent, type KnowledgeStep } from '@open12345/contract/knowledge'
import { accept, refuse, type Decision } from '@open12345/domain/kernel'
import {
  centreSendsBack,
  drop,
  entered,
  mayWriteFor,
  ownerSendsBack,
  publish,
  revise,
  rewrite,
  submit,
  vouch,
  type Content,
  type Doer,
  type Draft,
  type DraftState,
} from '@open12345/domain/knowledge'
import { sql, type RawBuilder } from 'kysely'
import type { App } from '../../app.ts'
import { once } from '../../db/idempotency.ts'
import { newId } from '../../db/ids.ts'
import { asActor, decideAs, type Tx } from '../../db/transaction.ts'
import type { Asking, Call } from '../../http/call.ts'
import { mount, type Endpoint } from '../../http/mount.ts'
import { findPlace, isUnitInForce } from '../organisation/index.ts'
import { carryOver } from './attachment-store.ts'
import { doerOf } from './doer.ts'
import { draftRows, draftViews, factsOf, heldDraft, insertDraft, keepWords, moveDraft, type DraftRow } from './draft-store.ts'
import { isUnderway } from './item-routes.ts'
import { heldItem, toldOf } from './items.ts'
import { publishDraft } from './publish-draft.ts'
import { civilDate } from './rules.ts'
import { writeStep } from './steps.ts'

type Named = { readonly draftId: string }
const notFound = refuse({ code: 'knowledge.not-found' })

const viewOf = async (tx: Tx, doer: Doer, draftId: string): Promise<Decision<DraftView>> => {
  const [view] = await draftViews(tx, doer, await draftRows(tx, sql`draft_id = ${draftId}`))
  return view === undefined ? notFound : accept(view)
}

/** A step of a draft: done once for its key, answered with what the draft has become. */
export const taken = (app: App, asked: Asking, work: (tx: Tx) => Promise<Decision<Named>>): Promise<Decision<DraftView>> =>
  decideAs(app.database, asked.actor, async (tx) => {
    const done = await once(tx, asked, () => work(tx))
    return done.ok ? viewOf(tx, doerOf(asked), done.value.ids.draftId) : done
  })

/** Two that write the same title at once come one after the other; an import of many waits for all of them, and they for it. */
const checked = async (tx: Tx, content: KnowledgeContent, itemId: string, at: Temporal.Instant): Promise<Decision<Content>> => {
  await sql`select pg_advisory_xact_lock_shared(hashtextextended('knowledge.titles/' || app.authority(), 0))`.execute(tx)
  await sql`select pg_advisory_xact_lock(hashtextextended('knowledge.title/' || app.authority() || '/' || ${content.title}, 0))`.execute(tx)
  const { rows } = await sql<{ taken: boolean }>`select app.knowledge_title_taken(${content.title}, ${itemId}) as taken`.execute(tx)
  return entered(content, {
    today: civilDate(at),
    ownerInForce: await isUnitInForce(tx, content.ownerUnitId, at),
    regionKnown: content.region === null || (await findPlace(tx, content.region)) !== undefined,
    titleTaken: rows[0]?.taken === true,
  })
}

/** The item that a draft is of: a new one, or the one that is told and may be revised. */
const baseOf = async (tx: Tx, doer: Doer, itemId: string | null, at: Temporal.Instant) => {
  if (itemId === null) return accept({ itemId: newId(at), baseVersion: null })
  const decided = revise(toldOf(await heldItem(tx, itemId)), await isUnderway(tx, itemId), doer)
  return decided.ok ? accept({ itemId, baseVersion: decided.value.version }) : decided
}

const written = async (tx: Tx, asked: Call<typeof routes.writeDraft>): Promise<Decision<Named>> => {
  const { at, body } = asked
  const doer = doerOf(asked)
  const writes = mayWriteFor(doer, body.content.ownerUnitId)
  if (!writes.ok) return writes
  const base = await baseOf(tx, doer, body.itemId, at)
  if (!base.ok) return base
  const { itemId } = base.value
  const content = await checked(tx, body.content, itemId, at)
  if (!content.ok) return content
  const { accountId } = doer
  const draftId = await insertDraft(tx, { ...base.value, content: content.value, accountId, at })
  await carryOver(tx, itemId, base.value.baseVersion, draftId, at)
  await writeStep(tx, { itemId, draftId, kind: 'written', accountId, at })
  return accept({ draftId })
}

const rewritten = async (tx: Tx, asked: Call<typeof routes.rewriteDraft>): Promise<Decision<Named>> => {
  const { at, body, params } = asked
  const doer = doerOf(asked)
  const row = await heldDraft(tx, params.draftId)
  const decided = rewrite({ draft: factsOf(row), doer, revision: body.revision })
  if (!decided.ok || row === undefined) return decided as Decision<never>
  const writes = mayWriteFor(doer, body.content.ownerUnitId)
  if (!writes.ok) return writes
  const content = await checked(tx, body.content, row.item_id, at)
  if (!content.ok) return content
  await keepWords(tx, row, content.value, doer.accountId, at)
  await writeStep(tx, { itemId: row.item_id, draftId: row.draft_id, kind: 'rewritten', accountId: doer.accountId, at })
  return accept({ draftId: row.draft_id })
}

type Stepping = {
  readonly kind: KnowledgeStep['kind']
  readonly decide: (asked: { readonly draft: Draft | undefined; readonly doer: Doer; readonly revision: number }) => Decision<DraftState>
}
type Body = { readonly revision: number; readonly reason?: string }
type AskedStep = Asking & { readonly params: Named; readonly body: Body }

/** What is handed on or published still meets the entry standard on that day: a unit may have gone, a title been taken. */
const stillStands = async (tx: Tx, row: DraftRow, kind: Stepping['kind'], at: Temporal.Instant): Promise<Decision<unknown>> =>
  kind === 'submitted' || kind === 'published'
    ? checked(tx, { ...row.content, reviewOn: null } as KnowledgeContent, row.item_id, at)
    : accept(row)

const stepped = async (tx: Tx, app: App, asked: AskedStep, { kind, decide }: Stepping): Promise<Decision<Named>> => {
  const { at, body, params } = asked
  const doer = doerOf(asked)
  const row = await heldDraft(tx, params.draftId)
  const decided = decide({ draft: factsOf(row), doer, revision: body.revision })
  if (!decided.ok || row === undefined) return decided as Decision<never>
  const stands = await stillStands(tx, row, kind, at)
  if (!stands.ok) return stands
  const published = kind === 'published' ? await publishDraft(tx, app, row, at) : accept(undefined)
  if (!published.ok) return published
  await moveDraft(tx, row, decided.value, doer.accountId, at)
  await writeStep(tx, {
    itemId: row.item_id,
    draftId: row.draft_id,
    kind,
    accountId: doer.accountId,
    at,
    ...(published.value === undefined ? {} : { version: published.value }),
    ...(body.reason === undefined ? {} : { reason: body.reason }),
  })
  return accept({ draftId: row.draft_id })
}
const take = (app: App, asked: AskedStep, stepping: Stepping) => taken(app, asked, (tx) => stepped(tx, app, asked, stepping))

/** What waits for this person, or what is written and sent back where they write. */
const listed = (list: 'to-review' | 'writing', doer: Doer): RawBuilder<unknown> => {
  if (list === 'writing') return sql`state in ('draft', 'returned')`
  const [vouches, publishes] = [doer.may('knowledge.vouch'), doer.may('knowledge.publish')]
  return sql`((${vouches} and state = 'owner-review' and owner_unit_id = any(${[...doer.unitIds]}::text[])) or (${publishes} and state = 'centre-review'))`
}
const most = 100

/** 第十七条 多方校核. @clause 17a */
export const draftEndpoints: readonly Endpoint[] = [
  mount(routes.listDrafts, (asked, app) =>
    asActor(app.database, asked.actor, async (tx) => {
      const doer = doerOf(asked)
      const rows = await draftRows(tx, sql`${listed(asked.query.list, doer)} order by moved_at desc, draft_id limit ${most}`)
      return accept({ items: await draftViews(tx, doer, rows) })
    }),
  ),
  mount(routes.readDraft, (asked, app) => asActor(app.database, asked.actor, (tx) => viewOf(tx, doerOf(asked), asked.params.draftId))),
  mount(routes.writeDraft, (asked, app) => taken(app, asked, (tx) => written(tx, asked))),
  mount(routes.rewriteDraft, (asked, app) => taken(app, asked, (tx) => rewritten(tx, asked))),
  mount(routes.submitDraft, (asked, app) => take(app, asked, { kind: 'submitted', decide: submit })),
  mount(routes.dropDraft, (asked, app) => take(app, asked, { kind: 'dropped', decide: drop })),
  mount(routes.vouchForDraft, (asked, app) => take(app, asked, { kind: 'vouched', decide: vouch })),
  mount(routes.ownerSendBackDraft, (asked, app) => take(app, asked, { kind: 'owner-sent-back', decide: ownerSendsBack })),
  mount(routes.publishDraft, (asked, app) => take(app, asked, { kind: 'published', decide: publish })),
  mount(routes.centreSendBackDraft, (asked, app) => take(app, asked, { kind: 'centre-sent-back', decide: centreSendsBack })),
]
