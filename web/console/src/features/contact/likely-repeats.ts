import type { OrderRow } from '@open12345/contract/work-order'
import type { RecordValues } from './record-values.ts'

/** How an earlier order of the same person is like what is told now. */
export type Likeness = 'both' | 'subject' | 'place'
export type LikelyRepeat = { readonly row: OrderRow; readonly likeness: Likeness }
type About = Pick<RecordValues, 'subject' | 'place'>

const likenessOf = ({ subject, place }: About, row: OrderRow): Likeness | undefined => {
  const isSubject = subject !== undefined && row.subject === subject
  const isPlace = place !== undefined && row.place?.county === place.county
  if (isSubject && isPlace) return 'both'
  if (isSubject) return 'subject'
  return isPlace ? 'place' : undefined
}

const rank = { both: 0, subject: 1, place: 2 } as const satisfies Record<Likeness, number>

/** 13-4: of what the same person asked before, what the form's subject or place match; the likeliest first, then the newest. */
export const likelyRepeats = (about: About, history: readonly OrderRow[]): readonly LikelyRepeat[] =>
  history
    .flatMap((row): readonly LikelyRepeat[] => {
      const likeness = likenessOf(about, row)
      return likeness === undefined ? [] : [{ row, likeness }]
    })
    .toSorted((one, other) => rank[one.likeness] - rank[other.likeness])

type AfterRecording = { readonly step: 'link' } | { readonly step: 'explain'; readonly explanation: string }

/** What is to be done with an order that was just recorded as a repeat; nothing where it is closed by the recording itself. */
export const repeatStepOf = (values: RecordValues): (AfterRecording & { readonly ofOrderId: string }) | undefined => {
  const { step = 'accept', repeatOf, repeatStep, repeatExplanation } = values
  if (!repeatOf || step === 'answer' || step === 'decline') return undefined
  if (repeatStep !== 'explain') return { step: 'link', ofOrderId: repeatOf }
  return { step: 'explain', ofOrderId: repeatOf, explanation: repeatExplanation ?? '' }
}
