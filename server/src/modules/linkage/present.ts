import type { LinkageView } from '@open12345/contract/linkage'
import { end, feedBack, handOver, nextLine } from '@open12345/domain/linkage'
import type { App } from '../../app.ts'
import type { Actor } from '../../db/actor.ts'
import type { Tx } from '../../db/transaction.ts'
import { linesOf } from './lines.ts'
import { openFor } from './sealing.ts'
import { factsOf, type Row } from './store.ts'

const text = (at: Temporal.Instant | null): string | null => at?.toString({ smallestUnit: 'millisecond' }) ?? null
const failed = (row: Row): boolean => row.state === 'no-answer' || row.state === 'refused' || row.state === 'unreachable'

/** A call is its seat's own; feedback may be recorded by whoever sees the record. */
const allowedTo = ({ accountId, scope }: Actor, row: Row): LinkageView['allowed'] => {
  const facts = factsOf(row)
  const isOwn = scope === 'seat' && row.account_id === accountId
  const steps = [
    isOwn && handOver(facts).ok ? ('hand-over' as const) : undefined,
    isOwn && end(facts).ok ? ('end' as const) : undefined,
    feedBack(facts).ok ? ('feedback' as const) : undefined,
  ]
  return steps.filter((step) => step !== undefined)
}

export const linkageViews = async (tx: Tx, app: App, actor: Actor, rows: readonly Row[]): Promise<LinkageView[]> => {
  const lines = rows.some(failed) ? await linesOf(tx) : []
  return rows.map((row) => {
    const open = openFor(app, row.wrapped_key, row.linkage_id)
    return {
      linkageId: row.linkage_id,
      lineId: row.line_id,
      lineName: row.line_name,
      lineNumber: row.line_number,
      direction: row.direction,
      way: row.way,
      state: row.state,
      consent: row.consent,
      told: open('told', row.told_sealed),
      reference: open('reference', row.reference_sealed),
      contactId: row.contact_id,
      orderId: row.order_id,
      orderNumber: row.order_number,
      by: row.by,
      at: row.at.toString({ smallestUnit: 'millisecond' }),
      joinedAt: text(row.joined_at),
      endedAt: text(row.ended_at),
      feedback: open('feedback', row.feedback_sealed),
      feedbackAt: text(row.feedback_at),
      nextLineId: failed(row) ? (nextLine(lines, row.line_id) ?? null) : null,
      allowed: allowedTo(actor, row),
    }
  })
}
