import type { RequestView } from '@open12345/contract/knowledge'
import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { fill, useLanguage, useWords, words } from '@open12345/ui/language.ts'
import { instantText } from '@open12345/ui/time-text.ts'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/use-command.ts'
import { DueNote } from '../../parts/due.tsx'
import { HowCounted, OpenOrClosed } from './open-or-closed.tsx'
import { ReasonStep } from './reason-step.tsx'
import { useRefresh, useRequests } from './use-knowledge.ts'

const said = words({
  title: ['请单位提供', 'Asked for'],
  none: ['没有请单位提供的条目。', 'No unit is asked for an item.'],
  gap: ['没有答案的问题', 'Asked and not found'],
  'standard-answer': ['标准答案', 'Standard answer'],
  by: ['{name}，{at}', '{name}, {at}'],
  write: ['去起草', 'Write it'],
  writeNote: ['发布后能查到答案，这一件自动办结。', 'It closes by itself once the published item is found by this question.'],
  decline: ['不能提供', 'Cannot be provided'],
  reason: ['不能提供：{reason}', 'Not provided: {reason}'],
  answered: ['已由《{title}》第 {version} 版答复', 'Answered by “{title}”, version {version}'],
  urged: ['已于 {at} 催办', 'Urged on {at}'],
  late: ['超期办结', 'Closed late'],
})

const Steps = ({ request: { requestId, allowed } }: { readonly request: RequestView }): ReactElement | null => {
  const text = useWords(said)
  const refresh = useRefresh()
  const decline = useCommand(
    (reason: string, { idempotencyKey }) => api.declineKnowledgeRequest({ params: { requestId }, body: { reason }, idempotencyKey }),
    refresh,
  )
  if (allowed.length === 0) return null
  return (
    <>
      <p className="soft">{text.writeNote}</p>
      <div className="knowledge-steps">
        {allowed.includes('write') ? (
          <Link to="/knowledge" search={{ tab: 'writing' }}>
            {text.write}
          </Link>
        ) : null}
        {allowed.includes('decline') ? (
          <ReasonStep
            name={text.decline}
            isPending={decline.isPending}
            error={decline.error}
            onReason={(reason) => decline.mutate(reason)}
          />
        ) : null}
      </div>
    </>
  )
}

const Outcome = ({ request }: { readonly request: RequestView }): ReactElement => {
  const text = useWords(said)
  const { answeredBy, reason, closedAt, overdue, due } = request
  return (
    <>
      {reason === null ? null : <p className="pre">{fill(text.reason, { reason })}</p>}
      {answeredBy === null ? null : (
        <p>
          <Link to="/knowledge/$itemId" params={{ itemId: answeredBy.itemId }}>
            {fill(text.answered, { title: answeredBy.title, version: answeredBy.version })}
          </Link>
        </p>
      )}
      {closedAt === null ? <DueNote due={due} /> : overdue ? <span className="due due-late">{text.late}</span> : null}
    </>
  )
}

const Row = ({ request }: { readonly request: RequestView }): ReactElement => {
  const text = useWords(said)
  const language = useLanguage()
  const { question, kind, unitName, by, at, words: told, urgedAt, explanation } = request
  return (
    <li className="knowledge-row" aria-label={question}>
      <div className="knowledge-head">
        <h2>{question}</h2>
        <span className="tag">{text[kind]}</span>
        <span className="soft">{unitName}</span>
        <span className="soft">{fill(text.by, { name: by, at: instantText(at, language) })}</span>
        {urgedAt === null ? null : <span className="tag tag-near">{fill(text.urged, { at: instantText(urgedAt, language) })}</span>}
      </div>
      {told === null ? null : <p className="pre knowledge-said">{told}</p>}
      <Outcome request={request} />
      <HowCounted explanation={explanation} />
      <Steps request={request} />
    </li>
  )
}

/** 第十六条: what owners are asked for, by the centre for all and by a unit for its own. @clause 16b */
export const Requests = (): ReactElement => {
  const text = useWords(said)
  return (
    <OpenOrClosed title={text.title} none={text.none} useList={useRequests}>
      {(request) => <Row key={request.requestId} request={request} />}
    </OpenOrClosed>
  )
}
