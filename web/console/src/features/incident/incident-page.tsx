import type { IncidentView } from '@open12345/contract/incident'
import type { OrderRow } from '@open12345/contract/work-order'
import { Link, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState, type ReactElement, type ReactNode } from 'react'
import { useWords, words } from '@open12345/ui/language.ts'
import { useMay } from '../../api/session.ts'
import { More } from '../../parts/bench.tsx'
import { OrderRows } from '../../parts/order-rows.tsx'
import { Answered } from '../../parts/states.tsx'
import { EndForm } from './end-form.tsx'
import { IncidentFacts, Said } from './incident-facts.tsx'
import { incidentWords } from './incident-words.ts'
import { PublishForm } from './publish-form.tsx'
import { useIncident, type IncidentDetail } from './use-incidents.ts'
import '../work-order/panel/order.css'
import './incident.css'

const said = words({
  all: ['← 全部事件', '← All incidents'],
  mainOrder: ['打开主工单', 'Open the main order'],
  told: ['对外怎么说', 'What is told'],
  change: ['修改公告和口径', 'Change notice and answer'],
  end: ['结束事件…', 'End the incident …'],
  orders: ['一并办理的工单', 'Orders handled with it'],
  none: [
    '还没有工单并入。在待派单的工单上选“并入事件”。',
    'No order has joined yet: choose “Join an incident” on an order to be dispatched.',
  ],
})

const openOrder = (row: OrderRow, className: string, children: ReactNode): ReactElement => (
  <Link to="/orders/$orderId" params={{ orderId: row.orderId }} className={className}>
    {children}
  </Link>
)

type Doing = 'publish' | 'end' | null

const Told = ({ incident }: { readonly incident: IncidentView }): ReactElement => {
  const text = useWords(said)
  const names = useWords(incidentWords)
  const may = useMay()
  const [doing, setDoing] = useState<Doing>(null)
  const stop = (): void => setDoing(null)
  const mayAct = may('order.dispatch') && incident.state === 'open'
  if (mayAct && doing === 'publish')
    return (
      <section className="sheet" aria-label={text.change}>
        <PublishForm incident={incident} onDone={stop} />
      </section>
    )
  const isUnit = incident.joined === null
  return (
    <section className="sheet" aria-label={text.told}>
      <h2>{text.told}</h2>
      <Said title={names.finalAnswer}>{incident.finalAnswer}</Said>
      <Said title={names.readyAnswer} {...(isUnit || incident.state === 'over' ? {} : { nothing: names.noReadyAnswer })}>
        {incident.readyAnswer}
      </Said>
      <Said title={names.notice} nothing={names.noNotice}>
        {incident.notice}
      </Said>
      {!mayAct ? null : doing === 'end' ? (
        <EndForm incident={incident} onDone={stop} />
      ) : (
        <div className="step-submit">
          <Button onClick={() => setDoing('publish')}>{text.change}</Button>
          <Button danger onClick={() => setDoing('end')}>
            {text.end}
          </Button>
        </div>
      )}
    </section>
  )
}

type Paging = { readonly hasMore: boolean; readonly isLoadingMore: boolean; readonly loadMore: () => void }
const Detail = ({ detail: { incident, orders }, list }: { readonly detail: IncidentDetail; readonly list: Paging }): ReactElement => {
  const text = useWords(said)
  return (
    <>
      <h1>{incident.title}</h1>
      <IncidentFacts incident={incident} />
      {incident.mainOrderId === null ? null : (
        <p>
          <Link to="/orders/$orderId" params={{ orderId: incident.mainOrderId }}>
            {text.mainOrder}
          </Link>
        </p>
      )}
      <Told incident={incident} />
      {incident.mainOrderId === null ? null : (
        <section className="sheet incident-orders" aria-label={text.orders}>
          <h2>{text.orders}</h2>
          {orders.length === 0 ? (
            <p className="soft">{text.none}</p>
          ) : (
            <OrderRows rows={orders} label={text.orders} showStage link={openOrder} />
          )}
          <More list={list} />
        </section>
      )}
    </>
  )
}

export const IncidentPage = (): ReactElement => {
  const text = useWords(said)
  const { incidentId } = useParams({ from: '/inside/incidents/$incidentId' })
  const asked = useIncident(incidentId)
  return (
    <div className="page incidents">
      <p>
        <Link to="/incidents">{text.all}</Link>
      </p>
      <Answered asked={asked} rows={8}>
        {(detail) => <Detail key={incidentId} detail={detail} list={asked} />}
      </Answered>
    </div>
  )
}
