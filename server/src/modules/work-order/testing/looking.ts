import type { OrderRow, OrderView } from '@open12345/contract/work-order'
import { rowCounts, type OrderHouse } from './order-house.ts'

type Clock = { readonly kind: string; readonly dueAt: string; readonly outcome: string; readonly explained: boolean }
export type Refused = readonly [code: string | undefined, clause: string | undefined]

const text = (at: Temporal.Instant): string => at.toString({ smallestUnit: 'millisecond' })

/** Short ways to look at what a step has left behind, for each reader and past them. */
export const lookingAt = (house: OrderHouse) => ({
  /** Sets the clock to a moment of Liangshan's civil time. */
  now: (civil: string): void => house.clock.set(Temporal.Instant.from(`${civil}+08:00`)),
  /** The step is refused, with its clause, and nothing is written. */
  refused: async (login: string, orderId: string, path: string, body: object = {}): Promise<Refused> => {
    const before = await rowCounts(house)
    const { status, body: answer } = await house.step(login, orderId, path, body)
    const after = await rowCounts(house)
    if (status < 400) throw new Error(`${login} ${path} was taken`)
    if (JSON.stringify(before) !== JSON.stringify(after)) throw new Error(`${login} ${path}: refused, and written ${JSON.stringify(after)}`)
    return [answer.code, answer.clause]
  },
  view: async (login: string, orderId: string): Promise<OrderView> =>
    (await (await house.at(login))<OrderView>('GET', `/orders/${orderId}`)).body,
  status: async (login: string, orderId: string): Promise<number> => (await (await house.at(login))('GET', `/orders/${orderId}`)).status,
  row: async (login: string, orderId: string, query = 'limit=100'): Promise<OrderRow | undefined> =>
    (await (await house.at(login))<{ items: readonly OrderRow[] }>('GET', `/orders?${query}`)).body.items.find(
      (one) => one.orderId === orderId,
    ),
  /** Everything that this person can reach of an order, as one text to look for words in. */
  everything: async (login: string, orderId: string, number: string): Promise<string> => {
    const desk = await house.at(login)
    const paths = [`/orders/${orderId}`, '/orders?limit=100', `/orders/search?text=${number}`, '/orders/rulings', '/board']
    return JSON.stringify(await Promise.all(paths.map(async (path) => (await desk('GET', path)).body)))
  },
  messages: async (orderId: string): Promise<readonly string[]> => {
    const { rows } = await house.owner.query<{ message: string }>(
      `select template || coalesce(' ' || unit_id, '') as message from outbox where order_id = $1 order by order_version, message_id`,
      [orderId],
    )
    return rows.map(({ message }) => message)
  },
  clock: async (orderId: string, clockId: string): Promise<Clock | undefined> => {
    const { rows } = await house.owner.query<{ kind: string; due_at: Temporal.Instant; outcome: string; sentences: string[] | null }>(
      `select kind, due_at, outcome, explanation -> 'sentences' -> 'zh' as sentences from work_order_clock where order_id = $1 and clock_id = $2`,
      [orderId, clockId],
    )
    const [row] = rows
    return row && { kind: row.kind, dueAt: text(row.due_at), outcome: row.outcome, explained: (row.sentences?.length ?? 0) > 0 }
  },
  tasks: async (orderId: string): Promise<readonly string[]> => {
    const { rows } = await house.owner.query<{ task: string }>(
      `select unit_id || ' ' || stage as task from unit_task where order_id = $1 order by task_id`,
      [orderId],
    )
    return rows.map(({ task }) => task)
  },
  request: async (token: string) =>
    (
      await house.citizen(token)<{
        status: { title: string; next: string }
        reply: { text: string; unitName: string } | null
        timeline: { title: string; text: string | null }[]
      }>('GET', '/requests/mine')
    ).body,
})
