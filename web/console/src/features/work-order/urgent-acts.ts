import type { ClockView, OrderView } from '@open12345/contract/work-order'

/** 第十二条（四）: the two acts that are clocks of one kind, told apart by their ids, and the dispatch. */
export type ActName = 'report' | 'call' | 'dispatch'

/** The newest clock of the act: an order that becomes more urgent has them anew. */
export const clockOfAct = ({ clocks }: Pick<OrderView, 'clocks'>, act: ActName): ClockView | undefined =>
  clocks.findLast(({ id }) => id.startsWith(`${act}-`))

type Acting = Pick<OrderView, 'acts' | 'clocks' | 'status'>
export const isMissing = (order: Acting, act: ActName): boolean => {
  const clock = clockOfAct(order, act)
  return order.status !== 'closed' && clock !== undefined && clock.metAt === null
}

/** The next of the acts that is a step of its own; the dispatch is what the order waits for anyway. */
export const missingAct = (order: Acting): 'report-to-office' | 'call-unit' | undefined => {
  if (order.acts === null) return undefined
  if (isMissing(order, 'report')) return 'report-to-office'
  return isMissing(order, 'call') ? 'call-unit' : undefined
}

/** Which contact of the unit is called next: after a call that nobody confirmed, the one behind it. */
export const nextRank = ({ acts }: Pick<OrderView, 'acts'>, unitId: string | undefined): number => {
  const last = acts?.calls.findLast((call) => call.unitId === unitId)
  if (last === undefined) return 1
  return last.outcome === 'confirmed' ? last.rank : last.rank + 1
}
