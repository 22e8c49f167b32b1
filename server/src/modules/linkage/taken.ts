import type { LinkageView } from '@open12345/contract/linkage'
import { accept, refuse, type Decision } from '@open12345/domain/kernel'
import type { App } from '../../app.ts'
import { once } from '../../db/idempotency.ts'
import { asActor, decideAs, type Tx } from '../../db/transaction.ts'
import type { Asking } from '../../http/call.ts'
import { linkageViews } from './present.ts'
import { findRow } from './store.ts'

type Named = { readonly linkageId: string }

/**
 * One step, once for its key. The record is written first; only then, and not again for a repeated key, does the switch act.
 * @clause 14
 */
export const taken = async (
  app: App,
  asked: Asking,
  work: (tx: Tx) => Promise<Decision<Named>>,
  afterwards: (linkageId: string) => Promise<void> = async () => {},
): Promise<Decision<LinkageView>> => {
  const done = await decideAs(app.database, asked.actor, (tx) => once(tx, asked, () => work(tx)))
  if (!done.ok) return done
  const { ids, repeated } = done.value
  if (!repeated) await afterwards(ids.linkageId)
  return asActor(app.database, asked.actor, async (tx) => {
    const row = await findRow(tx, ids.linkageId)
    const [view] = row === undefined ? [] : await linkageViews(tx, app, asked.actor, [row])
    return view === undefined ? refuse({ code: 'linkage.unknown', clause: '14' }) : accept(view)
  })
}
