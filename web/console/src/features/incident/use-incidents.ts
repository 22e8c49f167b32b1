import type { IncidentView } from '@open12345/contract/incident'
import type { OrderRow } from '@open12345/contract/work-order'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { usePages, type Pages } from '../../api/use-pages.ts'

/** What is going on now, for whoever picks one of them or tells a caller: the newest hundred. */
export const useOpenIncidents = () =>
  useQuery({
    queryKey: keys.incidents('going-on'),
    queryFn: ({ signal }) => api.listIncidents({ query: { state: 'open', limit: 100 }, signal }),
  })

export const useIncidentList = (state: IncidentView['state']): Pages<IncidentView> =>
  usePages({ queryKey: keys.incidents('list', state), ask: (query, signal) => api.listIncidents({ query: { state, ...query }, signal }) })

export type IncidentDetail = { readonly incident: IncidentView; readonly orders: readonly OrderRow[] }

/** One incident and the orders that joined it, page after page. */
export const useIncident = (incidentId: string) => {
  const asked = useInfiniteQuery({
    queryKey: keys.incidents('one', incidentId),
    queryFn: ({ pageParam, signal }) =>
      api.readIncident({
        params: { incidentId },
        query: { limit: 20, ...(pageParam === '' ? {} : { after: pageParam }) },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: ({ orders }) => orders.next ?? undefined,
  })
  const [first] = asked.data?.pages ?? []
  const data: IncidentDetail | undefined =
    first === undefined ? undefined : { incident: first, orders: asked.data?.pages.flatMap(({ orders }) => orders.items) ?? [] }
  return {
    data,
    error: asked.error,
    refetch: asked.refetch,
    hasMore: asked.hasNextPage,
    isLoadingMore: asked.isFetchingNextPage,
    loadMore: () => void asked.fetchNextPage(),
  }
}

/** The incident itself, where its orders are not asked for. */
export const useIncidentAlone = (incidentId: string) =>
  useQuery({
    queryKey: keys.incidents('alone', incidentId),
    queryFn: ({ signal }) => api.readIncident({ params: { incidentId }, query: { limit: 1 }, signal }),
  })
