import { ApiError } from '@open12345/contract/kernel'
import type { SessionView } from '@open12345/contract/session'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { api } from './client.ts'
import { keys } from './keys.ts'

/** Who is signed in; null is nobody. */
const readSession = async (): Promise<SessionView | null> => {
  try {
    return await api.readSession({})
  } catch (error) {
    if (error instanceof ApiError && error.status === 401) return null
    throw error
  }
}

export const sessionQuery = queryOptions({ queryKey: keys.session, queryFn: readSession, staleTime: Infinity, retry: 2 })

/** What is known of the installation before anybody is signed in. */
export const useEntrance = () =>
  useQuery({ queryKey: keys.entrance, queryFn: ({ signal }) => api.readEntrance({ signal }), staleTime: Infinity }).data

/** The signed-in person; the pages below the shell are drawn only when there is one. */
export const useSession = (): SessionView | null => useQuery(sessionQuery).data ?? null
export const useMay = (): ((action: string) => boolean) => {
  const session = useSession()
  return (action) => session?.actions.includes(action) ?? false
}
