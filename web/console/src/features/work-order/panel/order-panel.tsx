import { useQuery } from '@tanstack/react-query'
import type { OrderView, StepTaken } from '@open12345/contract/work-order'
import type { ReactElement } from 'react'
import { useWords, words } from '@open12345/ui/language.ts'
import { api } from '../../../api/client.ts'
import { keys } from '../../../api/keys.ts'
import { tell } from '../../../api/problem.ts'
import { Answered } from '../../../parts/states.tsx'
import { OrderTold } from '../../answer/order-told.tsx'
import { OrderBridge } from '../../bridge/order-bridge.tsx'
import { DepartmentQuery } from '../../department-query/department-query.tsx'
import { OrderLinkages } from '../../linkage/order-linkages.tsx'
import { FileLinks } from '../../file/file-links.tsx'
import { OrderActs } from './order-acts.tsx'
import { OrderActions } from './order-actions.tsx'
import { OrderClocks } from './order-clocks.tsx'
import { OrderEnding } from './order-ending.tsx'
import { OrderHead } from './order-head.tsx'
import { OrderIncident } from './order-incident.tsx'
import { OrderKnownTo } from './order-known-to.tsx'
import { OrderRelations } from './order-relations.tsx'
import { OrderRepeats } from './order-repeats.tsx'
import { OrderReply } from './order-reply.tsx'
import { OrderRequester } from './order-requester.tsx'
import { OrderStanding } from './order-standing.tsx'
import { OrderTimeline } from './order-timeline.tsx'
import { OrderWay } from './order-way.tsx'
import './order.css'
import './order-parts.css'

const said = words({
  content: ['诉求内容', 'The matter'],
  address: ['详细地址', 'Address'],
  clocks: ['时限', 'Clocks'],
  requester: ['诉求人', 'Requester'],
  files: ['附件', 'Files'],
})

type Props = { readonly order: OrderView; readonly isAlone?: boolean; readonly onDone?: ((taken: StepTaken) => void) | undefined }

export const OrderPanel = ({ order, isAlone = false, onDone }: Props): ReactElement => {
  const text = useWords(said)
  return (
    <article className="order">
      <OrderHead order={order} isAlone={isAlone} />
      <OrderActs order={order} />
      <OrderIncident order={order} />
      <OrderStanding order={order} />
      <OrderEnding order={order} />
      <div className="order-columns">
        <div className="order-main">
          <section className="sheet" aria-label={text.content}>
            <p className="pre order-content">{order.content}</p>
            {order.addressDetail === null ? null : (
              <p>
                <span className="soft">{text.address}：</span>
                {order.addressDetail}
              </p>
            )}
            <FileLinks files={order.files} />
          </section>
          <OrderReply order={order} />
          <OrderActions order={order} onDone={onDone} />
        </div>
        <aside className="order-side">
          <section className="sheet" aria-label={text.clocks}>
            <h3>{text.clocks}</h3>
            <OrderClocks order={order} />
          </section>
          <OrderWay order={order} />
          <section className="sheet" aria-label={text.requester}>
            <h3>{text.requester}</h3>
            <OrderRequester key={order.orderId} order={order} />
          </section>
          <OrderBridge key={order.orderId} orderId={order.orderId} />
          {order.status === 'closed' ? null : <DepartmentQuery key={`asked-${order.orderId}`} about={{ orderId: order.orderId }} />}
          <OrderTold key={`told ${order.orderId}`} orderId={order.orderId} />
          <OrderLinkages order={order} />
          <OrderRepeats order={order} />
          <OrderRelations order={order} />
          <OrderKnownTo order={order} />
        </aside>
      </div>
      <OrderTimeline order={order} />
    </article>
  )
}

type LoadedProps = { readonly orderId: string; readonly isAlone?: boolean; readonly onDone?: (taken: StepTaken) => void }

export const LoadedOrder = ({ orderId, isAlone, onDone }: LoadedProps): ReactElement => {
  const asked = useQuery({ queryKey: keys.order(orderId), queryFn: ({ signal }) => api.readOrder({ params: { orderId }, signal }) })
  // Whoever may not see it any more is not left with what was shown before.
  const isGone = tell(asked.error).status === 404
  return (
    <Answered asked={isGone ? { ...asked, data: undefined } : asked} rows={8}>
      {(order) => <OrderPanel key={orderId} order={order} {...(isAlone === undefined ? {} : { isAlone })} onDone={onDone} />}
    </Answered>
  )
}
