import type { IncidentView } from '@open12345/contract/incident'
import type { OrderView } from '@open12345/contract/work-order'
import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useWords, words } from '@open12345/ui/language.ts'
import { useMay } from '../../../api/session.ts'
import { IncidentFacts, Said } from '../../incident/incident-facts.tsx'
import { incidentWords } from '../../incident/incident-words.ts'
import { isLike } from '../../incident/like-incident.ts'
import { OpenIncident } from '../../incident/open-incident.tsx'
import { useIncidentAlone, useOpenIncidents } from '../../incident/use-incidents.ts'
import '../../incident/incident.css'

const said = words({
  joined: ['随事件一并办理', 'Handled with an incident'],
  main: ['本工单是事件的主工单', 'The main order of an incident'],
  alike: ['可能是进行中的事件', 'May be about an incident'],
  alikeNote: [
    '同一事项、同一地点。确是同一件事的，选“并入事件”。',
    'The same subject and place. Choose “Join an incident” where it is the same thing.',
  ],
  many: ['多人反映同一件事？', 'Do many ask about the same?'],
})

type SheetProps = { readonly title: string; readonly note?: string; readonly incidents: readonly IncidentView[] }
const IncidentSheet = ({ title, note, incidents }: SheetProps): ReactElement => {
  const names = useWords(incidentWords)
  return (
    <section className="sheet incident-hint" aria-label={title}>
      <h3>{title}</h3>
      {note === undefined ? null : <p className="soft">{note}</p>}
      {incidents.map((incident) => (
        <div key={incident.incidentId}>
          <Link to="/incidents/$incidentId" params={{ incidentId: incident.incidentId }}>
            {incident.title}
          </Link>
          <IncidentFacts incident={incident} />
          <Said title={names.finalAnswer}>{incident.finalAnswer}</Said>
          {incident.state === 'over' ? null : <Said title={names.readyAnswer}>{incident.readyAnswer}</Said>}
        </div>
      ))}
    </section>
  )
}

/** What is confidential becomes known by no incident: it neither opens nor joins one. @clause 20c */
const isOpenToOthers = ({ grade, kind, relations }: OrderView): boolean =>
  grade === 'open' && kind !== 'report' && (relations === null || relations.accusedUnitId === null)

const Joined = ({ incidentId }: { readonly incidentId: string }): ReactElement | null => {
  const text = useWords(said)
  const joined = useIncidentAlone(incidentId).data
  return joined === undefined ? null : <IncidentSheet title={text.joined} incidents={[joined]} />
}

const Opening = ({ order }: { readonly order: OrderView }): ReactElement => {
  const text = useWords(said)
  return (
    <p className="incident-opening">
      <span className="soft">{text.many}</span> <OpenIncident order={order} />
    </p>
  )
}

const ForDispatcher = ({ order }: { readonly order: OrderView }): ReactElement | null => {
  const text = useWords(said)
  const open = useOpenIncidents().data?.items ?? []
  const main = open.filter(({ mainOrderId }) => mainOrderId === order.orderId)
  if (main.length > 0) return <IncidentSheet title={text.main} incidents={main} />
  if (order.stage !== 'to-dispatch') return <Opening order={order} />
  const alike = open.filter((incident) => isLike(order, incident))
  return alike.length === 0 ? null : <IncidentSheet title={text.alike} note={text.alikeNote} incidents={alike} />
}

const stages: readonly OrderView['stage'][] = ['to-dispatch', 'to-sign', 'in-hand', 'to-review', 'to-deliver']

/** 12-4a: with which incident the order is handled, of which it is the main one, or to which it may belong. */
export const OrderIncident = ({ order }: { readonly order: OrderView }): ReactElement | null => {
  const may = useMay()
  if (order.incidentId !== null) return <Joined incidentId={order.incidentId} />
  return may('order.dispatch') && isOpenToOthers(order) && stages.includes(order.stage) ? <ForDispatcher order={order} /> : null
}
