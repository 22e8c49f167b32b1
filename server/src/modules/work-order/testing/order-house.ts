import type { OrderView } from '@open12345/contract/work-order'
import type { TestAppOptions } from '../../../testing/index.ts'
import { scene, type Answer, type Desk, type Scene } from '../../../testing/scene.ts'

export type Filed = { readonly orderId: string; readonly number: string; readonly queryCode: string; readonly token: string }
export type OrderHouse = Scene & {
  readonly at: (login: string) => Promise<Desk>
  /** A citizen files; the program's own id is looked up past the interface. */
  readonly file: (more?: object) => Promise<Filed>
  /** A step; where it is taken, the order's page as whoever took it then sees it. */
  readonly step: (
    login: string,
    orderId: string,
    path: string,
    body?: object,
    headers?: Record<string, string>,
  ) => Promise<Answer<OrderView>>
  /** The same, and it must succeed. */
  readonly done: (login: string, orderId: string, path: string, body?: object) => Promise<OrderView>
  readonly accountId: (login: string) => Promise<string>
  readonly dispatchedTo: (unitId: string, request?: object, acceptance?: object) => Promise<Filed>
}

export const place = { county: '513401', township: null }
export const classified = { kind: 'help', subject: 'water-supply', place }
export const request = { ...classified, content: '小区停水两天了，没有看到通知。', name: '测试人', phone: '13912345678' }

/** The whole program with people at their desks, and short ways to where a test begins. */
export const orderHouse = async (options: TestAppOptions = {}): Promise<OrderHouse> => {
  const house = await scene(options)
  const desks = new Map<string, Promise<Desk>>()
  const at = (login: string): Promise<Desk> => {
    const desk = desks.get(login) ?? house.desk(login)
    desks.set(login, desk)
    return desk
  }
  const step: OrderHouse['step'] = async (login, orderId, path, body = {}, headers = {}) => {
    const desk = await at(login)
    const answer = await desk<OrderView>('POST', `/orders/${orderId}/${path}`, body, headers)
    if (answer.status !== 200) return answer
    const page = await desk<OrderView>('GET', `/orders/${orderId}`)
    return page.status === 200 ? page : answer
  }
  const done: OrderHouse['done'] = async (login, orderId, path, body = {}) => {
    const { status, body: order } = await step(login, orderId, path, body)
    if (status !== 200) throw new Error(`${login} ${path}: ${status} ${JSON.stringify(order)}`)
    return order
  }
  const file: OrderHouse['file'] = async (more = {}) => {
    const { status, body } = await house.nobody<Omit<Filed, 'orderId'>>('POST', '/requests', { ...request, ...more })
    if (status !== 201) throw new Error(`filing: ${JSON.stringify(body)}`)
    const { rows } = await house.owner.query<{ order_id: string }>('select order_id from work_order where number = $1', [body.number])
    return { ...body, orderId: rows[0]!.order_id }
  }
  const accountId = async (login: string): Promise<string> =>
    (await house.owner.query<{ account_id: string }>('select account_id from account where login = $1', [login])).rows[0]!.account_id
  const dispatchedTo: OrderHouse['dispatchedTo'] = async (unitId, more = {}, acceptance = {}) => {
    const filed = await file(more)
    await done('seat', filed.orderId, 'accept', { ...classified, ...acceptance })
    await done('dispatcher', filed.orderId, 'dispatch', { unitId, principle: 'duty' })
    return filed
  }
  return { ...house, at, file, step, done, accountId, dispatchedTo }
}

/** How many rows each table of the matter holds; what is asked before and after. */
export const rowCounts = async ({ owner }: Pick<Scene, 'owner'>): Promise<Readonly<Record<string, number>>> => {
  const tables = [
    'work_order',
    'unit_task',
    'work_order_event',
    'work_order_clock',
    'work_order_key',
    'work_order_text',
    'work_order_token',
    'outbox',
  ].concat(['idempotency', 'contact', 'vault.requester'])
  const { rows } = await owner.query<Record<string, number>>(
    `select ${tables.map((table) => `(select count(*)::int from ${table}) as "${table}"`).join(', ')}, (select count(*)::int from file where order_id is not null) as file`,
  )
  return rows[0]!
}
