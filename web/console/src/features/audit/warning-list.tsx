import type { WarningView } from '@open12345/contract/audit'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Checkbox, Form, Input, Radio } from 'antd'
import { useState, type ReactElement } from 'react'
import { fill, useLabel, useLanguage, useWords, words } from '@open12345/ui/language.ts'
import { fullInstantText } from '@open12345/ui/time-text.ts'
import { api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { usePages } from '../../api/use-pages.ts'
import { More } from '../../parts/bench.tsx'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { Answered, Nothing } from '../../parts/states.tsx'
import { isRule, ruleNames } from './action-names.ts'

const said = words({
  note: [
    '同一人在一个钟点内的查看达到界限就成一条预警；界限是程序给的默认值，尚无人确认。',
    'Reading that reaches the threshold in one clock hour becomes a warning. The thresholds are the program’s own; nobody has confirmed them yet.',
  ],
  onlyOpen: ['只看未处理的', 'Only open ones'],
  none: ['没有异常查看。', 'Nothing unusual.'],
  noneOpen: ['没有待处理的预警。', 'No warning waits for a decision.'],
  hour: ['{hour} 起一小时', 'The hour from {hour}'],
  count: ['{count} 次（界限 {atLeast}）', '{count} times (threshold {atLeast})'],
  day: ['当日共查看身份 {count} 次', '{count} reveals on that day'],
  owner: ['负责人', 'Owner'],
  noOwner: ['暂无（没有在任的安全管理员）', 'None (no security administrator in office)'],
  open: ['待处理', 'Open'],
  explained: ['已说明', 'Explained'],
  'follow-up': ['需追查', 'To be followed up'],
  outcome: ['处理结果', 'Outcome'],
  words: ['说明', 'Words'],
  settle: ['记录结果', 'Record the outcome'],
  needed: ['请填写', 'Please fill this in'],
})

type Asked = { readonly outcome: 'explained' | 'follow-up'; readonly words: string }

const Settle = ({ warningId }: { readonly warningId: string }): ReactElement => {
  const text = useWords(said)
  const queries = useQueryClient()
  const settle = useMutation({
    mutationFn: (body: Asked) => api.settleWarning({ params: { warningId }, body }),
    onSuccess: () => queries.invalidateQueries({ queryKey: keys.warnings }),
  })
  return (
    <Form layout="vertical" className="warning-settle" onFinish={(asked: Asked) => settle.mutate(asked)}>
      <ProblemNote error={settle.error} />
      <Form.Item label={text.outcome} name="outcome" rules={[{ required: true, message: text.needed }]}>
        <Radio.Group
          aria-label={text.outcome}
          options={(['explained', 'follow-up'] as const).map((value) => ({ value, label: text[value] }))}
        />
      </Form.Item>
      <Form.Item label={text.words} name="words" rules={[{ required: true, whitespace: true, message: text.needed }]}>
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} maxLength={1000} />
      </Form.Item>
      <Button htmlType="submit" loading={settle.isPending}>
        {text.settle}
      </Button>
    </Form>
  )
}

const Warning = ({ warning, mayDecide }: { readonly warning: WarningView; readonly mayDecide: boolean }): ReactElement => {
  const text = useWords(said)
  const rules = useWords(ruleNames)
  const language = useLanguage()
  const label = useLabel()
  const { rule, outcome } = warning
  return (
    <li className="warning-row">
      <div>
        <strong>{warning.accountName}</strong> <span className="soft">{warning.login}</span>{' '}
        <span className="tag">{isRule(rule) ? rules[rule] : rule}</span>{' '}
        <span className={outcome === null ? 'tag warning-open' : 'tag'}>{text[outcome ?? 'open']}</span>
      </div>
      <div className="digits">
        {fill(text.hour, { hour: fullInstantText(warning.hour, language) })}：
        {fill(text.count, { count: warning.count, atLeast: warning.atLeast ?? '–' })}，{fill(text.day, { count: warning.revealsThatDay })}
      </div>
      {warning.why === null ? null : <p className="soft">{label(warning.why)}</p>}
      <div className="soft">
        {text.owner}：{warning.ownerName ?? text.noOwner}
        {warning.decidedAt === null
          ? null
          : `　${warning.deciderName ?? ''} ${fullInstantText(warning.decidedAt, language)}：${warning.words ?? ''}`}
      </div>
      {outcome === null && mayDecide ? <Settle warningId={warning.warningId} /> : null}
    </li>
  )
}

/** Unusual reading, newest first: the security administrator decides, the auditor reads. */
export const WarningList = ({ mayDecide }: { readonly mayDecide: boolean }): ReactElement => {
  const text = useWords(said)
  const [isOnlyOpen, setOnlyOpen] = useState(mayDecide)
  const ask = mayDecide ? api.listWarnings : api.readWarnings
  const asked = usePages({
    queryKey: [...keys.warnings, isOnlyOpen],
    limit: 30,
    ask: (query, signal) => ask({ query: { ...query, ...(isOnlyOpen ? { open: 'true' } : {}) }, signal }),
  })
  return (
    <>
      <p className="soft">{text.note}</p>
      <Checkbox checked={isOnlyOpen} onChange={({ target }) => setOnlyOpen(target.checked)}>
        {text.onlyOpen}
      </Checkbox>
      <Answered asked={asked}>
        {(shown) => (
          <>
            {shown.length === 0 ? <Nothing>{isOnlyOpen ? text.noneOpen : text.none}</Nothing> : null}
            <ul>
              {shown.map((warning) => (
                <Warning key={warning.warningId} warning={warning} mayDecide={mayDecide} />
              ))}
            </ul>
            <More list={asked} />
          </>
        )}
      </Answered>
    </>
  )
}
