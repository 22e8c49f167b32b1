import { randomInt } from 'node:crypto'
import { newId } from '../../../db/ids.ts'
import type { TestApp } from '../../../testing/index.ts'

type Given = { readonly accused?: readonly string[]; readonly number?: string; readonly requesterId?: string }

/** The state row of an order and nothing else: what messages look at. */
export const insertOrder = async (house: TestApp, { accused = [], number, requesterId }: Given = {}): Promise<string> => {
  const at = house.clock.now()
  const orderId = newId(at)
  await house.owner.query(
    `insert into work_order (authority_id, order_id, number, version, status, stage, channel, grade, identity_hidden, urgency, requester_id, contact_id, accused_unit_ids,
       opened_at, round, stage_due_at, state)
     values ('liangshan', $1, $2, 1, 'awaiting-follow-up', 'asked', 'web', 'open', false, 'ordinary', $3, $4, $5, $6, 1, $6, '{}')`,
    [orderId, number ?? `2603${String(randomInt(1e8)).padStart(8, '0')}`, requesterId ?? null, newId(at), accused, at],
  )
  return orderId
}
