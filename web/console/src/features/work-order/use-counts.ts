import type { Stage, Waiting } from '@open12345/contract/vocabulary'
import { useQuery } from '@tanstack/react-query'
import { countText } from '@open12345/ui/number-text.ts'
import { api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'

/** How many orders wait in each stage, or for a confirmation, as far as this person may see them; empty text while nobody knows. */
export const useCounts = (): ((place: Stage | Waiting) => string) => {
  const known = useQuery({ queryKey: keys.counts, queryFn: ({ signal }) => api.countOrders({ signal }) }).data
  return (place) => {
    if (known === undefined) return ''
    const counted = known.counts.find(({ stage }) => stage === place) ?? known.waiting.find(({ waiting }) => waiting === place)
    return countText(counted?.count ?? 0)
  }
}
