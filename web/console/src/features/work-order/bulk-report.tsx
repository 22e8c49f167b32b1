import type { ReactElement } from 'react'
import { fill, useWords, words } from '@open12345/ui/language.ts'
import { numberText } from '@open12345/ui/number-text.ts'
import type { Bulk } from './use-bulk.ts'

const said = words({
  progress: ['{done} / {of}', '{done} / {of}'],
  done: ['已完成 {ok} 件', '{ok} done'],
  refused: ['，{failed} 件未完成：', ', {failed} refused:'],
})

export const BulkReport = ({ bulk }: { readonly bulk: Bulk }): ReactElement => {
  const text = useWords(said)
  const failed = bulk.failures.length
  const sentence = bulk.isRunning
    ? fill(text.progress, { done: bulk.done, of: bulk.of })
    : bulk.of === 0
      ? ''
      : fill(text.done, { ok: bulk.done - failed }) + (failed === 0 ? '' : fill(text.refused, { failed }))
  return (
    <div role="status" className="bulk-report">
      {sentence}
      <ul>
        {bulk.failures.map(({ orderId, number, title }) => (
          <li key={orderId} className="due-late">
            {numberText(number)} {title}
          </li>
        ))}
      </ul>
    </div>
  )
}
