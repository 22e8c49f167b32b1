import type { IncidentView } from '@open12345/contract/incident'
import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useWords, words } from '@open12345/ui/language.ts'
import { More } from '../../parts/bench.tsx'
import { Answered, Nothing } from '../../parts/states.tsx'
import { DeskTabs } from '../work-order/desk-tabs.tsx'
import { useDeskPlace } from '../work-order/use-desk-place.ts'
import { IncidentFacts, Said } from './incident-facts.tsx'
import { incidentWords } from './incident-words.ts'
import { useIncidentList } from './use-incidents.ts'
import './incident.css'

const said = words({
  title: ['事件', 'Incidents'],
  note: [
    '多人反映同一件事的，交一个单位办一次，统一答复每一个人（第十二条（四））。从已派出工单的页面开立。',
    'Where many ask about one thing, one unit handles it once and everybody is answered (article 12(4)). Opened from the page of a dispatched order.',
  ],
  tabs: ['事件的列表', 'Lists of incidents'],
  noneOpen: ['现在没有进行中的事件。', 'No incident is going on.'],
  noneOver: ['还没有结束的事件。', 'No incident is over yet.'],
})

const Card = ({ incident }: { readonly incident: IncidentView }): ReactElement => {
  const text = useWords(incidentWords)
  return (
    <li className="sheet">
      <h2>
        <Link to="/incidents/$incidentId" params={{ incidentId: incident.incidentId }}>
          {incident.title}
        </Link>
      </h2>
      <IncidentFacts incident={incident} />
      {incident.state === 'open' ? (
        <>
          <Said title={text.readyAnswer}>{incident.readyAnswer}</Said>
          <Said title={text.notice}>{incident.notice}</Said>
        </>
      ) : (
        <Said title={text.finalAnswer}>{incident.finalAnswer}</Said>
      )}
    </li>
  )
}

export const IncidentsPage = (): ReactElement => {
  const text = useWords(said)
  const names = useWords(incidentWords)
  const { tab } = useDeskPlace()
  const state = tab === 'over' ? 'over' : 'open'
  const list = useIncidentList(state)
  return (
    <div className="page incidents">
      <h1>{text.title}</h1>
      <p className="soft">{text.note}</p>
      <div className="incident-tabs">
        <DeskTabs
          label={text.tabs}
          current={state}
          tabs={[
            { key: 'open', name: names.open },
            { key: 'over', name: names.over },
          ]}
        />
      </div>
      <Answered asked={list}>
        {(items) =>
          items.length === 0 ? (
            <Nothing>{state === 'open' ? text.noneOpen : text.noneOver}</Nothing>
          ) : (
            <ul aria-label={names[state]}>
              {items.map((incident) => (
                <Card key={incident.incidentId} incident={incident} />
              ))}
            </ul>
          )
        }
      </Answered>
      <More key={state} list={list} />
    </div>
  )
}
