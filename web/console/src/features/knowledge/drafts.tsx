import type { DraftView, KnowledgeContent } from '@open12345/contract/knowledge'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState, type ReactElement, type RefObject } from 'react'
import { fill, useLanguage, useWords, words } from '@open12345/ui/language.ts'
import { instantText } from '@open12345/ui/time-text.ts'
import { api } from '../../api/client.ts'
import { useMay } from '../../api/session.ts'
import { useCommand } from '../../api/use-command.ts'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { Answered, Nothing } from '../../parts/states.tsx'
import { useFocusAfter } from '../../parts/use-focus.ts'
import { DraftAttachments } from './attachments.tsx'
import { DraftConflicts } from './conflicts.tsx'
import { ContentForm } from './content-form.tsx'
import { ContentView } from './content-view.tsx'
import { draftStateWords, typeWords } from './knowledge-words.ts'
import { ReasonStep } from './reason-step.tsx'
import { StepsList } from './steps-list.tsx'
import { useDrafts, useRefresh } from './use-knowledge.ts'

const said = words({
  toReview: ['待我审核', 'To review'],
  writing: ['草稿与退回', 'Drafts and sent back'],
  noneToReview: ['没有待您审核的稿件。', 'Nothing waits for your review.'],
  noneWriting: ['没有草稿，也没有退回的稿件。', 'No drafts, and nothing was sent back.'],
  write: ['写一条知识', 'Write an item'],
  save: ['保存草稿', 'Save the draft'],
  change: ['修改', 'Change'],
  submit: ['提交审核', 'Hand to review'],
  drop: ['作废', 'Drop'],
  vouch: ['审核通过', 'Agree'],
  publish: ['审核通过并发布', 'Agree and publish'],
  sendBack: ['退回', 'Send back'],
  revision: ['修订第 {version} 版', 'In place of version {version}'],
})

const plainSteps = ['submit', 'vouch', 'publish'] as const
type Plain = (typeof plainSteps)[number] | 'drop'
const send = {
  submit: api.submitDraft,
  drop: api.dropDraft,
  vouch: api.vouchForDraft,
  publish: api.publishDraft,
} as const
const back = { 'owner-send-back': api.ownerSendBackDraft, 'centre-send-back': api.centreSendBackDraft } as const

const SendBack = ({ draft, step }: { readonly draft: DraftView; readonly step: keyof typeof back }): ReactElement => {
  const text = useWords(said)
  const refresh = useRefresh()
  const { draftId, revision } = draft
  const sending = useCommand(
    (reason: string, { idempotencyKey }) => back[step]({ params: { draftId }, body: { revision, reason }, idempotencyKey }),
    refresh,
  )
  return (
    <ReasonStep name={text.sendBack} isPending={sending.isPending} error={sending.error} onReason={(reason) => sending.mutate(reason)} />
  )
}

type StepsProps = { readonly draft: DraftView; readonly change: RefObject<HTMLButtonElement | null>; readonly onChange: () => void }
const Steps = ({ draft, change, onChange }: StepsProps): ReactElement => {
  const text = useWords(said)
  const refresh = useRefresh()
  const { draftId, revision, allowed } = draft
  const take = useCommand(
    (step: Plain, { idempotencyKey }) => send[step]({ params: { draftId }, body: { revision }, idempotencyKey }),
    refresh,
  )
  return (
    <>
      <ProblemNote error={take.error} onReload={() => void refresh()} />
      <div className="knowledge-steps">
        {plainSteps
          .filter((step) => allowed.includes(step))
          .map((step) => (
            <Button key={step} type="primary" loading={take.isPending && take.variables === step} onClick={() => take.mutate(step)}>
              {text[step]}
            </Button>
          ))}
        {allowed.includes('write') ? (
          <Button ref={change} onClick={onChange}>
            {text.change}
          </Button>
        ) : null}
        {allowed.includes('owner-send-back') ? <SendBack draft={draft} step="owner-send-back" /> : null}
        {allowed.includes('centre-send-back') ? <SendBack draft={draft} step="centre-send-back" /> : null}
        {allowed.includes('drop') ? (
          <Button danger loading={take.isPending && take.variables === 'drop'} onClick={() => take.mutate('drop')}>
            {text.drop}
          </Button>
        ) : null}
      </div>
    </>
  )
}

const Rewrite = ({ draft, onDone }: { readonly draft: DraftView; readonly onDone: () => void }): ReactElement => {
  const text = useWords(said)
  const refresh = useRefresh()
  const { draftId, revision } = draft
  const save = useCommand(
    (content: KnowledgeContent, { idempotencyKey }) =>
      api.rewriteDraft({ params: { draftId }, body: { revision, content }, idempotencyKey }),
    async () => {
      await refresh()
      onDone()
    },
  )
  return (
    <ContentForm
      name={`draft-${draftId}`}
      title={text.change}
      submit={text.save}
      content={draft.content}
      isPending={save.isPending}
      error={save.error}
      onSubmit={(content) => save.mutate(content)}
      onClose={onDone}
    />
  )
}

const Card = ({ draft }: { readonly draft: DraftView }): ReactElement => {
  const text = useWords(said)
  const states = useWords(draftStateWords)
  const types = useWords(typeWords)
  const language = useLanguage()
  const [isWriting, setWriting] = useState(false)
  const change = useFocusAfter<HTMLButtonElement>(isWriting)
  const { content, state, itemId, baseVersion, movedAt, unitName } = draft
  return (
    <li className="knowledge-row" aria-label={content.title}>
      <div className="knowledge-head">
        <h2>{content.title}</h2>
        <span className={state === 'returned' ? 'tag tag-near' : 'tag'}>{states[state]}</span>
        <span className="tag">{types[content.type]}</span>
        <span className="soft">{unitName}</span>
        <time className="soft digits" dateTime={movedAt}>
          {instantText(movedAt, language)}
        </time>
        {baseVersion === null ? null : (
          <Link to="/knowledge/$itemId" params={{ itemId }}>
            {fill(text.revision, { version: baseVersion })}
          </Link>
        )}
      </div>
      {isWriting ? (
        <Rewrite draft={draft} onDone={() => setWriting(false)} />
      ) : (
        <>
          <ContentView content={content} unitName={unitName} />
          <DraftAttachments draft={draft} />
          <StepsList steps={draft.steps} />
          {draft.allowed.includes('publish') ? <DraftConflicts draftId={draft.draftId} /> : null}
          <Steps draft={draft} change={change} onChange={() => setWriting(true)} />
        </>
      )}
    </li>
  )
}

const List = ({ list }: { readonly list: 'to-review' | 'writing' }): ReactElement => {
  const text = useWords(said)
  return (
    <Answered asked={useDrafts(list)}>
      {({ items }) =>
        items.length === 0 ? (
          <Nothing>{list === 'writing' ? text.noneWriting : text.noneToReview}</Nothing>
        ) : (
          <ul>
            {items.map((draft) => (
              <Card key={draft.draftId} draft={draft} />
            ))}
          </ul>
        )
      }
    </Answered>
  )
}

type WriteProps = {
  readonly itemId: string | null
  readonly content?: KnowledgeContent
  readonly onSaved: () => void
  readonly onClose: () => void
}
/** A new item, or a new version of one. */
export const WriteItem = ({ itemId, content, onSaved, onClose }: WriteProps): ReactElement => {
  const text = useWords(said)
  const refresh = useRefresh()
  const save = useCommand(
    (written: KnowledgeContent, { idempotencyKey }) => api.writeDraft({ body: { itemId, content: written }, idempotencyKey }),
    async () => {
      await refresh()
      onSaved()
    },
  )
  return (
    <ContentForm
      name="write-item"
      title={text.write}
      submit={text.save}
      {...(content === undefined ? {} : { content })}
      isPending={save.isPending}
      error={save.error}
      onSubmit={(written) => save.mutate(written)}
      onClose={onClose}
    />
  )
}

export const ToReview = (): ReactElement => {
  const text = useWords(said)
  return (
    <section className="sheet" aria-label={text.toReview}>
      <List list="to-review" />
    </section>
  )
}

export const Writing = (): ReactElement => {
  const text = useWords(said)
  const may = useMay()
  const [isWriting, setWriting] = useState(false)
  const write = useFocusAfter<HTMLButtonElement>(isWriting)
  const stop = (): void => setWriting(false)
  return (
    <section className="sheet" aria-label={text.writing}>
      {!may('knowledge.write') ? null : isWriting ? (
        <WriteItem itemId={null} onSaved={stop} onClose={stop} />
      ) : (
        <div className="knowledge-steps">
          <Button ref={write} type="primary" onClick={() => setWriting(true)}>
            {text.write}
          </Button>
        </div>
      )}
      <List list="writing" />
    </section>
  )
}
