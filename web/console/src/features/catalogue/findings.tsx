import type { CatalogueFindingView } from '@open12345/contract/catalogue'
import { Button, Form, Input } from 'antd'
import { useState, type ReactElement } from 'react'
import { fill, useLanguage, useWords, words } from '@open12345/ui/language.ts'
import { instantText } from '@open12345/ui/time-text.ts'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/use-command.ts'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { Answered, Nothing } from '../../parts/states.tsx'
import { useSubjectName } from '../../parts/subject-name.ts'
import { Evidence } from './change-list.tsx'
import { useFindings, useRefreshCatalogue, type Draft } from './use-catalogue.ts'

const said = words({
  title: ['目录似乎有误的地方', 'Where the catalogue seems wrong'],
  note: [
    '近 180 天退回的裁定和指定（第十二条（二）、第十一条（三））说的与目录不同的，按件数排；只数您看得到的工单。',
    'What rulings on returns and designations of the last 180 days say against the catalogue, by volume; of orders that you may see.',
  ],
  none: ['没有。近 180 天的裁定都与目录相符。', 'Nothing: the rulings of the last 180 days agree with the catalogue.'],
  asideTitle: ['搁置的', 'Put aside'],
  says: ['目录写{from}，裁定归{to}', 'The catalogue names {from}; by the rulings it is for {to}'],
  returns: ['同意退回 {count} 件', 'returns accepted: {count}'],
  rulings: ['裁定、指定 {count} 件', 'rulings and designations: {count}'],
  against: ['{count} 件裁定仍由{from}承办', 'rulings that left it with {from}: {count}'],
  newest: ['最近一件 {at}', 'the newest {at}'],
  propose: ['据此提出变更', 'Propose a change'],
  proposed: ['已有待审的变更', 'A change waits for its review'],
  dismiss: ['搁置', 'Put aside'],
  why: ['为什么搁置', 'Why'],
  needed: ['请写明理由', 'Say why'],
  aside: ['{by} {at} 搁置：{reason}', 'put aside by {by}, {at}: {reason}'],
  again: ['搁置以后又有新的裁定', 'There are newer rulings since'],
  reason: ['退回的裁定把它归{to}，见所附工单。', 'Rulings on returns gave it to {to}; see the orders.'],
})

type Finding = CatalogueFindingView
const isAside = ({ dismissed }: Finding): boolean => dismissed !== null && !dismissed.again

const Dismissing = ({ finding, onDone }: { readonly finding: Finding; readonly onDone: () => void }): ReactElement => {
  const text = useWords(said)
  const refresh = useRefreshCatalogue()
  const { subject, placeCode, from, to } = finding
  const dismiss = useCommand(
    (typed: { readonly reason: string }, { idempotencyKey }) =>
      api.dismissCatalogueFinding({
        body: { subject, placeCode, fromUnitId: from.unitId, toUnitId: to.unitId, reason: typed.reason.trim() },
        idempotencyKey,
      }),
    async () => {
      await refresh()
      onDone()
    },
  )
  return (
    <Form
      layout="vertical"
      name={`dismiss-${subject}-${placeCode}-${to.unitId}`}
      onFinish={(typed: { reason: string }) => dismiss.mutate(typed)}
    >
      <Form.Item label={text.why} name="reason" rules={[{ required: true, whitespace: true, message: text.needed }]}>
        <Input autoFocus maxLength={300} autoComplete="off" />
      </Form.Item>
      <ProblemNote error={dismiss.error} />
      <Button htmlType="submit" loading={dismiss.isPending}>
        {text.dismiss}
      </Button>
    </Form>
  )
}

type Props = { readonly onPropose: (draft: Draft) => void }

const Steps = ({ finding, onPropose }: Props & { readonly finding: Finding }): ReactElement => {
  const text = useWords(said)
  const [isDismissing, setDismissing] = useState(false)
  const { subject, placeCode, to, proposed } = finding
  const evidence = [...new Map(finding.orders.map((order) => [order.orderId, order])).values()]
  return (
    <>
      <div className="entry-steps">
        {proposed ? (
          <span className="tag tag-near">{text.proposed}</span>
        ) : (
          <Button
            type="primary"
            size="small"
            onClick={() =>
              onPropose({ kind: 'set', subject, placeCode, unitId: to.unitId, reason: fill(text.reason, { to: to.name }), evidence })
            }
          >
            {text.propose}
          </Button>
        )}
        <Button size="small" aria-expanded={isDismissing} onClick={() => setDismissing(!isDismissing)}>
          {text.dismiss}
        </Button>
      </div>
      {isDismissing ? <Dismissing finding={finding} onDone={() => setDismissing(false)} /> : null}
    </>
  )
}

const Row = ({ finding, onPropose }: Props & { readonly finding: Finding }): ReactElement => {
  const text = useWords(said)
  const language = useLanguage()
  const subjectName = useSubjectName()
  const { subject, placeName, from, to, returns, rulings, against, newestAt, orders, dismissed } = finding
  const counts = [
    ...(returns === 0 ? [] : [fill(text.returns, { count: returns })]),
    ...(rulings === 0 ? [] : [fill(text.rulings, { count: rulings })]),
    ...(against === 0 ? [] : [fill(text.against, { count: against, from: from.name })]),
    fill(text.newest, { at: instantText(newestAt, language) }),
  ]
  return (
    <li className="catalogue-change">
      <div className="catalogue-change-head">
        <strong>
          {subjectName(subject)} · {placeName}
        </strong>
        <span>{fill(text.says, { from: from.name, to: to.name })}</span>
        {dismissed?.again === true ? <span className="tag tag-near">{text.again}</span> : null}
      </div>
      <p className="soft">{counts.join(' · ')}</p>
      <Evidence orders={[...new Map(orders.map((order) => [order.orderId, order])).values()]} />
      {dismissed === null ? null : (
        <p className="soft pre">
          {fill(text.aside, { by: dismissed.by, at: instantText(dismissed.at, language), reason: dismissed.reason })}
        </p>
      )}
      {isAside(finding) ? null : <Steps finding={finding} onPropose={onPropose} />}
    </li>
  )
}

/** What rulings say against the catalogue, with one click to a proposal. @clause 12-2c */
export const Findings = ({ onPropose }: Props): ReactElement => {
  const text = useWords(said)
  const asked = useFindings(true)
  const rows = (items: readonly Finding[]): ReactElement => (
    <ul>
      {items.map((finding) => (
        <Row key={[finding.subject, finding.placeCode, finding.to.unitId].join(' ')} finding={finding} onPropose={onPropose} />
      ))}
    </ul>
  )
  return (
    <Answered asked={asked}>
      {({ items }) => {
        const [open, aside] = [items.filter((one) => !isAside(one)), items.filter(isAside)]
        return (
          <>
            <section className="sheet" aria-label={text.title}>
              <h2>{text.title}</h2>
              <p className="soft">{text.note}</p>
              {open.length === 0 ? <Nothing>{text.none}</Nothing> : rows(open)}
            </section>
            {aside.length === 0 ? null : (
              <section className="sheet" aria-label={text.asideTitle}>
                <h2>{text.asideTitle}</h2>
                {rows(aside)}
              </section>
            )}
          </>
        )
      }}
    </Answered>
  )
}
