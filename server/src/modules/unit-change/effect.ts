import { isOpen, judgeChange, type UnitChange } from '@open12345/domain/unit'
import { sql } from 'kysely'
import type { App } from '../../app.ts'
import { systemActor } from '../../db/actor.ts'
import { asActor, type Tx } from '../../db/transaction.ts'
import { endGrantsOfUnit } from '../accounts/index.ts'
import { writeAudit } from '../audit/index.ts'
import { civilDateOf, endUnit, findUnit, foundUnit, moveUnit, renameUnit } from '../organisation/index.ts'
import { aroundFor } from './around.ts'
import { changeOf, findChange, insertOutcome, lockTree } from './store.ts'

export type Moment = {
  readonly at: Temporal.Instant
  /** Who decides for today; undefined where the day itself brings it. */
  readonly by: string | undefined
}

const changeTree = async (tx: Tx, app: App, change: UnitChange, changeId: string, { at, by }: Moment): Promise<void> => {
  const on = civilDateOf(at)
  const { unitId } = change
  switch (change.kind) {
    case 'founded': {
      const { unitKind: kind, name, shortName, nameEn, parentId, placeCode } = change
      return foundUnit(tx, { unitId, kind, name, shortName, nameEn, parentId, placeCode, validOnFrom: on }, at)
    }
    case 'renamed':
      return renameUnit(tx, unitId, change, at)
    case 'moved':
      return moveUnit(tx, unitId, change.parentId, at)
    case 'merged':
    case 'dissolved': {
      const successorId = change.kind === 'merged' ? change.successorId : null
      await endUnit(tx, unitId, { on, successorId }, at)
      return endGrantsOfUnit(tx, app, { unitId, successorId, at, by, changeId })
    }
  }
}

/** Writes what was judged possible; the tree is held by whoever calls. @clause 7-1 */
export const takeEffect = async (tx: Tx, app: App, change: UnitChange, changeId: string, moment: Moment): Promise<void> => {
  const before = await findUnit(tx, change.unitId)
  await changeTree(tx, app, change, changeId, moment)
  await insertOutcome(tx, changeId, moment.at, { outcome: 'in-effect', nameBefore: before?.name, parentBefore: before?.parentId })
  await writeAudit(tx, app, { action: 'unit.take-effect', subjectIds: [changeId], facts: [change.kind, change.unitId] })
}

/** Judged anew: since it was decided, the world has gone on. What stands in the way is written down once, and tried again until it is gone. */
const settle = async (tx: Tx, app: App, changeId: string, at: Temporal.Instant): Promise<void> => {
  const row = await findChange(tx, changeId)
  if (row === undefined || !isOpen(row.state)) return
  const change = changeOf(row)
  const judged = judgeChange(change, await aroundFor(tx, change, civilDateOf(at).toString(), changeId))
  if (judged.ok) return takeEffect(tx, app, change, changeId, { at, by: undefined })
  const reason = judged.refusal.code
  if (row.reason !== reason) await insertOutcome(tx, changeId, at, { outcome: 'held-up', reason })
}

type Due = { readonly authority_id: string; readonly change_id: string }

/**
 * Changes of units whose day has come, each in a transaction of its own with everything that follows from it: killed anywhere, it has happened
 * whole or not at all, and is looked for again.
 * @clause 7-1
 */
export const settleUnitChanges = async (app: App): Promise<void> => {
  const at = app.clock.now()
  const { rows } = await sql<Due>`select * from app.unit_changes_due(${civilDateOf(at)}::date)`.execute(app.database)
  for (const { authority_id: authorityId, change_id: changeId } of rows)
    await asActor(app.database, systemActor(authorityId), async (tx) => {
      await lockTree(tx, authorityId)
      await settle(tx, app, changeId, at)
    })
}
