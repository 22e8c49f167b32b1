import type { TellingView, ToldItem } from '@open12345/contract/answer'
import { useQuery } from '@tanstack/react-query'
import { api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { usePages, type Pages } from '../../api/use-pages.ts'

/** What the requester of an order was told. */
export const useTold = (orderId: string) =>
  useQuery({ queryKey: keys.told(orderId), queryFn: ({ signal }) => api.listTold({ params: { orderId }, signal }) })

/** They were told what has changed since, and nobody has told them again. */
export const isToBeToldAgain = ({ version, currentVersion, outcome }: ToldItem): boolean =>
  version !== currentVersion && (outcome === null || outcome === 'not-reached')

/** Who is still to be told. */
export const useTellings = (): Pages<TellingView> =>
  usePages({ queryKey: keys.tellings, ask: (query, signal) => api.listTellings({ query, signal }), staleTime: 0 })
