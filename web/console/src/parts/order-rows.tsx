import type { OrderRow } from '@open12345/contract/work-order'
import { Checkbox } from 'antd'
import type { KeyboardEvent, ReactElement, ReactNode } from 'react'
import { useWords, words } from '@open12345/ui/language.ts'
import { numberText } from '@open12345/ui/number-text.ts'
import { DueNote } from './due.tsx'
import { useSubjectName } from './subject-name.ts'
import { KindTag, Marks, StageTag } from './tags.tsx'

const said = words({ choose: ['选中 {number}', 'Choose {number}'] })

type Choice = { readonly chosen: ReadonlySet<string>; readonly onChoose: (orderId: string, isChosen: boolean) => void }
type Props = {
  readonly rows: readonly OrderRow[]
  readonly current?: string | undefined
  readonly choice?: Choice
  readonly showStage?: boolean
  readonly label: string
  readonly link: (row: OrderRow, className: string, children: ReactNode) => ReactElement
}

/** ↑ and ↓ move from order to order, as in a list of mails. */
const moveFocus = (event: KeyboardEvent<HTMLUListElement>): void => {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('a.order-row')]
  const at = links.indexOf(document.activeElement as HTMLElement)
  const next = links[at + (event.key === 'ArrowDown' ? 1 : -1)]
  if (next === undefined) return
  event.preventDefault()
  next.focus()
}

const RowBody = ({ row, showStage }: { readonly row: OrderRow; readonly showStage: boolean }): ReactElement => {
  const subjectName = useSubjectName()
  return (
    <>
      <span className="order-row-head">
        <span className="order-number">{numberText(row.number)}</span>
        {showStage ? <StageTag stage={row.stage} /> : null}
        <KindTag kind={row.kind} />
        <Marks of={row} />
      </span>
      <span className="order-row-summary">{row.summary}</span>
      <span className="order-row-foot">
        {row.stage === 'closed' ? null : <DueNote due={row.due} />}
        <span className="soft">{[subjectName(row.subject), row.placeName, row.unitName].filter(Boolean).join(' · ')}</span>
      </span>
    </>
  )
}

export const OrderRows = ({ rows, current, choice, showStage = false, label, link }: Props): ReactElement => {
  const text = useWords(said)
  return (
    <ul className="order-rows" aria-label={label} onKeyDown={moveFocus}>
      {rows.map((row) => (
        <li key={row.orderId} className={row.orderId === current ? 'order-current' : ''}>
          {choice === undefined ? null : (
            <Checkbox
              checked={choice.chosen.has(row.orderId)}
              onChange={({ target }) => choice.onChoose(row.orderId, target.checked)}
              aria-label={text.choose.replace('{number}', numberText(row.number))}
            />
          )}
          {link(row, 'order-row', <RowBody row={row} showStage={showStage} />)}
        </li>
      ))}
    </ul>
  )
}
