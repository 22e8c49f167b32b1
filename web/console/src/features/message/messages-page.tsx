import type { MessageView } from '@open12345/contract/message'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Input, Space } from 'antd'
import { useState, type ReactElement } from 'react'
import { fill, useLanguage, useWords, words } from '@open12345/ui/language.ts'
import { instantText } from '@open12345/ui/time-text.ts'
import { api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { usePages } from '../../api/use-pages.ts'
import { More } from '../../parts/bench.tsx'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { Answered, Nothing } from '../../parts/states.tsx'
import { DeskTabs } from '../work-order/desk-tabs.tsx'
import { useDeskPlace } from '../work-order/use-desk-place.ts'
import { failureWords, isKnownFailure } from './failure-words.ts'
import { Replies } from './replies.tsx'
import './message.css'

const said = words({
  title: ['短信', 'Messages'],
  tabs: ['短信列表', 'Lists of messages'],
  sentTab: ['发出的', 'Sent'],
  repliesTab: ['收到的回复', 'Replies'],
  none: ['还没有短信。', 'No message yet.'],
  waiting: ['待发送', 'Waiting'],
  sent: ['已发送', 'Sent'],
  delivered: ['已送达', 'Delivered'],
  rejected: ['被拒', 'Rejected'],
  unknown: ['结果不明', 'Unknown'],
  manual: ['需人工联系', 'By hand'],
  attempts: ['发送 {count} 次', '{count} attempts'],
  notBefore: ['{at} 以后发送', 'Not before {at}'],
  order: ['工单', 'Order'],
  reply: ['模拟诉求人回复', 'Answer as the requester'],
  replyHint: ['如 1、2、3 或一句话', 'Such as 1, 2, 3 or a sentence'],
  send: ['回复', 'Reply'],
  again: ['再发一次', 'Send again'],
  leave: ['不再发送', 'Leave it'],
  unknownNote: [
    '不知道是否已经发出。再发一次可能重复；不再发送则请另行联系。',
    'Nobody knows whether it was sent. Sending again may double it; leaving it means reaching them otherwise.',
  ],
})

const SimulatedReply = ({ messageId }: { readonly messageId: string }): ReactElement => {
  const text = useWords(said)
  const [written, setWritten] = useState('')
  const queries = useQueryClient()
  const reply = useMutation({
    mutationFn: () => api.simulateReply({ params: { messageId }, body: { text: written } }),
    onSuccess: () => {
      setWritten('')
      void queries.invalidateQueries({ queryKey: keys.messages })
    },
  })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (written.trim()) reply.mutate()
      }}
    >
      <Space.Compact>
        <Input
          aria-label={text.reply}
          value={written}
          onChange={({ target }) => setWritten(target.value)}
          placeholder={text.replyHint}
          maxLength={70}
        />
        <Button htmlType="submit" loading={reply.isPending}>
          {text.send}
        </Button>
      </Space.Compact>
      <ProblemNote error={reply.error} />
    </form>
  )
}

const Decision = ({ messageId }: { readonly messageId: string }): ReactElement => {
  const text = useWords(said)
  const queries = useQueryClient()
  const decide = useMutation({
    mutationFn: (decision: 'send-again' | 'leave') => api.decideMessage({ params: { messageId }, body: { decision } }),
    onSettled: () => queries.invalidateQueries({ queryKey: keys.messages }),
  })
  return (
    <div>
      <p className="soft">{text.unknownNote}</p>
      <Space>
        <Button size="small" onClick={() => decide.mutate('send-again')}>
          {text.again}
        </Button>
        <Button size="small" onClick={() => decide.mutate('leave')}>
          {text.leave}
        </Button>
      </Space>
      <ProblemNote error={decide.error} />
    </div>
  )
}

/** Only a follow-up asks for an answer. */
const isAnswerable = ({ simulated, recipient, template, state }: MessageView): boolean =>
  simulated && recipient === 'requester' && template.startsWith('follow-up') && (state === 'sent' || state === 'delivered')

const Failure = ({ of: { failure } }: { readonly of: MessageView }): ReactElement | null => {
  const text = useWords(failureWords)
  return failure === null ? null : <span className="soft">{isKnownFailure(failure) ? text[failure] : failure}</span>
}

const Message = ({ message }: { readonly message: MessageView }): ReactElement => {
  const text = useWords(said)
  const language = useLanguage()
  const { state } = message
  return (
    <li className="message">
      <div className="message-head">
        <strong className="digits">{message.to}</strong>
        <span className={`tag message-${state}`}>{text[state]}</span>
        <time dateTime={message.createdAt} className="soft">
          {instantText(message.sentAt ?? message.createdAt, language)}
        </time>
        {state === 'waiting' ? (
          <span className="soft">{fill(text.notBefore, { at: instantText(message.notBefore, language) })}</span>
        ) : null}
        {message.attempts > 1 ? <span className="soft">{fill(text.attempts, { count: message.attempts })}</span> : null}
        <Failure of={message} />
        <Link to="/orders/$orderId" params={{ orderId: message.orderId }}>
          {text.order}
        </Link>
      </div>
      <p className="pre message-text">{message.text}</p>
      {state === 'unknown' ? <Decision messageId={message.messageId} /> : null}
      {isAnswerable(message) ? <SimulatedReply messageId={message.messageId} /> : null}
    </li>
  )
}

const Sent = (): ReactElement => {
  const text = useWords(said)
  const asked = usePages({ queryKey: [...keys.messages, 'sent'], limit: 30, ask: (query, signal) => api.listMessages({ query, signal }) })
  return (
    <Answered asked={asked}>
      {(messages) => (
        <>
          {messages.length === 0 ? <Nothing>{text.none}</Nothing> : null}
          <ul>
            {messages.map((message) => (
              <Message key={message.messageId} message={message} />
            ))}
          </ul>
          <More list={asked} />
        </>
      )}
    </Answered>
  )
}

export const MessagesPage = (): ReactElement => {
  const text = useWords(said)
  const { tab } = useDeskPlace()
  const current = tab === 'replies' ? 'replies' : 'sent'
  return (
    <div className="page">
      <h1>{text.title}</h1>
      <section className="sheet messages">
        <DeskTabs
          label={text.tabs}
          current={current}
          tabs={[
            { key: 'sent', name: text.sentTab },
            { key: 'replies', name: text.repliesTab },
          ]}
        />
        {current === 'sent' ? <Sent /> : <Replies />}
      </section>
    </div>
  )
}
