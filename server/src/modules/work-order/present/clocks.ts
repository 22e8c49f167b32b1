import type { Explanation } from '@open12345/domain/policy'
import type { Clock, WorkOrder } from '@open12345/domain/work-order'
import type { ClockView } from '@open12345/contract/work-order'
import type { Tx } from '../../../db/transaction.ts'
import type { Language } from '../../../http/call.ts'

export type Explanations = ReadonlyMap<string, Explanation>

/** How each due time of an order was counted, as it was explained when it was promised. */
export const explanationsOf = async (tx: Tx, orderId: string): Promise<Explanations> => {
  const rows = await tx.selectFrom('work_order_clock').select(['clock_id', 'explanation']).where('order_id', '=', orderId).execute()
  return new Map(rows.map(({ clock_id, explanation }) => [clock_id, explanation as Explanation]))
}

export const clockView = (clock: Clock, explanations: Explanations, language: Language): ClockView => {
  const { id, kind, whose, round, clause, pack, calendar, startAt, dueAt, dueOn, outcome, metAt, provisional, earlierDue } = clock
  const explanation = [...(explanations.get(id)?.sentences?.[language] ?? [])]
  return {
    id,
    kind,
    whose,
    round,
    clause,
    pack,
    calendar,
    startAt,
    dueAt,
    dueOn,
    outcome,
    metAt,
    provisional,
    earlierDue: [...earlierDue],
    explanation,
  }
}

export const clockViews = (order: WorkOrder, explanations: Explanations, language: Language): ClockView[] =>
  order.clocks.map((clock) => clockView(clock, explanations, language))
