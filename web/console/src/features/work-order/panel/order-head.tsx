import { PrinterOutlined } from '@ant-design/icons'
import { channelLabels, closureKindLabels, handlingMarkLabels, handlingModeLabels } from '@open12345/contract/vocabulary'
import type { OrderView } from '@open12345/contract/work-order'
import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useLabel, useLanguage, useWords, words } from '@open12345/ui/language.ts'
import { numberText } from '@open12345/ui/number-text.ts'
import { instantText } from '@open12345/ui/time-text.ts'
import { useMay } from '../../../api/session.ts'
import { useSubjectName } from '../../../parts/subject-name.ts'
import { KindTag, Marks, StageTag } from '../../../parts/tags.tsx'

const said = words({
  number: ['工单号', 'Order'],
  alone: ['单独打开', 'Open alone'],
  printOrder: ['打印工单', 'Print the order'],
  printReply: ['打印答复', 'Print the reply'],
  subject: ['事项', 'Subject'],
  place: ['所在地', 'Place'],
  channel: ['渠道', 'Channel'],
  unit: ['承办单位', 'Handling unit'],
  recorded: ['登记', 'Recorded'],
  accepted: ['受理', 'Accepted'],
  closure: ['办结方式', 'Closure'],
  mark: ['标记', 'Mark'],
  mode: ['处理方式', 'Handled'],
  empty: ['未填', 'Not given'],
})

const useHeadFacts = (order: OrderView): readonly (readonly [string, string])[] => {
  const text = useWords(said)
  const label = useLabel()
  const language = useLanguage()
  const subjectName = useSubjectName()
  return [
    [text.subject, subjectName(order.subject) || text.empty],
    [text.place, order.placeName || text.empty],
    [text.channel, label(channelLabels[order.channel])],
    ...(order.unitName === null ? [] : [[text.unit, order.unitName] as const]),
    [text.recorded, instantText(order.recordedAt, language)],
    ...(order.acceptedAt === null ? [] : [[text.accepted, instantText(order.acceptedAt, language)] as const]),
    ...(order.mode === null ? [] : [[text.mode, label(handlingModeLabels[order.mode])] as const]),
    ...(order.mark === null ? [] : [[text.mark, label(handlingMarkLabels[order.mark])] as const]),
    ...(order.closureKind === null ? [] : [[text.closure, label(closureKindLabels[order.closureKind])] as const]),
  ]
}

const Links = ({ order, isAlone }: { readonly order: OrderView; readonly isAlone: boolean }): ReactElement => {
  const text = useWords(said)
  const may = useMay()
  const hasReply = order.assignment !== null && order.assignment.draft !== null
  return (
    <span className="order-links">
      {may('order.print') ? (
        <>
          <a href={`/console-print/orders/${order.orderId}`} target="_blank" rel="noreferrer">
            <PrinterOutlined aria-hidden="true" /> {text.printOrder}
          </a>
          {hasReply ? (
            <a href={`/console-print/orders/${order.orderId}/reply`} target="_blank" rel="noreferrer">
              <PrinterOutlined aria-hidden="true" /> {text.printReply}
            </a>
          ) : null}
        </>
      ) : null}
      {isAlone ? null : (
        <Link to="/orders/$orderId" params={{ orderId: order.orderId }}>
          {text.alone}
        </Link>
      )}
    </span>
  )
}

export const OrderHead = ({ order, isAlone }: { readonly order: OrderView; readonly isAlone: boolean }): ReactElement => {
  const text = useWords(said)
  const facts = useHeadFacts(order)
  const Heading = isAlone ? 'h1' : 'h2'
  return (
    <header className="order-head">
      <div className="order-title">
        <Heading>
          <span className="visually-hidden">{text.number} </span>
          <span className="order-number">{numberText(order.number)}</span>
        </Heading>
        <StageTag stage={order.stage} />
        <KindTag kind={order.kind} />
        <Marks of={order} />
        <Links order={order} isAlone={isAlone} />
      </div>
      <dl className="head-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </header>
  )
}
