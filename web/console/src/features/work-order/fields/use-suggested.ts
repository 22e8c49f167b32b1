import type { RelationSuggestion } from '@open12345/contract/relation'
import type { Kind } from '@open12345/contract/vocabulary'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '../../../api/client.ts'
import { keys } from '../../../api/keys.ts'
import type { PlaceValue } from '../../../parts/place-select.tsx'
import { usePaused } from '../../../parts/use-paused.ts'

/** The words that are asked about, and what is known beside them. */
export type Asked = {
  readonly text: string
  readonly kind: Kind | undefined
  readonly place: PlaceValue | undefined
  readonly addressDetail?: string | undefined
  readonly homeAddress?: string | undefined
}

const pauseMs = 700

const queryFor = ({ text, kind, place, addressDetail = '', homeAddress = '' }: Asked) => ({
  queryKey: keys.suggested(text, kind, place?.county, place?.township, addressDetail, homeAddress),
  queryFn: () => api.suggestRelations({ body: { text, kind: kind ?? null, place: place ?? null, addressDetail, homeAddress } }),
  staleTime: 600_000,
})

const nothing: readonly RelationSuggestion[] = []

/** What was found in words, and the words that it was found in. */
export type Suggested = { readonly of: string; readonly items: readonly RelationSuggestion[]; readonly ownHome: boolean }

/** 20c: the units that the words name, and whether they tell where the requester lives; asked again when whoever types pauses. */
export const useSuggested = ({ text, kind, place, addressDetail = '', homeAddress = '' }: Asked): Suggested => {
  const of = usePaused(text.trim(), pauseMs)
  const asked = { text: of, kind, place, addressDetail: usePaused(addressDetail, pauseMs), homeAddress: usePaused(homeAddress, pauseMs) }
  const found = useQuery({ ...queryFor(asked), enabled: of.length > 1, placeholderData: (before) => before })
  return of.length > 1 && found.data !== undefined ? { of, ...found.data } : { of, items: nothing, ownHome: false }
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
