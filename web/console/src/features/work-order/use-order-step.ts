import type { OrderView, StepTaken } from '@open12345/contract/work-order'
import { useQueryClient } from '@tanstack/react-query'
import { keys } from '../../api/keys.ts'
import { useCommand } from '../../api/use-command.ts'

export type StepCall = { readonly params: { readonly orderId: string }; readonly ifMatch: number; readonly idempotencyKey: string }
export type SendStep<V> = (values: V, call: StepCall) => Promise<StepTaken>

type Step<V> = {
  readonly send: SendStep<V>
  readonly done: (taken: StepTaken) => void
  /** Whoever takes the step sees the order no more: it is not asked for again. */
  readonly losesSight?: boolean
}

/** One step on the order as it is shown: its version goes along, and the order is read anew afterwards. */
export const useOrderStep = <V>(order: Pick<OrderView, 'orderId' | 'version'>, { send, done, losesSight = false }: Step<V>) => {
  const queries = useQueryClient()
  const command = useCommand(
    ({ values, version }: { readonly values: V; readonly version: number }, { idempotencyKey }) =>
      send(values, { params: { orderId: order.orderId }, ifMatch: version, idempotencyKey }),
    async (taken) => {
      if (!losesSight) await queries.invalidateQueries({ queryKey: keys.order(order.orderId) })
      done(taken)
    },
  )
  return {
    ...command,
    take: (values: V): void => command.mutate({ values, version: order.version }),
    reload: (): void => {
      command.reset()
      void queries.invalidateQueries({ queryKey: keys.order(order.orderId) })
    },
  }
}
