import type { RelationSuggestion } from '@open12345/contract/relation'
import type { Kind } from '@open12345/contract/vocabulary'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { api } from '../../../api/client.ts'
import { keys } from '../../../api/keys.ts'
import type { PlaceValue } from '../../../parts/place-select.tsx'

/** The words that are asked about, and what is known beside them. */
export type Asked = { readonly text: string; readonly kind: Kind | undefined; readonly place: PlaceValue | undefined }

const pauseMs = 700
/** A value once it has stood still: a person who types pauses. */
const usePaused = <V>(value: V): V => {
  const [paused, setPaused] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setPaused(value), pauseMs)
    return () => clearTimeout(timer)
  }, [value])
  return paused
}

const queryFor = ({ text, kind, place }: Asked) => ({
  queryKey: keys.suggested(text, kind, place?.county, place?.township),
  queryFn: () => api.suggestRelations({ body: { text, kind: kind ?? null, place: place ?? null } }),
  staleTime: 600_000,
})

const nothing: readonly RelationSuggestion[] = []

/** 20c: the units that the words name; asked again when whoever types pauses. */
export const useSuggested = ({ text, kind, place }: Asked): { readonly of: string; readonly items: readonly RelationSuggestion[] } => {
  const of = usePaused(text.trim())
  const found = useQuery({ ...queryFor({ text: of, kind, place }), enabled: of.length > 1, placeholderData: (before) => before })
  return { of, items: of.length > 1 ? (found.data?.items ?? nothing) : nothing }
}

/** The same, now; nothing where nobody answers: whoever sends the form will hear of that anyway. */
export const useSuggestedNow = (): ((asked: Asked) => Promise<readonly RelationSuggestion[]>) => {
  const queries = useQueryClient()
  return async (asked) => {
    const text = asked.text.trim()
    if (text.length < 2) return nothing
    return queries.fetchQuery(queryFor({ ...asked, text })).then(
      ({ items }) => items,
      () => nothing,
    )
  }
}
