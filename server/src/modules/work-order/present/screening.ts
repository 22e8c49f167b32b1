import type { Screened } from '@open12345/domain/identity'
import { isIdentityHidden, type WorkOrder } from '@open12345/domain/work-order'

/** What of this order decides how its words are read. */
export const screenedBy = (order: Pick<WorkOrder, 'reported' | 'grade' | 'status'>): Screened => ({
  hidden: isIdentityHidden(order),
  grade: order.grade,
  status: order.status,
})
