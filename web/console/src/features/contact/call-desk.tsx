import type { ContactView } from '@open12345/contract/contact'
import type { OrderRow, RecordedOrder } from '@open12345/contract/work-order'
import { Link } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useState, type ReactElement, type ReactNode } from 'react'
import { useWords } from '@open12345/ui/language.ts'
import { numberText } from '@open12345/ui/number-text.ts'
import { OrderRows } from '../../parts/order-rows.tsx'
import { Answered, Nothing, Waiting } from '../../parts/states.tsx'
import { StageTag } from '../../parts/tags.tsx'
import { CallBar } from './call-bar.tsx'
import { seatWords } from './seat-words.ts'
import { useContacts } from './use-contacts.ts'

/** The form comes while the phone rings: the desk itself opens without it. */
const loadForm = () => import('./record-form.tsx')
const RecordForm = lazy(async () => ({ default: (await loadForm()).RecordForm }))
const DepartmentQuery = lazy(async () => ({ default: (await import('../department-query/department-query.tsx')).DepartmentQuery }))

const openInTab = (row: OrderRow, className: string, children: ReactNode): ReactElement => (
  <Link to="/orders/$orderId" params={{ orderId: row.orderId }} className={className} target="_blank">
    {children}
  </Link>
)

const Recorded = ({ orders }: { readonly orders: readonly RecordedOrder[] }): ReactElement | null => {
  const text = useWords(seatWords)
  if (orders.length === 0) return null
  return (
    <section className="sheet recorded" aria-label={text.recorded} role="status">
      <h2>{text.recorded}</h2>
      <p className="soft">{text.readOut}</p>
      <ul>
        {orders.map((order) => (
          <li key={order.orderId}>
            <Link to="/orders/$orderId" params={{ orderId: order.orderId }} target="_blank" className="recorded-number">
              {numberText(order.number)}
            </Link>
            <StageTag stage={order.stage} />
            <p className="recorded-code">
              {text.queryCode}
              <b>{numberText(order.queryCode)}</b>
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

const Open = ({ contact }: { readonly contact: ContactView }): ReactElement => {
  const text = useWords(seatWords)
  const [orders, setOrders] = useState<readonly RecordedOrder[]>([])
  const [isLinking, setLinking] = useState(false)
  const [beside, setBeside] = useState<HTMLElement | null>(null)
  useEffect(() => void loadForm(), [])
  const done = new Set(orders.map(({ orderId }) => orderId))
  const earlier = contact.history.filter(({ orderId }) => !done.has(orderId))
  return (
    <>
      <CallBar contact={contact} isLinking={isLinking} onLink={setLinking} />
      <div className="call-columns">
        {contact.state === 'ringing' ? (
          <p className="soft">{text.ringingNote}</p>
        ) : (
          <section className="sheet" aria-label={text.matter}>
            <h2>{orders.length === 0 ? text.matter : text.another}</h2>
            <Suspense fallback={<Waiting rows={6} />}>
              <RecordForm
                contact={contact}
                beside={beside}
                onLink={contact.state === 'talking' ? () => setLinking(true) : undefined}
                onRecorded={(order) => setOrders((before) => [order, ...before])}
              />
            </Suspense>
          </section>
        )}
        <aside className="call-aside">
          <Recorded orders={orders} />
          <div ref={setBeside} />
          {contact.state === 'ringing' ? null : (
            <Suspense fallback={null}>
              <DepartmentQuery about={{ contactId: contact.contactId }} />
            </Suspense>
          )}
          <section className="sheet call-history" aria-label={text.history}>
            <h2>{text.history}</h2>
            {earlier.length === 0 ? (
              <p className="soft">{text.noHistory}</p>
            ) : (
              <OrderRows rows={earlier} label={text.history} showStage link={openInTab} />
            )}
          </section>
        </aside>
      </div>
    </>
  )
}

export const CallDesk = (): ReactElement => {
  const text = useWords(seatWords)
  const contacts = useContacts()
  return (
    <Answered asked={contacts}>
      {({ items }) =>
        items.length === 0 ? <Nothing>{text.noCall}</Nothing> : items.map((contact) => <Open key={contact.contactId} contact={contact} />)
      }
    </Answered>
  )
}
