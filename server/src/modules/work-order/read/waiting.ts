import { waitings, type Waiting } from '@open12345/domain/vocabulary'
import { waitingsOf, type Assignment, type WorkOrder } from '@open12345/domain/work-order'
import { sql, type RawBuilder } from 'kysely'
import type { App } from '../../../app.ts'
import type { Actor } from '../../../db/actor.ts'
import { asActor } from '../../../db/transaction.ts'

/** 20c: that an accused was named wrongly is told to nobody outside the centre; what other units ask of it, to no unit. */
const told: Readonly<Record<Actor['scope'], readonly Waiting[]>> = {
  centre: waitings,
  system: waitings,
  seat: ['withdrawal', 'correction', 'delivery', 'verified', 'return', 'extension', 'acts'],
  unit: ['withdrawal', 'correction', 'delivery'],
  requester: [],
  none: [],
}

/** What waits, as the actor may know it. 9-guide: a verification's answer is for the seat that took the matter, and the centre. */
export const waitsFor = (actor: Actor, waiting: RawBuilder<unknown>): RawBuilder<boolean> => sql<boolean>`
  o.waiting <> '{}' and o.waiting @> array[${waiting}]::text[] and ${waiting}::text = any(${told[actor.scope]}::text[])
  ${actor.scope === 'seat' ? sql`and (${waiting}::text <> 'verified' or o.taken_by = ${actor.accountId ?? null})` : sql``}`

/** What a unit has asked of the centre itself. */
const askedBy = ({ assignments, pendingTermination, dispute }: WorkOrder, { scope, unitIds }: Actor): readonly Waiting[] => {
  const own = scope === 'unit' ? assignments.filter(({ unitId }) => unitIds.includes(unitId)) : []
  const asked: Partial<Readonly<Record<Waiting, (assignment: Assignment) => boolean>>> = {
    return: ({ pendingReturn }) => pendingReturn !== undefined,
    extension: ({ extension }) => extension?.status === 'asked',
    termination: ({ id }) => id === pendingTermination?.assignmentId,
    dispute: ({ id }) => id === dispute?.assignmentId,
  }
  return waitings.filter((waiting) => own.some((assignment) => asked[waiting]?.(assignment)))
}

/** The same of one order; a unit also knows what it has asked itself. */
export const waitingFor = (order: WorkOrder, actor: Actor): Waiting[] => {
  const known = [...told[actor.scope], ...askedBy(order, actor)]
  const isOthers = (waiting: Waiting): boolean => waiting === 'verified' && actor.scope === 'seat' && order.takenBy !== actor.accountId
  return waitingsOf(order).filter((waiting) => known.includes(waiting) && !isOthers(waiting))
}

const most = 100

/** How many orders wait for the centre, counted to a hundred at most: 100 means more. */
export const countWaiting = (app: App, actor: Actor): Promise<{ waiting: Waiting; count: number }[]> =>
  asActor(app.database, actor, async (tx) => {
    const { rows } = await sql<{ waiting: Waiting; count: number }>`
      select lane.waiting, bounded.count
      from unnest(${waitings}::text[]) with ordinality as lane (waiting, place)
        cross join lateral (
          select count(*)::integer as count from (
            select from work_order o where o.authority_id = ${actor.authorityId} and ${waitsFor(actor, sql`lane.waiting`)} limit ${most}
          ) as counted
        ) as bounded
      order by lane.place`.execute(tx)
    return rows
  })
