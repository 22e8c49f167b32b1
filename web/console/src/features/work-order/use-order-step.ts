import type { OrderView } from '@open12345/contract/work-order'
import { useQueryClient } from '@tanstack/react-query'
import { keys } from '../../api/keys.ts'
import { useCommand } from '../../api/use-command.ts'

export type StepCall = { readonly params: { readonly orderId: string }; readonly ifMatch: number; readonly idempotencyKey: string }
export type SendStep<V> = (values: V, call: StepCall) => Promise<OrderView>

/** One step on the order as it is shown: its version goes along, and the answer is the order as it stands afterwards. */
export const useOrderStep = <V>(order: Pick<OrderView, 'orderId' | 'version'>, send: SendStep<V>, done: (order: OrderView) => void) => {
  const queries = useQueryClient()
  const command = useCommand(
    ({ values, version }: { readonly values: V; readonly version: number }, { idempotencyKey }) =>
      send(values, { params: { orderId: order.orderId }, ifMatch: version, idempotencyKey }),
    (answer) => {
      queries.setQueryData(keys.order(order.orderId), answer)
      done(answer)
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
