import type { Suggestions } from '@open12345/contract/assistant'
import type { OrderRow } from '@open12345/contract/work-order'
import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useWords } from '@open12345/ui/language.ts'
import { numberText } from '@open12345/ui/number-text.ts'
import { StageTag } from '../../parts/tags.tsx'
import { likelyRepeats } from '../contact/likely-repeats.ts'
import { isLike } from '../incident/like-incident.ts'
import { useOpenIncidents } from '../incident/use-incidents.ts'
import { assistantWords } from './assistant-words.ts'
import type { Takes } from './use-takes.ts'

const Line = ({ row }: { readonly row: OrderRow }): ReactElement => (
  <li>
    <Link to="/orders/$orderId" params={{ orderId: row.orderId }} target="_blank">
      {numberText(row.number)}
    </Link>{' '}
    <StageTag stage={row.stage} />
    <span className="assistant-summary">{row.summary}</span>
  </li>
)

const Lines = ({ title, rows }: { readonly title: string; readonly rows: readonly OrderRow[] }): ReactElement | null =>
  rows.length === 0 ? null : (
    <section className="assistant-part" aria-label={title}>
      <h3>{title}</h3>
      <ul>
        {rows.map((row) => (
          <Line key={row.orderId} row={row} />
        ))}
      </ul>
    </section>
  )

type Props = { readonly suggestions: Suggestions; readonly chosen: Takes['values']; readonly history: readonly OrderRow[] }
const mostEarlier = 3

/**
 * 12-4, 13-4: what is going on that it may belong to, by what was chosen, else by what is suggested; taking subject and place opens the answers for
 * callers and the choice of the repeat in the form itself.
 */
export const Alike = ({ suggestions, chosen, history }: Props): ReactElement => {
  const text = useWords(assistantWords)
  const subject = chosen.subject ?? suggestions.subjects[0]?.value
  const place = chosen.place ?? suggestions.places[0]?.value
  const incidents = (useOpenIncidents().data?.items ?? []).filter((incident) => isLike({ subject, place }, incident))
  const about = { ...(subject === undefined ? {} : { subject }), ...(place === undefined ? {} : { place }) }
  const earlier = likelyRepeats(about, history)
    .filter(({ likeness }) => likeness !== 'place')
    .slice(0, mostEarlier)
    .map(({ row }) => row)
  const known = new Set(history.map(({ orderId }) => orderId))
  return (
    <>
      {incidents.length === 0 ? null : (
        <section className="assistant-part assistant-incidents" aria-label={text.incidents}>
          <h3>{text.incidents}</h3>
          <ul>
            {incidents.map(({ incidentId, title, placeName }) => (
              <li key={incidentId}>
                <Link to="/incidents/$incidentId" params={{ incidentId }} target="_blank">
                  {title}
                </Link>{' '}
                <span className="soft">{placeName}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Lines title={text.earlier} rows={earlier} />
      <Lines title={text.orders} rows={suggestions.orders.filter(({ orderId }) => !known.has(orderId))} />
    </>
  )
}
