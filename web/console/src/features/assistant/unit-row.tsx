import type { Suggestions } from '@open12345/contract/assistant'
import { principleLabels } from '@open12345/contract/vocabulary'
import type { ReactElement } from 'react'
import { useLabel, useWords } from '@open12345/ui/language.ts'
import { assistantWords } from './assistant-words.ts'
import { percent } from './field-row.tsx'

/** Who would handle it: to tell the caller. Whoever dispatches decides. @clause 11-2 */
export const UnitRow = ({ units }: { readonly units: Suggestions['units'] }): ReactElement => {
  const text = useWords(assistantWords)
  const label = useLabel()
  const [first, ...others] = units
  return (
    <div className="assistant-row assistant-unit">
      <dt>{text.unit}</dt>
      <dd>
        {first === undefined ? (
          <span className="soft">{text.none}</span>
        ) : (
          <>
            <b>{first.unitName}</b> <span className="soft digits">{percent(first.confidence)}</span>
            <p className="soft assistant-because">
              {[
                first.catalogue === null ? '' : label(principleLabels[first.catalogue.principle]),
                first.catalogue?.basis ?? '',
                first.learned ? text.learned : '',
                ...others.map(({ unitName, confidence }) => `${unitName} ${percent(confidence)}`),
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
          </>
        )}
      </dd>
    </div>
  )
}
