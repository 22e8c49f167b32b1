import type { EventType, Happened, Recorded, WorkOrderEvent } from '../events/index.ts'
import type { WorkOrder } from '../state.ts'
import { beside } from './beside.ts'
import { ending } from './ending.ts'
import { followingUp } from './follow-up.ts'
import { handling } from './handling.ts'
import { intake, opened } from './intake.ts'
import { urgent } from './urgent.ts'
import type { Meaning, Meanings, Moment } from './meaning.ts'

/** Total over events: a new event type does not compile until it is given a meaning. */
const meanings: Meanings<Exclude<EventType, 'recorded'>> = {
  ...intake,
  ...handling,
  ...urgent,
  ...followingUp,
  ...ending,
  ...beside,
}

/** Everything that can happen to an order. */
export const eventTypes: readonly EventType[] = ['recorded', ...(Object.keys(meanings) as (keyof typeof meanings)[])]

const apply = (order: WorkOrder, event: Exclude<WorkOrderEvent, Recorded>, moment: Moment): WorkOrder =>
  (meanings[event.type] as Meaning<typeof event.type>)(order, event as never, moment)

/**
 * 第三条: the whole life of a request is one record. The state after one more event; the first must be `recorded`.
 * @clause 3-mechanism
 */
export const evolve = (order: WorkOrder | null, { version, at, author, event }: Happened): WorkOrder => {
  if (event.type === 'recorded') return { ...opened(event, at), version }
  if (order === null) throw new Error(`A history cannot begin with ${event.type}.`)
  return { ...apply(order, event, { at, by: author.kind === 'staff' ? author.accountId : author.kind }), version }
}

export const fold = (history: readonly Happened[]): WorkOrder => {
  const order = history.reduce<WorkOrder | null>(evolve, null)
  if (order === null) throw new Error('An empty history is no order.')
  return order
}
