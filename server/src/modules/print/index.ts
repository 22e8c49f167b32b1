import type { OrderView } from '@open12345/contract/work-order'
import { accept, refuse, type Decision } from '@open12345/domain/kernel'
import type { App } from '../../app.ts'
import { asActor } from '../../db/transaction.ts'
import { mountPage, type Mounted, type PageAnswer, type PageCall } from '../../http/mount.ts'
import { writeAudit } from '../audit/index.ts'
import { readOrder } from '../work-order/index.ts'
import { orderSheet, replyLetter } from './order-sheet.ts'

const access = { kind: 'staff', action: 'order.print' } as const
const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)

const answered = ['approved', 'delivered']

const pageOf = (order: OrderView, what: 'order' | 'reply', call: PageCall): Decision<PageAnswer> => {
  if (what === 'order') return accept({ kind: 'html', html: orderSheet(order, call.session?.personName ?? '', call.at) })
  const { assignment } = order
  if (assignment?.draft === null || assignment === null || !answered.includes(assignment.status)) return refuse({ code: 'print.no-reply' })
  return accept({ kind: 'html', html: replyLetter(order, assignment.draft.reply, call.at) })
}

/** Each print is an audit record, written before the paper leaves. */
const printed = async (call: PageCall, app: App, what: 'order' | 'reply'): Promise<Decision<PageAnswer>> => {
  const orderId = call.params['orderId'] ?? ''
  if (!isId(orderId)) return refuse({ code: 'work-order.not-found' })
  const doer = { actor: call.actor, outsourced: call.session?.outsourced ?? false }
  const order = await readOrder(app, orderId, { doer, language: 'zh', at: call.at })
  if (!order.ok) return order
  const page = pageOf(order.value, what, call)
  if (page.ok)
    await asActor(app.database, call.actor, (tx) =>
      writeAudit(tx, app, { action: 'order.print', orderId, facts: [what], purpose: 'on-paper' }),
    )
  return page
}

export const printModule: Mounted = {
  name: 'print',
  refusals: {
    'print.no-reply': {
      nature: 'forbidden-step',
      clause: '7-2',
      zh: '答复审核通过后才能打印答复函。',
      en: 'The letter can be printed once the reply is approved.',
    },
  },
  endpoints: [
    mountPage({ method: 'GET', path: '/console-print/orders/:orderId', access, handler: (call, app) => printed(call, app, 'order') }),
    mountPage({ method: 'GET', path: '/console-print/orders/:orderId/reply', access, handler: (call, app) => printed(call, app, 'reply') }),
  ],
}
