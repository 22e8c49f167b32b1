import type { Stage, Waiting } from '@open12345/contract/vocabulary'
import type { OrderRow } from '@open12345/contract/work-order'
import { api } from '../api/client.ts'
import { keys } from '../api/keys.ts'
import { usePages, type Pages } from '../api/use-pages.ts'

export type OrderList = Pages<OrderRow>

/** A work list: most urgent first. */
export const useOrderList = (stage: readonly Stage[], waiting?: Waiting): OrderList =>
  usePages({
    queryKey: keys.list(stage, waiting),
    limit: 50,
    ask: (query, signal) =>
      api.listOrders({ query: { stage: [...stage], ...query, ...(waiting === undefined ? {} : { waiting }) }, signal }),
  })
