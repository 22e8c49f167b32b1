import { verificationFindingLabels } from '@open12345/contract/vocabulary'
import type { AssignmentView, OrderView } from '@open12345/contract/work-order'
import { Fragment, type ReactElement } from 'react'
import { fill, useLabel, useLanguage, useWords, words } from '@open12345/ui/language.ts'
import { instantText } from '@open12345/ui/time-text.ts'
import { isActive } from '../parts-of-order.ts'
import { Point, useFacts, wordsOf } from './point.tsx'

const said = words({
  title: ['当前要点', 'What stands now'],
  verifying: ['已请{unit}核实，等待答复（{at}）', 'Asked {unit} to verify, no answer yet ({at})'],
  verified: ['{unit}答复核实：{finding}', '{unit} has answered: {finding}'],
  'within-scope': ['下一步：受理，派单时该单位已为您选好。', 'Next: accept; the unit is chosen for the dispatch.'],
  'other-department': [
    '下一步：受理后派给有职责的单位，或者告知有管辖权的部门。',
    'Next: accept it for the unit in charge, or guide the requester there.',
  ],
  'out-of-scope': [
    '下一步：不予受理并告知依法反映的渠道，或者直接解答。',
    'Next: decline and name the lawful channel, or answer directly.',
  ],
  question: ['所问', 'Asked'],
  answer: ['说明', 'Answer'],
  returning: ['{unit}申请退回，等待热线中心裁定（{at}）', '{unit} returns it; the centre has to decide ({at})'],
  lateReturn: ['逾期提出，计为逾期', 'Asked late: overdue'],
  suggested: ['建议转办', 'Suggests'],
  reason: ['理由', 'Reason'],
  basis: ['依据', 'Basis'],
  ruled: ['热线中心裁定由{unit}承办，不能再退回', 'The centre has ruled: {unit} handles it; not returned again'],
  designated: ['指定由{unit}承办，不能退回', '{unit} is designated; not returned'],
  extending: ['{unit}申请延时 {days} 个工作日，等待热线中心决定', '{unit} asks for {days} working days more; the centre has to decide'],
  extensionRefused: ['热线中心不同意延时', 'More time was refused'],
  passedOn: ['已交{unit}办理，等待反馈（{at}）', 'Passed on to {unit}, which has not reported yet ({at})'],
  reported: ['{unit}已反馈', '{unit} has reported back'],
  coordinating: ['正在专题协调，等待州政府办公室指定承办单位', 'In coordination: the prefecture office has to designate a unit'],
})

const Verified = ({ order }: { readonly order: OrderView }): ReactElement | null => {
  const text = useWords(said)
  const label = useLabel()
  const language = useLanguage()
  const { verification, clocks, status } = order
  if (verification === null || status !== 'recorded') return null
  const { unitName: unit, finding, answer, question, askedAt } = verification
  if (finding === null)
    return (
      <Point
        tone="waits"
        title={fill(text.verifying, { unit, at: instantText(askedAt, language) })}
        due={clocks.findLast(({ kind }) => kind === 'verify')}
        facts={[[text.question, question]]}
      />
    )
  return (
    <Point
      tone="says"
      title={fill(text.verified, { unit, finding: label(verificationFindingLabels[finding]) })}
      facts={[
        [text.answer, answer],
        [text.question, question],
      ]}
      next={text[finding]}
    />
  )
}

type PartProps = { readonly order: OrderView; readonly part: AssignmentView }

const Returning = ({ order, part }: PartProps): ReactElement | null => {
  const text = useWords(said)
  const language = useLanguage()
  const { pendingReturn } = part
  if (pendingReturn === null) return null
  return (
    <Point
      tone="waits"
      title={fill(text.returning, { unit: part.unitName, at: instantText(pendingReturn.at, language) })}
      mark={pendingReturn.late ? text.lateReturn : undefined}
      due={order.clocks.findLast(({ kind, metAt }) => kind === 'return-decision' && metAt === null)}
      facts={[
        [text.reason, pendingReturn.reason],
        [text.basis, pendingReturn.basis],
        [text.suggested, pendingReturn.suggestedUnitName],
      ]}
    />
  )
}

const Bound = ({ order, part }: PartProps): ReactElement | null => {
  const text = useWords(said)
  const facts = useFacts()
  const last = order.timeline.findLast(({ type }) => type === 'return-refused' || type === 'designated')
  if (!part.bound || last === undefined) return null
  const sentence = last.type === 'designated' ? text.designated : text.ruled
  return <Point tone="says" title={fill(sentence, { unit: part.unitName })} facts={facts(last.texts)} />
}

const Extending = ({ order, part }: PartProps): ReactElement | null => {
  const text = useWords(said)
  const facts = useFacts()
  const { extension, unitName: unit } = part
  if (extension === null || extension.status === 'granted') return null
  if (extension.status === 'refused')
    return part.isYours ? (
      <Point tone="says" title={text.extensionRefused} facts={facts(wordsOf(order.timeline, ['extension-refused']))} />
    ) : null
  return (
    <Point
      tone="waits"
      title={fill(text.extending, { unit, days: extension.days })}
      due={order.clocks.findLast(({ kind, metAt }) => kind === 'extension-decision' && metAt === null)}
      facts={[[text.reason, extension.reason]]}
    />
  )
}

const Within = ({ order, part }: PartProps): ReactElement | null => {
  const text = useWords(said)
  const language = useLanguage()
  const facts = useFacts()
  const { passedOn } = part
  if (passedOn === null) return null
  const { unitName: unit, at, answered } = passedOn
  if (answered) return <Point tone="says" title={fill(text.reported, { unit })} facts={facts(wordsOf(order.timeline, ['reported-back']))} />
  return (
    <Point
      tone="waits"
      title={fill(text.passedOn, { unit, at: instantText(at, language) })}
      due={order.clocks.findLast(({ kind, metAt }) => kind === 'sub-handle' && metAt === null)}
      facts={facts(wordsOf(order.timeline, ['passed-on']))}
    />
  )
}

const Coordinating = ({ order }: { readonly order: OrderView }): ReactElement | null => {
  const text = useWords(said)
  const facts = useFacts()
  if (order.stage !== 'coordination') return null
  return (
    <Point tone="waits" title={text.coordinating} facts={facts(wordsOf(order.timeline, ['coordination-held', 'coordination-asked']))} />
  )
}

const atWork = (part: AssignmentView): boolean => isActive(part) && part.status !== 'delivered'

const anything = (order: OrderView, parts: readonly AssignmentView[]): boolean =>
  (order.status === 'recorded' && order.verification !== null) ||
  order.stage === 'coordination' ||
  parts.some(({ bound, pendingReturn, extension, passedOn }) => bound || pendingReturn !== null || extension !== null || passedOn !== null)

/** What somebody has to know before the next step: who was asked, who wants out, what was ruled, what came back. */
export const OrderStanding = ({ order }: { readonly order: OrderView }): ReactElement | null => {
  const text = useWords(said)
  const parts = order.status === 'closed' ? [] : order.assignments.filter(atWork)
  if (!anything(order, parts)) return null
  return (
    <ul className="points" aria-label={text.title}>
      <Verified order={order} />
      <Coordinating order={order} />
      {parts.map((part) => (
        <Fragment key={part.assignmentId}>
          <Bound order={order} part={part} />
          <Returning order={order} part={part} />
          <Extending order={order} part={part} />
          <Within order={order} part={part} />
        </Fragment>
      ))}
    </ul>
  )
}
