import type { KnowledgeContent, KnowledgeRow } from '@open12345/contract/knowledge'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { usePages, type Pages } from '../../api/use-pages.ts'

export type Filter = { readonly text: string; readonly type?: KnowledgeContent['type']; readonly review?: 'due' }

export const useItems = (filter: Filter): Pages<KnowledgeRow> =>
  usePages({
    queryKey: keys.knowledge('items', filter),
    ask: (query, signal) => api.listKnowledge({ query: { ...filter, ...query }, signal }),
  })

export const useItem = (itemId: string) =>
  useQuery({
    queryKey: keys.knowledge('item', itemId),
    queryFn: ({ signal }) => api.readKnowledgeItem({ params: { itemId }, signal }),
  })

export const useToldOn = (itemId: string, on: string) =>
  useQuery({
    queryKey: keys.knowledge('told', itemId, on),
    queryFn: ({ signal }) => api.readToldOn({ params: { itemId }, query: { on }, signal }),
  })

/** Others move them: each look at a tab asks again. */
export const useDrafts = (list: 'to-review' | 'writing', enabled = true) =>
  useQuery({
    queryKey: keys.knowledge('drafts', list),
    queryFn: ({ signal }) => api.listDrafts({ query: { list }, signal }),
    enabled,
    staleTime: 0,
  })

export const useReports = (state: 'open' | 'closed', enabled = true) =>
  useQuery({
    queryKey: keys.knowledge('reports', state),
    queryFn: ({ signal }) => api.listKnowledgeReports({ query: { state }, signal }),
    enabled,
    staleTime: 0,
  })

/** After each step everything of the base is asked again. */
export const useRefresh = (): (() => Promise<void>) => {
  const queries = useQueryClient()
  return () => queries.invalidateQueries({ queryKey: keys.knowledge() })
}

export const useGaps = (enabled = true) =>
  useQuery({
    queryKey: keys.knowledge('gaps'),
    queryFn: ({ signal }) => api.listKnowledgeGaps({ signal }),
    enabled,
    staleTime: 0,
  })

export const useRequests = (state: 'open' | 'closed', enabled = true) =>
  useQuery({
    queryKey: keys.knowledge('requests', state),
    queryFn: ({ signal }) => api.listKnowledgeRequests({ query: { state }, signal }),
    enabled,
    staleTime: 0,
  })

export const useConflicts = (state: 'open' | 'settled') =>
  useQuery({
    queryKey: keys.knowledge('conflicts', state),
    queryFn: ({ signal }) => api.listKnowledgeConflicts({ query: { state }, signal }),
    staleTime: 0,
  })

export const useDraftConflicts = (draftId: string) =>
  useQuery({
    queryKey: keys.knowledge('draft-conflicts', draftId),
    queryFn: ({ signal }) => api.listDraftConflicts({ params: { draftId }, signal }),
    staleTime: 0,
  })
