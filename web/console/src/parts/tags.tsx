import {
  gradeLabels,
  kindLabels,
  stageLabels,
  urgencyLabels,
  type Grade,
  type Kind,
  type Stage,
  type Urgency,
  type Waiting,
} from '@open12345/contract/vocabulary'
import type { ReactElement } from 'react'
import { useLabel, useWords, words } from '@open12345/ui/language.ts'

const said = words({
  noKind: ['类别未定', 'Kind open'],
  withdrawal: ['申请撤回', 'Withdrawal asked'],
  correction: ['待确认订正', 'Correction pending'],
  clearing: ['待确认误列', 'Clearing pending'],
  delivery: ['待中心答复', 'Centre delivers'],
  verified: ['部门已答复核实', 'Department has answered'],
  return: ['申请退回', 'Return asked'],
  extension: ['申请延时', 'More time asked'],
  acts: ['报告告知未完', 'Report and call open'],
  report: ['待阅报告', 'Report to read'],
  termination: ['待核查终结', 'Termination to check'],
  dispute: ['评价有异议', 'Rating disputed'],
  redo: ['第 {round} 轮', 'Round {round}'],
})

export const StageTag = ({ stage }: { readonly stage: Stage }): ReactElement => {
  const label = useLabel()
  return <span className={`tag tag-stage tag-${stage}`}>{label(stageLabels[stage])}</span>
}

export const KindTag = ({ kind }: { readonly kind: Kind | null }): ReactElement => {
  const label = useLabel()
  const text = useWords(said)
  return <span className="tag">{kind === null ? text.noKind : label(kindLabels[kind])}</span>
}

export type Marked = {
  readonly urgency: Urgency
  readonly grade: Grade
  readonly round: number
  readonly waiting: readonly Waiting[]
}

/** What is out of the ordinary about an order; nothing when nothing is. */
export const Marks = ({ of }: { readonly of: Marked }): ReactElement => {
  const label = useLabel()
  const text = useWords(said)
  return (
    <>
      {of.urgency === 'ordinary' ? null : <span className="tag tag-urgent">{label(urgencyLabels[of.urgency])}</span>}
      {of.grade === 'open' ? null : <span className="tag tag-grade">{label(gradeLabels[of.grade])}</span>}
      {of.round > 1 ? <span className="tag tag-near">{text.redo.replace('{round}', String(of.round))}</span> : null}
      {of.waiting.map((waiting) => (
        <span key={waiting} className="tag tag-near">
          {text[waiting]}
        </span>
      ))}
    </>
  )
}
