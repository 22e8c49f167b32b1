import type { UrgentRow } from '@open12345/contract/work-order'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useState, type ReactElement } from 'react'
import { fill, useLanguage, useWords, words } from '@open12345/ui/language.ts'
import { numberText } from '@open12345/ui/number-text.ts'
import { dueText, instantText, runningText, spanText } from '@open12345/ui/time-text.ts'
import { api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { useMay } from '../../api/session.ts'
import { nearnessOf } from '../../parts/due.tsx'
import { Answered } from '../../parts/states.tsx'
import { useSubjectName } from '../../parts/subject-name.ts'
import { Marks, StageTag } from '../../parts/tags.tsx'
import { clockName, clockWords } from '../work-order/panel/clock-words.ts'
import './countdown.css'

const said = words({
  title: ['特殊事项倒计时', 'Countdown of special matters'],
  none: ['没有在办的特殊事项、特殊紧急事项。', 'No special or emergency matter is open.'],
  more: ['另有 {count} 件', '{count} more'],
  alarm: ['报告、告知、派单还没有做完', 'A report, a call or the dispatch is missing'],
  report: ['报告办公室', 'Report'],
  call: ['电话告知', 'Call'],
  dispatch: ['派单', 'Dispatch'],
  left: ['还有', 'left'],
  late: ['已超', 'overdue'],
  done: ['{at} 完成', 'done {at}'],
  running: ['没有在走的时限', 'No clock runs'],
})

type Clock = UrgentRow['clocks'][number]
const acts = ['report', 'call', 'dispatch'] as const
/** The newest of its kind: what becomes more urgent has its acts anew. */
const clockOfAct = ({ clocks }: UrgentRow, act: (typeof acts)[number]): Clock | undefined =>
  clocks.findLast(({ id, metAt }) => id.startsWith(`${act}-`) && metAt === null) ?? clocks.findLast(({ id }) => id.startsWith(`${act}-`))

const isAlarming = (row: UrgentRow): boolean => acts.some((act) => clockOfAct(row, act)?.metAt === null)

const hourMs = 3_600_000

/** To the second within an hour of its end. */
const Figure = ({ clock, isBig = false }: { readonly clock: Clock; readonly isBig?: boolean }): ReactElement => {
  const text = useWords(said)
  const language = useLanguage()
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const ticking = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(ticking)
  }, [])
  const left = Date.parse(clock.dueAt) - now
  const nearness = nearnessOf(clock, now)
  const span = Math.abs(left) < hourMs ? runningText(Math.abs(left)) : spanText(Math.abs(left), language)
  return (
    <span className={`due-${nearness} ${isBig ? 'countdown-big' : 'countdown-figure'}`}>
      {nearness === 'late' ? text.late : text.left} {span}
    </span>
  )
}

const Act = ({ row, act }: { readonly row: UrgentRow; readonly act: (typeof acts)[number] }): ReactElement | null => {
  const text = useWords(said)
  const language = useLanguage()
  const clock = clockOfAct(row, act)
  if (clock === undefined) return null
  return (
    <li className={clock.metAt === null ? 'countdown-missing' : ''}>
      <span>{text[act]}</span>
      {clock.metAt === null ? (
        <Figure clock={clock} />
      ) : (
        <span className={clock.outcome === 'late' ? 'due-late' : 'act-done'}>
          ✓ {fill(text.done, { at: instantText(clock.metAt, language) })}
        </span>
      )}
    </li>
  )
}

const Matter = ({ row }: { readonly row: UrgentRow }): ReactElement => {
  const text = useWords(said)
  const names = useWords(clockWords)
  const language = useLanguage()
  const subjectName = useSubjectName()
  const next = row.clocks.find(({ metAt }) => metAt === null)
  const isMissing = isAlarming(row)
  const act = acts.find((one) => next?.id.startsWith(`${one}-`))
  return (
    <li className={isMissing ? 'countdown-card countdown-alarm' : 'countdown-card'}>
      <p className="order-row-head">
        <Link to="/orders/$orderId" params={{ orderId: row.orderId }} className="order-number">
          {numberText(row.number)}
        </Link>
        <StageTag stage={row.stage} />
        <Marks of={{ ...row, waiting: [] }} />
      </p>
      <p className="soft">{[subjectName(row.subject), row.placeName, row.unitName].filter(Boolean).join(' · ')}</p>
      {isMissing ? <p className="visually-hidden">{text.alarm}</p> : null}
      {next === undefined ? (
        <p className="soft">{text.running}</p>
      ) : (
        <p>
          {act === undefined ? clockName(names, next.kind) : text[act]} <span className="soft">{dueText(next, language)}</span>
          <br />
          <Figure clock={next} isBig />
        </p>
      )}
      <ul className="countdown-acts">
        {acts.map((one) => (
          <Act key={one} row={row} act={one} />
        ))}
      </ul>
    </li>
  )
}

const onWall = 4
const onPage = 12

/** 第十二条（四）: what is due within minutes, for everybody in the room. */
export const Countdown = ({ isWall }: { readonly isWall: boolean }): ReactElement | null => {
  const text = useWords(said)
  const may = useMay()
  const asked = useQuery({
    queryKey: keys.urgent,
    queryFn: ({ signal }) => api.listUrgent({ signal }),
    enabled: may('order.read'),
  })
  if (!may('order.read')) return null
  return (
    <section className="sheet board-countdown" aria-label={text.title}>
      <Answered asked={asked} rows={2}>
        {({ items }) => {
          // A wall is cut, and what is missing there must not be what is cut.
          const sorted = isWall ? items.toSorted((one, other) => Number(isAlarming(other)) - Number(isAlarming(one))) : items
          const shown = sorted.slice(0, isWall ? onWall : onPage)
          return (
            <>
              <h2>
                {text.title} <span className="board-count">{items.length}</span>{' '}
                {items.length > shown.length ? (
                  <span className="soft">{fill(text.more, { count: items.length - shown.length })}</span>
                ) : null}
              </h2>
              {items.length === 0 ? <p className="soft">{text.none}</p> : null}
              <ul className="countdown">
                {shown.map((row) => (
                  <Matter key={row.orderId} row={row} />
                ))}
              </ul>
            </>
          )
        }}
      </Answered>
    </section>
  )
}
