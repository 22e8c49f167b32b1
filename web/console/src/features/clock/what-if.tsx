import type { WhatIf as WhatIfPage } from '@open12345/contract/clock'
import { kindLabels, kinds } from '@open12345/contract/vocabulary'
import { Link } from '@tanstack/react-router'
import { Button, Form, Select } from 'antd'
import { useState, type ReactElement } from 'react'
import { fill, useLabel, useLanguage, useWords, words } from '@open12345/ui/language.ts'
import { numberText } from '@open12345/ui/number-text.ts'
import { dateText, instantText } from '@open12345/ui/time-text.ts'
import { More } from '../../parts/bench.tsx'
import { clauseText } from '../../parts/clause.ts'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { Answered, Nothing } from '../../parts/states.tsx'
import { useSubjectName } from '../../parts/subject-name.ts'
import { usePacks } from './use-packs.ts'
import { useWhatIf, type Tried } from './use-what-if.ts'

const said = words({
  intro: [
    '换一部规定，在办工单的截止日会怎样变？逐件试算，只看不改：任何工单的时限、任何对诉求人的承诺都不会因此变动（第二十八条，新规定施行前）。',
    'How would the due dates of open orders change under another norm? Counted order by order and never changed: no clock and no promise to a requester moves (article 28, before a new norm holds).',
  ],
  pack: ['改用哪部规定', 'Which norm'],
  try: ['试算', 'Try it'],
  needed: ['请选择', 'Please choose'],
  result: ['试算结果', 'What would change'],
  progress: [
    '已看 {lookedAt} 个在办时限，其中 {changed} 个会在另一天截止。',
    '{lookedAt} open clocks looked at; {changed} of them would end on another day.',
  ],
  looking: ['正在逐件试算…', 'Counting, order by order …'],
  complete: ['已全部看完。', 'All have been looked at.'],
  notInForce: [
    '{count} 个起算时该规定尚未施行或者没有相应时限，没有比较。',
    '{count} began when this norm did not hold or has no such limit; they are not compared.',
  ],
  same: ['没有会变的时限。', 'No clock would end on another day.'],
  more: ['接着试算', 'Go on'],
  order: ['工单', 'Order'],
  clock: ['时限', 'Clock'],
  handle: ['承办单位办理', 'The unit’s'],
  requester: ['答复诉求人', 'The requester’s'],
  about: ['类别、事项', 'Kind and subject'],
  start: ['起算', 'Begins'],
  now: ['现在截止', 'Due now'],
  would: ['试算截止', 'Would be due'],
  difference: ['相差', 'Difference'],
  clause: ['试算依据', 'Clause'],
  later: ['晚 {days} 天', '{days} days later'],
  earlier: ['早 {days} 天', '{days} days earlier'],
})

type Item = WhatIfPage['items'][number]
const dayMs = 86_400_000
const daysBetween = ({ dueOn, wouldBeDueOn }: Item): number => (Date.parse(wouldBeDueOn) - Date.parse(dueOn)) / dayMs

const Row = ({ item }: { readonly item: Item }): ReactElement => {
  const text = useWords(said)
  const label = useLabel()
  const language = useLanguage()
  const subjectName = useSubjectName()
  const kind = kinds.find((one) => one === item.kind)
  const days = daysBetween(item)
  return (
    <tr>
      <th scope="row">
        <Link to="/orders/$orderId" params={{ orderId: item.orderId }}>
          {numberText(item.number)}
        </Link>
      </th>
      <td>{dateText(item.dueOn, language)}</td>
      <td>
        <strong>{dateText(item.wouldBeDueOn, language)}</strong>
      </td>
      <td className={days < 0 ? 'due-late' : ''}>{fill(days < 0 ? text.earlier : text.later, { days: Math.abs(days) })}</td>
      <td>{text[item.clock]}</td>
      <td>{[kind === undefined ? '' : label(kindLabels[kind]), subjectName(item.subject)].filter(Boolean).join(' · ')}</td>
      <td>{instantText(item.startAt, language)}</td>
      <td>{clauseText(item.clause)}</td>
    </tr>
  )
}

const Table = ({ items }: { readonly items: Tried['items'] }): ReactElement => {
  const text = useWords(said)
  const heads = [text.order, text.now, text.would, text.difference, text.clock, text.about, text.start, text.clause]
  return (
    <div className="wide-table" tabIndex={0} role="region" aria-label={text.result}>
      <table>
        <thead>
          <tr>
            {heads.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <Row key={item.orderId + item.clockId} item={item} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

type ResultProps = { readonly pack: string; readonly attempt: number; readonly title: string }
const Result = ({ pack, attempt, title }: ResultProps): ReactElement => {
  const text = useWords(said)
  const asked = useWhatIf(pack, attempt)
  return (
    <section className="sheet" aria-label={`${text.result}：${title}`}>
      <h2>{title}</h2>
      <Answered asked={asked} rows={6}>
        {({ items, lookedAt, notInForce }) => (
          <>
            <p role="status">
              {fill(text.progress, { lookedAt, changed: items.length })}{' '}
              {asked.isLooking ? text.looking : asked.hasMore ? '' : text.complete}
            </p>
            {notInForce === 0 ? null : <p className="soft">{fill(text.notInForce, { count: notInForce })}</p>}
            {items.length > 0 ? <Table items={items} /> : asked.isLooking ? null : <Nothing>{text.same}</Nothing>}
            {asked.error === null ? null : <ProblemNote error={asked.error} onRetry={asked.loadMore} />}
            <More list={asked} name={text.more} />
          </>
        )}
      </Answered>
    </section>
  )
}

/** 第二十八条: what another norm would make of the open orders, before anybody adopts it. */
export const WhatIf = (): ReactElement => {
  const text = useWords(said)
  const label = useLabel()
  const packs = usePacks().data?.packs ?? []
  const [tried, setTried] = useState<{ readonly pack: string; readonly at: number } | null>(null)
  const options = packs.map(({ id, title, version }) => ({ value: id, label: `${label(title)}（${id} ${version}）` }))
  return (
    <>
      <Form
        layout="vertical"
        className="sheet"
        onFinish={({ pack }: { readonly pack: string }) => setTried((before) => ({ pack, at: (before?.at ?? 0) + 1 }))}
      >
        <p className="form-note">{text.intro}</p>
        <Form.Item label={text.pack} name="pack" rules={[{ required: true, message: text.needed }]}>
          <Select showSearch={{ optionFilterProp: 'label' }} options={options} />
        </Form.Item>
        <Button type="primary" htmlType="submit">
          {text.try}
        </Button>
      </Form>
      {tried === null ? null : (
        <Result
          key={`${tried.pack} ${tried.at}`}
          pack={tried.pack}
          attempt={tried.at}
          title={options.find(({ value }) => value === tried.pack)?.label ?? tried.pack}
        />
      )}
    </>
  )
}
