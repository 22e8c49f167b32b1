import { ClockCircleOutlined, ExclamationCircleFilled } from '@ant-design/icons'
import type { ReactElement } from 'react'
import { fill, useLanguage, useWords, words } from '@open12345/ui/language.ts'
import { dueText, spanText } from '@open12345/ui/time-text.ts'
import { useNow } from '../api/now.ts'

const said = words({
  left: ['还有 {span}', '{span} left'],
  late: ['超期 {span}', '{span} overdue'],
  none: ['暂无时限', 'No clock runs'],
})

type Due = { readonly dueAt: string; readonly dueOn: string; readonly startAt: string }
export type Nearness = 'ok' | 'near' | 'late'

/** How a running clock is drawn: the last quarter of its span is near. The due time itself is the server's. */
export const nearnessOf = ({ dueAt, startAt }: Due, now: number): Nearness => {
  const [start, due] = [Date.parse(startAt), Date.parse(dueAt)]
  if (now >= due) return 'late'
  return due - now < (due - start) / 4 ? 'near' : 'ok'
}

export const DueNote = ({ due }: { readonly due: Due | null }): ReactElement => {
  const text = useWords(said)
  const language = useLanguage()
  const now = useNow()
  if (due === null) return <span className="due soft">{text.none}</span>
  const nearness = nearnessOf(due, now)
  const span = spanText(Math.abs(Date.parse(due.dueAt) - now), language)
  return (
    <span className={`due due-${nearness}`}>
      {nearness === 'ok' ? <ClockCircleOutlined aria-hidden="true" /> : <ExclamationCircleFilled aria-hidden="true" />}{' '}
      <strong>{fill(nearness === 'late' ? text.late : text.left, { span })}</strong>{' '}
      <span className="due-on">{dueText(due, language)}</span>
    </span>
  )
}
