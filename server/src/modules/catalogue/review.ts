import type { CatalogueChangeView, catalogueRoutes } from '@open12345/contract/catalogue'
import { judgeCatalogueChange, judgeReview, type CatalogueChange, type Plan } from '@open12345/domain/catalogue'
import { accept, refuse, type Decision } from '@open12345/domain/kernel'
import type { App } from '../../app.ts'
import { once } from '../../db/idempotency.ts'
import { decideAs, type Tx } from '../../db/transaction.ts'
import type { Call } from '../../http/call.ts'
import { writeAudit } from '../audit/index.ts'
import { beginEntry, civilDateOf, endEntry, holdUnit, lockCatalogue, replaceEntry } from '../organisation/index.ts'
import { factsOf } from './present.ts'
import { viewed } from './propose.ts'
import { changeOf, findChange, insertDecision, type ChangeRow, type SpanBefore } from './store.ts'
import { readCatalogue, type Catalogue } from './world.ts'

type Routes = typeof catalogueRoutes

/** The spans as the rules planned them. Every reader asks by day, so that nothing has to happen when the day comes. */
const carryOut = async (tx: Tx, { ends, replaces, begins }: Plan, { on }: CatalogueChange, changeId: string): Promise<void> => {
  if (ends !== undefined) await endEntry(tx, ends, on, changeId)
  if (begins === undefined) return
  if (replaces === undefined) await beginEntry(tx, begins, begins, changeId)
  else await replaceEntry(tx, replaces, begins, changeId)
}

/** Kept with the decision, so that it can be revoked until its day. */
const spansBefore = ({ ends, replaces }: Plan, rows: Catalogue['rows']): readonly SpanBefore[] =>
  rows
    .filter(({ entry }) => entry === ends || entry === replaces)
    .map(({ entry, broughtBy, endedBy }) => ({ ...entry, broughtBy, endedBy }))

type Reviewing = Call<Routes['acceptCatalogueChange']> | Call<Routes['refuseCatalogueChange']>

/** The proposal, held and found to be this person's to decide about. */
const reviewing = async (
  tx: Tx,
  call: Reviewing,
  decided: (row: ChangeRow, by: string) => Promise<Decision<unknown>>,
): Promise<Decision<CatalogueChangeView>> => {
  const { changeId } = call.params
  const by = call.actor.accountId ?? ''
  const done = await once(tx, call, async () => {
    await lockCatalogue(tx, call.actor.authorityId)
    const row = await findChange(tx, changeId)
    const judged = judgeReview(row?.state, row?.proposed_by === by)
    if (!judged.ok) return judged
    if (row === undefined) return refuse({ code: 'catalogue.change-unknown' })
    const outcome = await decided(row, by)
    return outcome.ok ? accept({ changeId }) : outcome
  })
  return done.ok ? viewed(tx, changeId, by) : done
}

/** Judged anew: since it was proposed, the world has gone on. @clause 11-2 */
export const acceptCatalogueChange = (call: Call<Routes['acceptCatalogueChange']>, app: App): Promise<Decision<CatalogueChangeView>> =>
  decideAs(app.database, call.actor, (tx) =>
    reviewing(tx, call, async (row, by) => {
      const change = changeOf(row)
      if (change.kind === 'set') await holdUnit(tx, change.unitId)
      const { world, entries, rows } = await readCatalogue(tx, row.subject)
      const judged = judgeCatalogueChange(change, { world, entries, today: civilDateOf(call.at).toString() })
      if (!judged.ok) return judged
      await insertDecision(tx, row.change_id, 'accepted', { by, at: call.at, before: spansBefore(judged.value, rows) })
      await carryOut(tx, judged.value, change, row.change_id)
      await writeAudit(tx, app, { action: 'catalogue.accept', subjectIds: [row.change_id], facts: factsOf(change) })
      return judged
    }),
  )

export const refuseCatalogueChange = (call: Call<Routes['refuseCatalogueChange']>, app: App): Promise<Decision<CatalogueChangeView>> =>
  decideAs(app.database, call.actor, (tx) =>
    reviewing(tx, call, async (row, by) => {
      await insertDecision(tx, row.change_id, 'refused', { by, at: call.at, words: call.body.words })
      await writeAudit(tx, app, { action: 'catalogue.refuse', subjectIds: [row.change_id] })
      return accept(undefined)
    }),
  )
