import type { unitChangeRoutes, UnitChangeBody, UnitChangeConcern, UnitChangeView } from '@open12345/contract/organisation'
import { accept, refuse, type Decision } from '@open12345/domain/kernel'
import { decideChange, withdrawChange, type UnitChange } from '@open12345/domain/unit'
import type { App } from '../../app.ts'
import { once } from '../../db/idempotency.ts'
import { asActor, decideAs, type Tx } from '../../db/transaction.ts'
import type { Call } from '../../http/call.ts'
import { grantsIn } from '../accounts/index.ts'
import { writeAudit } from '../audit/index.ts'
import { civilDateOf, responsibilitiesOf, subtreeOf, wholeTree } from '../organisation/index.ts'
import { aroundFor, openOrders } from './around.ts'
import { takeEffect } from './effect.ts'
import { viewOf } from './read.ts'
import { findChange, insertChange, insertOutcome, lockTree, type Basis } from './store.ts'

type Routes = typeof unitChangeRoutes

const asked = (body: UnitChangeBody): { readonly change: UnitChange; readonly basis: Basis } => {
  const { on, document, words, ...change } = body
  return { change, basis: { on, document, words } }
}

const judge = async (tx: Tx, { change, basis }: ReturnType<typeof asked>, today: string): Promise<Decision<undefined>> =>
  decideChange(change, await aroundFor(tx, change, basis.on), today)

const viewed = async (tx: Tx, changeId: string): Promise<Decision<UnitChangeView>> => {
  const row = await findChange(tx, changeId)
  return row === undefined ? refuse({ code: 'unit.change-unknown' }) : accept(viewOf(row))
}

const concernOf = async (tx: Tx, { unitId }: UnitChange, at: Temporal.Instant) => {
  const today = civilDateOf(at)
  const below = new Set(await subtreeOf(tx, [unitId]))
  const inForce = (await wholeTree(tx)).filter(
    ({ unitId: one, validOnTo }) =>
      one !== unitId && below.has(one) && (validOnTo === null || Temporal.PlainDate.compare(validOnTo, today) > 0),
  )
  return {
    openOrders: await openOrders(tx, unitId),
    people: new Set((await grantsIn(tx, unitId, at)).map(({ accountId }) => accountId)).size,
    responsibilities: await responsibilitiesOf(tx, unitId, today),
    unitsBelow: inForce.length,
  }
}

/** What a change concerns, before anybody decides it. */
export const previewUnitChange = (call: Call<Routes['previewUnitChange']>, app: App): Promise<Decision<UnitChangeConcern>> =>
  asActor(app.database, call.actor, async (tx) => {
    const today = civilDateOf(call.at).toString()
    const given = asked(call.body)
    const judged = await judge(tx, given, today)
    if (!judged.ok) return judged
    return accept({ ...(await concernOf(tx, given.change, call.at)), atOnce: given.basis.on === today })
  })

/** One that is for today takes effect with the decision. @clause 7-1 */
export const decideUnitChange = (call: Call<Routes['decideUnitChange']>, app: App): Promise<Decision<UnitChangeView>> =>
  decideAs(app.database, call.actor, async (tx) => {
    const done = await once(tx, call, async () => {
      await lockTree(tx, call.actor.authorityId)
      const { at } = call
      const by = call.actor.accountId ?? ''
      const today = civilDateOf(at).toString()
      const given = asked(call.body)
      const judged = await judge(tx, given, today)
      if (!judged.ok) return judged
      const changeId = await insertChange(tx, given.change, given.basis, { by, at })
      await writeAudit(tx, app, {
        action: 'unit.decide',
        subjectIds: [changeId],
        facts: [given.change.kind, given.change.unitId, given.basis.on],
      })
      if (given.basis.on === today) await takeEffect(tx, app, given.change, changeId, { at, by })
      return accept({ changeId })
    })
    return done.ok ? viewed(tx, done.value.ids.changeId) : done
  })

export const withdrawUnitChange = (call: Call<Routes['withdrawUnitChange']>, app: App): Promise<Decision<UnitChangeView>> =>
  decideAs(app.database, call.actor, async (tx) => {
    const { changeId } = call.params
    const done = await once(tx, call, async () => {
      await lockTree(tx, call.actor.authorityId)
      const judged = withdrawChange((await findChange(tx, changeId))?.state)
      if (!judged.ok) return judged
      await insertOutcome(tx, changeId, call.at, { outcome: 'withdrawn', accountId: call.actor.accountId })
      await writeAudit(tx, app, { action: 'unit.withdraw', subjectIds: [changeId] })
      return accept({ changeId })
    })
    return done.ok ? viewed(tx, changeId) : done
  })
