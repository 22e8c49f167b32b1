import type { BoardView } from '@open12345/contract/board'
import { sql, type RawBuilder } from 'kysely'
import type { Actor } from '../../db/actor.ts'
import type { Tx } from '../../db/transaction.ts'
import { visibleTo } from '../work-order/index.ts'

/** Clocks `c` that somebody answers by. 11-3: a unit's are those of its own parts, whatever the other units of the order do. */
const answeredBy = ({ scope, unitIds, authorityId }: Actor): RawBuilder<unknown> => {
  if (scope !== 'unit') return sql`c.kind in ('handle', 'redo')`
  const isOwn = (task: RawBuilder<unknown>): RawBuilder<unknown> => sql`exists (
    select from unit_task t where t.authority_id = ${authorityId} and t.order_id = c.order_id and t.task_id = ${task}
      and t.unit_id = any(${unitIds}::text[]))`
  // 7-1: within a unit it is that unit's own house; for whoever got it below, it is their clock.
  return sql`c.kind in ('handle', 'redo', 'assist', 'sub-handle') and case c.kind
    when 'sub-handle' then ${isOwn(sql`c.assignment_id || '-below'`)} and not ${isOwn(sql`c.assignment_id`)}
    else ${isOwn(sql`c.assignment_id`)} end`
}

/** 及时率: of what was delivered in thirty days, and all that is open and overdue however old: an overdue case cannot hide by waiting. */
export const onTime = async (tx: Tx, actor: Actor, since: Temporal.Instant, at: Temporal.Instant): Promise<BoardView['onTime']> => {
  const whose = answeredBy(actor)
  // Two questions, an index for each: asked together they would be looked for in every clock there ever was.
  const { rows } = await sql<{ in_time: number; told: number; overdue: number }>`
    select told.in_time, told.told, overdue.overdue
    from (select count(*) filter (where c.outcome = 'met')::int as in_time, count(*)::int as told from work_order_clock c
        where c.authority_id = app.authority() and c.met_at is not null and c.met_at >= ${since} and c.outcome in ('met', 'late')
          and ${whose}) as told,
      (select count(*)::int as overdue from work_order_clock c
        where c.authority_id = app.authority() and c.outcome in ('pending', 'breached') and c.due_at <= ${at} and ${whose}) as overdue`.execute(
    tx,
  )
  const [counted] = rows
  return counted === undefined ? { inTime: 0, of: 0 } : { inTime: counted.in_time, of: counted.told + counted.overdue }
}

const satisfied = sql`closure_kind = 'satisfied'`
const rated = sql`(closure_kind in ('satisfied', 'noted') or (closure_kind = 'lawful-reply' and not no_answer))`

/**
 * 满意率: silence is never satisfaction, who did not answer is counted apart. Raw, and evaluated after screening, without mediation and enforcement.
 * @clause 13-3c
 * @clause 13-3d
 */
export const satisfaction = async (
  tx: Tx,
  actor: Actor,
  since: Temporal.Instant,
): Promise<Pick<BoardView, 'satisfaction' | 'evaluated'>> => {
  const counted = await visibleTo(tx, actor)
    .select([
      sql<number>`count(*) filter (where ${satisfied})::int`.as('satisfied'),
      sql<number>`count(*) filter (where ${rated})::int`.as('of'),
      sql<number>`count(*) filter (where no_answer)::int`.as('unanswered'),
      sql<number>`count(*) filter (where ${satisfied} and not raw_only)::int`.as('evaluatedSatisfied'),
      sql<number>`count(*) filter (where ${rated} and not raw_only)::int`.as('evaluatedOf'),
    ])
    .where('closed_at', '>=', since)
    .executeTakeFirstOrThrow()
  const { evaluatedSatisfied, evaluatedOf, ...raw } = counted
  return { satisfaction: raw, evaluated: { satisfied: evaluatedSatisfied, of: evaluatedOf } }
}

const countedTo = 100

/** 12-4: what of the three acts is missing is the centre's own business. */
export const actsMissing = async (tx: Tx, { scope, authorityId }: Actor): Promise<number | null> => {
  if (scope === 'unit') return null
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (
      select from work_order where authority_id = ${authorityId} and waiting <> '{}' and waiting @> array['acts'] limit ${countedTo}
    ) as counted`.execute(tx)
  return rows[0]?.count ?? 0
}

/** 12-2c: returns, and how many came after their two working days. */
export const returns = async (tx: Tx, { scope }: Actor, since: Temporal.Instant): Promise<BoardView['returns']> => {
  if (scope === 'unit') return null
  const { rows } = await sql<{ late: number; of: number }>`
    select count(*) filter (where outcome = 'late')::int as late, count(*)::int as of from work_order_clock
    where authority_id = app.authority() and kind = 'return' and outcome in ('met', 'late') and met_at >= ${since}`.execute(tx)
  return rows[0] ?? { late: 0, of: 0 }
}
