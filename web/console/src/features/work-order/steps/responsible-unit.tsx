import type { ResponsibleView } from '@open12345/contract/organisation'
import { principleLabels } from '@open12345/contract/vocabulary'
import type { OrderView } from '@open12345/contract/work-order'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import type { ReactElement } from 'react'
import { fill, useLabel, useWords, words } from '@open12345/ui/language.ts'
import { api } from '../../../api/client.ts'
import { keys } from '../../../api/keys.ts'

const said = words({
  suggestion: ['职责目录：{unit}（{principle}，{basis}）', 'The catalogue names {unit} ({principle}, {basis})'],
  take: ['选用', 'Choose it'],
})

type Props = { readonly order: OrderView; readonly onTake: (responsible: ResponsibleView) => void }

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
    staleTime: 600_000,
  })

/** Whom the catalogue of responsibilities names; the dispatcher decides. A unit that is reported is not proposed. @clause 11-2 */
export const ResponsibleUnit = ({ order, onTake }: Props): ReactElement | null => {
  const text = useWords(said)
  const label = useLabel()
  const responsible = useResponsible(order).data?.responsible
  if (!responsible || responsible.unitId === order.relations?.accusedUnitId) return null
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
