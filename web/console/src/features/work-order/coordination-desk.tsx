import type { ReactElement } from 'react'
import { useWords, words } from '@open12345/ui/language.ts'
import { RulingDrawer } from '../ruling/ruling-drawer.tsx'
import { Queue } from './queue.tsx'

const said = words({
  title: ['协调台', 'Coordination'],
  note: ['召集有关单位协调，指定承办单位（第十一条（三））', 'Convene those concerned, designate a unit (article 11(3))'],
  list: ['待专题协调', 'To coordinate'],
  empty: ['没有等待协调的工单。', 'No order waits for a coordination.'],
})

/** 州政府办公室: whose duty it is could not be said; the office says it. @clause 11-3c */
export const CoordinationDesk = (): ReactElement => {
  const text = useWords(said)
  return (
    <Queue
      stages={['coordination']}
      label={text.list}
      empty={text.empty}
      head={
        <>
          <div className="bench-title">
            <h1>
              {text.title} <span className="soft">{text.note}</span>
            </h1>
            <RulingDrawer />
          </div>
        </>
      }
    />
  )
}
