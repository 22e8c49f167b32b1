import type { LinkageView } from '@open12345/contract/linkage'
import { Link } from '@tanstack/react-router'
import { Button, Form, Input, Select } from 'antd'
import { useState, type ReactElement } from 'react'
import { fill, useLanguage, useWords, words } from '@open12345/ui/language.ts'
import { numberText } from '@open12345/ui/number-text.ts'
import { instantText } from '@open12345/ui/time-text.ts'
import { useMay } from '../../api/session.ts'
import { More } from '../../parts/bench.tsx'
import { Answered, Nothing } from '../../parts/states.tsx'
import { Feedback } from './feedback.tsx'
import { stateWords, wayWords } from './linkage-words.ts'
import { LineSelect } from './line-select.tsx'
import { RecordReceived, RecordTold } from './record-forms.tsx'
import { useRecords, type RecordFilter } from './use-linkage.ts'

const said = words({
  list: ['联动记录', 'Linkage records'],
  filter: ['筛选', 'Filter'],
  direction: ['方向', 'Direction'],
  out: ['我方联系对方', 'We to the line'],
  in: ['对方移交我方', 'The line to us'],
  line: ['热线', 'Line'],
  order: ['工单号', 'Order number'],
  orderRule: ['十二位数字', 'Twelve digits'],
  wanting: ['反馈', 'Feedback'],
  feedback: ['还没有反馈', 'Not fed back'],
  all: ['全部', 'All'],
  none: [
    '没有联动记录。通话中按 Alt T 可转接或三方通话；电话告知、对方移交在这里记。',
    'No record. Alt T in a call calls a line in; what was told by phone or handed to us is recorded here.',
  ],
  told: ['记电话告知', 'Record: told by phone'],
  received: ['记对方移交', 'Record: handed to us'],
  reference: ['对方编号 {reference}', 'Their number {reference}'],
  emergency: ['紧急情况，未征求同意', 'Emergency, not asked'],
  given: ['来电人同意', 'The caller agreed'],
  by: ['记录人 {by}', 'By {by}'],
  fedBack: ['反馈（{at}）：{feedback}', 'Feedback ({at}): {feedback}'],
  wasJoined: ['接通 {at}', 'Joined {at}'],
})

const Facts = ({ record }: { readonly record: LinkageView }): ReactElement => {
  const text = useWords(said)
  const language = useLanguage()
  const { reference, consent, joinedAt, orderId, orderNumber, by } = record
  return (
    <div className="linkage-head soft">
      {reference === null ? null : <span>{fill(text.reference, { reference })}</span>}
      {consent === null ? null : <span>{text[consent]}</span>}
      {joinedAt === null ? null : <span>{fill(text.wasJoined, { at: instantText(joinedAt, language) })}</span>}
      {orderId === null || orderNumber === null ? null : (
        <Link to="/orders/$orderId" params={{ orderId }}>
          {numberText(orderNumber)}
        </Link>
      )}
      <span>{fill(text.by, { by })}</span>
    </div>
  )
}

const toneOf = ({ state }: LinkageView): string =>
  ['no-answer', 'refused', 'unreachable', 'unknown'].includes(state) ? 'tag linkage-failed' : 'tag linkage-fine'

const Row = ({ record }: { readonly record: LinkageView }): ReactElement => {
  const text = useWords(said)
  const ways = useWords(wayWords)
  const states = useWords(stateWords)
  const language = useLanguage()
  const { told, feedback, feedbackAt } = record
  return (
    <li className="linkage-row">
      <div className="linkage-head">
        <time dateTime={record.at} className="digits">
          {instantText(record.at, language)}
        </time>
        <strong>{record.lineName}</strong>
        <span className="tag">{ways[record.way]}</span>
        <span className={toneOf(record)}>{states[record.state]}</span>
      </div>
      {told === null ? null : <p className="pre">{told}</p>}
      <Facts record={record} />
      {feedback === null || feedbackAt === null ? null : (
        <p className="pre">{fill(text.fedBack, { at: instantText(feedbackAt, language), feedback })}</p>
      )}
      {record.allowed.includes('feedback') ? <Feedback record={record} /> : null}
    </li>
  )
}

type Typed = { readonly direction?: 'in' | 'out'; readonly lineId?: string; readonly orderNumber?: string; readonly wanting?: 'feedback' }
const given = ({ direction, lineId, orderNumber, wanting }: Typed): RecordFilter => ({
  ...(direction === undefined ? {} : { direction }),
  ...(lineId === undefined ? {} : { lineId }),
  ...(/^\d{12}$/.test(orderNumber ?? '') ? { orderNumber } : {}),
  ...(wanting === undefined ? {} : { wanting }),
})

const Filter = ({ onChange }: { readonly onChange: (filter: RecordFilter) => void }): ReactElement => {
  const text = useWords(said)
  return (
    <Form layout="vertical" name="records" aria-label={text.filter} onValuesChange={(_, typed: Typed) => onChange(given(typed))}>
      <div className="linkage-fields">
        <Form.Item label={text.direction} name="direction">
          <Select
            allowClear
            placeholder={text.all}
            options={[
              { value: 'out', label: text.out },
              { value: 'in', label: text.in },
            ]}
          />
        </Form.Item>
        <Form.Item label={text.line} name="lineId">
          <LineSelect placeholder={text.all} />
        </Form.Item>
        <Form.Item label={text.order} name="orderNumber" rules={[{ pattern: /^\d{12}$/, message: text.orderRule }]}>
          <Input inputMode="numeric" maxLength={12} allowClear />
        </Form.Item>
        <Form.Item label={text.wanting} name="wanting">
          <Select allowClear placeholder={text.all} options={[{ value: 'feedback', label: text.feedback }]} />
        </Form.Item>
      </div>
    </Form>
  )
}

const NewRecord = (): ReactElement => {
  const text = useWords(said)
  const [open, setOpen] = useState<'told' | 'received' | null>(null)
  const close = (): void => setOpen(null)
  return (
    <>
      <div className="linkage-steps">
        <Button aria-expanded={open === 'told'} onClick={() => setOpen(open === 'told' ? null : 'told')}>
          {text.told}
        </Button>
        <Button aria-expanded={open === 'received'} onClick={() => setOpen(open === 'received' ? null : 'received')}>
          {text.received}
        </Button>
      </div>
      {open === 'told' ? <RecordTold title={text.told} onDone={close} /> : null}
      {open === 'received' ? <RecordReceived title={text.received} onDone={close} /> : null}
    </>
  )
}

/** What went to the lines and came from them, each with its feedback. @clause 14 */
export const Records = (): ReactElement => {
  const text = useWords(said)
  const may = useMay()
  const [filter, setFilter] = useState<RecordFilter>({})
  const asked = useRecords(filter)
  return (
    <section className="sheet" aria-label={text.list}>
      {may('linkage.record') ? <NewRecord /> : null}
      <Filter onChange={setFilter} />
      <Answered asked={asked}>
        {(shown) => (
          <>
            {shown.length === 0 ? <Nothing>{text.none}</Nothing> : null}
            <ol>
              {shown.map((record) => (
                <Row key={record.linkageId} record={record} />
              ))}
            </ol>
            <More list={asked} />
          </>
        )}
      </Answered>
    </section>
  )
}
