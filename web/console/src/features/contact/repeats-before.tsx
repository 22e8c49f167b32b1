import { closureKindLabels, stageLabels } from '@open12345/contract/vocabulary'
import type { OrderRow } from '@open12345/contract/work-order'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Form, Radio } from 'antd'
import type { ReactElement } from 'react'
import { useLabel, useLanguage, useWords, words } from '@open12345/ui/language.ts'
import { numberText } from '@open12345/ui/number-text.ts'
import { instantText } from '@open12345/ui/time-text.ts'
import { api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { useMay } from '../../api/session.ts'
import { useSubjectName } from '../../parts/subject-name.ts'
import { WordsField } from '../work-order/steps/words-field.tsx'
import { likelyRepeats, type LikelyRepeat } from './likely-repeats.ts'
import type { RecordValues } from './record-values.ts'
import './repeats.css'

const said = words({
  title: ['可能是重复诉求', 'This may be a repeat'],
  note: ['这位来电人以前反映过的（第十三条（四））。', 'What this caller asked before (article 13(4)).'],
  both: ['同一事项、地点', 'Same subject and place'],
  subject: ['同一事项', 'Same subject'],
  place: ['同一地点', 'Same place'],
  which: ['与以前的诉求', 'With what was asked before'],
  fresh: ['是新的诉求', 'It is a new matter'],
  open: ['打开', 'Open'],
  closedAnyway: ['直接解答、不予受理的随登记办结，不关联。', 'What is answered or declined now is closed by it, and not linked.'],
  afterwards: ['登记后', 'Once recorded'],
  link: ['关联为重复诉求，照常办理', 'Link it as a repeat and handle it as any'],
  explain: ['解释终结意见并归档', 'Explain the termination and file it'],
  explainNote: [
    '有新的事实的照常办理；没有的，向来电人解释原意见，不再重复办理。',
    'With new facts it is handled as any. Without, the opinion is explained and it is not handled again.',
  ],
  opinion: ['原终结意见', 'The opinion then'],
  explanation: ['向诉求人的解释（诉求人会看到）', 'Explanation (the requester reads it)'],
})

type LineProps = { readonly row: OrderRow; readonly likeness: string | undefined }
const Line = ({ row, likeness }: LineProps): ReactElement => {
  const text = useWords(said)
  const label = useLabel()
  const language = useLanguage()
  const subjectName = useSubjectName()
  const { orderId, number, closureKind, stage, recordedAt, subject, placeName, summary } = row
  return (
    <>
      <span className="order-number">{numberText(number)}</span>{' '}
      <span className="tag">{label(closureKind === null ? stageLabels[stage] : closureKindLabels[closureKind])}</span>{' '}
      {likeness === undefined ? null : <span className="tag tag-near">{likeness}</span>}{' '}
      <Link to="/orders/$orderId" params={{ orderId }} target="_blank">
        {text.open}
      </Link>
      <br />
      <span className="soft">{[instantText(recordedAt, language), subjectName(subject), placeName].filter(Boolean).join(' · ')}</span>
      <br />
      {summary}
    </>
  )
}

/** 13-4: what the unit determined and the centre confirmed, and what becomes of the new order. */
const Terminated = ({ orderId, mayStep }: { readonly orderId: string; readonly mayStep: boolean }): ReactElement => {
  const text = useWords(said)
  const step = Form.useWatch<RecordValues['repeatStep']>('repeatStep') ?? 'link'
  const earlier = useQuery({ queryKey: keys.order(orderId), queryFn: ({ signal }) => api.readOrder({ params: { orderId }, signal }) }).data
  const opinion = earlier?.timeline.findLast(({ type }) => type === 'closed')?.texts[0]?.text
  return (
    <>
      {opinion === undefined ? null : (
        <div className="public-words">
          <h4>{text.opinion}</h4>
          <p className="pre">{opinion}</p>
        </div>
      )}
      {mayStep ? (
        <Form.Item label={text.afterwards} name="repeatStep" initialValue="link" extra={text.explainNote}>
          <Radio.Group
            aria-label={text.afterwards}
            options={[
              { value: 'link', label: text.link },
              { value: 'explain', label: text.explain },
            ]}
          />
        </Form.Item>
      ) : null}
      {mayStep && step === 'explain' ? <WordsField label={text.explanation} name="repeatExplanation" most={3000} /> : null}
    </>
  )
}

/** What was chosen stays in sight, though the form has come to name another subject. */
const withChosen = (found: readonly LikelyRepeat[], history: readonly OrderRow[], chosen: string | undefined) => {
  const lost = found.some(({ row }) => row.orderId === chosen) ? undefined : history.find(({ orderId }) => orderId === chosen)
  return lost === undefined ? found : [...found, { row: lost, likeness: undefined }]
}

/** 第十三条（四）: before a new order is made, what the same person asked about the same. */
export const RepeatsBefore = ({ history }: { readonly history: readonly OrderRow[] }): ReactElement | null => {
  const text = useWords(said)
  const may = useMay()
  const subject = Form.useWatch<RecordValues['subject']>('subject')
  const place = Form.useWatch<RecordValues['place']>('place')
  const then = Form.useWatch<RecordValues['step']>('step') ?? 'accept'
  const chosen = Form.useWatch<RecordValues['repeatOf']>('repeatOf')
  const about = { ...(subject === undefined ? {} : { subject }), ...(place === undefined ? {} : { place }) }
  const found = withChosen(likelyRepeats(about, history), history, chosen)
  if (found.length === 0) return null
  const mayStep = may('order.link-repeat') && then !== 'answer' && then !== 'decline'
  const terminated = found.find(({ row }) => row.closureKind === 'terminated' && (!mayStep || row.orderId === chosen))
  const line = ({ row, likeness }: (typeof found)[number]): ReactElement => (
    <Line row={row} likeness={likeness === undefined ? undefined : text[likeness]} />
  )
  return (
    <section className="sheet repeats-before" aria-label={text.title} role="status">
      <h3>{text.title}</h3>
      <p className="soft">{text.note}</p>
      {mayStep ? (
        <Form.Item label={text.which} name="repeatOf" initialValue="">
          <Radio.Group
            aria-label={text.which}
            className="stacked-choice"
            options={[{ value: '', label: text.fresh }, ...found.map((one) => ({ value: one.row.orderId, label: line(one) }))]}
          />
        </Form.Item>
      ) : (
        <>
          <ul className="repeats">
            {found.map((one) => (
              <li key={one.row.orderId}>{line(one)}</li>
            ))}
          </ul>
          {may('order.link-repeat') ? <p className="soft">{text.closedAnyway}</p> : null}
        </>
      )}
      {terminated === undefined ? null : <Terminated orderId={terminated.row.orderId} mayStep={mayStep} />}
    </section>
  )
}
