import { Form } from 'antd'
import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useWords, words } from '@open12345/ui/language.ts'
import type { PlaceValue } from '../../parts/place-select.tsx'
import { IncidentFacts, Said } from './incident-facts.tsx'
import { incidentWords } from './incident-words.ts'
import { isLike } from './like-incident.ts'
import { useOpenIncidents } from './use-incidents.ts'
import './incident.css'

const said = words({
  title: ['进行中的事件', 'An incident is going on'],
  note: [
    '照常登记、受理；派单台会把它并入事件，结束时统一答复来电人。',
    'Record and accept as usual: the dispatch desk joins it, and the caller is answered when it is over.',
  ],
})

/** 12-4: the form's own subject and place; whoever calls about what is known already is told at once. */
export const CallerAnswer = (): ReactElement => {
  const text = useWords(said)
  const names = useWords(incidentWords)
  const subject = Form.useWatch<string | undefined>('subject')
  const place = Form.useWatch<PlaceValue | undefined>('place')
  const alike = (useOpenIncidents().data?.items ?? []).filter((incident) => isLike({ subject, place }, incident))
  return (
    <div role="status">
      {alike.map((incident) => (
        <section key={incident.incidentId} className="sheet incident-hint" aria-label={text.title}>
          <h3>
            {text.title}：
            <Link to="/incidents/$incidentId" params={{ incidentId: incident.incidentId }} target="_blank">
              {incident.title}
            </Link>
          </h3>
          <IncidentFacts incident={incident} />
          <Said title={`${names.readyAnswer}（${names.tell}）`} nothing={names.noReadyAnswer}>
            {incident.readyAnswer}
          </Said>
          <p className="soft">{text.note}</p>
        </section>
      ))}
    </div>
  )
}
