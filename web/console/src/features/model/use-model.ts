import { useQuery } from '@tanstack/react-query'
import { api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { useMay } from '../../api/session.ts'

type Model = { readonly isOn: boolean; /** There is something to look at, of now or of before. */ readonly isKnown: boolean }

/** Whether the installation has a language model: where it has none, nothing of it is shown. */
export const useModel = (): Model => {
  const may = useMay()
  const { data } = useQuery({
    queryKey: keys.model,
    queryFn: ({ signal }) => api.readModel({ signal }),
    enabled: may('order.read'),
    staleTime: Infinity,
  })
  const isOn = data?.on ?? false
  return { isOn, isKnown: isOn || (data?.wasUsed ?? false) }
}
