import { accept, type Decision } from '@open12345/domain/kernel'
import type { Command } from '@open12345/domain/work-order'
import { systemActor } from '../../../db/actor.ts'
import { newId } from '../../../db/ids.ts'
import { asActor } from '../../../db/transaction.ts'
import type { Gate } from '../../../http/access.ts'
import { testApp, type TestApp } from '../../../testing/index.ts'
import { putRequester } from '../../identity/index.ts'
import type { MessageDeps, OrderFacts } from '../deps.ts'
import { enqueue, type OutgoingMessage } from '../enqueue.ts'
import { messageModule } from '../routes.ts'
import type { SmsPort } from '../port.ts'
import { insertOrder } from './order-row.ts'

type Told = { readonly orderId: string; readonly command: Command; readonly key: string | undefined; readonly scope: string }

/** `who` in the cookie is the unit path of somebody at the centre. */
const gate: Gate = {
  authenticate: async ({ cookie }, app) => {
    const who = cookie('who')
    if (who === undefined) return undefined
    const unitPathIds = [who]
    const actor = { ...systemActor(app.config.authorityId), scope: 'centre', unitPathIds, accountId: newId(app.clock.now()) } as const
    const { accountId, authorityId, roles, unitIds } = actor
    return { accountId, authorityId, roles, unitIds, unitPathIds, personName: '回访员', outsourced: false, actor }
  },
  may: (_, action) => action === 'message.read',
  trackingOrder: async () => undefined,
}

export const inbound = { secret: 'a-secret-of-the-gateway', algorithm: 'sm3' } as const

/** Messages with their database, and orders that answer as they are told to. */
export const messageHouse = async (port: SmsPort) => {
  const facts = new Map<string, OrderFacts>()
  const told: Told[] = []
  let answer: Decision<unknown> = accept({})
  const deps: MessageDeps = {
    port,
    sender: '凉山12345',
    inbound,
    runCommand: async (_app, actor, orderId, command, { idempotencyKey: key }) => {
      if (answer.ok && !told.some((one) => one.key === key)) told.push({ orderId, command, key, scope: actor.scope })
      return answer
    },
    orderFacts: async (_tx, _app, orderIds) =>
      new Map(
        orderIds.flatMap((id) => {
          const found = facts.get(id)
          return found === undefined ? [] : [[id, found] as const]
        }),
      ),
  }
  const house: TestApp = await testApp({ modules: [messageModule(deps)], gate })
  const { app, owner } = house
  const system = systemActor('liangshan')

  const order = async (phone: string | undefined, awaitsRating = true): Promise<string> => {
    const requesterId =
      phone === undefined ? null : await asActor(app.database, system, (tx) => putRequester(tx, app, { name: '王建国', phone }))
    const orderId = await insertOrder(house, requesterId === null ? {} : { requesterId })
    const { rows } = await owner.query<{ number: string }>('select number from work_order where order_id = $1', [orderId])
    facts.set(orderId, { number: rows[0]?.number ?? '', requesterId, awaitsRating, identityHidden: false, isSealed: false })
    return orderId
  }
  const leave = (orderId: string, messages: readonly OutgoingMessage[], version = 7): Promise<void> =>
    asActor(app.database, system, (tx) => enqueue(tx, app, { orderId, version, at: app.clock.now(), messages }))
  type Row = {
    readonly state: string
    readonly attempts: number
    readonly failure: string | null
    readonly template: string
    readonly idempotency_key: string
    readonly short_code: string | null
    readonly message_id: string
  }
  const rows = async (orderId: string): Promise<readonly Row[]> =>
    (await owner.query<Row>('select * from outbox where order_id = $1 order by message_id', [orderId])).rows
  const later = (span: Temporal.DurationLike): void => house.clock.set(house.clock.now().add(span))
  return { ...house, deps, facts, told, order, leave, rows, later, refuseWith: (decision: Decision<unknown>) => void (answer = decision) }
}
export type MessageHouse = Awaited<ReturnType<typeof messageHouse>>
