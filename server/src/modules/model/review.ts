import { modelRoutes as routes, type ModelDraftDetail, type ModelDraftRow } from '@open12345/contract/model'
import type { RouteOutput } from '@open12345/contract/kernel'
import { accept, refuse, type Decision } from '@open12345/domain/kernel'
import { sql } from 'kysely'
import type { App } from '../../app.ts'
import { once } from '../../db/idempotency.ts'
import { asActor, decideAs } from '../../db/transaction.ts'
import type { Call } from '../../http/call.ts'
import { writeAudit } from '../audit/index.ts'
import { loadOrder } from '../work-order/index.ts'
import type { Prompt } from './port.ts'
import { auditFacts } from './prompt.ts'
import { openFor, sealFor } from './sealing.ts'
import { sentOf } from './sent.ts'
import { findRow, heldRow, rowsWhere, rowView } from './store.ts'

const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)

export const list = ({ actor, query: { after, limit } }: Call<typeof routes.listModelDrafts>, app: App) =>
  asActor(app.database, actor, async (tx): Promise<Decision<RouteOutput<typeof routes.listModelDrafts>>> => {
    // A cursor that is none begins at the newest.
    const before = after !== undefined && isId(after) ? sql`d.model_draft_id < ${after}` : sql`true`
    const rows = await rowsWhere(tx, sql`${before} order by d.model_draft_id desc limit ${limit + 1}`)
    const shown = rows.slice(0, limit)
    return accept({ items: shown.map(rowView), next: rows.length > limit ? (shown.at(-1)?.model_draft_id ?? null) : null })
  })

/** Somebody reads what was told and answered: that is on record. @clause 20b */
export const read = ({ actor, session, params, language, at }: Call<typeof routes.readModelDraft>, app: App) =>
  asActor(app.database, actor, async (tx): Promise<Decision<ModelDraftDetail>> => {
    const row = await findRow(tx, params.modelDraftId)
    if (row === undefined) return refuse({ code: 'model.unknown' })
    const ofOrder = row.order_id === null ? {} : { orderId: row.order_id }
    await writeAudit(tx, app, { action: 'model.read', ...ofOrder, subjectIds: [row.model_draft_id], facts: [auditFacts[row.purpose]] })
    const open = openFor(app, row.wrapped_key, row.model_draft_id)
    const { instructions, data } = JSON.parse(open('prompt', row.prompt_sealed) ?? '') as Prompt
    const answer = open('answer', row.answer_sealed) ?? ''
    const doer = { actor, outsourced: session?.outsourced ?? false }
    return accept({
      ...rowView(row),
      prompt: `${instructions}\n\n${data}`,
      answer,
      quoted: row.quoted.map(({ itemId, version, title }) => ({ itemId, version, title })),
      sent: await sentOf(tx, app, row, answer, { doer, language, at }),
      wrongReason: open('wrong', row.wrong_sealed),
      wrongBy: row.wrong_name,
    })
  })

export const mark = async (call: Call<typeof routes.markModelDraft>, app: App): Promise<Decision<ModelDraftRow>> => {
  const { actor, params, body, at } = call
  const { modelDraftId } = params
  const done = await decideAs(app.database, actor, (tx) =>
    once(tx, call, async () => {
      const row = await heldRow(tx, modelDraftId)
      if (row === undefined) return refuse({ code: 'model.unknown' })
      if (row.wrong_at !== null) return refuse({ code: 'model.marked' })
      await sql`update model_draft set wrong_by = app.account_id(), wrong_at = ${at},
          wrong_sealed = ${sealFor(app, row.wrapped_key, modelDraftId)('wrong', body.reason)}
        where authority_id = app.authority() and model_draft_id = ${modelDraftId}`.execute(tx)
      return accept({ modelDraftId })
    }),
  )
  if (!done.ok) return done
  return asActor(app.database, actor, async (tx) => {
    const row = await findRow(tx, modelDraftId)
    return row === undefined ? refuse({ code: 'model.unknown' }) : accept(rowView(row))
  })
}

/** What one made of one's own draft; nothing but that is written here. */
export const settle = async (call: Call<typeof routes.settleModelDraft>, app: App): Promise<Decision<Record<never, never>>> => {
  const { actor, params, body, at } = call
  const { modelDraftId } = params
  const done = await decideAs(app.database, actor, (tx) =>
    once(tx, call, async () => {
      const row = await heldRow(tx, modelDraftId)
      if (row === undefined || row.account_id !== actor.accountId) return refuse({ code: 'model.unknown' })
      if (row.became !== null) return refuse({ code: 'model.settled' })
      if (body.became === 'used' && row.state !== 'finished') return refuse({ code: 'model.not-finished' })
      await sql`update model_draft set became = ${body.became}, became_at = ${at}
        where authority_id = app.authority() and model_draft_id = ${modelDraftId}`.execute(tx)
      return accept({ modelDraftId })
    }),
  )
  return done.ok ? accept({}) : done
}

/** For whoever reviews a reply: the parts whose present draft was written by somebody who had used one. A unit reads its own. @clause 7-2 */
export const usedOf = ({ actor, params: { orderId } }: Call<typeof routes.listUsedDrafts>, app: App) =>
  asActor(app.database, actor, async (tx): Promise<Decision<RouteOutput<typeof routes.listUsedDrafts>>> => {
    const loaded = await loadOrder(tx, orderId)
    if (loaded === undefined) return refuse({ code: 'work-order.not-found' })
    const parts = loaded.order.assignments.filter(
      ({ unitId, passedOn }) => actor.scope !== 'unit' || actor.unitIds.includes(unitId) || actor.unitIds.includes(passedOn?.unitId ?? ''),
    )
    const rows = await rowsWhere(tx, sql`d.order_id = ${orderId} and d.became = 'used' order by d.model_draft_id`)
    const items = parts.flatMap(({ id, draft }) => {
      const row = rows.findLast((one) => one.assignment_id === id && one.account_id === draft?.by)
      return row === undefined ? [] : [{ assignmentId: id, by: row.by, at: row.at.toString({ smallestUnit: 'millisecond' }) }]
    })
    return accept({ items })
  })
