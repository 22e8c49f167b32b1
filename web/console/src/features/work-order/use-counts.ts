import type { Stage } from '@open12345/contract/vocabulary'
import { useQuery } from '@tanstack/react-query'
import { countText } from '@open12345/ui/number-text.ts'
import { api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'

/** How many orders wait in each stage, as far as this person may see them; empty text while nobody knows. */
export const useCounts = (): ((stage: Stage) => string) => {
  const counts = useQuery({ queryKey: keys.counts, queryFn: ({ signal }) => api.countOrders({ signal }) }).data?.counts
  return (stage) => (counts === undefined ? '' : countText(counts.find((one) => one.stage === stage)?.count ?? 0))
}
