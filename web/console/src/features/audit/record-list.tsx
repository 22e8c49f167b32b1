import type { AuditView } from '@open12345/contract/audit'
import { Button, Form, Input } from 'antd'
import { useState, type ReactElement } from 'react'
import { useLanguage, useWords, words } from '@open12345/ui/language.ts'
import { fullInstantText } from '@open12345/ui/time-text.ts'
import { api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { usePages } from '../../api/use-pages.ts'
import { More } from '../../parts/bench.tsx'
import { Answered, Nothing } from '../../parts/states.tsx'
import { actionNames, factNames, isFact, isNamed, isPurpose, purposeNames } from './action-names.ts'

const said = words({
  number: ['工单号', 'Order number'],
  who: ['登录名或姓名', 'Login or name'],
  from: ['从', 'From'],
  to: ['到', 'To'],
  filter: ['查询', 'Look up'],
  all: ['全部', 'All'],
  export: ['导出表格', 'Export as a table'],
  exportNote: ['最多一万条，不含理由原文；导出本身有记录。', 'Ten thousand at most, without people’s words; the export is on record.'],
  none: ['没有记录。', 'No record.'],
  noneOfOrder: ['这张工单没有人看过。', 'Nobody has looked at this order.'],
  noneOfPerson: ['此人在这段时间没有看过什么。', 'This person has looked at nothing in this time.'],
  program: ['系统', 'The program'],
  onlyThis: ['只看此人', 'Only this person'],
  onlyOrder: ['只看此件', 'Only this order'],
  order: ['工单', 'Order'],
  purpose: ['用途', 'Purpose'],
  reason: ['理由', 'Reason'],
  badNumber: ['工单号是十二位数字。', 'An order number has twelve digits.'],
  list: ['记录', 'Records'],
})

type Filter = { readonly number?: string; readonly who?: string; readonly from?: string; readonly to?: string }
const filled = (filter: Filter): Filter => Object.fromEntries(Object.entries(filter).filter(([, value]) => value))

type RowProps = { readonly record: AuditView; readonly onFilter: (filter: Filter) => void }

const Why = ({ record: { purpose, reason } }: Pick<RowProps, 'record'>): ReactElement | null => {
  const text = useWords(said)
  const purposes = useWords(purposeNames)
  const named = (given: string): string => (isPurpose(given) ? purposes[given] : given)
  if (purpose === null && reason === null) return null
  return (
    <div>
      {purpose === null ? null : `${text.purpose}：${named(purpose)}　`}
      {reason === null ? null : `${text.reason}：${named(reason)}`}
    </div>
  )
}

const Row = ({ record, onFilter }: RowProps): ReactElement => {
  const text = useWords(said)
  const language = useLanguage()
  const names = useWords(actionNames)
  const facts = useWords(factNames)
  const { orderNumber, login, action } = record
  return (
    <li className="audit-row">
      <div>
        <time dateTime={record.at} className="digits">
          {fullInstantText(record.at, language)}
        </time>{' '}
        <strong>{record.accountName ?? text.program}</strong>{' '}
        <span className="tag" title={action}>
          {isNamed(action) ? names[action] : action}
        </span>{' '}
        <span className="soft">{record.facts.map((fact) => (isFact(fact) ? facts[fact] : fact)).join(' · ')}</span>
      </div>
      <Why record={record} />
      <div className="soft ids">
        {orderNumber === null ? null : (
          <>
            {text.order} {orderNumber}{' '}
            <Button type="link" size="small" onClick={() => onFilter({ number: orderNumber })}>
              {text.onlyOrder}
            </Button>
          </>
        )}
        {login === null ? null : (
          <Button type="link" size="small" onClick={() => onFilter({ who: login })}>
            {text.onlyThis}
          </Button>
        )}
      </div>
    </li>
  )
}

const Fields = ({ onChoose, filter }: { readonly filter: Filter; readonly onChoose: (filter: Filter) => void }): ReactElement => {
  const text = useWords(said)
  const [form] = Form.useForm<Filter>()
  const clear = (): void => {
    form.resetFields()
    onChoose({})
  }
  return (
    <Form form={form} key={JSON.stringify(filter)} initialValues={filter} layout="vertical" className="audit-filter" onFinish={onChoose}>
      <Form.Item label={text.number} name="number" rules={[{ pattern: /^\d{12}$/, message: text.badNumber }]}>
        <Input allowClear inputMode="numeric" />
      </Form.Item>
      <Form.Item label={text.who} name="who">
        <Input allowClear maxLength={40} />
      </Form.Item>
      <Form.Item label={text.from} name="from">
        <Input type="date" />
      </Form.Item>
      <Form.Item label={text.to} name="to">
        <Input type="date" />
      </Form.Item>
      <Form.Item>
        <Button htmlType="submit">{text.filter}</Button> <Button onClick={clear}>{text.all}</Button>
      </Form.Item>
    </Form>
  )
}

const emptyName = ({ number, who }: Filter): 'noneOfOrder' | 'noneOfPerson' | 'none' =>
  number !== undefined ? 'noneOfOrder' : who !== undefined ? 'noneOfPerson' : 'none'

/** Who saw this order, what did this person see: newest first. */
export const RecordList = (): ReactElement => {
  const text = useWords(said)
  const [filter, setFilter] = useState<Filter>({})
  const choose = (next: Filter): void => setFilter(filled(next))
  const asked = usePages({
    queryKey: keys.audit('records', filter),
    limit: 50,
    ask: (query, signal) => api.readAudit({ query: { ...filter, ...query }, signal }),
  })
  return (
    <>
      <Fields filter={filter} onChoose={choose} />
      <p>
        <a href={`/api/v1/audit/export?${new URLSearchParams(filter)}`}>{text.export}</a>
      </p>
      <p className="soft">{text.exportNote}</p>
      <Answered asked={asked}>
        {(shown) => (
          <>
            {shown.length === 0 ? <Nothing>{text[emptyName(filter)]}</Nothing> : null}
            <ol aria-label={text.list}>
              {shown.map((record) => (
                <Row key={record.auditId} record={record} onFilter={choose} />
              ))}
            </ol>
            <More list={asked} />
          </>
        )}
      </Answered>
    </>
  )
}
