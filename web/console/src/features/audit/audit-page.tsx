import type { AuditView } from '@open12345/contract/audit'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import { useState, type ReactElement } from 'react'
import { useLanguage, useWords, words } from '@open12345/ui/language.ts'
import { fullInstantText } from '@open12345/ui/time-text.ts'
import { api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { More } from '../../parts/bench.tsx'
import { Answered, Nothing } from '../../parts/states.tsx'
import { actionNames, isNamed, isPurpose, purposeNames } from './action-names.ts'
import '../account/account.css'

const said = words({
  title: ['审计记录', 'Audit'],
  note: [
    '谁在何时、为何看了或做了什么，最新的在前；记录以 SM3 链封存，可独立校验。',
    'Who saw or did what, when and why, newest first; sealed in an SM3 chain that can be verified independently.',
  ],
  order: ['工单内部编号', 'Order id'],
  account: ['账号内部编号', 'Account id'],
  filter: ['筛选', 'Filter'],
  none: ['没有记录。', 'No record.'],
  program: ['系统', 'The program'],
  onlyThis: ['只看此人', 'Only this account'],
  onlyOrder: ['只看此件', 'Only this order'],
  purpose: ['用途', 'Purpose'],
  reason: ['理由', 'Reason'],
  badId: [
    '要填内部编号（形如 0198f5e2-…），不是工单号或登录名；在下面的记录里点“只看此件”或“只看此人”即可。',
    'An internal id (such as 0198f5e2-…), not an order number or login: press “Only this order” or “Only this account” on a record below.',
  ],
})

type Filter = { readonly orderId?: string; readonly accountId?: string }
const uuidPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

const Row = ({ record, onFilter }: { readonly record: AuditView; readonly onFilter: (filter: Filter) => void }): ReactElement => {
  const text = useWords(said)
  const language = useLanguage()
  const names = useWords(actionNames)
  const purposes = useWords(purposeNames)
  const purposeText = (given: string): string => (isPurpose(given) ? purposes[given] : given)
  const { orderId, accountId } = record
  return (
    <li className="audit-row">
      <div>
        <time dateTime={record.at} className="digits">
          {fullInstantText(record.at, language)}
        </time>{' '}
        <strong>{record.accountName ?? text.program}</strong>{' '}
        <span className="tag" title={record.action}>
          {isNamed(record.action) ? names[record.action] : record.action}
        </span>{' '}
        <span className="soft">{record.facts.join(' · ')}</span>
      </div>
      {record.purpose === null && record.reason === null ? null : (
        <div>
          {record.purpose === null ? null : `${text.purpose}：${purposeText(record.purpose)}　`}
          {record.reason === null ? null : `${text.reason}：${purposeText(record.reason)}`}
        </div>
      )}
      <div className="soft ids">
        {orderId}{' '}
        {orderId === null ? null : (
          <Button type="link" size="small" onClick={() => onFilter({ orderId })}>
            {text.onlyOrder}
          </Button>
        )}
        {accountId === null ? null : (
          <Button type="link" size="small" onClick={() => onFilter({ accountId })}>
            {text.onlyThis}
          </Button>
        )}
      </div>
    </li>
  )
}

const given = ({ orderId, accountId }: Filter): Filter => ({ ...(orderId ? { orderId } : {}), ...(accountId ? { accountId } : {}) })

export const AuditPage = (): ReactElement => {
  const text = useWords(said)
  const [form] = Form.useForm<Filter>()
  const [filter, setFilter] = useState<Filter>({})
  const asked = useInfiniteQuery({
    queryKey: keys.audit(filter),
    queryFn: ({ pageParam, signal }) =>
      api.readAudit({ query: { ...filter, limit: 50, ...(pageParam === '' ? {} : { after: pageParam }) }, signal }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? undefined,
  })
  const records = asked.data?.pages.flatMap(({ items }) => items)
  const choose = (next: Filter): void => {
    form.setFieldsValue({ orderId: next.orderId ?? '', accountId: next.accountId ?? '' })
    setFilter(given(next))
  }
  const rules = [{ pattern: uuidPattern, message: text.badId }]
  return (
    <div className="page">
      <div className="page-head">
        <h1>{text.title}</h1>
        <span className="soft">{text.note}</span>
      </div>
      <Form form={form} layout="vertical" className="sheet audit-filter" onFinish={choose}>
        <Form.Item label={text.order} name="orderId" rules={rules}>
          <Input allowClear />
        </Form.Item>
        <Form.Item label={text.account} name="accountId" rules={rules}>
          <Input allowClear />
        </Form.Item>
        <Form.Item>
          <Button htmlType="submit">{text.filter}</Button>
        </Form.Item>
      </Form>
      <section className="sheet" aria-label={text.title}>
        <Answered asked={{ data: records, error: asked.error, refetch: asked.refetch }}>
          {(shown) => (
            <>
              {shown.length === 0 ? <Nothing>{text.none}</Nothing> : null}
              <ol>
                {shown.map((record) => (
                  <Row key={record.auditId} record={record} onFilter={choose} />
                ))}
              </ol>
              <More
                list={{ hasMore: asked.hasNextPage, isLoadingMore: asked.isFetchingNextPage, loadMore: () => void asked.fetchNextPage() }}
              />
            </>
          )}
        </Answered>
      </section>
    </div>
  )
}
