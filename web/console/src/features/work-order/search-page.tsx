import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { kindLabels, kinds, stageLabels, stages, type Kind, type Stage } from '@open12345/contract/vocabulary'
import type { OrderRow } from '@open12345/contract/work-order'
import { Button, Form, Input, Select } from 'antd'
import type { ReactElement, ReactNode } from 'react'
import { fill, useLanguage, useWords, words } from '@open12345/ui/language.ts'
import { dateText } from '@open12345/ui/time-text.ts'
import { api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { More } from '../../parts/bench.tsx'
import { useClear } from '../../parts/clear.ts'
import { useOptions } from '../../parts/label-options.ts'
import { OrderRows } from '../../parts/order-rows.tsx'
import { usePlaces } from '../../parts/place-select.tsx'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { Answered, Nothing } from '../../parts/states.tsx'
import { UnitSelect } from '../../parts/unit-select.tsx'
import './search.css'

const said = words({
  title: ['查找工单', 'Search'],
  text: ['工单号或内容', 'Number or words'],
  textHint: ['12 位工单号，或两个字以上', '12 digits, or two characters and more'],
  short: ['至少两个字', 'Two characters at least'],
  phone: ['诉求人电话', 'Requester’s phone'],
  phoneNote: ['按电话查找会记入审计', 'A search by phone is audited'],
  county: ['县市', 'County'],
  unit: ['承办单位', 'Unit'],
  kind: ['类别', 'Kind'],
  stage: ['环节', 'Stage'],
  from: ['登记日期从', 'Recorded from'],
  to: ['到', 'To'],
  search: ['查找', 'Search'],
  clear: ['清空', 'Clear'],
  results: ['查找结果', 'Results'],
  none: ['没有找到符合条件的工单。', 'No order matches.'],
  noneYet: ['已查到 {day}，还没有找到；更早的还没有查。', 'Nothing found back to {day}; what is older has not been searched yet.'],
  lookedTo: ['已查到 {day}', 'Searched back to {day}'],
  further: ['继续往前查', 'Search further back'],
  before: ['填写任一条件后查找。', 'Give any condition and search.'],
})

const fields = ['text', 'phone', 'county', 'unitId', 'kind', 'stage', 'from', 'to'] as const
type Asked = Partial<Record<(typeof fields)[number], string>>

const queryOf = (asked: Asked) => {
  const { kind, stage, text, ...rest } = asked
  return {
    ...rest,
    ...(text === undefined ? {} : { text: /^[\d\s]+$/.test(text) ? text.replaceAll(/\s/g, '') : text }),
    ...(kind === undefined ? {} : { kind: kind as Kind }),
    ...(stage === undefined ? {} : { stage: stage as Stage }),
  }
}

const openOrder = (row: OrderRow, className: string, children: ReactNode): ReactElement => (
  <Link to="/orders/$orderId" params={{ orderId: row.orderId }} className={className}>
    {children}
  </Link>
)

const Results = ({ asked }: { readonly asked: Asked }): ReactElement => {
  const text = useWords(said)
  const language = useLanguage()
  const found = useInfiniteQuery({
    queryKey: keys.search(asked),
    queryFn: ({ pageParam, signal }) =>
      api.searchOrders({ query: { ...queryOf(asked), limit: 30, ...(pageParam === '' ? {} : { after: pageParam }) }, signal }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? undefined,
    staleTime: Infinity,
  })
  const rows = found.data?.pages.flatMap(({ items }) => items)
  // One call looks so far and no further: a page may be empty and more may come.
  const lastDay = found.data?.pages.at(-1)?.lookedBackTo ?? null
  const lookedTo = lastDay === null ? '' : dateText(lastDay, language)
  return (
    <section className="sheet search-results" aria-label={text.results} aria-live="polite">
      <Answered asked={{ data: rows, error: found.error, refetch: found.refetch }}>
        {(shown) => (
          <>
            {shown.length === 0 ? (
              <Nothing>{lookedTo === '' ? text.none : fill(text.noneYet, { day: lookedTo })}</Nothing>
            ) : (
              <OrderRows rows={shown} label={text.results} showStage link={openOrder} />
            )}
            {found.isFetchNextPageError ? <ProblemNote error={found.error} /> : null}
            {lookedTo === '' || shown.length === 0 ? null : <p className="soft looked-to">{fill(text.lookedTo, { day: lookedTo })}</p>}
            <More
              name={text.further}
              list={{ hasMore: found.hasNextPage, isLoadingMore: found.isFetchingNextPage, loadMore: () => void found.fetchNextPage() }}
            />
          </>
        )}
      </Answered>
    </section>
  )
}

const Conditions = (): ReactElement => {
  const text = useWords(said)
  const clear = useClear()
  const options = useOptions()
  const counties = (usePlaces().data?.items ?? [])
    .filter(({ level }) => level === 'county')
    .map(({ code, name }) => ({ value: code, label: name }))
  return (
    <div className="search-fields">
      <Form.Item label={text.text} name="text" rules={[{ min: 2, whitespace: true, message: text.short }]}>
        <Input autoFocus allowClear maxLength={50} placeholder={text.textHint} />
      </Form.Item>
      <Form.Item label={text.phone} name="phone" extra={text.phoneNote}>
        <Input allowClear maxLength={30} inputMode="tel" autoComplete="off" />
      </Form.Item>
      <Form.Item label={text.county} name="county">
        <Select allowClear={clear} showSearch={{ optionFilterProp: 'label' }} options={counties} />
      </Form.Item>
      <Form.Item label={text.unit} name="unitId">
        <UnitSelect />
      </Form.Item>
      <Form.Item label={text.kind} name="kind">
        <Select allowClear={clear} options={options(kinds, kindLabels)} />
      </Form.Item>
      <Form.Item label={text.stage} name="stage">
        <Select allowClear={clear} options={options(stages, stageLabels)} />
      </Form.Item>
      <Form.Item label={text.from} name="from">
        <Input type="date" />
      </Form.Item>
      <Form.Item label={text.to} name="to">
        <Input type="date" />
      </Form.Item>
    </div>
  )
}

const cleaned = (values: Asked): Asked =>
  Object.fromEntries(
    fields.flatMap((name) => (values[name] === undefined || values[name]?.trim() === '' ? [] : [[name, values[name]?.trim()]])),
  )

export const SearchPage = (): ReactElement => {
  const text = useWords(said)
  const navigate = useNavigate()
  const asked = cleaned(useSearch({ from: '/inside/search' }) as Asked)
  const [form] = Form.useForm<Asked>()
  const go = (values: Asked): void => void navigate({ to: '/search', search: cleaned(values) as Record<string, string> })
  const hasAsked = Object.keys(asked).length > 0
  return (
    <div className="page">
      <h1>{text.title}</h1>
      <Form form={form} layout="vertical" className="sheet" initialValues={asked} onFinish={go} scrollToFirstError={{ focus: true }}>
        <Conditions />
        <Button type="primary" htmlType="submit">
          {text.search}
        </Button>{' '}
        <Button
          onClick={() => {
            form.setFieldsValue(Object.fromEntries(fields.map((name) => [name, undefined])))
            go({})
          }}
        >
          {text.clear}
        </Button>
      </Form>
      {hasAsked ? <Results asked={asked} /> : <p className="soft">{text.before}</p>}
    </div>
  )
}
