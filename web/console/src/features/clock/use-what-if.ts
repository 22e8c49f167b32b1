import type { WhatIf } from '@open12345/contract/clock'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { api } from '../../api/client.ts'

export type Tried = {
  readonly items: WhatIf['items']
  readonly lookedAt: number
  readonly notInForce: number
}

/** A page may hold nothing and still have a next one: it is gone on until something is found or all is looked at. */
export const useWhatIf = (pack: string, attempt: number) => {
  const asked = useInfiniteQuery({
    queryKey: ['what-if', pack, attempt],
    queryFn: ({ pageParam, signal }) =>
      api.whatIf({ query: { pack, limit: 50, ...(pageParam === '' ? {} : { after: pageParam }) }, signal }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? undefined,
    // What was tried stands until it is tried again: it is a calculation, no list to work off.
    staleTime: Infinity,
    refetchOnWindowFocus: false,
    gcTime: 0,
  })
  const { data, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = asked
  const goesOn = hasNextPage && !isFetchingNextPage && !isFetchNextPageError && data?.pages.at(-1)?.items.length === 0
  useEffect(() => {
    if (goesOn) void fetchNextPage()
  }, [goesOn, fetchNextPage])
  const sum = (of: 'lookedAt' | 'notInForce'): number => (data?.pages ?? []).reduce((total, page) => total + page[of], 0)
  const tried: Tried | undefined = data && {
    items: data.pages.flatMap(({ items }) => items),
    lookedAt: sum('lookedAt'),
    notInForce: sum('notInForce'),
  }
  return {
    data: tried,
    error: asked.error,
    refetch: asked.refetch,
    isLooking: asked.isFetching,
    hasMore: hasNextPage && !goesOn,
    isLoadingMore: isFetchingNextPage,
    loadMore: () => void fetchNextPage(),
  }
}
