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

/** The signed-in person; the pages below the shell are drawn only when there is one. */
export const useSession = (): SessionView | null => useQuery(sessionQuery).data ?? null
export const useMay = (): ((action: string) => boolean) => {
  const session = useSession()
  return (action) => session?.actions.includes(action) ?? false
}
