import type { CatalogueChangeView, catalogueRoutes } from '@open12345/contract/catalogue'
import { may } from '@open12345/domain/authority'
import { judgeRevocation, type Undoing } from '@open12345/domain/catalogue'
import { accept, type Decision } from '@open12345/domain/kernel'
import type { App } from '../../app.ts'
import { once } from '../../db/idempotency.ts'
import { decideAs, type Tx } from '../../db/transaction.ts'
import type { Call } from '../../http/call.ts'
import { writeAudit } from '../audit/index.ts'
import { civilDateOf, lockCatalogue, removeEntry, restoreEntry } from '../organisation/index.ts'
import { factsOf } from './present.ts'
import { viewed } from './propose.ts'
import { changeOf, findChange, insertRevocation, type SpanBefore } from './store.ts'
import { readCatalogue } from './world.ts'

const undo = async (tx: Tx, { removes }: Undoing, before: readonly SpanBefore[]): Promise<void> => {
  if (removes !== undefined) await removeEntry(tx, removes)
  for (const span of before) await restoreEntry(tx, span, span)
}

/** An accepted change is taken back before its day. @clause 11-2 */
export const revokeCatalogueChange = (
  call: Call<(typeof catalogueRoutes)['revokeCatalogueChange']>,
  app: App,
): Promise<Decision<CatalogueChangeView>> =>
  decideAs(app.database, call.actor, async (tx) => {
    const { changeId } = call.params
    const by = call.actor.accountId ?? ''
    const done = await once(tx, call, async () => {
      await lockCatalogue(tx, call.actor.authorityId)
      const row = await findChange(tx, changeId)
      const { world, entries } = await readCatalogue(tx, row?.subject)
      const accepted = row && {
        change: changeOf(row),
        state: row.replaced ? ('replaced' as const) : row.state,
        before: row.spans_before,
        isOwn: row.proposed_by === by,
        reviews: may({ roles: call.actor.roles, outsourced: call.session?.outsourced ?? false }, 'catalogue.review'),
      }
      const judged = judgeRevocation(accepted, { world, entries, today: civilDateOf(call.at).toString() })
      if (!judged.ok) return judged
      await insertRevocation(tx, changeId, call.body.reason, { by, at: call.at })
      await undo(tx, judged.value, row?.spans_before ?? [])
      await writeAudit(tx, app, {
        action: 'catalogue.revoke',
        subjectIds: [changeId],
        facts: row === undefined ? [] : factsOf(changeOf(row)),
      })
      return accept({ changeId })
    })
    return done.ok ? viewed(tx, changeId, by) : done
  })
