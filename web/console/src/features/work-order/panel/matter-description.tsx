import { kindLabels, type Kind } from '@open12345/contract/vocabulary'
import type { Place } from '@open12345/contract/work-order'
import type { ReactElement } from 'react'
import { useLabel } from '@open12345/ui/language.ts'
import { usePlaces } from '../../../parts/place-select.tsx'
import { useSubjectName } from '../../../parts/subject-name.ts'

type Props = { readonly kind: Kind; readonly subject: string; readonly place: Place }
export const MatterDescription = ({ kind, subject, place }: Props): ReactElement => {
  const label = useLabel()
  const subjectName = useSubjectName()
  const places = usePlaces().data?.items ?? []
  const nameOf = (code: string | null): string => places.find((one) => one.code === code)?.name ?? code ?? ''
  return <>{[label(kindLabels[kind]), subjectName(subject), nameOf(place.county) + nameOf(place.township)].join(' · ')}</>
}
