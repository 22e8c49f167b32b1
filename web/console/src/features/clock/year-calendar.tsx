import type { CalendarYear } from '@open12345/contract/clock'
import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Select, Space } from 'antd'
import { useState, type ReactElement } from 'react'
import { useLabel, useLanguage, useWords, words } from '@open12345/ui/language.ts'
import { dateText, todayOn } from '@open12345/ui/time-text.ts'
import { api } from '../../api/client.ts'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { Answered } from '../../parts/states.tsx'
import { usePacks } from './use-packs.ts'

const said = words({
  calendar: ['日历', 'Calendar'],
  before: ['上一年', 'Year before'],
  after: ['下一年', 'Year after'],
  off: ['休', 'H'],
  worked: ['班', 'W'],
  uncertain: ['待', '?'],
  offLong: ['放假', 'Off'],
  workedLong: ['调休上班', 'Worked instead'],
  uncertainLong: ['通知未录入，暂不确定', 'Uncertain: the notice is not yet entered'],
  local: ['本地', 'local'],
  uncovered: [
    '本年度全国放假安排尚未录入，涉及本年度的截止日均标为“暂定”。',
    'The national list of this year is not yet known; due times that touch it are provisional.',
  ],
  list: ['与周一至周五不同的日子', 'Days that differ from Monday to Friday'],
  none: ['没有。', 'None.'],
  source: ['依据', 'Source'],
  weekdays: ['一二三四五六日', 'MTWTFSS'],
})

type Day = CalendarYear['days'][number]
const pad = (figure: number): string => String(figure).padStart(2, '0')
const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()
/** Monday is 0. */
const weekday = (year: number, month: number, day: number): number => (new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 6) % 7

const Cell = ({ on, day, isRest }: { readonly on: string; readonly day: Day | undefined; readonly isRest: boolean }): ReactElement => {
  const text = useWords(said)
  const label = useLabel()
  const kind = day?.kind ?? (isRest ? 'rest' : 'plain')
  const title = day === undefined ? on : [on, label(day.name), text[`${day.kind}Long`], day.source ?? ''].filter(Boolean).join(' · ')
  return (
    <td className={`day day-${kind}${on === todayOn() ? ' day-today' : ''}`} title={title}>
      {Number(on.slice(8))}
      {day === undefined ? null : <span className="day-mark">{text[day.kind]}</span>}
    </td>
  )
}

const Month = ({
  year,
  month,
  days,
}: {
  readonly year: number
  readonly month: number
  readonly days: ReadonlyMap<string, Day>
}): ReactElement => {
  const text = useWords(said)
  const language = useLanguage()
  const first = weekday(year, month, 1)
  const cells = Array.from({ length: Math.ceil((first + daysIn(year, month)) / 7) * 7 }, (_, at) => at - first + 1)
  const weeks = Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7))
  const name = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' }).format(Date.UTC(year, month - 1, 1))
  return (
    <table className="month">
      <caption>{name}</caption>
      <thead>
        <tr>
          {[...text.weekdays].map((one, at) => (
            <th key={`${one}${String(at)}`} scope="col">
              {one}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]}>
            {week.map((day, at) => {
              const on = `${year}-${pad(month)}-${pad(day)}`
              return day < 1 || day > daysIn(year, month) ? <td key={day} /> : <Cell key={day} on={on} day={days.get(on)} isRest={at > 4} />
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const Listed = ({ days }: { readonly days: readonly Day[] }): ReactElement => {
  const text = useWords(said)
  const label = useLabel()
  const language = useLanguage()
  return (
    <details className="sheet" open={days.length < 12}>
      <summary>
        {text.list}（{days.length}）
      </summary>
      {days.length === 0 ? <p className="soft">{text.none}</p> : null}
      <ul className="day-list">
        {days.map((day) => (
          <li key={day.date}>
            <span className="digits">{dateText(day.date, language)}</span>
            <span className={`tag day-tag-${day.kind}`}>{text[`${day.kind}Long`]}</span>
            <span>
              {label(day.name)} {day.local ? <span className="tag">{text.local}</span> : null}
            </span>
            <span className="soft">{day.source ?? ''}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}

const Year = ({ calendar }: { readonly calendar: CalendarYear }): ReactElement => {
  const text = useWords(said)
  const days = new Map(calendar.days.map((day) => [day.date, day]))
  return (
    <>
      {calendar.covered ? null : <Alert type="warning" showIcon title={text.uncovered} style={{ marginBlockEnd: 12 }} />}
      <p className="day-legend">
        {(['off', 'worked', 'uncertain'] as const).map((kind) => (
          <span key={kind}>
            <span className={`day-swatch day-${kind}`}>{text[kind]}</span> {text[`${kind}Long`]}
          </span>
        ))}
      </p>
      <div className="months sheet">
        {Array.from({ length: 12 }, (_, at) => (
          <Month key={at} year={calendar.year} month={at + 1} days={days} />
        ))}
      </div>
      <Listed days={calendar.days} />
    </>
  )
}

export const YearCalendar = (): ReactElement => {
  const text = useWords(said)
  const label = useLabel()
  const packs = usePacks()
  const calendars = [...new Map((packs.data?.adoptions ?? []).map((adoption) => [adoption.calendar, label(adoption.name)])).entries()]
  const [year, setYear] = useState(Number(todayOn().slice(0, 4)))
  const [chosen, setChosen] = useState<string>()
  const calendarId = chosen ?? calendars[0]?.[0]
  const asked = useQuery({
    queryKey: ['calendars', calendarId, year],
    queryFn: () => api.readCalendar({ params: { calendarId: calendarId ?? '', year } }),
    enabled: calendarId !== undefined,
  })
  return (
    <>
      <Space wrap style={{ marginBlockEnd: 10 }}>
        <Select
          aria-label={text.calendar}
          value={calendarId ?? null}
          onChange={(id: string) => setChosen(id)}
          options={calendars.map(([value, name]) => ({ value, label: name }))}
          style={{ minWidth: 150 }}
        />
        <Button onClick={() => setYear(year - 1)} aria-label={text.before}>
          ‹
        </Button>
        <strong className="digits calendar-year">{year}</strong>
        <Button onClick={() => setYear(year + 1)} aria-label={text.after}>
          ›
        </Button>
      </Space>
      {packs.error === null ? (
        <Answered asked={asked}>{(calendar) => <Year calendar={calendar} />}</Answered>
      ) : (
        <ProblemNote error={packs.error} />
      )}
    </>
  )
}
