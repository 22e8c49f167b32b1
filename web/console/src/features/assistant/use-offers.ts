import type { Suggestions } from '@open12345/contract/assistant'
import { kindLabels } from '@open12345/contract/vocabulary'
import { useLabel } from '@open12345/ui/language.ts'
import { usePlaces, type PlaceValue } from '../../parts/place-select.tsx'
import { useSubjectName } from '../../parts/subject-name.ts'
import type { Offer } from './field-row.tsx'
import type { Takes } from './use-takes.ts'

export type Offers = {
  readonly kind: readonly Offer[]
  readonly subject: readonly Offer[]
  readonly place: readonly Offer[]
  /** What the person chose, by its name. */
  readonly chosen: { readonly kind: string | undefined; readonly subject: string | undefined; readonly place: string | undefined }
}

const usePlaceName = (): ((place: PlaceValue) => string) => {
  const items = usePlaces().data?.items ?? []
  return ({ county, township }) =>
    [county, township].map((code) => (code === null ? '' : (items.find((place) => place.code === code)?.name ?? code))).join('')
}

/** What was found, as something that can be taken into the form. */
export const useOffers = ({ kinds, subjects, places }: Suggestions, { values, standing, take }: Takes): Offers => {
  const label = useLabel()
  const subjectName = useSubjectName()
  const placeName = usePlaceName()
  return {
    kind: kinds.map(({ value, confidence, reasons }) => ({
      key: value,
      name: label(kindLabels[value]),
      confidence,
      reasons,
      standing: standing('kind', value),
      onTake: () => take('kind', value),
    })),
    subject: subjects.map(({ value, confidence, reasons }) => ({
      key: value,
      name: subjectName(value),
      confidence,
      reasons,
      standing: standing('subject', value),
      onTake: () => take('subject', value),
    })),
    place: places.map(({ value, name, confidence, reasons }) => ({
      key: value.township ?? value.county,
      name,
      confidence,
      reasons,
      standing: standing('place', value),
      onTake: () => take('place', value),
    })),
    chosen: {
      kind: values.kind && label(kindLabels[values.kind]),
      subject: values.subject && subjectName(values.subject),
      place: values.place && placeName(values.place),
    },
  }
}
