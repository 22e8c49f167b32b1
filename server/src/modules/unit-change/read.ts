import type { RouteOutput } from '@open12345/contract/kernel'
import type { TreeUnitView, unitChangeRoutes, UnitChangeView } from '@open12345/contract/organisation'
import { accept, type Decision } from '@open12345/domain/kernel'
import { unitRefusals, type UnitRefusalCode } from '@open12345/domain/unit'
import { sql } from 'kysely'
import type { App } from '../../app.ts'
import { asActor } from '../../db/transaction.ts'
import type { Call } from '../../http/call.ts'
import { civilDateOf, wholeTree, type TreeRow } from '../organisation/index.ts'
import { changesWhere, type ChangeRow } from './store.ts'

type Routes = typeof unitChangeRoutes

const isKnown = (code: string): code is UnitRefusalCode => code in unitRefusals
const sentenceOf = (code: string | null): UnitChangeView['heldUp'] => {
  if (code === null || !isKnown(code)) return null
  const { zh, en } = unitRefusals[code]
  return { zh, en }
}
const instant = (at: Temporal.Instant): string => at.toString({ smallestUnit: 'millisecond' })

export const viewOf = (row: ChangeRow): UnitChangeView => ({
  changeId: row.change_id,
  kind: row.kind,
  unitId: row.unit_id,
  on: row.effective_on.toString(),
  state: row.state,
  name: row.name,
  parentId: row.parent_id,
  successorId: row.successor_id,
  nameBefore: row.name_before,
  parentBefore: row.parent_before,
  document: row.document,
  words: row.words,
  by: row.by,
  decidedAt: instant(row.decided_at),
  heldUp: sentenceOf(row.reason),
  outcomeAt: row.outcome_at === null ? null : instant(row.outcome_at),
})

const treeUnit = (unit: TreeRow): TreeUnitView => {
  const { unitId, parentId, name, shortName, nameEn, kind, placeCode, mergedInto, validOnFrom, validOnTo, decidedAt } = unit
  return {
    unitId,
    parentId,
    name,
    shortName,
    nameEn,
    kind,
    placeCode,
    mergedInto,
    from: validOnFrom.toString(),
    to: validOnTo?.toString() ?? null,
    changedAtDesk: decidedAt !== null,
  }
}

export const listUnitTree = (
  { actor, at }: Call<Routes['listUnitTree']>,
  app: App,
): Promise<Decision<RouteOutput<Routes['listUnitTree']>>> =>
  asActor(app.database, actor, async (tx) => accept({ today: civilDateOf(at).toString(), items: (await wholeTree(tx)).map(treeUnit) }))

export const listUnitChanges = (
  { actor, query: { unitId } }: Call<Routes['listUnitChanges']>,
  app: App,
): Promise<Decision<RouteOutput<Routes['listUnitChanges']>>> =>
  asActor(app.database, actor, async (tx) => {
    const ofUnit = unitId === undefined ? undefined : sql`(c.unit_id = ${unitId} or c.successor_id = ${unitId})`
    return accept({ items: (await changesWhere(tx, ofUnit)).map(viewOf) })
  })
