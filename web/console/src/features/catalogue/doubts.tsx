import type { CatalogueEntryView } from '@open12345/contract/catalogue'
import type { ReactElement } from 'react'
import { useWords, words } from '@open12345/ui/language.ts'
import { Answered, Nothing } from '../../parts/states.tsx'
import { useSubjectName } from '../../parts/subject-name.ts'
import { EntryRow } from './entry-row.tsx'
import { useCataloguePlace, useDoubts } from './use-catalogue.ts'

const said = words({
  holes: ['没有承办单位的事项', 'Subjects without a unit'],
  holesNote: [
    '每个事项在每个县市都应找得到承办单位（第十一条（二））。',
    'Every subject should find a unit in every county (article 11 (2)).',
  ],
  noHoles: ['没有空缺：每个事项在每个县市都找得到承办单位。', 'No holes: every subject finds a unit in every county.'],
  over: ['单位已不存续的条目', 'Entries whose unit is no more'],
  overNote: [
    '已并入的由承接单位承办，撤销的由更大的地方承办；宜把条目改过来。',
    'A successor handles it, or the wider place applies; the entry had better be changed.',
  ],
  noOver: ['没有。', 'None.'],
  idle: ['与更大的地方相同的条目', 'Entries that say what the wider place says'],
  idleNote: ['没有它也是同一个单位承办；可以留着，也可以终止。', 'Without it the same unit would handle it; it may stay, or be ended.'],
  noIdle: ['没有。', 'None.'],
})

const List = ({ entries, none }: { readonly entries: readonly CatalogueEntryView[]; readonly none: string }): ReactElement =>
  entries.length === 0 ? (
    <Nothing>{none}</Nothing>
  ) : (
    <ul className="entry-rows">
      {entries.map((entry) => (
        <EntryRow key={`${entry.subject} ${entry.placeCode}`} entry={entry} />
      ))}
    </ul>
  )

/** What somebody should look at: holes, entries that are overtaken, entries that say nothing new. @clause 11-2 */
export const Doubts = (): ReactElement => {
  const text = useWords(said)
  const subjectName = useSubjectName()
  const asked = useDoubts(useCataloguePlace().on)
  return (
    <Answered asked={asked}>
      {({ holes, over, idle }) => (
        <>
          <section className="sheet" aria-label={text.holes}>
            <h2>{text.holes}</h2>
            <p className="soft">{text.holesNote}</p>
            {holes.length === 0 ? (
              <Nothing>{text.noHoles}</Nothing>
            ) : (
              <ul className="entry-rows">
                {holes.map(({ subject, places }) => (
                  <li key={subject} className="entry-hole">
                    <strong>{subjectName(subject)}</strong> {places.map(({ name }) => name).join('、')}
                  </li>
                ))}
              </ul>
            )}
          </section>
          <section className="sheet" aria-label={text.over}>
            <h2>{text.over}</h2>
            <p className="soft">{text.overNote}</p>
            <List entries={over} none={text.noOver} />
          </section>
          <section className="sheet" aria-label={text.idle}>
            <h2>{text.idle}</h2>
            <p className="soft">{text.idleNote}</p>
            <List entries={idle} none={text.noIdle} />
          </section>
        </>
      )}
    </Answered>
  )
}
