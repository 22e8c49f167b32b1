import type { ResponsibleView } from '@open12345/contract/organisation'
import { principleLabels } from '@open12345/contract/vocabulary'
import type { OrderView } from '@open12345/contract/work-order'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import type { ReactElement } from 'react'
import { fill, useLabel, useWords, words } from '@open12345/ui/language.ts'
import { api } from '../../../api/client.ts'
import { keys } from '../../../api/keys.ts'
import { useUnits } from '../../../parts/unit-select.tsx'
import { isWithin, superiorOf } from '../../../parts/unit-tree.ts'

const said = words({
  suggestion: ['派单目录：{unit}（{principle}，{basis}）', 'The catalogue names {unit} ({principle}, {basis})'],
  take: ['选用', 'Choose it'],
  superior: [
    '被举报单位及其下属单位不能承办，可以派给其上级或者监督单位：{unit}',
    'Not to the accused nor below it; its superior or supervisor: {unit}',
  ],
})

type Props = { readonly order: OrderView; readonly onTake: (unit: Pick<ResponsibleView, 'unitId' | 'principle'>) => void }

const useResponsible = ({ subject, place }: OrderView) =>
  useQuery({
    queryKey: keys.responsible(subject, place?.county, place?.township),
    queryFn: () =>
      api.findResponsible({
        query: {
          subject: subject ?? '',
          ...(place?.county ? { county: place.county } : {}),
          ...(place?.township ? { township: place.township } : {}),
        },
      }),
    enabled: subject !== null,
    // A change of the catalogue holds from its day on.
    staleTime: 60_000,
  })

/** 20c: what the catalogue names is the accused, or stands below it: then whoever stands above the accused. */
const Superior = ({ accusedUnitId, onTake }: { readonly accusedUnitId: string; readonly onTake: Props['onTake'] }): ReactElement | null => {
  const text = useWords(said)
  const superior = superiorOf(useUnits().data?.items ?? [], accusedUnitId)
  return superior === undefined ? null : (
    <p className="soft step-alert">
      {fill(text.superior, { unit: superior.name })}{' '}
      <Button size="small" onClick={() => onTake({ unitId: superior.unitId, principle: 'duty' })}>
        {text.take}
      </Button>
    </p>
  )
}

/** Whom the catalogue of responsibilities names; the dispatcher decides. A unit that is reported is not proposed. @clause 11-2 */
export const ResponsibleUnit = ({ order, onTake }: Props): ReactElement | null => {
  const text = useWords(said)
  const label = useLabel()
  const units = useUnits().data?.items ?? []
  const responsible = useResponsible(order).data?.responsible
  const accusedUnitId = order.relations?.accusedUnitId ?? null
  if (accusedUnitId !== null && (!responsible || isWithin(units, responsible.unitId, accusedUnitId)))
    return <Superior accusedUnitId={accusedUnitId} onTake={onTake} />
  if (!responsible) return null
  const { name: unit, basis } = responsible
  const sentence = fill(text.suggestion, { unit, basis, principle: label(principleLabels[responsible.principle]) })
  return (
    <p className="soft step-alert">
      {sentence}{' '}
      <Button size="small" onClick={() => onTake(responsible)}>
        {text.take}
      </Button>
    </p>
  )
}
