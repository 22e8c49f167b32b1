import type { ConflictView } from '@open12345/contract/knowledge'
import { Link } from '@tanstack/react-router'
import { Segmented } from 'antd'
import { useState, type ReactElement } from 'react'
import { fill, useLanguage, useWords, words } from '@open12345/ui/language.ts'
import { instantText } from '@open12345/ui/time-text.ts'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/use-command.ts'
import { Answered, Nothing } from '../../parts/states.tsx'
import { ReasonStep } from './reason-step.tsx'
import { useConflicts, useDraftConflicts, useRefresh } from './use-knowledge.ts'

const said = words({
  title: ['可能矛盾', 'Contradictions'],
  note: [
    '同一个问题答得不一样，或者相近的问题期限、金额、电话、文号对不上。请修订其中一条，或者说明为什么不矛盾。',
    'One question answered in two ways, or near questions whose spans, amounts, telephone or document numbers disagree. Revise one, or say why they agree.',
  ],
  which: ['哪些', 'Which'],
  open: ['待处理', 'Open'],
  settled: ['已说明', 'Explained'],
  none: ['没有发现矛盾。', 'No contradictions were found.'],
  draft: ['这一稿', 'This draft'],
  version: ['第 {version} 版', 'Version {version}'],
  words: ['说法不同', 'The words differ'],
  against: ['{one} 对 {other}', '{one} against {other}'],
  notOne: ['不矛盾', 'They agree'],
  why: ['不矛盾：{reason}（{by}，{at}）', 'They agree: {reason} ({by}, {at})'],
  beware: ['发布前请核对：与已发布的条目可能矛盾', 'Look before you publish: it may contradict what is told'],
})
const kindWords = words({
  'working-days': ['工作日', 'Working days'],
  days: ['天', 'Days'],
  hours: ['小时', 'Hours'],
  amount: ['元', 'Yuan'],
  percent: ['百分比', 'Per cent'],
  phone: ['电话', 'Telephone'],
  document: ['文号', 'Document'],
} satisfies Record<ConflictView['differing'][number]['kind'], readonly [string, string]>)

const Side = ({ side }: { readonly side: ConflictView['one'] }): ReactElement => {
  const text = useWords(said)
  const { itemId, version, title, unitName, passage } = side
  return (
    <div className="conflict-side">
      <p className="knowledge-head">
        {version === null ? (
          <strong>{text.draft}</strong>
        ) : (
          <Link to="/knowledge/$itemId" params={{ itemId }}>
            {title}
          </Link>
        )}
        <span className="soft">{[unitName, version === null ? '' : fill(text.version, { version })].filter(Boolean).join(' · ')}</span>
      </p>
      <p className="pre">{passage}</p>
    </div>
  )
}

const Both = ({ conflict }: { readonly conflict: ConflictView }): ReactElement => {
  const text = useWords(said)
  const kinds = useWords(kindWords)
  const { one, other, differing } = conflict
  return (
    <>
      <p>
        {differing.length === 0 ? <span className="tag tag-near">{text.words}</span> : null}
        {differing.map(({ kind, one: ours, other: theirs }) => (
          <span key={kind} className="tag tag-near">
            {kinds[kind]}：{fill(text.against, { one: ours.join('、'), other: theirs.join('、') })}
          </span>
        ))}
      </p>
      <div className="conflict-sides">
        <Side side={one} />
        <Side side={other} />
      </div>
    </>
  )
}

const Settle = ({ conflict: { one, other } }: { readonly conflict: ConflictView }): ReactElement => {
  const text = useWords(said)
  const refresh = useRefresh()
  const settle = useCommand(
    (reason: string, { idempotencyKey }) =>
      api.settleKnowledgeConflict({
        body: {
          oneItemId: one.itemId,
          oneVersion: one.version ?? 1,
          otherItemId: other.itemId,
          otherVersion: other.version ?? 1,
          reason,
        },
        idempotencyKey,
      }),
    refresh,
  )
  return (
    <div className="knowledge-steps">
      <ReasonStep name={text.notOne} isPending={settle.isPending} error={settle.error} onReason={(reason) => settle.mutate(reason)} />
    </div>
  )
}

const Row = ({ conflict }: { readonly conflict: ConflictView }): ReactElement => {
  const text = useWords(said)
  const language = useLanguage()
  const { one, settled } = conflict
  return (
    <li className="knowledge-row" aria-label={one.title}>
      <Both conflict={conflict} />
      {settled === null ? (
        <Settle conflict={conflict} />
      ) : (
        <p className="soft">{fill(text.why, { ...settled, at: instantText(settled.at, language) })}</p>
      )}
    </li>
  )
}

/** 第十七条: what contradicts what, for the centre's editors. @clause 17a */
export const Conflicts = (): ReactElement => {
  const text = useWords(said)
  const [state, setState] = useState<'open' | 'settled'>('open')
  return (
    <section className="sheet" aria-label={text.title}>
      <p className="form-note">{text.note}</p>
      <Segmented
        aria-label={text.which}
        value={state}
        options={(['open', 'settled'] as const).map((value) => ({ value, label: text[value] }))}
        onChange={setState}
      />
      <Answered asked={useConflicts(state)}>
        {({ items }) =>
          items.length === 0 ? (
            <Nothing>{text.none}</Nothing>
          ) : (
            <ul>
              {items.map((conflict) => (
                <Row key={`${conflict.one.itemId}/${conflict.other.itemId}`} conflict={conflict} />
              ))}
            </ul>
          )
        }
      </Answered>
    </section>
  )
}

/** Before publication: what the draft would contradict. */
export const DraftConflicts = ({ draftId }: { readonly draftId: string }): ReactElement | null => {
  const text = useWords(said)
  const items = useDraftConflicts(draftId).data?.items ?? []
  if (items.length === 0) return null
  return (
    <section className="knowledge-note" aria-label={text.beware} role="status">
      <strong>{text.beware}</strong>
      {items.map((conflict) => (
        <Both key={conflict.other.itemId} conflict={conflict} />
      ))}
    </section>
  )
}
