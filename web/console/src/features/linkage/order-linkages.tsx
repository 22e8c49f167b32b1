import type { OrderView } from '@open12345/contract/work-order'
import type { ReactElement } from 'react'
import { useLanguage, useWords, words } from '@open12345/ui/language.ts'
import { instantText } from '@open12345/ui/time-text.ts'
import { useMay } from '../../api/session.ts'
import { stateWords, wayWords } from './linkage-words.ts'
import { useRecords } from './use-linkage.ts'

const said = words({ title: ['联动记录', 'Linkage records'] })

const Records = ({ order }: { readonly order: OrderView }): ReactElement | null => {
  const text = useWords(said)
  const ways = useWords(wayWords)
  const states = useWords(stateWords)
  const language = useLanguage()
  const records = useRecords({ orderNumber: order.number }).data ?? []
  if (records.length === 0) return null
  return (
    <section className="sheet" aria-label={text.title}>
      <h3>{text.title}</h3>
      <ul className="plain-rows">
        {records.map((record) => (
          <li key={record.linkageId}>
            <div>
              <strong>{record.lineName}</strong> <span className="tag">{ways[record.way]}</span>{' '}
              <span className="tag">{states[record.state]}</span>{' '}
              <time className="soft digits" dateTime={record.at}>
                {instantText(record.at, language)}
              </time>
              {record.told === null ? null : <p className="pre">{record.told}</p>}
              {record.feedback === null ? null : <p className="pre soft">{record.feedback}</p>}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What went to and fro with other lines about this order, for the centre. @clause 14 */
export const OrderLinkages = ({ order }: { readonly order: OrderView }): ReactElement | null =>
  useMay()('linkage.read') ? <Records order={order} /> : null
