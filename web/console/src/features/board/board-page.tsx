import type { BoardView } from '@open12345/contract/board'
import { kindLabels, kinds, stageLabels, stages } from '@open12345/contract/vocabulary'
import type { OrderRow } from '@open12345/contract/work-order'
import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { type ReactElement, type ReactNode } from 'react'
import { fill, useLabel, useLanguage, useWords } from '@open12345/ui/language.ts'
import { countText, shareText } from '@open12345/ui/number-text.ts'
import { instantText } from '@open12345/ui/time-text.ts'
import { api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { OrderRows } from '../../parts/order-rows.tsx'
import { Answered } from '../../parts/states.tsx'
import { boardWords } from './board-words.ts'
import { Chart } from './chart.tsx'
import { Countdown } from './countdown.tsx'
import './board.css'

const figures = ['recorded', 'accepted', 'answeredDirectly', 'declined', 'dispatched', 'delivered', 'closed'] as const

const Today = ({ today }: { readonly today: BoardView['today'] }): ReactElement => {
  const text = useWords(boardWords)
  return (
    <section className="sheet board-today" aria-label={text.today}>
      <h2>{text.today}</h2>
      <dl>
        {figures.map((name) => (
          <div key={name}>
            <dt>{text[name]}</dt>
            <dd>{today[name]}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

type ShareProps = {
  readonly title: string
  readonly part: number
  readonly of: number
  readonly note: string
  /** Another share of the same, which stands beside it. */
  readonly beside?: string
}
const Share = ({ title, part, of, note, beside }: ShareProps): ReactElement => (
  <section className="sheet board-share" aria-label={title}>
    <h2>{title}</h2>
    <p className="board-big">{shareText(part, of)}</p>
    <div className="board-meter" aria-hidden="true">
      <span style={{ inlineSize: of === 0 ? 0 : `${(part / of) * 100}%` }} />
    </div>
    <p className="soft">{note}</p>
    {beside === undefined ? null : <p className="soft">{beside}</p>}
  </section>
)

/** What a centre looks at besides; a unit has none of it. */
const Special = ({ board: { actsMissing, returns } }: { readonly board: BoardView }): ReactElement | null => {
  const text = useWords(boardWords)
  if (actsMissing === null || returns === null) return null
  const figures = [
    [text.actsMissing, countText(actsMissing)],
    [text.returns, returns.of],
    [text.lateReturns, returns.late],
  ] as const
  return (
    <section className={`sheet board-special ${actsMissing > 0 ? 'board-late' : ''}`} aria-label={text.special}>
      <h2>{text.special}</h2>
      <dl>
        {figures.map(([name, count]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{count}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

const Health = ({ health }: { readonly health: BoardView['health'] }): ReactElement => {
  const text = useWords(boardWords)
  return (
    <section className="sheet" aria-label={text.health}>
      <h2>{text.health}</h2>
      <ul className="board-health">
        {health.map(({ part, ok, note }) => (
          <li key={part}>
            <span>{part}</span>
            <strong className={ok ? 'health-ok' : 'health-broken'}>{ok ? `✓ ${text.healthy}` : `✕ ${text.broken}`}</strong>
            <span className="soft">{note}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

const openOrder = (row: OrderRow, className: string, children: ReactNode): ReactElement => (
  <Link to="/orders/$orderId" params={{ orderId: row.orderId }} className={className}>
    {children}
  </Link>
)

type RowsProps = {
  readonly title: string
  readonly empty: string
  readonly rows: readonly OrderRow[]
  readonly count: number
  readonly isLate: boolean
}
const Rows = ({ title, empty, rows, count, isLate }: RowsProps): ReactElement => (
  <section className={`sheet board-rows ${isLate && count > 0 ? 'board-late' : ''}`} aria-label={title}>
    <h2>
      {title} <span className="board-count">{countText(count)}</span>
    </h2>
    {rows.length === 0 ? <p className="soft">{empty}</p> : <OrderRows rows={rows} label={title} showStage link={openOrder} />}
  </section>
)

const Board = ({ board, isDark }: { readonly board: BoardView; readonly isDark: boolean }): ReactElement => {
  const text = useWords(boardWords)
  const label = useLabel()
  const hours = Array.from({ length: 24 }, (_, hour) => ({
    name: String(hour),
    value: board.byHour.find((one) => one.hour === hour)?.count ?? 0,
  }))
  const byKind = kinds.map((kind) => ({ name: label(kindLabels[kind]), value: board.byKind.find((one) => one.kind === kind)?.count ?? 0 }))
  const byStage = stages
    .filter((stage) => stage !== 'closed')
    .map((stage) => {
      const value = board.stages.find((one) => one.stage === stage)?.count ?? 0
      return { name: label(stageLabels[stage]), value, shown: countText(value) }
    })
  const { onTime, satisfaction, evaluated } = board
  return (
    <div className="board-grid">
      {board.actsMissing === null ? null : <Countdown isWall={isDark} />}
      <Today today={board.today} />
      <Share title={text.onTime} part={onTime.inTime} of={onTime.of} note={fill(text.onTimeNote, onTime)} />
      <Share
        title={text.satisfaction}
        part={satisfaction.satisfied}
        of={satisfaction.of}
        note={fill(text.satisfactionNote, satisfaction)}
        beside={fill(text.evaluated, { ...evaluated, share: shareText(evaluated.satisfied, evaluated.of) })}
      />
      <Special board={board} />
      <Rows
        title={text.overdue}
        empty={board.overdueCount === 0 ? text.noOverdue : text.figuresOnly}
        rows={board.overdue}
        count={board.overdueCount}
        isLate
      />
      <Rows
        title={text.nearDue}
        empty={board.nearDueCount === 0 ? text.noNear : text.figuresOnly}
        rows={board.nearDue}
        count={board.nearDueCount}
        isLate={false}
      />
      <section className="sheet board-chart" aria-label={text.stages}>
        <h2>{text.stages}</h2>
        <Chart bars={byStage} isDark={isDark} isLying label={text.stages} />
      </section>
      <section className="sheet board-chart board-wide" aria-label={text.byHour}>
        <h2>{text.byHour}</h2>
        <Chart bars={hours} isDark={isDark} label={text.byHour} />
      </section>
      <section className="sheet board-chart board-tally" aria-label={text.byKind}>
        <h2>{text.byKind}</h2>
        <Chart bars={byKind} isDark={isDark} isLying label={text.byKind} />
      </section>
      {board.health.length === 0 ? null : <Health health={board.health} />}
    </div>
  )
}

export const BoardPage = (): ReactElement => {
  const text = useWords(boardWords)
  const language = useLanguage()
  const isWall = useSearch({ strict: false }).wall !== undefined
  const asked = useQuery({ queryKey: keys.board, queryFn: ({ signal }) => api.readBoard({ signal }) })
  return (
    <div className={isWall ? 'board board-wall' : 'board'}>
      <header className="page-head">
        <h1>{text.title}</h1>
        <span className="soft">{asked.data === undefined ? '' : fill(text.at, { at: instantText(asked.data.at, language) })}</span>
        <Link to="." search={(before) => ({ ...before, wall: isWall ? undefined : '1' })} className="board-switch">
          {isWall ? text.leaveWall : text.wall}
        </Link>
      </header>
      <Answered asked={asked} rows={10}>
        {(board) => <Board board={board} isDark={isWall} />}
      </Answered>
    </div>
  )
}
