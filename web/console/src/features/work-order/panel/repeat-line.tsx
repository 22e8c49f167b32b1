import { closureKindLabels, stageLabels } from '@open12345/contract/vocabulary'
import type { Repeat } from '@open12345/contract/work-order'
import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useLabel, useLanguage, useWords, words } from '@open12345/ui/language.ts'
import { numberText } from '@open12345/ui/number-text.ts'
import { instantText } from '@open12345/ui/time-text.ts'
import { useSubjectName } from '../../../parts/subject-name.ts'

const said = words({ similar: ['相似', 'Similar'] })

type Props = { readonly repeat: Repeat; readonly isLink?: boolean }

/** One earlier order in two lines: which, when, how it ended; what about and where. */
export const RepeatLine = ({ repeat, isLink = false }: Props): ReactElement => {
  const text = useWords(said)
  const label = useLabel()
  const language = useLanguage()
  const subjectName = useSubjectName()
  const { orderId, number, closureKind, stage, recordedAt, subject, placeName, isSimilar } = repeat
  return (
    <>
      {isLink ? (
        <Link to="/orders/$orderId" params={{ orderId }}>
          {numberText(number)}
        </Link>
      ) : (
        <span className="order-number">{numberText(number)}</span>
      )}{' '}
      <span className="tag">{label(closureKind === null ? stageLabels[stage] : closureKindLabels[closureKind])}</span>{' '}
      {isSimilar ? <span className="tag tag-near">{text.similar}</span> : null}
      <br />
      <span className="soft">{[instantText(recordedAt, language), subjectName(subject), placeName].filter(Boolean).join(' · ')}</span>
    </>
  )
}
