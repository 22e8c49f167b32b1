import { useInfiniteQuery, type QueryKey } from '@tanstack/react-query'

type Page<Item> = { readonly items: readonly Item[]; readonly next: string | null }
type PageQuery = { readonly limit: number; readonly after?: string }

export type Pages<Item> = {
  readonly data: readonly Item[] | undefined
  readonly error: unknown
  readonly refetch: () => unknown
  readonly hasMore: boolean
  readonly isLoadingMore: boolean
  readonly loadMore: () => void
}

type Asked<Item> = {
  readonly queryKey: QueryKey
  readonly limit?: number
  readonly ask: (query: PageQuery, signal: AbortSignal) => Promise<Page<Item>>
  /** 0 where others change the list: each look asks again. */
  readonly staleTime?: number
}

/** A list in the server's order, page after page by cursor. */
export const usePages = <Item>({ queryKey, limit = 20, ask, ...more }: Asked<Item>): Pages<Item> => {
  const asked = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }) => ask({ limit, ...(pageParam === '' ? {} : { after: pageParam }) }, signal),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? undefined,
    ...more,
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
