import { nothingSuggested, type Suggestions } from '@open12345/contract/assistant'
import { useQuery } from '@tanstack/react-query'
import { api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import type { PlaceValue } from '../../parts/place-select.tsx'
import { usePaused } from '../../parts/use-paused.ts'

export type Asked = { readonly text: string; readonly subject: string | undefined; readonly place: PlaceValue | undefined }

const pauseMs = 300
const shortest = 2

/** What was found before stays while the next is on its way. */
export type Found = {
  readonly suggestions: Suggestions
  readonly isAnswered: boolean
  readonly isReading: boolean
  readonly isDown: boolean
}

/** Asked when whoever types pauses. Nothing waits for it: where nobody answers, the form works as before. */
export const useSuggestions = ({ text, subject, place }: Asked): Found => {
  const paused = usePaused(text.trim(), pauseMs)
  const isAsked = paused.length >= shortest
  const found = useQuery({
    queryKey: keys.assistant(paused, subject, place?.county, place?.township),
    queryFn: ({ signal }) => api.askAssistant({ body: { text: paused, subject: subject ?? null, place: place ?? null }, signal }),
    enabled: isAsked,
    retry: false,
    staleTime: 60_000,
    // A caller's words do not stay in the browser's memory longer than they are of use.
    gcTime: 60_000,
    placeholderData: (before) => before,
  })
  return {
    suggestions: (isAsked ? found.data : undefined) ?? nothingSuggested,
    isAnswered: isAsked && found.data !== undefined,
    isReading: isAsked && found.isFetching,
    isDown: isAsked && found.isError,
  }
}
