import type { TreeUnitView } from '@open12345/contract/organisation'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'

const tree = [...keys.units, 'tree']
const changes = [...keys.units, 'changes']

export const useUnitTree = () => useQuery({ queryKey: tree, queryFn: ({ signal }) => api.listUnitTree({ signal }) })

/** Of one unit, or of all. */
export const useUnitChanges = (unitId?: string) =>
  useQuery({
    queryKey: [...changes, unitId ?? ''],
    queryFn: ({ signal }) => api.listUnitChanges({ query: unitId === undefined ? {} : { unitId }, signal }),
  })

/** After each decision: the tree, what was decided, and every list of units to choose from. */
export const useRefreshUnits = (): (() => Promise<void>) => {
  const queries = useQueryClient()
  return () => queries.invalidateQueries({ queryKey: keys.units })
}

/** Which part and which unit is open; it stands in the address. */
export const useUnitPlace = (): { readonly tab: string | undefined; readonly unit: string | undefined } => {
  const { tab, unit } = useSearch({ strict: false })
  return { tab, unit }
}

export const isOver = ({ to }: TreeUnitView, today: string): boolean => to !== null && to <= today

/** A name for an id, of units that are no more too. */
export const nameOf = (units: readonly TreeUnitView[], unitId: string | null): string =>
  unitId === null ? '' : (units.find((one) => one.unitId === unitId)?.name ?? unitId)
