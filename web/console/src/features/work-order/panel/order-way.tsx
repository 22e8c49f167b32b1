import { ArrowDownOutlined, RollbackOutlined } from '@ant-design/icons'
import { assignmentRoleLabels, assignmentStatusLabels, verificationFindingLabels } from '@open12345/contract/vocabulary'
import type { AssignmentView, OrderView } from '@open12345/contract/work-order'
import type { ReactElement } from 'react'
import { fill, useLabel, useLanguage, useWords, words } from '@open12345/ui/language.ts'
import { dateText, dueText, instantText } from '@open12345/ui/time-text.ts'
import { clockOfPart, isActive, mainClocks, wayOf, type Stretch } from '../parts-of-order.ts'

const said = words({
  title: ['承办单位', 'Units'],
  yours: ['本单位', 'Yours'],
  bound: ['不能退回', 'Binding'],
  received: ['{at} 收到', 'received {at}'],
  signed: ['{at} 签收', 'signed {at}'],
  due: ['截止 {due}', 'due {due}'],
  returning: ['申请退回，待裁定', 'Return asked'],
  extended: ['延时 {days} 个工作日：{first} → {later}', '{days} working days more: {first} → {later}'],
  extending: ['申请延时 {days} 个工作日，待决定', 'Asks for {days} working days more'],
  passedOn: ['交 {unit} 办理', 'Passed on to {unit}'],
  reported: ['{unit} 已反馈', '{unit} has reported'],
  together: ['会签：各自办理、各自答复', 'Co-sign: each handles and answers'],
  below: ['答复牵头单位', 'Answer to the lead'],
  noLead: ['待派牵头单位', 'No lead yet'],
  verification: ['受理前请部门核实', 'Asked before acceptance'],
  waiting: ['等待答复', 'No answer yet'],
})

/** What was asked for beside the way from receipt to reply. */
const useAsides = () => {
  const text = useWords(said)
  const language = useLanguage()
  return ({ pendingReturn, extension, passedOn }: AssignmentView): readonly string[] => {
    const asides = pendingReturn === null ? [] : [text.returning]
    if (extension?.status === 'asked') asides.push(fill(text.extending, { days: extension.days }))
    if (extension?.status === 'granted') {
      const [first, later] = [dateText(extension.firstDueOn, language), dateText(extension.dueOn, language)]
      asides.push(fill(text.extended, { days: extension.days, first, later }))
    }
    if (passedOn !== null) asides.push(fill(passedOn.answered ? text.reported : text.passedOn, { unit: passedOn.unitName }))
    return asides
  }
}

const useDetails = (order: OrderView) => {
  const text = useWords(said)
  const language = useLanguage()
  const asides = useAsides()
  return (part: AssignmentView): readonly string[] => {
    const clock = order.status === 'closed' || !isActive(part) ? undefined : clockOfPart(order, part, mainClocks)
    return [
      fill(text.received, { at: instantText(part.receivedAt, language) }),
      ...(part.signedAt === null ? [] : [fill(text.signed, { at: instantText(part.signedAt, language) })]),
      ...(clock === undefined || clock.metAt !== null ? [] : [fill(text.due, { due: dueText(clock, language) })]),
      ...asides(part),
    ]
  }
}

const Node = ({ order, part }: { readonly order: OrderView; readonly part: AssignmentView }): ReactElement => {
  const text = useWords(said)
  const label = useLabel()
  const details = useDetails(order)(part)
  return (
    <div className={`way-node way-${part.status}`}>
      <div className="way-unit">
        <strong>{part.unitName}</strong>
        {part.role === 'sole' ? null : <span className="tag">{label(assignmentRoleLabels[part.role])}</span>}
        <span className={`tag ${isActive(part) ? 'tag-stage' : 'tag-closed'}`}>{label(assignmentStatusLabels[part.status])}</span>
        {part.bound ? <span className="tag tag-near">{text.bound}</span> : null}
        {part.isYours ? <span className="tag">{text.yours}</span> : null}
      </div>
      <ul className="way-details">
        {details.map((detail) => (
          <li key={detail}>{detail}</li>
        ))}
      </ul>
    </div>
  )
}

const Together = ({ order, heads, below }: { readonly order: OrderView } & Extract<Stretch, { kind: 'together' }>): ReactElement => {
  const text = useWords(said)
  return (
    <>
      {heads.length > 1 ? <p className="way-note">{text.together}</p> : null}
      <ul className={heads.length > 1 ? 'way-parallel' : ''}>
        {heads.map((part) => (
          <li key={part.assignmentId}>
            <Node order={order} part={part} />
          </li>
        ))}
        {heads.length === 0 ? <li className="way-note">{text.noLead}</li> : null}
      </ul>
      {below.length === 0 ? null : (
        <>
          <p className="way-note way-below-note">{text.below}</p>
          <ul className="way-below">
            {below.map((part) => (
              <li key={part.assignmentId}>
                <Node order={order} part={part} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

const Verification = ({ order: { verification } }: { readonly order: OrderView }): ReactElement | null => {
  const text = useWords(said)
  const label = useLabel()
  const language = useLanguage()
  if (verification === null) return null
  const { unitName, finding, askedAt } = verification
  return (
    <li>
      <div className="way-node">
        <p className="way-note">{text.verification}</p>
        <div className="way-unit">
          <strong>{unitName}</strong>
          <span className="tag">{finding === null ? text.waiting : label(verificationFindingLabels[finding])}</span>
        </div>
        <ul className="way-details">
          <li>{instantText(askedAt, language)}</li>
        </ul>
      </div>
    </li>
  )
}

/** The order's way between units: whom it left, who has it now, side by side or one below the other. */
export const OrderWay = ({ order }: { readonly order: OrderView }): ReactElement | null => {
  const text = useWords(said)
  const way = wayOf(order)
  if (way.length === 0 && order.verification === null) return null
  return (
    <section className="sheet order-way" aria-label={text.title}>
      <h3>{text.title}</h3>
      <ol className="way">
        <Verification order={order} />
        {way.map((stretch, at) =>
          stretch.kind === 'left' ? (
            <li key={stretch.part.assignmentId}>
              <Node order={order} part={stretch.part} />
              <p className="way-arrow" aria-hidden="true">
                <RollbackOutlined /> <ArrowDownOutlined />
              </p>
            </li>
          ) : (
            <li key={`now ${String(at)}`}>
              <Together order={order} {...stretch} />
            </li>
          ),
        )}
      </ol>
    </section>
  )
}
