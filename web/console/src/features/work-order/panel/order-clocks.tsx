import type { ClockView, OrderView } from '@open12345/contract/work-order'
import { Button, Drawer } from 'antd'
import { useState, type ReactElement } from 'react'
import { fill, useLanguage, useWords } from '@open12345/ui/language.ts'
import { dueText, fullInstantText, spanText } from '@open12345/ui/time-text.ts'
import { useNow } from '../../../api/now.ts'
import { clauseText } from '../../../parts/clause.ts'
import { nearnessOf } from '../../../parts/due.tsx'
import { isOfPart } from '../parts-of-order.ts'
import { ClockExplanation } from './clock-explanation.tsx'
import { clockName, clockWords } from './clock-words.ts'

const isRunning = ({ outcome }: ClockView): boolean => outcome === 'pending' || outcome === 'breached'

/** The clock that is shown of several: the running one that ends first, else the last of the newest round. */
const clockOf = (clocks: readonly ClockView[]): ClockView | undefined => {
  const running = clocks.filter(isRunning).toSorted((one, other) => one.dueAt.localeCompare(other.dueAt))
  return running[0] ?? clocks.toSorted((one, other) => other.round - one.round || other.dueAt.localeCompare(one.dueAt))[0]
}

/** Not what the unit has to answer by: until when it may return the order, and what was asked before or below it. */
const besides = ['return', 'verify', 'sub-handle']
const ofUnit = (order: OrderView): readonly ClockView[] => {
  const main = order.clocks.filter(({ whose, kind }) => whose === 'unit' && !besides.includes(kind))
  const own = main.filter((clock) => order.assignment !== null && isOfPart(clock, order.assignment))
  return own.length > 0 ? own : main
}

const shownOf = (order: OrderView): readonly ClockView[] => {
  const ofSide = (whose: ClockView['whose']): readonly ClockView[] => order.clocks.filter((clock) => clock.whose === whose)
  const extra = order.clocks.filter((clock) => (clock.kind === 'verify' || clock.kind === 'sub-handle') && isRunning(clock))
  const main = [clockOf(ofSide('requester')), clockOf(ofUnit(order)), clockOf(ofSide('centre').filter(isRunning))]
  return [...main.flatMap((clock) => clock ?? []), ...extra]
}

const State = ({ clock }: { readonly clock: ClockView }): ReactElement => {
  const text = useWords(clockWords)
  const language = useLanguage()
  const now = useNow()
  if (!isRunning(clock)) return <strong className={clock.outcome === 'late' ? 'due-late' : ''}>{text[clock.outcome]}</strong>
  const nearness = nearnessOf(clock, now)
  const span = spanText(Math.abs(Date.parse(clock.dueAt) - now), language)
  const sentence =
    language === 'en' ? (nearness === 'late' ? `${span} overdue` : `${span} left`) : nearness === 'late' ? `超期 ${span}` : `还有 ${span}`
  return <strong className={`due-${nearness}`}>{sentence}</strong>
}

const ClockCard = ({ clock, onWhy }: { readonly clock: ClockView; readonly onWhy: () => void }): ReactElement => {
  const text = useWords(clockWords)
  const language = useLanguage()
  return (
    <li className="clock-card">
      <div className="clock-name">
        {clockName(text, clock.kind)}
        {clock.round > 1 ? ` · ${fill(text.round, { round: clock.round })}` : ''}
      </div>
      <div className="clock-state">
        <State clock={clock} />
        <span>
          {text.due} {dueText(clock, language)}
        </span>
      </div>
      {clock.earlierDue.map((due) => (
        <div key={due.dueAt} className="soft">
          {fill(text.earlier, { due: dueText(due, language) })}
        </div>
      ))}
      <div className="clock-foot">
        <span className="soft">
          {clauseText(clock.clause)}{' '}
          {clock.provisional ? (
            <span className="tag tag-near" title={text.provisionalNote}>
              {text.provisional}
            </span>
          ) : null}
        </span>
        <Button type="link" size="small" onClick={onWhy}>
          {text.why}
        </Button>
      </div>
    </li>
  )
}

/** Several units have clocks of the same name. */
const unitOf = ({ assignments }: OrderView, clock: ClockView): string => {
  const unit = clock.whose === 'unit' && assignments.length > 1 ? assignments.find((part) => isOfPart(clock, part))?.unitName : undefined
  return unit === undefined ? '' : `${unit} · `
}

const ClockRow = ({ order, clock }: { readonly order: OrderView; readonly clock: ClockView }): ReactElement => {
  const text = useWords(clockWords)
  const language = useLanguage()
  return (
    <li>
      {unitOf(order, clock)}
      {clockName(text, clock.kind)} {clock.round > 1 ? fill(text.round, { round: clock.round }) : ''}：{dueText(clock, language)} ·{' '}
      {text[clock.outcome]}
      {clock.metAt === null ? '' : ` · ${fullInstantText(clock.metAt, language)}`}
    </li>
  )
}

/** The requester's clock is truth, the unit's is accountability: both are always in sight, and each says why it ends when it ends. */
export const OrderClocks = ({ order }: { readonly order: OrderView }): ReactElement => {
  const text = useWords(clockWords)
  const [explained, setExplained] = useState<ClockView | null>(null)
  const { clocks, status } = order
  const visible = shownOf(order)
  if (clocks.length === 0) return <p className="soft">{status === 'closed' ? text.never : text.none}</p>
  return (
    <>
      <ul className="clock-cards">
        {visible.map((clock) => (
          <ClockCard key={clock.id} clock={clock} onWhy={() => setExplained(clock)} />
        ))}
      </ul>
      {clocks.length > visible.length ? (
        <details className="all-clocks">
          <summary>{text.all}</summary>
          <ul>
            {clocks.map((clock) => (
              <ClockRow key={clock.id} order={order} clock={clock} />
            ))}
          </ul>
        </details>
      ) : null}
      <Drawer open={explained !== null} size={420} title={text.why} onClose={() => setExplained(null)}>
        {explained === null ? null : <ClockExplanation clock={explained} />}
      </Drawer>
    </>
  )
}
