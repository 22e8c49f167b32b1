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

/** The units in force, grouped by what they are, each found by a part of its name or of its code. */
const useUnitChoice = (among: (unit: UnitView) => boolean) => {
  const text = useWords(said)
  const clear = useClear()
  const units = useUnits()
  const items = units.data?.items ?? []
  const names = new Map(items.map(({ unitId, name }) => [unitId, name]))
  const titled = ({ unitId, name, kind, parentId }: UnitView) => ({
    value: unitId,
    label: (kind === 'township' || kind === 'section') && parentId !== null ? `${name}（${names.get(parentId) ?? parentId}）` : name,
  })
  const offered = items.filter(among)
  return {
    options: kindOrder
      .map((kind) => ({ label: text[kind], title: kind, options: offered.filter((unit) => unit.kind === kind).map(titled) }))
      .filter(({ options: some }) => some.length > 0),
    loading: units.isLoading,
    allowClear: clear,
    showSearch: {
      filterOption: (typed: string, option?: { readonly label?: unknown; readonly value?: unknown }) =>
        `${String(option?.label ?? '')}${String(option?.value ?? '')}`.toLowerCase().includes(typed.trim().toLowerCase()),
    },
    placeholder: text.search,
    notFoundContent: text.none,
  }
}

const every = (): boolean => true

type Props = {
  readonly id?: string
  readonly value?: string | undefined
  readonly onChange?: (unitId: string | undefined) => void
  readonly autoFocus?: boolean
  readonly disabled?: boolean
  /** Which of the units are offered; all where it is not said. */
  readonly among?: (unit: UnitView) => boolean
  readonly 'aria-label'?: string
}

/** Any unit in force. */
export const UnitSelect = ({ value, onChange, among = every, ...rest }: Props): ReactElement => {
  const choice = useUnitChoice(among)
  return (
    <Select
      {...rest}
      {...choice}
      value={choice.loading ? null : (value ?? null)}
      onChange={(unitId: string | null) => onChange?.(unitId ?? undefined)}
    />
  )
}

type SeveralProps = {
  readonly id?: string
  readonly value?: readonly string[] | undefined
  readonly onChange?: (unitIds: readonly string[]) => void
}

/** Several units in force. */
export const UnitsSelect = ({ value = [], onChange, ...rest }: SeveralProps): ReactElement => {
  const choice = useUnitChoice(every)
  return <Select {...rest} {...choice} mode="multiple" value={[...value]} onChange={(unitIds: string[]) => onChange?.(unitIds)} />
}
