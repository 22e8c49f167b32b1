import type { OrderRow } from '@open12345/contract/work-order'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { fill, sayWords, words } from '@open12345/ui/language.ts'
import { numberText } from '@open12345/ui/number-text.ts'
import { api } from '../api/client.ts'
import { keys } from '../api/keys.ts'
import { addNotices, type Notice } from './notices.ts'

const said = words({
  arrived: ['新工单 {number}：{summary}', 'New order {number}: {summary}'],
  urgent: ['特殊工单 {number}：{summary}', 'Urgent order {number}: {summary}'],
  overdue: ['已超期 {number}：{summary}', 'Overdue {number}: {summary}'],
})

/** What of a row is worth an interruption: that it came, that it became urgent, that it ran over. */
const noticeOf = (row: OrderRow): Omit<Notice, 'seen'> => {
  const text = sayWords(said)
  const isUrgent = row.urgency !== 'ordinary'
  const isOverdue = row.due?.overdue ?? false
  const sentence = isOverdue ? text.overdue : isUrgent ? text.urgent : text.arrived
  const title = fill(sentence, { number: numberText(row.number), summary: row.summary.slice(0, 40) })
  return {
    key: [row.orderId, row.round, row.unitId, row.urgency, isOverdue].join(' '),
    title,
    orderId: row.orderId,
    urgent: isUrgent || isOverdue,
    at: new Date().toISOString(),
  }
}

const tellBrowser = ({ title, key }: Omit<Notice, 'seen'>): void => {
  if (!('Notification' in window) || Notification.permission !== 'granted' || !document.hidden) return
  const notification = new Notification('12345', { body: title, tag: key })
  notification.onclick = () => {
    window.focus()
    notification.close()
  }
}

/** For unit staff: the head of the unit's list is compared with what was there before. */
export const useUnitWatch = (isOn: boolean): void => {
  const rows = useQuery({
    queryKey: keys.list('watch'),
    queryFn: ({ signal }) => api.listOrders({ query: { stage: ['to-verify', 'to-sign', 'in-hand'], limit: 50 }, signal }),
    enabled: isOn,
  }).data?.items
  const known = useRef<ReadonlySet<string> | null>(null)
  useEffect(() => {
    if (rows === undefined) return
    const notices = rows.map(noticeOf)
    const before = known.current
    known.current = new Set([...(before ?? []), ...notices.map(({ key }) => key)])
    if (before === null) return
    const fresh = notices.filter(({ key }) => !before.has(key))
    addNotices(fresh)
    for (const notice of fresh) tellBrowser(notice)
  }, [rows])
}
