import type { ModelDraftRow } from '@open12345/contract/model'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { fill, useLanguage, useWords, words } from '@open12345/ui/language.ts'
import { instantText } from '@open12345/ui/time-text.ts'
import { api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { More } from '../../parts/bench.tsx'
import { Answered, Nothing } from '../../parts/states.tsx'
import { DraftDetail } from './draft-detail.tsx'
import { draftStateWords, failureWords } from './model-words.ts'
import './model.css'

const said = words({
  title: ['模型拟稿', 'Drafts by a model'],
  note: [
    '模型只为坐席和承办人拟稿，由人核对、修改、决定用不用。查看一份拟稿有审计记录。',
    'A model drafts for seats and handlers; a person checks, changes and decides. Opening a draft is on record.',
  ],
  none: ['还没有模型拟稿。', 'Nothing was drafted by a model yet.'],
  list: ['拟稿', 'Drafts'],
  answer: ['直接答复', 'Direct answer'],
  reply: ['单位答复', 'Reply of a unit'],
  used: ['已采用', 'Used'],
  discarded: ['未采用', 'Not used'],
  wrong: ['有误', 'Wrong'],
  model: ['模型：{name}', 'Model: {name}'],
  order: ['工单', 'Order'],
  open: ['查看', 'Open'],
  close: ['收起', 'Close'],
})

const Row = ({ draft }: { readonly draft: ModelDraftRow }): ReactElement => {
  const text = useWords(said)
  const states = useWords(draftStateWords)
  const ends = useWords(failureWords)
  const language = useLanguage()
  const [isOpen, setOpen] = useState(false)
  const { modelDraftId, by, at, purpose, orderId, model, state, failure, became, wrong } = draft
  const when = instantText(at, language)
  return (
    <li className="model-row" aria-label={`${by} ${when}`}>
      <div className="model-head">
        <strong>{by}</strong>
        <time dateTime={at} className="soft">
          {when}
        </time>
        <span className="tag">{text[purpose]}</span>
        <span className={state === 'failed' ? 'tag tag-near' : 'tag'}>{states[state]}</span>
        {became === null ? null : <span className={became === 'used' ? 'tag tag-stage' : 'tag'}>{text[became]}</span>}
        {wrong ? <span className="tag tag-urgent">{text.wrong}</span> : null}
        <span className="soft model-name">{fill(text.model, { name: model })}</span>
        {orderId === null ? null : (
          <Link to="/orders/$orderId" params={{ orderId }}>
            {text.order}
          </Link>
        )}
        <Button
          size="small"
          aria-expanded={isOpen}
          aria-label={`${isOpen ? text.close : text.open} ${by} ${when}`}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? text.close : text.open}
        </Button>
      </div>
      {failure === null ? null : <p className="soft">{ends[failure]}</p>}
      {isOpen ? <DraftDetail modelDraftId={modelDraftId} /> : null}
    </li>
  )
}

export const ModelDraftsPage = (): ReactElement => {
  const text = useWords(said)
  const asked = useInfiniteQuery({
    queryKey: keys.modelDrafts,
    queryFn: ({ pageParam, signal }) =>
      api.listModelDrafts({ query: { limit: 30, ...(pageParam === '' ? {} : { after: pageParam }) }, signal }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? undefined,
  })
  return (
    <div className="page model-drafts">
      <h1>{text.title}</h1>
      <p className="soft">{text.note}</p>
      <section className="sheet" aria-label={text.list}>
        <Answered asked={{ data: asked.data?.pages.flatMap(({ items }) => items), error: asked.error, refetch: asked.refetch }}>
          {(drafts) => (
            <>
              {drafts.length === 0 ? <Nothing>{text.none}</Nothing> : null}
              <ul>
                {drafts.map((draft) => (
                  <Row key={draft.modelDraftId} draft={draft} />
                ))}
              </ul>
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
