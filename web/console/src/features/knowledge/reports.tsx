import type { ReportView } from '@open12345/contract/knowledge'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { ReactElement } from 'react'
import { fill, useLanguage, useWords, words } from '@open12345/ui/language.ts'
import { instantText } from '@open12345/ui/time-text.ts'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/use-command.ts'
import { DueNote } from '../../parts/due.tsx'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { reportStateWords } from './knowledge-words.ts'
import { HowCounted, OpenOrClosed } from './open-or-closed.tsx'
import { ReasonStep } from './reason-step.tsx'
import { useRefresh, useReports } from './use-knowledge.ts'

const said = words({
  title: ['纠错', 'Error reports'],
  none: ['没有纠错。', 'No reports.'],
  citizen: ['群众', 'A citizen'],
  staff: ['工作人员', 'Staff'],
  about: ['{who}纠第 {version} 版，{at}', '{who} about version {version}, {at}'],
  accept: ['属实', 'It is right'],
  acceptNote: [
    '属实的，由提供单位起草新版本；发布后这条纠错自动办结。',
    'If it is right, the owner writes a new version; publishing it closes the report.',
  ],
  reject: ['不属实', 'It is not right'],
  reason: ['理由：{reason}', 'Reason: {reason}'],
  byVersion: ['第 {version} 版已改正', 'Corrected by version {version}'],
  byWithdrawal: ['已撤下', 'Withdrawn'],
  urged: ['已于 {at} 催办', 'Urged on {at}'],
  late: ['超期办结', 'Closed late'],
})

const Decide = ({ report: { reportId, allowed } }: { readonly report: ReportView }): ReactElement | null => {
  const text = useWords(said)
  const refresh = useRefresh()
  const accept = useCommand((_: null, { idempotencyKey }) => api.acceptKnowledgeReport({ params: { reportId }, idempotencyKey }), refresh)
  const reject = useCommand(
    (reason: string, { idempotencyKey }) => api.rejectKnowledgeReport({ params: { reportId }, body: { reason }, idempotencyKey }),
    refresh,
  )
  if (allowed.length === 0) return null
  return (
    <>
      <p className="soft">{text.acceptNote}</p>
      <ProblemNote error={accept.error} />
      <div className="knowledge-steps">
        <Button type="primary" loading={accept.isPending} onClick={() => accept.mutate(null)}>
          {text.accept}
        </Button>
        <ReasonStep name={text.reject} isPending={reject.isPending} error={reject.error} onReason={(reason) => reject.mutate(reason)} />
      </div>
    </>
  )
}

const Outcome = ({ report }: { readonly report: ReportView }): ReactElement => {
  const text = useWords(said)
  const { state, answeredVersion, reason, closedAt, overdue, due } = report
  return (
    <>
      {reason === null ? null : <p className="pre">{fill(text.reason, { reason })}</p>}
      {state !== 'answered' ? null : (
        <p>{answeredVersion === null ? text.byWithdrawal : fill(text.byVersion, { version: answeredVersion })}</p>
      )}
      {closedAt === null ? <DueNote due={due} /> : overdue ? <span className="due due-late">{text.late}</span> : null}
    </>
  )
}

const Row = ({ report }: { readonly report: ReportView }): ReactElement => {
  const text = useWords(said)
  const states = useWords(reportStateWords)
  const language = useLanguage()
  const { itemId, title, version, from, at, urgedAt, explanation, unitName } = report
  return (
    <li className="knowledge-row" aria-label={title}>
      <div className="knowledge-head">
        <Link to="/knowledge/$itemId" params={{ itemId }}>
          {title}
        </Link>
        <span className="tag">{states[report.state]}</span>
        <span className="soft">{unitName}</span>
        <span className="soft">{fill(text.about, { who: text[from], version, at: instantText(at, language) })}</span>
        {urgedAt === null ? null : <span className="tag tag-near">{fill(text.urged, { at: instantText(urgedAt, language) })}</span>}
      </div>
      <p className="pre knowledge-said">{report.words}</p>
      <Outcome report={report} />
      <HowCounted explanation={explanation} />
      <Decide report={report} />
    </li>
  )
}

/** 第十七条 查漏纠错. @clause 17a */
export const Reports = (): ReactElement => {
  const text = useWords(said)
  return (
    <OpenOrClosed title={text.title} none={text.none} useList={useReports}>
      {(report) => <Row key={report.reportId} report={report} />}
    </OpenOrClosed>
  )
}
