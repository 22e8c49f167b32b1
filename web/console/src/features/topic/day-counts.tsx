import type { ReactElement } from 'react'
import { fill, useWords } from '@open12345/ui/language.ts'
import { topicWords } from './topic-words.ts'

/** How many on each day, as columns; today is the last. Told as numbers to whoever does not see them. */
export const DayCounts = ({ days }: { readonly days: readonly number[] }): ReactElement => {
  const text = useWords(topicWords)
  const most = Math.max(1, ...days)
  const told = fill(text.days, { counts: days.join(', ') })
  return (
    <div className="day-counts-frame" title={told}>
      <span className="day-counts" role="img" aria-label={told}>
        {days.map((count, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- a day has its place and nothing else
          <span key={at} className="day-count" style={{ blockSize: `${Math.round((count / most) * 100)}%` }} />
        ))}
      </span>
      <span className="soft" aria-hidden="true">
        {text.twoWeeks}
      </span>
    </div>
  )
}
