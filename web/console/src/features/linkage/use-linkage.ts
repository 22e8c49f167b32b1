import type { RouteInput } from '@open12345/contract/kernel'
import type { linkageRoutes } from '@open12345/contract/linkage'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { usePages } from '../../api/use-pages.ts'

/** Under the contacts: what the live line tells of a call makes these stale as well. */
const lines = [...keys.contacts, 'lines']

export const useLines = () => useQuery({ queryKey: lines, queryFn: ({ signal }) => api.listLinkageLines({ signal }), staleTime: 10_000 })

export const useLineChanges = (lineId: string) =>
  useQuery({ queryKey: [...lines, lineId], queryFn: ({ signal }) => api.listLineChanges({ params: { lineId }, signal }) })

export const useCallLinkages = (contactId: string) =>
  useQuery({
    queryKey: [...keys.contacts, contactId, 'linkages'],
    queryFn: ({ signal }) => api.listCallLinkages({ params: { contactId }, signal }),
  })

export type RecordFilter = Omit<RouteInput<typeof linkageRoutes.listLinkages>['query'], 'after' | 'limit'>

export const useRecords = (filter: RecordFilter) =>
  usePages({
    queryKey: [...keys.contacts, 'linkages', filter],
    ask: (query, signal) => api.listLinkages({ query: { ...filter, ...query }, signal }),
  })

export const useDrills = () =>
  usePages({ queryKey: [...keys.contacts, 'drills'], ask: (query, signal) => api.listDrills({ query, signal }) })

/** After each step: the call, the directory and the records are asked again. */
export const useRefresh = (): (() => void) => {
  const queries = useQueryClient()
  return () => void queries.invalidateQueries({ queryKey: keys.contacts })
}
