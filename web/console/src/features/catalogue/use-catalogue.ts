import type { PlaceView } from '@open12345/contract/organisation'
import type { Principle } from '@open12345/contract/vocabulary'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import type { PlaceValue } from '../../parts/place-select.tsx'

export type CatalogueSearch = {
  readonly tab?: string
  readonly text?: string
  readonly domain?: string
  readonly county?: string
  readonly township?: string
  readonly unit?: string
  readonly on?: string
  /** Subject and place whose history is open. */
  readonly entry?: string
}

/** What is looked for and open; it stands in the address. */
export const useCataloguePlace = () => {
  const place: CatalogueSearch = useSearch({ from: '/inside/catalogue' })
  const navigate = useNavigate({ from: '/catalogue' })
  const go = (next: { readonly [K in keyof CatalogueSearch]: CatalogueSearch[K] | undefined }): void =>
    void navigate({
      search: (before) =>
        Object.fromEntries(Object.entries({ ...before, ...next }).filter(([, value]) => value !== undefined && value !== '')),
      replace: true,
    })
  return { ...place, go }
}

type Asked = { readonly on?: string | undefined; readonly place?: PlaceValue | undefined }

/** Below the units: what becomes of one of them changes whom the catalogue leads to. */
export const useCatalogue = ({ on, place }: Asked = {}) =>
  useQuery({
    queryKey: keys.catalogue('entries', on, place?.county, place?.township),
    queryFn: ({ signal }) =>
      api.listCatalogue({
        query: {
          ...(on === undefined ? {} : { on }),
          ...(place === undefined ? {} : { county: place.county }),
          ...(place?.township ? { township: place.township } : {}),
        },
        signal,
      }),
  })

export const useDoubts = (on: string | undefined) =>
  useQuery({
    queryKey: keys.catalogue('doubts', on),
    queryFn: ({ signal }) => api.listCatalogueDoubts({ query: on === undefined ? {} : { on }, signal }),
  })

export const useEntryHistory = (subject: string, placeCode: string) =>
  useQuery({
    queryKey: keys.catalogue('history', subject, placeCode),
    queryFn: ({ signal }) => api.readCatalogueHistory({ query: { subject, placeCode }, signal }),
  })

export const useChanges = (enabled: boolean) =>
  useQuery({ queryKey: keys.catalogue('changes'), queryFn: ({ signal }) => api.listCatalogueChanges({ signal }), enabled })

export const useConcerning = (enabled: boolean) =>
  useQuery({ queryKey: keys.catalogue('concerning'), queryFn: ({ signal }) => api.listCatalogueConcerning({ signal }), enabled })

export const useFindings = (enabled: boolean) =>
  useQuery({
    queryKey: keys.catalogue('findings'),
    queryFn: ({ signal }) => api.listCatalogueFindings({ query: { days: 180 }, signal }),
    enabled,
  })

/** After each decision: the catalogue, and what it suggests to whoever dispatches. */
export const useRefreshCatalogue = (): (() => Promise<void>) => {
  const queries = useQueryClient()
  return () => queries.invalidateQueries({ queryKey: keys.units })
}

/** What a proposal begins with; somebody fills in the rest. */
export type Draft = {
  readonly kind: 'set' | 'end'
  readonly subject?: string
  readonly placeCode?: string
  readonly unitId?: string
  readonly principle?: Principle
  readonly reason?: string
  readonly evidence?: readonly { readonly orderId: string; readonly number: string }[]
}

/** A code as the choice of county and township shows it; nothing is the whole prefecture. */
export const placeValueOf = (places: readonly PlaceView[], code: string | undefined): PlaceValue | undefined => {
  const place = places.find((one) => one.code === code)
  if (place?.level === 'county') return { county: place.code, township: null }
  return place?.level === 'township' && place.parentCode !== null ? { county: place.parentCode, township: place.code } : undefined
}

export const placeCodeOf = (places: readonly PlaceView[], value: PlaceValue | undefined): string =>
  value?.township ?? value?.county ?? places.find(({ level }) => level === 'prefecture')?.code ?? ''
