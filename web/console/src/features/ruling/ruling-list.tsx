import type { Ruling } from '@open12345/contract/work-order'
import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useLanguage, useWords, words } from '@open12345/ui/language.ts'
import { numberText } from '@open12345/ui/number-text.ts'
import { instantText } from '@open12345/ui/time-text.ts'
import { api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { usePages } from '../../api/use-pages.ts'
import { More } from '../../parts/bench.tsx'
import { Answered, Nothing } from '../../parts/states.tsx'
import { useSubjectName } from '../../parts/subject-name.ts'
import './ruling.css'

const said = words({
  list: ['裁定先例', 'Precedents'],
  none: ['没有这样的裁定或者指定。', 'No such ruling or designation.'],
  'return-refused': ['裁定承办', 'Ruled'],
  designated: ['指定承办', 'Designated'],
  basis: ['依据：', 'Basis: '],
})

const RulingItem = ({ ruling }: { readonly ruling: Ruling }): ReactElement => {
  const text = useWords(said)
  const language = useLanguage()
  const subjectName = useSubjectName()
  return (
    <li>
      <div className="ruling-head">
        <strong>{ruling.unitName}</strong>
        <span className="tag">{text[ruling.type]}</span>
        <span className="soft">{[subjectName(ruling.subject), ruling.placeName].filter(Boolean).join(' · ')}</span>
      </div>
      <p className="pre">{ruling.grounds}</p>
      {ruling.basis === null ? null : (
        <p className="pre soft">
          {text.basis}
          {ruling.basis}
        </p>
      )}
      <p className="soft">
        <Link to="/orders/$orderId" params={{ orderId: ruling.orderId }} target="_blank">
          {numberText(ruling.number)}
        </Link>{' '}
        <time dateTime={ruling.at}>{instantText(ruling.at, language)}</time>
      </p>
    </li>
  )
}

export type Sought = { readonly subject?: string | undefined; readonly unitId?: string | undefined }

/** 12-2c, 11-3c: who had to do what in such a case before, newest first. */
export const RulingList = ({ subject, unitId }: Sought): ReactElement => {
  const text = useWords(said)
  const asked = usePages({
    queryKey: keys.rulings(subject, unitId),
    limit: 10,
    ask: (query, signal) =>
      api.listRulings({
        query: {
          ...query,
          ...(subject === undefined ? {} : { subject }),
          ...(unitId === undefined ? {} : { unitId }),
        },
        signal,
      }),
  })
  return (
    <Answered asked={asked} rows={3}>
      {(shown) => (
        <>
          {shown.length === 0 ? (
            <Nothing>{text.none}</Nothing>
          ) : (
            <ul className="rulings" aria-label={text.list}>
              {shown.map((ruling) => (
                <RulingItem key={ruling.orderId + ruling.at} ruling={ruling} />
              ))}
            </ul>
          )}
          <More list={asked} />
        </>
      )}
    </Answered>
  )
}
