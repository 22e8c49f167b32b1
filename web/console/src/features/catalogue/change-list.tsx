import type { CatalogueChangeView } from '@open12345/contract/catalogue'
import { principleLabels } from '@open12345/contract/vocabulary'
import { Link } from '@tanstack/react-router'
import { Fragment, type ReactElement, type ReactNode } from 'react'
import { fill, useLabel, useLanguage, useWords, words } from '@open12345/ui/language.ts'
import { numberText } from '@open12345/ui/number-text.ts'
import { dateText, instantText, todayOn } from '@open12345/ui/time-text.ts'
import { useSubjectName } from '../../parts/subject-name.ts'
import { changeWords, stateWords } from './catalogue-words.ts'

const said = words({
  what: ['{subject} · {place}', '{subject} · {place}'],
  to: ['由{before}改为{unit}', 'from {before} to {unit}'],
  first: ['定为{unit}', '{unit}'],
  same: ['仍由{unit}承办，改原则、依据或期限', 'still {unit}, by another principle, basis or span'],
  ended: ['终止本地条目（原由{before}承办）', 'its own entry ends (until then {before})'],
  nobody: ['无', 'nobody'],
  from: ['{on} 起', 'from {on}'],
  until: ['至 {on} 前', 'until before {on}'],
  basis: ['依据：{basis}', 'By {basis}'],
  proposed: ['{by} {at} 提出', 'proposed by {by}, {at}'],
  accepted: ['{by} {at} 同意', 'accepted by {by}, {at}'],
  replaced: ['{by} {at} 同意；同一天又另定', 'accepted by {by}, {at}; something else was decided for the same day since'],
  refused: ['{by} {at} 不同意：{words}', 'refused by {by}, {at}: {words}'],
  withdrawn: ['{at} 撤回', 'withdrawn {at}'],
  revoked: ['{by} {at} 同意', 'accepted by {by}, {at}'],
  revocation: ['{by} {at} 撤销，没有生效：{reason}', 'revoked by {by}, {at}, before its day: {reason}'],
  ahead: ['还没到生效日', 'Its day is still to come'],
  evidence: ['所附裁定的工单：', 'Orders with rulings: '],
})

const useWhat = () => {
  const text = useWords(said)
  return ({ kind, before, unitId, unitName }: CatalogueChangeView): string => {
    const unit = unitName ?? ''
    if (kind === 'end') return fill(text.ended, { before: before?.name ?? text.nobody })
    if (before === null) return fill(text.first, { unit })
    return before.unitId === unitId ? fill(text.same, { unit }) : fill(text.to, { before: before.name, unit })
  }
}

const Decided = ({ change }: { readonly change: CatalogueChangeView }): ReactElement | null => {
  const text = useWords(said)
  const language = useLanguage()
  const { state, decidedBy, decidedAt, words: why, revoked } = change
  if (state === 'open' || decidedAt === null) return null
  return (
    <>
      {' · '}
      {fill(text[state], { by: decidedBy ?? '', at: instantText(decidedAt, language), words: why ?? '' })}
      {revoked === null ? '' : ` · ${fill(text.revocation, { ...revoked, at: instantText(revoked.at, language) })}`}
    </>
  )
}

export const Evidence = ({ orders }: { readonly orders: CatalogueChangeView['evidence'] }): ReactElement | null => {
  const text = useWords(said)
  if (orders.length === 0) return null
  return (
    <p className="soft catalogue-evidence">
      {text.evidence}
      {orders.map(({ orderId, number }, index) => (
        <Fragment key={orderId}>
          {index === 0 ? '' : '、'}
          <Link to="/orders/$orderId" params={{ orderId }} target="_blank">
            {numberText(number)}
          </Link>
        </Fragment>
      ))}
    </p>
  )
}

const tagOf: Readonly<Record<CatalogueChangeView['state'], string>> = {
  open: 'tag tag-near',
  accepted: 'tag tag-stage',
  refused: 'tag tag-closed',
  withdrawn: 'tag tag-closed',
  replaced: 'tag tag-closed',
  revoked: 'tag tag-closed',
}

type RowProps = { readonly change: CatalogueChangeView; readonly withEntry?: boolean; readonly children?: ReactNode }
const ChangeRow = ({ change, withEntry = false, children }: RowProps): ReactElement => {
  const text = useWords(said)
  const [kinds, states] = [useWords(changeWords), useWords(stateWords)]
  const [label, language] = [useLabel(), useLanguage()]
  const subjectName = useSubjectName()
  const what = useWhat()
  const { kind, subject, placeName, state, on, until, basis, reason, by, proposedAt, principle, evidence } = change
  return (
    <li className="catalogue-change">
      <div className="catalogue-change-head">
        <span className="tag">{kinds[kind]}</span>
        {withEntry ? <strong>{fill(text.what, { subject: subjectName(subject), place: placeName })}</strong> : null}
        <span>{what(change)}</span>
        <span>{fill(text.from, { on: dateText(on, language) })}</span>
        {until === null ? null : <span>{fill(text.until, { on: dateText(until, language) })}</span>}
        <span className={tagOf[state]}>{states[state]}</span>
        {state === 'accepted' && on > todayOn() ? <span className="tag tag-near">{text.ahead}</span> : null}
      </div>
      <p>
        {principle === null ? '' : `${label(principleLabels[principle])} · `}
        {fill(text.basis, { basis })}
      </p>
      <p className="pre">{reason}</p>
      <Evidence orders={evidence} />
      <p className="soft">
        {fill(text.proposed, { by, at: instantText(proposedAt, language) })}
        <Decided change={change} />
      </p>
      {children}
    </li>
  )
}

type Props = {
  readonly changes: readonly CatalogueChangeView[]
  readonly withEntry?: boolean
  readonly stepsOf?: (change: CatalogueChangeView) => ReactNode
}
export const ChangeList = ({ changes, withEntry = false, stepsOf }: Props): ReactElement => (
  <ul>
    {changes.map((change) => (
      <ChangeRow key={change.changeId} change={change} withEntry={withEntry}>
        {stepsOf?.(change)}
      </ChangeRow>
    ))}
  </ul>
)
