import type { ClockView } from '@open12345/contract/work-order'
import { useQuery } from '@tanstack/react-query'
import { api } from '../../api/client.ts'
import { usePacks } from './use-packs.ts'

/** 12-3: the most working days that the clock's own norm lets the centre grant in general; undefined until it is known. */
export const useMostDays = (clock: ClockView | undefined): number | undefined => {
  const packs = usePacks().data?.packs
  const span = packs?.find(({ id }) => id === clock?.pack)?.limits.find((limit) => limit.clock === 'extension')?.span
  return span === undefined ? undefined : Number.parseInt(span, 10)
}

/** So many working days after the last day in time, as the server counts them. */
export const useLaterDue = (clock: ClockView | undefined, days: number | undefined) =>
  useQuery({
    queryKey: ['later-due', clock?.calendar, clock?.dueOn, days],
    queryFn: ({ signal }) =>
      api.explainClock({
        body: { received: `${clock?.dueOn ?? ''}T12:00+08:00`, span: `${days ?? 0}wd`, calendar: clock?.calendar ?? '' },
        signal,
      }),
    enabled: clock !== undefined && days !== undefined && Number.isInteger(days) && days > 0 && days <= 60,
    staleTime: 600_000,
    retry: false,
  }).data
