import type { ModelDraftDetail } from '@open12345/contract/model'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { fill, useWords, words } from '@open12345/ui/language.ts'
import { api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { useCommand } from '../../api/use-command.ts'
import { Answered } from '../../parts/states.tsx'
import { ReasonStep } from '../knowledge/reason-step.tsx'

const said = words({
  prompt: ['交给模型的全部文字', 'Everything that was given to the model'],
  answer: ['模型生成的文字', 'What the model wrote'],
  nothing: ['没有文字。', 'Nothing.'],
  quoted: ['引用：', 'Quoting: '],
  item: ['《{title}》第 {version} 版', '“{title}”, version {version}'],
  'not-sent': ['采用以后还没有发出。', 'Used, and not sent yet.'],
  unchanged: ['发出的答复与拟稿一字不差。', 'The reply was sent exactly as drafted.'],
  changed: ['发出的答复改过。', 'The reply was changed before it was sent.'],
  markWrong: ['标为有误', 'Mark as wrong'],
  wrong: ['{who}标为有误：{reason}', 'Marked as wrong by {who}: {reason}'],
})

const Marking = ({ draft: { modelDraftId, wrongReason, wrongBy } }: { readonly draft: ModelDraftDetail }): ReactElement => {
  const text = useWords(said)
  const queries = useQueryClient()
  const mark = useCommand(
    (reason: string, { idempotencyKey }) => api.markModelDraft({ params: { modelDraftId }, body: { reason }, idempotencyKey }),
    () => queries.invalidateQueries({ queryKey: keys.modelDrafts }),
  )
  if (wrongReason !== null) return <p className="pre due-late">{fill(text.wrong, { who: wrongBy ?? '', reason: wrongReason })}</p>
  return (
    <ReasonStep name={text.markWrong} danger isPending={mark.isPending} error={mark.error} onReason={(reason) => mark.mutate(reason)} />
  )
}

/** Asked for when it is opened and not again by itself: each reading is on record. */
export const DraftDetail = ({ modelDraftId }: { readonly modelDraftId: string }): ReactElement => {
  const text = useWords(said)
  const asked = useQuery({
    queryKey: keys.modelDraft(modelDraftId),
    queryFn: ({ signal }) => api.readModelDraft({ params: { modelDraftId }, signal }),
    staleTime: Infinity,
  })
  return (
    <Answered asked={asked}>
      {(draft) => (
        <div className="model-detail">
          {draft.sent === null ? null : <p>{text[draft.sent]}</p>}
          <h2>{text.answer}</h2>
          <p className="pre model-written">{draft.answer === '' ? <span className="soft">{text.nothing}</span> : draft.answer}</p>
          {draft.quoted.length === 0 ? null : (
            <p>
              {text.quoted}
              {draft.quoted.map(({ itemId, title, version }) => (
                <Link key={itemId} to="/knowledge/$itemId" params={{ itemId }} className="model-item">
                  {fill(text.item, { title, version })}
                </Link>
              ))}
            </p>
          )}
          <details>
            <summary>{text.prompt}</summary>
            <p className="pre model-prompt">{draft.prompt}</p>
          </details>
          <Marking draft={draft} />
        </div>
      )}
    </Answered>
  )
}
