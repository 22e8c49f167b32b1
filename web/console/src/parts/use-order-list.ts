import type { Stage, Waiting } from '@open12345/contract/vocabulary'
import type { OrderRow } from '@open12345/contract/work-order'
import { useInfiniteQuery } from '@tanstack/react-query'
import { api } from '../api/client.ts'
import { keys } from '../api/keys.ts'

export type OrderList = {
  readonly data: readonly OrderRow[] | undefined
  readonly error: unknown
  readonly refetch: () => unknown
  readonly hasMore: boolean
  readonly isLoadingMore: boolean
  readonly loadMore: () => void
}

/** A work list in the server's order: most urgent first, page after page by cursor. */
export const useOrderList = (stage: readonly Stage[], waiting?: Waiting): OrderList => {
  const asked = useInfiniteQuery({
    queryKey: keys.list(stage, waiting),
    queryFn: ({ pageParam, signal }) =>
      api.listOrders({
        query: {
          stage: [...stage],
          limit: 50,
          ...(pageParam === '' ? {} : { after: pageParam }),
          ...(waiting === undefined ? {} : { waiting }),
        },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? undefined,
  })
  return {
    data: asked.data?.pages.flatMap(({ items }) => items),
    error: asked.error,
    refetch: asked.refetch,
    hasMore: asked.hasNextPage,
    isLoadingMore: asked.isFetchingNextPage,
    loadMore: () => void asked.fetchNextPage(),
  }
}
