import type { OrderView } from '@open12345/contract/work-order'
import type { ReactElement } from 'react'
import { useWords, words } from '@open12345/ui/language.ts'
import { useUnits } from '../../../parts/unit-select.tsx'

const said = words({
  title: ['涉及单位', 'Units it is about'],
  respondent: ['被投诉单位', 'Complained of'],
  accused: ['被举报单位', 'Reported'],
  accusedNote: [
    '该单位及其下属单位看不到这件工单，也不能被派单。',
    'It and the units below it do not see this order and cannot be sent it.',
  ],
})

export const OrderRelations = ({ order: { relations } }: { readonly order: OrderView }): ReactElement | null => {
  const text = useWords(said)
  const units = useUnits().data?.items ?? []
  const nameOf = (unitId: string): string => units.find((unit) => unit.unitId === unitId)?.name ?? unitId
  if (relations === null) return null
  const { respondentUnitId, accusedUnitId } = relations
  if (respondentUnitId === null && accusedUnitId === null) return null
  return (
    <section className="sheet" aria-label={text.title}>
      <h3>{text.title}</h3>
      <dl className="facts">
        {respondentUnitId === null ? null : (
          <div>
            <dt>{text.respondent}</dt>
            <dd>{nameOf(respondentUnitId)}</dd>
          </div>
        )}
        {accusedUnitId === null ? null : (
          <div>
            <dt>{text.accused}</dt>
            <dd>
              {nameOf(accusedUnitId)}
              <p className="soft">{text.accusedNote}</p>
            </dd>
          </div>
        )}
      </dl>
    </section>
  )
}
