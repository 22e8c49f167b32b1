import type { OrderRow, OrderView, StepTaken } from '@open12345/contract/work-order'
import type { Stage, Waiting } from '@open12345/contract/vocabulary'
import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { lazy, Suspense, type ReactElement, type ReactNode } from 'react'
import { keys } from '../../api/keys.ts'
import { Bench, More } from '../../parts/bench.tsx'
import { OrderRows } from '../../parts/order-rows.tsx'
import { Answered, Nothing, Waiting as Loading } from '../../parts/states.tsx'
import { useOrderList, type OrderList } from '../../parts/use-order-list.ts'
import { useDeskPlace } from './use-desk-place.ts'

/** A desk begins with its list; the page of an order, with all its steps, comes with the first one that is opened. */
const LoadedOrder = lazy(async () => ({ default: (await import('./panel/order-panel.tsx')).LoadedOrder }))

type Props = {
  readonly stages: readonly Stage[]
  readonly label: string
  readonly empty: string
  readonly head: ReactNode
  readonly foot?: (rows: readonly OrderRow[]) => ReactNode
  readonly choice?: { readonly chosen: ReadonlySet<string>; readonly onChoose: (orderId: string, isChosen: boolean) => void }
  readonly waiting?: Waiting
  readonly showStage?: boolean
  /** What a step of this list leads on to for the same person: the order stays open there. */
  readonly goesOnTo?: Stage
}

/** After an order has left the queue the one that followed it is opened: nobody goes back to the list between two orders. */
const nextOf = (list: OrderList, orderId: string): string | undefined => {
  const rows = list.data ?? []
  const at = rows.findIndex((row) => row.orderId === orderId)
  return (rows[at + 1] ?? rows[at - 1])?.orderId
}

export const Queue = ({ stages, label, empty, head, foot, choice, waiting, showStage = false, goesOnTo }: Props): ReactElement => {
  const list = useOrderList(stages, waiting)
  const { order, go } = useDeskPlace()
  const queries = useQueryClient()
  const rows = list.data
  /** 12-4: three acts are three steps; the page of the order was read anew before this is asked. */
  const stillWaits = (orderId: string): boolean =>
    waiting !== undefined && queries.getQueryData<OrderView>(keys.order(orderId))?.waiting.includes(waiting) === true
  const done = (answer: StepTaken): void => {
    if (answer.stage === goesOnTo) return
    if (!stages.includes(answer.stage) || (waiting !== undefined && !stillWaits(answer.orderId)))
      go({ order: nextOf(list, answer.orderId) })
  }
  const link = (row: OrderRow, className: string, children: ReactNode): ReactElement => (
    <Link
      to="."
      search={(before) => ({ ...before, order: row.orderId })}
      className={className}
      aria-current={row.orderId === order ? 'true' : undefined}
    >
      {children}
    </Link>
  )
  return (
    <Bench
      head={head}
      isOpen={order !== undefined}
      foot={foot?.(rows ?? [])}
      list={
        <Answered asked={{ ...list, data: rows }} rows={6}>
          {(shown) => (
            <>
              {shown.length === 0 && !list.hasMore ? <Nothing>{empty}</Nothing> : null}
              <OrderRows
                rows={shown}
                current={order}
                label={label}
                link={link}
                showStage={showStage}
                {...(choice === undefined ? {} : { choice })}
              />
              <More list={list} />
            </>
          )}
        </Answered>
      }
      detail={
        order === undefined ? null : (
          <Suspense fallback={<Loading rows={8} />}>
            <LoadedOrder orderId={order} onDone={done} />
          </Suspense>
        )
      }
    />
  )
}
