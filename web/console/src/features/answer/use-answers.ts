import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'

/** What the requester of an order was told. */
export const useTold = (orderId: string) =>
  useQuery({ queryKey: keys.told(orderId), queryFn: ({ signal }) => api.listTold({ params: { orderId }, signal }) })

/** Who is still to be told, page after page. */
export const useTellings = () => {
  const asked = useInfiniteQuery({
    queryKey: keys.tellings,
    queryFn: ({ pageParam, signal }) =>
      api.listTellings({ query: { limit: 20, ...(pageParam === '' ? {} : { after: pageParam }) }, signal }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? undefined,
    // Items change elsewhere: each look asks again.
    staleTime: 0,
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
