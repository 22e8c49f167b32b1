import type { OrderView } from '@open12345/contract/work-order'
import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useWords, words } from '@open12345/ui/language.ts'
import { numberText } from '@open12345/ui/number-text.ts'
import { useRepeats } from '../use-repeats.ts'
import { RepeatLine } from './repeat-line.tsx'

const said = words({
  title: ['同一诉求人的其他工单', 'Other orders of the same person'],
  repeats: ['重复诉求，原工单', 'Repeats'],
  repeatsSome: ['热线中心认定为同一诉求人的重复诉求（第十三条（四））。', 'The centre found it to repeat an earlier one (article 13(4)).'],
})

const RepeatOf = ({ repeatOf }: { readonly repeatOf: NonNullable<OrderView['repeatOf']> }): ReactElement => {
  const text = useWords(said)
  if (repeatOf.number === null) return <p>{text.repeatsSome}</p>
  return (
    <p>
      {text.repeats}{' '}
      <Link to="/orders/$orderId" params={{ orderId: repeatOf.orderId }}>
        {numberText(repeatOf.number)}
      </Link>
    </p>
  )
}

/** 13-4: what the same person asked before, and which of it this order repeats. */
export const OrderRepeats = ({ order }: { readonly order: OrderView }): ReactElement | null => {
  const text = useWords(said)
  const items = useRepeats(order.orderId).data?.items ?? []
  if (items.length === 0 && order.repeatOf === null) return null
  return (
    <section className="sheet" aria-label={text.title}>
      <h3>{text.title}</h3>
      {order.repeatOf === null ? null : <RepeatOf repeatOf={order.repeatOf} />}
      <ul className="repeats">
        {items.map((repeat) => (
          <li key={repeat.orderId}>
            <RepeatLine repeat={repeat} isLink />
          </li>
        ))}
      </ul>
    </section>
  )
}
