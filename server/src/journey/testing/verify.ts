import { fold, messagesOf, evolve, type Clock, type Happened, type WorkOrder, type WorkOrderEvent } from '@open12345/domain/work-order'
import { stageOf, unitTasksOf } from '@open12345/domain/work-order'
import type { Pool } from 'pg'
import type { Life } from './life.ts'

export type StoredEvent = Happened & { readonly accountId: string | null }
export type StoredOrder = {
  readonly row: { readonly state: WorkOrder; readonly version: number; readonly stage: string; readonly closure_kind: string | null }
  readonly history: readonly Happened[]
  readonly clocks: readonly Record<string, unknown>[]
  readonly outbox: readonly OutboxRow[]
  readonly tasks: readonly Record<string, unknown>[]
}
export type OutboxRow = {
  readonly template: string
  readonly recipient: string
  readonly unit_id: string | null
  readonly order_version: number
  readonly created_at: Temporal.Instant
}

const text = (at: Temporal.Instant): string => at.toString({ smallestUnit: 'millisecond' })

type EventRow = {
  readonly version: number
  readonly at: Temporal.Instant
  readonly author_kind: 'staff' | 'requester' | 'system'
  readonly account_id: string | null
  readonly event: WorkOrderEvent
}

export const storedOrder = async (owner: Pool, orderId: string): Promise<StoredOrder> => {
  const order = await owner.query<StoredOrder['row']>('select state, version, stage, closure_kind from work_order where order_id = $1', [
    orderId,
  ])
  const events = await owner.query<EventRow>('select * from work_order_event where order_id = $1 order by version', [orderId])
  const clocks = await owner.query<Record<string, unknown>>('select * from work_order_clock where order_id = $1', [orderId])
  const outbox = await owner.query<OutboxRow>('select * from outbox where order_id = $1', [orderId])
  const tasks = await owner.query<Record<string, unknown>>(
    'select task_id, unit_id, stage, due_at from unit_task where order_id = $1 order by task_id',
    [orderId],
  )
  return {
    row: order.rows[0]!,
    clocks: clocks.rows,
    outbox: outbox.rows,
    tasks: tasks.rows,
    history: events.rows.map(({ version, at, author_kind, account_id, event }) => ({
      version,
      at: text(at),
      author: author_kind === 'staff' ? { kind: 'staff', accountId: account_id ?? '' } : { kind: author_kind },
      event,
    })),
  }
}

const asRow = (clock: Clock) => ({
  clock_id: clock.id,
  kind: clock.kind,
  whose: clock.whose,
  round: clock.round,
  assignment_id: clock.assignmentId,
  clause: clock.clause,
  pack: clock.pack,
  calendar: clock.calendar,
  start_at: clock.startAt,
  due_at: clock.dueAt,
  due_on: clock.dueOn,
  warn_at: clock.warnAt,
  warned: clock.warned,
  provisional: clock.provisional,
  outcome: clock.outcome,
  met_at: clock.metAt,
  earlier_due: clock.earlierDue,
})
const plain = (row: Record<string, unknown>, like: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.keys(like).map((name) => {
      const value = row[name]
      return [name, value instanceof Temporal.Instant ? text(value) : value instanceof Temporal.PlainDate ? value.toString() : value]
    }),
  )

/** Everything that must hold of any stored order, whatever was done to it; each answer is a fault in words. */
export const faultsOf = ({ row, history, clocks, outbox, tasks }: StoredOrder): readonly string[] => {
  const faults: string[] = []
  const folded = fold(history)
  const same = (what: string, one: unknown, other: unknown): void => {
    if (sorted(one) !== sorted(other)) faults.push(`${what}: ${sorted(one)} ≠ ${sorted(other)}`)
  }
  same(
    'versions',
    history.map(({ version }) => version),
    history.map((_, index) => index + 1),
  )
  same('state', folded, row.state)
  same('row', [folded.version, stageOf(folded), folded.closure?.kind ?? null], [row.version, row.stage, row.closure_kind])
  same(
    'clocks',
    folded.clocks.map(asRow).toSorted((a, b) => (a.clock_id < b.clock_id ? -1 : 1)),
    clocks
      .map((clock) => plain(clock, asRow(folded.clocks[0]!)))
      .toSorted((a, b) => (String(a['clock_id']) < String(b['clock_id']) ? -1 : 1)),
  )
  same(
    'parts of units',
    unitTasksOf(folded)
      .map(({ id, unitId, stage, dueAt }) => [id, unitId, stage, dueAt ?? '9999-12-31T00:00:00.000Z'])
      .toSorted(([one], [other]) => (String(one) < String(other) ? -1 : 1)),
    tasks.map(({ task_id, unit_id, stage, due_at }) => [task_id, unit_id, stage, text(due_at as Temporal.Instant)]),
  )
  if (row.stage === 'closed')
    for (const { clock_id, outcome } of clocks)
      if (outcome === 'pending' || outcome === 'breached') faults.push(`closed with ${String(clock_id)} open`)
  same(
    'outbox',
    [...expectedMessages(history)].toSorted(),
    outbox
      .filter(({ template }) => !answers.includes(template))
      .map(keyOf)
      .toSorted(),
  )
  return faults
}
/** Answers to a reply, which follow from no event. */
const answers = ['reply-unclear', 'reply-late']

const sorted = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )

const keyOf = ({ template, recipient, unit_id, created_at }: OutboxRow): string =>
  [text(created_at), template, recipient, unit_id ?? '-'].join(' ')

/** One message for each event's, once within one step. */
const expectedMessages = (history: readonly Happened[]): ReadonlySet<string> => {
  const expected = new Set<string>()
  let order: WorkOrder | null = null
  for (const happened of history) {
    order = evolve(order, happened)
    for (const message of messagesOf(happened.event, order))
      expected.add([happened.at, message.template, message.to, message.to === 'requester' ? '-' : message.unitId].join(' '))
  }
  return expected
}

const counted = ['clock-warned', 'clock-breached']

/** The stored order against what was done to it and what the day walk says. */
export const lifeOf = ({ history, row }: StoredOrder) => ({
  types: history.map(({ event }) => event.type).filter((type) => !counted.includes(type)),
  clocks: Object.fromEntries(
    row.state.clocks.map(({ id, startAt, dueAt, dueOn, outcome, earlierDue }) => [
      id,
      {
        startAt,
        dueAt,
        dueOn,
        outcome,
        earlier: earlierDue.length,
        breaches: history.filter(({ event }) => event.type === 'clock-breached' && event.clockId === id).length,
      },
    ]),
  ),
})
export const expectedLife = ({ types, clocks }: Life): ReturnType<typeof lifeOf> => ({
  types: types as ReturnType<typeof lifeOf>['types'],
  clocks: Object.fromEntries(
    [...clocks.values()].map(({ id, startAt, dueAt, dueOn, outcome, earlier, breaches }) => [
      id,
      {
        startAt: text(Temporal.Instant.fromEpochMilliseconds(startAt)),
        dueAt: text(Temporal.Instant.fromEpochMilliseconds(dueAt)),
        dueOn,
        outcome: outcome as Clock['outcome'],
        earlier,
        breaches,
      },
    ]),
  ),
})

/** A warning is said once for each due time, before it. */
export const warningFaults = ({ history, row }: StoredOrder): readonly string[] =>
  history.flatMap(({ event, at }) => {
    if (event.type !== 'clock-warned') return []
    const clock = row.state.clocks.find(({ id }) => id === event.clockId)
    if (clock === undefined || clock.earlierDue.length > 0) return []
    const inTime = clock.warnAt !== null && at >= clock.warnAt && at < clock.dueAt
    const again = history.filter((other) => other.event.type === 'clock-warned' && other.event.clockId === event.clockId).length > 1
    return inTime && !again ? [] : [`${event.clockId} warned at ${at}`]
  })
