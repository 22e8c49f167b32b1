import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import type { ReactElement } from 'react'
import { useWords, words } from '@open12345/ui/language.ts'
import { api } from '../api/client.ts'
import { keys } from '../api/keys.ts'
import { useClear } from './clear.ts'

const said = words({
  county: ['县市', 'County'],
  township: ['乡镇（不清楚可空着）', 'Township (may stay open)'],
})

export const usePlaces = () => useQuery({ queryKey: keys.places, queryFn: () => api.listPlaces({ query: {} }), staleTime: 600_000 })

export type PlaceValue = { readonly county: string; readonly township: string | null }
type Props = { readonly id?: string; readonly value?: PlaceValue | undefined; readonly onChange?: (place: PlaceValue | undefined) => void }

const byName = {
  filterOption: (typed: string, option?: { readonly label?: unknown; readonly value?: unknown }) =>
    `${String(option?.label)}${String(option?.value)}`.includes(typed.trim()),
}

/** The address of the matter: the county, then its township where it is known. */
export const PlaceSelect = ({ id, value, onChange }: Props): ReactElement => {
  const text = useWords(said)
  const clear = useClear()
  const places = usePlaces()
  const items = places.data?.items ?? []
  const optionsOf = (some: typeof items) => some.map(({ code, name }) => ({ value: code, label: name }))
  const townships = items.filter(({ level, parentCode }) => level === 'township' && parentCode === value?.county)
  return (
    <div className="place-select">
      <Select
        {...(id === undefined ? {} : { id })}
        aria-label={text.county}
        placeholder={text.county}
        value={value?.county ?? null}
        onChange={(county: string | null) => onChange?.(county === null ? undefined : { county, township: null })}
        options={optionsOf(items.filter(({ level }) => level === 'county'))}
        loading={places.isLoading}
        showSearch={byName}
        allowClear={clear}
      />
      <Select
        aria-label={text.township}
        placeholder={text.township}
        value={value?.township ?? null}
        disabled={value === undefined || townships.length === 0}
        onChange={(township: string | null) => value !== undefined && onChange?.({ county: value.county, township })}
        options={optionsOf(townships)}
        showSearch={byName}
        allowClear={clear}
      />
    </div>
  )
}
