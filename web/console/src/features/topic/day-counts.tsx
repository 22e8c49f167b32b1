import type { ReactElement } from 'react'
import { fill, useWords } from '@open12345/ui/language.ts'
import { topicWords } from './topic-words.ts'

/** How many on each day, as columns; today is the last. Told as numbers to whoever does not see them. */
export const DayCounts = ({ days }: { readonly days: readonly number[] }): ReactElement => {
  const text = useWords(topicWords)
  const most = Math.max(1, ...days)
  return (
    <span className="day-counts" role="img" aria-label={fill(text.days, { counts: days.join(', ') })}>
      {days.map((count, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- a day has its place and nothing else
        <span key={at} className="day-count" style={{ blockSize: `${Math.round((count / most) * 100)}%` }} />
      ))}
    </span>
  )
}
