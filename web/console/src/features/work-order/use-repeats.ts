import { useQuery } from '@tanstack/react-query'
import { api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { useMay } from '../../api/session.ts'

/** 13-4: the other orders of the same person, for whoever may link them; nobody else asks. */
export const useRepeats = (orderId: string) => {
  const may = useMay()
  return useQuery({
    queryKey: keys.repeats(orderId),
    queryFn: ({ signal }) => api.listRepeats({ params: { orderId }, signal }),
    enabled: may('order.link-repeat') && may('order.search'),
  })
}
