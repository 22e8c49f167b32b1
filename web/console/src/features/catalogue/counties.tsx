import type { CatalogueEntryView } from '@open12345/contract/catalogue'
import type { PlaceView } from '@open12345/contract/organisation'
import { principleLabels, subjectDomains, subjects, type Principle, type SubjectDomain } from '@open12345/contract/vocabulary'
import { Link } from '@tanstack/react-router'
import { Fragment, type ReactElement } from 'react'
import { useLabel, useWords, words } from '@open12345/ui/language.ts'
import { usePlaces } from '../../parts/place-select.tsx'
import { Answered } from '../../parts/states.tsx'
import { useCatalogue, useCataloguePlace } from './use-catalogue.ts'

const said = words({
  title: ['县市对照', 'By county'],
  note: [
    '有字的县市有自己的条目，点开看是哪个单位；“·”沿用全州的。',
    'A county with a word has an entry of its own; one with a dot follows the prefecture.',
  ],
  subject: ['事项', 'Subject'],
  whole: ['全州', 'Prefecture'],
  none: ['无', 'none'],
  inherits: ['沿用', 'follows'],
})
const shortWords = words({ place: ['属地', 'place'], duty: ['按职', 'duty'], industry: ['行业', 'line'] })

type Found = ReadonlyMap<string, CatalogueEntryView>
const keyOf = (subject: string, placeCode: string): string => `${subject} ${placeCode}`

const Cell = ({ entry }: { readonly entry: CatalogueEntryView | undefined }): ReactElement => {
  const text = useWords(said)
  const label = useLabel()
  const short = useWords(shortWords)
  if (entry === undefined)
    return (
      <td className="matrix-none">
        <span aria-hidden="true">·</span>
        <span className="visually-hidden">{text.inherits}</span>
      </td>
    )
  const { subject, placeCode, unitName, principle } = entry
  return (
    <td>
      <Link
        to="."
        search={(before) => ({ ...before, entry: keyOf(subject, placeCode) })}
        title={`${unitName} · ${label(principleLabels[principle satisfies Principle])}`}
      >
        {short[principle]}
      </Link>
    </td>
  )
}

type TableProps = { readonly entries: readonly CatalogueEntryView[]; readonly places: readonly PlaceView[] }
const Matrix = ({ entries, places }: TableProps): ReactElement => {
  const text = useWords(said)
  const label = useLabel()
  const found: Found = new Map(entries.map((entry) => [keyOf(entry.subject, entry.placeCode), entry]))
  const whole = places.find(({ level }) => level === 'prefecture')?.code ?? ''
  const counties = places.filter(({ level }) => level === 'county')
  return (
    <div className="matrix" tabIndex={0} role="region" aria-label={text.title}>
      <table>
        <thead>
          <tr>
            <th scope="col">{text.subject}</th>
            <th scope="col">{text.whole}</th>
            {counties.map(({ code, name }) => (
              <th key={code} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {(Object.keys(subjectDomains) as SubjectDomain[]).map((domain) => (
            <Fragment key={domain}>
              <tr>
                <th scope="colgroup" colSpan={counties.length + 2} className="matrix-domain">
                  {label(subjectDomains[domain])}
                </th>
              </tr>
              {subjects
                .filter((subject) => subject.domain === domain)
                .map(({ code, label: name }) => (
                  <tr key={code}>
                    <th scope="row">{label(name)}</th>
                    <td className="matrix-whole">{found.get(keyOf(code, whole))?.unitName ?? text.none}</td>
                    {counties.map((county) => (
                      <Cell key={county.code} entry={found.get(keyOf(code, county.code))} />
                    ))}
                  </tr>
                ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Which counties have their own entry, and which follow the prefecture. @clause 11-2 */
export const Counties = (): ReactElement => {
  const text = useWords(said)
  const { on } = useCataloguePlace()
  const asked = useCatalogue({ on })
  const places = usePlaces().data?.items ?? []
  return (
    <section className="sheet">
      <p className="soft">{text.note}</p>
      <Answered asked={asked} rows={8}>
        {({ items }) => <Matrix entries={items} places={places} />}
      </Answered>
    </section>
  )
}
