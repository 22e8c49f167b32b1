import type { CatalogueEntryView } from '@open12345/contract/catalogue'
import { isMeant, subjectDomains, subjects, type SubjectDomain } from '@open12345/contract/vocabulary'
import { Button, Input, Select } from 'antd'
import { useState, type ReactElement } from 'react'
import { fill, useLabel, useWords, words } from '@open12345/ui/language.ts'
import { useClear } from '../../parts/clear.ts'
import { PlaceSelect, type PlaceValue } from '../../parts/place-select.tsx'
import { Answered, Nothing } from '../../parts/states.tsx'
import { UnitSelect } from '../../parts/unit-select.tsx'
import { EntryRow } from './entry-row.tsx'
import { useCatalogue, useCataloguePlace, type CatalogueSearch } from './use-catalogue.ts'

const said = words({
  entries: ['目录', 'Entries'],
  text: ['事项', 'Subject'],
  hint: ['如“占道”“欠薪”', 'A subject, or what people call it'],
  domain: ['领域', 'Domain'],
  anyDomain: ['全部领域', 'All domains'],
  unit: ['承办单位', 'Unit'],
  place: ['地方', 'Place'],
  on: ['哪一天的目录', 'As of'],
  inPlace: [
    '这个地方每个事项的承办单位：自己有条目的用自己的，没有的沿用更大的地方。',
    'Who handles each subject here: by its own entry, or by that of the wider place.',
  ],
  count: ['{count} 条', '{count} entries'],
  none: ['没有这样的条目。换个事项、地方或日子再查。', 'No such entry. Try another subject, place or day.'],
  more: ['再显示 {count} 条', 'Show {count} more'],
})

const shownAtOnce = 60
const byCode = new Map(subjects.map((subject) => [subject.code, subject]))

const matches =
  ({ text = '', domain, unit }: CatalogueSearch) =>
  ({ subject: code, unitId, answering }: CatalogueEntryView): boolean => {
    const subject = byCode.get(code)
    if (domain !== undefined && subject?.domain !== domain) return false
    if (unit !== undefined && unitId !== unit && answering?.unitId !== unit) return false
    return text.trim() === '' || (subject !== undefined && isMeant(subject, text))
  }

const Filters = ({ place }: { readonly place: PlaceValue | undefined }): ReactElement => {
  const words = useWords(said)
  const label = useLabel()
  const clear = useClear()
  const { text = '', domain, unit, on, go } = useCataloguePlace()
  // Its own: Chinese is composed while it is typed.
  const [typed, setTyped] = useState(text)
  return (
    <div className="entry-filters" role="search" aria-label={words.entries}>
      <label>
        <span>{words.text}</span>
        <Input
          allowClear
          type="search"
          value={typed}
          placeholder={words.hint}
          onChange={({ target }) => {
            setTyped(target.value)
            go({ text: target.value })
          }}
        />
      </label>
      <div className="entry-place">
        <span>{words.place}</span>
        <PlaceSelect value={place} onChange={(next) => go({ county: next?.county, township: next?.township ?? undefined })} />
      </div>
      <div>
        <span>{words.unit}</span>
        <UnitSelect aria-label={words.unit} value={unit} onChange={(next) => go({ unit: next })} />
      </div>
      <div>
        <span>{words.domain}</span>
        <Select
          aria-label={words.domain}
          placeholder={words.anyDomain}
          allowClear={clear}
          value={domain ?? null}
          onChange={(next: string | null) => go({ domain: next ?? undefined })}
          options={(Object.keys(subjectDomains) as SubjectDomain[]).map((value) => ({ value, label: label(subjectDomains[value]) }))}
        />
      </div>
      <label>
        <span>{words.on}</span>
        <Input type="date" value={on ?? ''} onChange={({ target }) => go({ on: target.value })} />
      </label>
    </div>
  )
}

const List = ({ entries }: { readonly entries: readonly CatalogueEntryView[] }): ReactElement => {
  const text = useWords(said)
  const [most, setMost] = useState(shownAtOnce)
  if (entries.length === 0) return <Nothing>{text.none}</Nothing>
  const left = Math.min(shownAtOnce, entries.length - most)
  return (
    <>
      <p className="soft" role="status">
        {fill(text.count, { count: entries.length })}
      </p>
      <ul className="entry-rows">
        {entries.slice(0, most).map((entry) => (
          <EntryRow key={`${entry.subject} ${entry.placeCode} ${entry.from}`} entry={entry} />
        ))}
      </ul>
      {left > 0 ? <Button onClick={() => setMost(most + shownAtOnce)}>{fill(text.more, { count: left })}</Button> : null}
    </>
  )
}

const rank = new Map(subjects.map(({ code }, index) => [code, index]))
const inOrder = (a: CatalogueEntryView, b: CatalogueEntryView): number =>
  (rank.get(a.subject) ?? 0) - (rank.get(b.subject) ?? 0) || (a.placeCode < b.placeCode ? -1 : 1)

/** Who handles what where, on a day: by subject, place, unit or domain. @clause 11-2 */
export const Entries = (): ReactElement => {
  const text = useWords(said)
  const sought = useCataloguePlace()
  const { county, township = null, on } = sought
  const place = county === undefined ? undefined : { county, township }
  const asked = useCatalogue({ on, place })
  return (
    <section className="sheet" aria-label={text.entries}>
      <Filters place={place} />
      {place === undefined ? null : <p className="soft">{text.inPlace}</p>}
      <Answered asked={asked} rows={8}>
        {({ items }) => <List key={JSON.stringify(sought)} entries={items.filter(matches(sought)).toSorted(inOrder)} />}
      </Answered>
    </section>
  )
}
