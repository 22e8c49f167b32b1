import type { KnowledgeDetail } from '@open12345/contract/knowledge'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useState, type ReactElement } from 'react'
import { fill, useLanguage, useWords, words } from '@open12345/ui/language.ts'
import { dateText, instantText } from '@open12345/ui/time-text.ts'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/use-command.ts'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { Answered } from '../../parts/states.tsx'
import { useFocusAfter } from '../../parts/use-focus.ts'
import { ItemAttachments } from './attachments.tsx'
import { ContentView } from './content-view.tsx'
import { WriteItem } from './drafts.tsx'
import { ReasonStep } from './reason-step.tsx'
import { ReportError } from './report-error.tsx'
import { StepsList } from './steps-list.tsx'
import { useItem, useRefresh } from './use-knowledge.ts'
import { ToldOn, Versions } from './versions.tsx'
import './knowledge.css'

const said = words({
  all: ['← 知识库', '← Knowledge base'],
  now: ['现在这样告诉人', 'What is told now'],
  last: ['最后这样告诉过人', 'What was told last'],
  withdrawn: ['{at} 撤下：{reason}', 'Withdrawn {at}: {reason}'],
  notInForce: ['不在有效期，查不到。', 'Not in force; nobody finds it.'],
  underway: ['新版本正在起草或者审核。', 'A new version is on its way.'],
  near: ['临近复核：{day} 前由提供单位复核。', 'Its owner is to look at it again by {day}.'],
  late: ['超过复核日期（{day}）：请提供单位复核。', 'Its review is late (it was due {day}).'],
  version: ['第 {version} 版', 'Version {version}'],
  revise: ['修订', 'Revise'],
  confirm: ['复核：仍然正确', 'Looked at: still right'],
  next: ['下次复核（空着按规定推算）', 'Next review (empty: by the norm)'],
  withdraw: ['撤下', 'Withdraw'],
})

const Confirm = ({ itemId }: { readonly itemId: string }): ReactElement => {
  const text = useWords(said)
  const refresh = useRefresh()
  const [on, setOn] = useState('')
  const confirm = useCommand(
    (reviewOn: string | null, { idempotencyKey }) => api.confirmKnowledge({ params: { itemId }, body: { reviewOn }, idempotencyKey }),
    refresh,
  )
  return (
    <>
      <Button loading={confirm.isPending} onClick={() => confirm.mutate(on === '' ? null : on)}>
        {text.confirm}
      </Button>
      <label className="knowledge-next soft">
        {text.next}
        <Input type="date" className="knowledge-day" value={on} onChange={({ target }) => setOn(target.value)} />
      </label>
      <ProblemNote error={confirm.error} />
    </>
  )
}

const Withdraw = ({ itemId }: { readonly itemId: string }): ReactElement => {
  const text = useWords(said)
  const refresh = useRefresh()
  const withdraw = useCommand(
    (reason: string, { idempotencyKey }) => api.withdrawKnowledge({ params: { itemId }, body: { reason }, idempotencyKey }),
    refresh,
  )
  return (
    <ReasonStep
      danger
      name={text.withdraw}
      isPending={withdraw.isPending}
      error={withdraw.error}
      onReason={(reason) => withdraw.mutate(reason)}
    />
  )
}

const Notes = ({ item }: { readonly item: KnowledgeDetail }): ReactElement => {
  const text = useWords(said)
  const language = useLanguage()
  const withdrawn = item.versions[0]?.withdrawn ?? null
  const { review, inForce, draftId } = item
  const notes = [
    withdrawn === null ? undefined : fill(text.withdrawn, { at: instantText(withdrawn.at, language), reason: withdrawn.reason }),
    withdrawn === null && !inForce ? text.notInForce : undefined,
    withdrawn !== null || review.nearness === 'far' ? undefined : fill(text[review.nearness], { day: dateText(review.on, language) }),
    draftId === null ? undefined : text.underway,
  ].filter((note) => note !== undefined)
  return (
    <>
      {notes.map((note) => (
        <p key={note} className="knowledge-note">
          {note}
        </p>
      ))}
    </>
  )
}

const Detail = ({ item }: { readonly item: KnowledgeDetail }): ReactElement | null => {
  const text = useWords(said)
  const navigate = useNavigate()
  const [isWriting, setWriting] = useState(false)
  const revise = useFocusAfter<HTMLButtonElement>(isWriting)
  const [newest] = item.versions
  if (newest === undefined) return null
  const { itemId, allowed } = item
  const toDrafts = (): void => void navigate({ to: '/knowledge', search: { tab: 'writing' } })
  return (
    <>
      <h1>{newest.content.title}</h1>
      <Notes item={item} />
      <section className="sheet" aria-label={newest.withdrawn === null ? text.now : text.last}>
        <h2>
          {newest.withdrawn === null ? text.now : text.last} · {fill(text.version, { version: newest.version })}
        </h2>
        {isWriting ? (
          <WriteItem itemId={itemId} content={newest.content} onSaved={toDrafts} onClose={() => setWriting(false)} />
        ) : (
          <>
            <ContentView content={newest.content} unitName={newest.unitName} />
            <ItemAttachments itemId={itemId} />
            <div className="knowledge-steps">
              {allowed.includes('revise') ? (
                <Button ref={revise} type="primary" onClick={() => setWriting(true)}>
                  {text.revise}
                </Button>
              ) : null}
              {allowed.includes('report') ? <ReportError itemId={itemId} title={newest.content.title} size="middle" /> : null}
              {allowed.includes('confirm') ? <Confirm itemId={itemId} /> : null}
              {allowed.includes('withdraw') ? <Withdraw itemId={itemId} /> : null}
            </div>
          </>
        )}
      </section>
      <Versions versions={item.versions} />
      <ToldOn itemId={itemId} />
      <StepsList steps={item.steps} />
    </>
  )
}

/** One item: what is told now, what was told before, and what may be done with it. @clause 16c */
export const ItemPage = (): ReactElement => {
  const text = useWords(said)
  const { itemId } = useParams({ from: '/inside/knowledge/$itemId' })
  return (
    <div className="page knowledge-base">
      <p>
        <Link to="/knowledge" search={{ tab: 'told' }}>
          {text.all}
        </Link>
      </p>
      <Answered asked={useItem(itemId)} rows={8}>
        {(item) => <Detail key={itemId} item={item} />}
      </Answered>
    </div>
  )
}
