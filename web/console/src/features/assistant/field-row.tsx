import { Button } from 'antd'
import type { ReactElement } from 'react'
import { fill, useWords } from '@open12345/ui/language.ts'
import { assistantWords } from './assistant-words.ts'
import type { Standing } from './use-takes.ts'

/** One thing that may be taken. */
export type Offer = {
  readonly key: string
  readonly name: string
  readonly confidence: number
  readonly reasons: readonly string[]
  readonly standing: Standing
  readonly onTake: () => void
}

export const percent = (confidence: number): string => `${Math.round(confidence * 100)}%`

type Props = {
  readonly field: string
  /** Alt and this letter takes the first. */
  readonly letter: string
  readonly offers: readonly Offer[]
  /** What the person chose, by its name. */
  readonly chosen: string | undefined
}

/** What the words may mean for one field of the form; its height does not change with what is found. */
export const FieldRow = ({ field, letter, offers, chosen }: Props): ReactElement => {
  const text = useWords(assistantWords)
  const [first] = offers
  return (
    <div className="assistant-row">
      <dt>
        {field}
        <kbd aria-hidden="true">Alt {letter}</kbd>
      </dt>
      <dd>
        {first === undefined ? <span className="soft">{text.none}</span> : null}
        <span className="assistant-offers">
          {offers.map(({ key, name, confidence, standing, onTake }, index) => (
            <Button
              key={key}
              size="small"
              type={standing === 'same' ? 'primary' : 'default'}
              disabled={standing === 'chosen'}
              aria-pressed={standing === 'same'}
              aria-label={fill(text.take, { field, value: `${name} ${percent(confidence)}` })}
              {...(index === 0 ? { 'aria-keyshortcuts': `Alt+${letter}` } : {})}
              onClick={onTake}
            >
              {name} <span className="digits">{percent(confidence)}</span>
            </Button>
          ))}
        </span>
        {first === undefined ? null : (
          <p className="soft assistant-because">
            {first.standing === 'chosen' && chosen !== undefined
              ? fill(text.yours, { value: chosen })
              : fill(text.because, { words: first.reasons.map((said) => `“${said}”`).join('') })}
          </p>
        )}
      </dd>
    </div>
  )
}
