import type { Suggestions } from '@open12345/contract/assistant'
import { Button } from 'antd'
import type { ReactElement } from 'react'
import { fill, useWords } from '@open12345/ui/language.ts'
import { Marked } from '@open12345/ui/marked.tsx'
import { assistantWords } from './assistant-words.ts'

export type Passage = Suggestions['passages'][number]
type Props = {
  readonly passages: readonly Passage[]
  /** Undefined where the person declines the matter: nothing is quoted then. */
  readonly onQuote: ((passage: Passage) => void) | undefined
  /** The item that is quoted already. */
  readonly quotedId: string | undefined
  readonly isAnswered: boolean
  readonly letter: string
}

/** What is told about it now. A quotation names the item and its version. @clause 11-1 */
export const Passages = ({ passages, onQuote, quotedId, isAnswered, letter }: Props): ReactElement => {
  const text = useWords(assistantWords)
  return (
    <section className="assistant-part assistant-passages" aria-label={text.passages}>
      <h3>
        {text.passages}
        <kbd aria-hidden="true">Alt {letter}</kbd>
      </h3>
      {passages.length === 0 ? <p className="soft">{isAnswered ? text.noPassage : text.passagesLater}</p> : null}
      <ul>
        {passages.map((passage, index) => (
          <li key={passage.itemId}>
            <details>
              <summary>
                <Marked text={passage.title} marks={passage.titleMarks} />
                <span className="soft assistant-passage">
                  <Marked text={passage.passage.text} marks={passage.passage.marks} />
                </span>
              </summary>
              <p className="pre">{passage.body}</p>
              <p className="soft">
                {[passage.source, passage.unitName, fill(text.version, { version: passage.version })].filter(Boolean).join(' · ')}
              </p>
            </details>
            {onQuote === undefined ? null : (
              <Button
                size="small"
                type={passage.itemId === quotedId ? 'primary' : 'default'}
                aria-pressed={passage.itemId === quotedId}
                onClick={() => onQuote(passage)}
                aria-label={fill(text.quoteThis, { title: passage.title })}
                {...(index === 0 ? { 'aria-keyshortcuts': `Alt+${letter}` } : {})}
              >
                {passage.itemId === quotedId ? text.quoted : text.quote}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
