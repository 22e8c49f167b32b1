import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import type { UnitView } from '@open12345/contract/organisation'
import type { ReactElement } from 'react'
import { useWords, words } from '@open12345/ui/language.ts'
import { api } from '../api/client.ts'
import { keys } from '../api/keys.ts'
import { useClear } from './clear.ts'

const said = words({
  search: ['输入单位名称查找', 'Type a unit’s name'],
  none: ['没有这个单位', 'No such unit'],
  centre: ['热线中心', 'Hotline centre'],
  office: ['政府办公室', 'Government office'],
  county: ['县市', 'Counties'],
  department: ['部门', 'Departments'],
  enterprise: ['企业', 'Enterprises'],
  township: ['乡镇', 'Townships'],
  section: ['内设机构', 'Sections'],
  'sub-centre': ['分中心', 'Sub-centres'],
})

export const useUnits = () => useQuery({ queryKey: keys.units, queryFn: () => api.listUnits({ query: {} }), staleTime: 600_000 })

const kindOrder = ['department', 'county', 'enterprise', 'sub-centre', 'office', 'township', 'section', 'centre'] as const

type Props = {
  readonly id?: string
  readonly value?: string | undefined
  readonly onChange?: (unitId: string | undefined) => void
  readonly autoFocus?: boolean
  readonly disabled?: boolean
}

/** Any unit in force, found by a part of its name or of its code. */
export const UnitSelect = ({ id, value, onChange, autoFocus, disabled }: Props): ReactElement => {
  const text = useWords(said)
  const clear = useClear()
  const units = useUnits()
  const items = units.data?.items ?? []
  const names = new Map(items.map(({ unitId, name }) => [unitId, name]))
  const titled = ({ unitId, name, kind, parentId }: UnitView) => ({
    value: unitId,
    label: (kind === 'township' || kind === 'section') && parentId !== null ? `${name}（${names.get(parentId) ?? parentId}）` : name,
  })
  const options = kindOrder
    .map((kind) => ({ label: text[kind], title: kind, options: items.filter((unit) => unit.kind === kind).map(titled) }))
    .filter(({ options: some }) => some.length > 0)
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      {...(autoFocus === undefined ? {} : { autoFocus })}
      {...(disabled === undefined ? {} : { disabled })}
      value={value ?? null}
      onChange={(unitId: string | null) => onChange?.(unitId ?? undefined)}
      options={options}
      loading={units.isLoading}
      allowClear={clear}
      showSearch={{
        filterOption: (typed, option) =>
          `${String(option?.label ?? '')}${String((option as { value?: unknown } | undefined)?.value ?? '')}`
            .toLowerCase()
            .includes(typed.trim().toLowerCase()),
      }}
      placeholder={text.search}
      notFoundContent={text.none}
    />
  )
}
