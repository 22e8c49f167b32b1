import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useLanguage, useWords, words } from '@open12345/ui/language.ts'
import { instantText } from '@open12345/ui/time-text.ts'
import { api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { usePages } from '../../api/use-pages.ts'
import { More } from '../../parts/bench.tsx'
import { Answered, Nothing } from '../../parts/states.tsx'

const said = words({
  none: ['还没有收到回复。', 'No reply yet.'],
  rated: ['已记为评价', 'Taken as a rating'],
  'asked-back': ['没看懂，已再问一次', 'Not understood, asked again'],
  manual: ['转人工回访', 'To a manual follow-up'],
  late: ['回访已结束', 'After the follow-up'],
  order: ['工单', 'Order'],
})

export const Replies = (): ReactElement => {
  const text = useWords(said)
  const language = useLanguage()
  const asked = usePages({ queryKey: [...keys.messages, 'replies'], limit: 30, ask: (query, signal) => api.listReplies({ query, signal }) })
  return (
    <Answered asked={asked}>
      {(replies) => (
        <>
          {replies.length === 0 ? <Nothing>{text.none}</Nothing> : null}
          <ul>
            {replies.map(({ replyId, from, text: written, receivedAt, outcome, orderIds }) => (
              <li key={replyId} className="message">
                <div className="message-head">
                  <strong className="digits">{from}</strong>
                  <span className="tag">{text[outcome]}</span>
                  <time dateTime={receivedAt} className="soft">
                    {instantText(receivedAt, language)}
                  </time>
                  {orderIds.map((orderId) => (
                    <Link key={orderId} to="/orders/$orderId" params={{ orderId }}>
                      {text.order}
                    </Link>
                  ))}
                </div>
                <p className="pre message-text">{written}</p>
              </li>
            ))}
          </ul>
          <More list={asked} />
        </>
      )}
    </Answered>
  )
}
