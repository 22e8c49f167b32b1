import type { CatalogueEntryView } from '@open12345/contract/catalogue'
import { principleLabels } from '@open12345/contract/vocabulary'
import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { fill, useLabel, useLanguage, useWords, words } from '@open12345/ui/language.ts'
import { dateText, instantText } from '@open12345/ui/time-text.ts'
import { useSubjectName } from '../../parts/subject-name.ts'

const said = words({
  from: ['{on} 起', 'from {on}'],
  span: ['{from} 起，{to} 前止', 'from {from}, until before {to}'],
  successor: ['已并入，由{unit}承办', 'merged: {unit} handles it'],
  nobody: ['单位已不存续，由更大的地方承办', 'the unit is no more: the wider place applies'],
  changed: ['{by}提出、{decider}同意，{at}：{reason}', 'proposed by {by}, accepted by {decider}, {at}: {reason}'],
  folder: ['随地区数据装载', 'Loaded with the data of the prefecture'],
})

export const useSpanText = () => {
  const text = useWords(said)
  const language = useLanguage()
  return ({ from, to }: { readonly from: string; readonly to: string | null }): string =>
    to === null
      ? fill(text.from, { on: dateText(from, language) })
      : fill(text.span, { from: dateText(from, language), to: dateText(to, language) })
}

/** Who said so: the change that brought it, or the folder. */
const Origin = ({ change }: Pick<CatalogueEntryView, 'change'>): ReactElement => {
  const text = useWords(said)
  const language = useLanguage()
  if (change === null) return <span className="soft">{text.folder}</span>
  const { by, decidedBy: decider, decidedAt, reason } = change
  return <span className="soft">{fill(text.changed, { by, decider, at: instantText(decidedAt, language), reason })}</span>
}

type Props = {
  readonly entry: CatalogueEntryView
  /** In a history subject and place stand above. */
  readonly alone?: boolean
}

/** One entry: subject and place, unit, principle, law, its days, and who said so. */
export const EntryRow = ({ entry, alone = false }: Props): ReactElement => {
  const text = useWords(said)
  const label = useLabel()
  const subjectName = useSubjectName()
  const spanText = useSpanText()
  const { subject, placeCode, placeName, unitId, unitName, answering, principle, basis } = entry
  return (
    <li className="entry-row">
      {alone ? null : (
        <div className="entry-what">
          <Link to="." search={(before) => ({ ...before, entry: `${subject} ${placeCode}` })}>
            {subjectName(subject)}
          </Link>
          <span className="soft">{placeName}</span>
        </div>
      )}
      <div className="entry-who">
        <strong>{unitName}</strong>
        <span className="tag">{label(principleLabels[principle])}</span>
        {answering?.unitId === unitId ? null : (
          <span className="tag tag-near entry-over">
            {answering === null ? text.nobody : fill(text.successor, { unit: answering.name })}
          </span>
        )}
      </div>
      <div className="entry-why">
        <span>{basis}</span>
        <span className="soft">{spanText(entry)}</span>
        <Origin change={entry.change} />
      </div>
    </li>
  )
}
