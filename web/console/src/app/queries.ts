import { QueryClient } from '@tanstack/react-query'
import { ApiError } from '@open12345/contract/kernel'
import { onSignedOut } from '../api/client.ts'
import { keys } from '../api/keys.ts'

/** A refusal is an answer; only what did not arrive is asked again. */
const worthAsking = (failures: number, error: Error): boolean => failures < 2 && !(error instanceof ApiError && error.status < 500)

// `always`: without a line the person is told so at once, instead of waiting before a page that waits.
export const queries = new QueryClient({
  defaultOptions: {
    queries: { networkMode: 'always', retry: worthAsking, staleTime: 30_000, refetchOnWindowFocus: true },
    mutations: { networkMode: 'always', retry: false },
  },
})

onSignedOut(() => {
  if (queries.getQueryData(keys.session) !== undefined) queries.setQueryData(keys.session, null)
})
