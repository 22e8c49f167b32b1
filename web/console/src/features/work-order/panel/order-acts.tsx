import { CheckCircleFilled } from '@ant-design/icons'
import { unitCallOutcomeLabels } from '@open12345/contract/vocabulary'
import type { OrderView } from '@open12345/contract/work-order'
import type { ReactElement, ReactNode } from 'react'
import { fill, useLabel, useLanguage, useWords, words } from '@open12345/ui/language.ts'
import { instantText } from '@open12345/ui/time-text.ts'
import { DueNote } from '../../../parts/due.tsx'
import { clockOfAct, isMissing, type ActName } from '../urgent-acts.ts'

const said = words({
  title: ['特殊事项三件事', 'The three acts'],
  note: ['第十二条（四）', 'Article 12(4)'],
  report: ['报告州政府办公室', 'Report to the office'],
  call: ['电话告知承办单位', 'Call to the unit'],
  dispatch: ['派单', 'Dispatch'],
  done: ['{at} 完成', 'Done {at}'],
  late: ['{at} 完成，逾期', 'Done {at}, late'],
  none: ['不再计时', 'No clock runs'],
  acknowledged: ['{at} 办公室已阅处', 'Acknowledged by the office {at}'],
  unread: ['办公室尚未阅处', 'Not yet read by the office'],
  reportText: ['报告', 'Report'],
  instruction: ['办公室意见', 'Instruction'],
  called: ['{at} {unit} 第 {rank} 联系人：{outcome}', '{at} {unit}, contact {rank}: {outcome}'],
})

const State = ({ order, act }: { readonly order: OrderView; readonly act: ActName }): ReactElement => {
  const text = useWords(said)
  const language = useLanguage()
  const clock = clockOfAct(order, act)
  if (clock !== undefined && isMissing(order, act)) return <DueNote due={clock} />
  if (clock?.metAt == null || clock.outcome === 'waived') return <span className="soft">{text.none}</span>
  const isLate = clock.outcome === 'late'
  return (
    <span className={isLate ? 'due-late' : 'act-done'}>
      <CheckCircleFilled aria-hidden="true" /> {fill(isLate ? text.late : text.done, { at: instantText(clock.metAt, language) })}
    </span>
  )
}

type ActProps = { readonly order: OrderView; readonly act: ActName; readonly children?: ReactNode }
const Act = ({ order, act, children }: ActProps): ReactElement => {
  const text = useWords(said)
  return (
    <li className={isMissing(order, act) ? 'act act-missing' : 'act'}>
      <strong>{text[act]}</strong>
      <div>
        <State order={order} act={act} />
      </div>
      {children}
    </li>
  )
}

const writtenIn = ({ timeline }: OrderView, type: string): string | undefined =>
  timeline.findLast((entry) => entry.type === type)?.texts[0]?.text

type Acts = NonNullable<OrderView['acts']>

const Report = ({ order, acts }: { readonly order: OrderView; readonly acts: Acts }): ReactElement | null => {
  const text = useWords(said)
  const language = useLanguage()
  if (acts.reportedAt === null) return null
  const [report, instruction] = [writtenIn(order, 'reported-to-office'), writtenIn(order, 'report-acknowledged')]
  return (
    <div className="act-more">
      <p className={acts.acknowledgedAt === null ? 'due-near' : ''}>
        {acts.acknowledgedAt === null ? text.unread : fill(text.acknowledged, { at: instantText(acts.acknowledgedAt, language) })}
      </p>
      {report === undefined ? null : (
        <p className="pre">
          <span className="soft">{text.reportText}：</span>
          {report}
        </p>
      )}
      {instruction === undefined ? null : (
        <p className="pre">
          <span className="soft">{text.instruction}：</span>
          {instruction}
        </p>
      )}
    </div>
  )
}

const Calls = ({ acts }: { readonly acts: Acts }): ReactElement | null => {
  const text = useWords(said)
  const label = useLabel()
  const language = useLanguage()
  if (acts.calls.length === 0) return null
  return (
    <ul className="act-more">
      {acts.calls.map(({ at, unitId, unitName: unit, rank, outcome }) => (
        <li key={`${at} ${unitId} ${rank} ${outcome}`}>
          {fill(text.called, { at: instantText(at, language), unit, rank, outcome: label(unitCallOutcomeLabels[outcome]) })}
        </li>
      ))}
    </ul>
  )
}

/** 第十二条（四）: what is due within minutes, what of it is done, and by whom it was heard. */
export const OrderActs = ({ order }: { readonly order: OrderView }): ReactElement | null => {
  const text = useWords(said)
  const { acts } = order
  if (acts === null) return null
  return (
    <section className="sheet acts" aria-label={text.title}>
      <h3>
        {text.title} <span className="soft">{text.note}</span>
      </h3>
      <ol>
        <Act order={order} act="report">
          <Report order={order} acts={acts} />
        </Act>
        <Act order={order} act="call">
          <Calls acts={acts} />
        </Act>
        <Act order={order} act="dispatch" />
      </ol>
    </section>
  )
}
