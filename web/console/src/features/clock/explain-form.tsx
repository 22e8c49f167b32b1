import type { ExplanationView } from '@open12345/contract/clock'
import { kindLabels, kinds, subjects, urgencies, urgencyLabels } from '@open12345/contract/vocabulary'
import { useMutation } from '@tanstack/react-query'
import { Button, Form, Input, Select } from 'antd'
import type { ReactElement } from 'react'
import { useLabel, useLanguage, useWords, words } from '@open12345/ui/language.ts'
import { dueText, todayOn } from '@open12345/ui/time-text.ts'
import { api } from '../../api/client.ts'
import { useClear } from '../../parts/clear.ts'
import { useOptions } from '../../parts/label-options.ts'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { usePacks } from './use-packs.ts'

const said = words({
  intro: [
    '按现行规定和日历试算，结果与工单上的完全一致；不会改动任何工单。',
    'Counted by the same rules and calendar as every order; nothing is changed.',
  ],
  received: ['收到时间（北京时间）', 'Received (Beijing time)'],
  clock: ['时限', 'Clock'],
  kind: ['类别', 'Kind'],
  subject: ['事项', 'Subject'],
  urgency: ['紧急程度', 'Urgency'],
  pack: ['改用规定（试算）', 'Another norm (what if)'],
  submit: ['试算', 'Explain'],
  result: ['截止', 'Due'],
  provisional: ['暂定', 'Provisional'],
  governs: ['适用', 'governs'],
  candidates: ['比较过的时限', 'Limits weighed'],
  skipped: ['跳过的日子', 'Days passed over'],
  needed: ['请填写', 'Please fill this in'],
  silent: ['用到的默认值', 'Silent defaults used'],
})

type Typed = {
  readonly received: string
  readonly clock?: string
  readonly kind?: string
  readonly subject?: string
  readonly urgency?: string
  readonly pack?: string
}
type Answer = Awaited<ReturnType<typeof api.explainClock>>
const isFull = (answer: Answer): answer is ExplanationView => answer.clause !== null

const Details = ({ answer }: { readonly answer: ExplanationView }): ReactElement => {
  const text = useWords(said)
  const label = useLabel()
  return (
    <>
      <p className="soft">
        {answer.article} · {answer.pack} {answer.packVersion}
      </p>
      {answer.candidates.length < 2 ? null : (
        <>
          <h3>{text.candidates}</h3>
          <ul>
            {answer.candidates.map((one) => (
              <li key={one.clause + one.dueAt + one.basis}>
                {one.dueOn} · {one.article} · {label(one.reason)}{' '}
                {one.governs ? <span className="tag tag-stage">{text.governs}</span> : null}
              </li>
            ))}
          </ul>
        </>
      )}
      {answer.silentDefaults.length === 0 ? null : (
        <>
          <h3>{text.silent}</h3>
          <ul>
            {answer.silentDefaults.map((one) => (
              <li key={one.id}>{label(one.assumption)}</li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

const Result = ({ answer }: { readonly answer: Answer }): ReactElement => {
  const text = useWords(said)
  const label = useLabel()
  const language = useLanguage()
  return (
    <section className="sheet" role="status" aria-label={text.result}>
      <p className="explained-due">
        {text.result} <strong>{dueText(answer, language)}</strong>{' '}
        {answer.provisional ? <span className="tag tag-near">{text.provisional}</span> : null}
      </p>
      {answer.provisionalReasons.map((reason) => (
        <p key={reason.zh} className="provisional-note">
          {label(reason)}
        </p>
      ))}
      <ol className="explanation">
        {answer.sentences[language === 'en' ? 'en' : 'zh'].map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ol>
      {answer.skipped.length === 0 ? null : (
        <details>
          <summary>
            {text.skipped}（{answer.skipped.length}）
          </summary>
          <ul>
            {answer.skipped.map((day) => (
              <li key={day.date}>
                {day.date} {label(day)} <span className="soft">{day.source ?? ''}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {isFull(answer) ? <Details answer={answer} /> : null}
    </section>
  )
}

const given = (typed: Typed): Typed =>
  Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== undefined && value !== '')) as Typed

export const ExplainForm = (): ReactElement => {
  const text = useWords(said)
  const clear = useClear()
  const label = useLabel()
  const options = useOptions()
  const packs = usePacks().data?.packs ?? []
  const clocks = [...new Map(packs.flatMap(({ limits }) => limits.map((limit) => [limit.clock, limit.name] as const))).entries()]
  const explain = useMutation({
    mutationFn: (typed: Typed) => api.explainClock({ body: { ...given(typed), received: `${typed.received}+08:00` } }),
  })
  return (
    <>
      <Form
        layout="vertical"
        className="sheet"
        initialValues={{ received: `${todayOn()}T10:00`, clock: 'handle', kind: 'help' }}
        onFinish={(typed: Typed) => explain.mutate(typed)}
      >
        <p className="form-note">{text.intro}</p>
        <div className="search-fields">
          <Form.Item label={text.received} name="received" rules={[{ required: true, message: text.needed }]}>
            <Input type="datetime-local" />
          </Form.Item>
          <Form.Item label={text.clock} name="clock">
            <Select showSearch={{ optionFilterProp: 'label' }} options={clocks.map(([value, name]) => ({ value, label: label(name) }))} />
          </Form.Item>
          <Form.Item label={text.kind} name="kind">
            <Select allowClear={clear} options={options(kinds, kindLabels)} />
          </Form.Item>
          <Form.Item label={text.subject} name="subject">
            <Select
              allowClear={clear}
              showSearch={{ optionFilterProp: 'label' }}
              options={subjects.map(({ code, label: name }) => ({ value: code, label: label(name) }))}
            />
          </Form.Item>
          <Form.Item label={text.urgency} name="urgency">
            <Select allowClear={clear} options={options(urgencies, urgencyLabels)} />
          </Form.Item>
          <Form.Item label={text.pack} name="pack">
            <Select allowClear={clear} options={packs.map(({ id, title }) => ({ value: id, label: label(title) }))} />
          </Form.Item>
        </div>
        <Button type="primary" htmlType="submit" loading={explain.isPending}>
          {text.submit}
        </Button>
      </Form>
      <ProblemNote error={explain.error} />
      {explain.data === undefined ? null : <Result answer={explain.data} />}
    </>
  )
}
