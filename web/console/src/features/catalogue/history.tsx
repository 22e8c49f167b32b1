import { Drawer, Button } from 'antd'
import type { ReactElement } from 'react'
import { fill, useWords, words } from '@open12345/ui/language.ts'
import { useMay } from '../../api/session.ts'
import { usePlaces } from '../../parts/place-select.tsx'
import { Answered, Nothing } from '../../parts/states.tsx'
import { useSubjectName } from '../../parts/subject-name.ts'
import { ChangeList } from './change-list.tsx'
import { EntryRow } from './entry-row.tsx'
import { useCataloguePlace, useEntryHistory, type Draft } from './use-catalogue.ts'

const said = words({
  title: ['{subject} · {place}', '{subject} · {place}'],
  spans: ['各段', 'Spans'],
  changes: ['变更记录', 'Changes'],
  noSpan: ['这个地方没有自己的条目，沿用更大的地方。', 'This place has no entry of its own; the wider place applies.'],
  noChange: ['没有在工作台改过。', 'It was never changed at the desk.'],
  set: ['提出变更', 'Propose a change'],
  end: ['提出终止', 'Propose to end it'],
})

type Props = { readonly subject: string; readonly placeCode: string; readonly onPropose: (draft: Draft) => void }
const Told = ({ subject, placeCode, onPropose }: Props): ReactElement => {
  const text = useWords(said)
  const may = useMay()
  const asked = useEntryHistory(subject, placeCode)
  return (
    <Answered asked={asked}>
      {({ spans, changes }) => (
        <>
          {may('catalogue.propose') ? (
            <div className="entry-steps">
              <Button type="primary" onClick={() => onPropose({ kind: 'set', subject, placeCode })}>
                {text.set}
              </Button>
              {spans.length === 0 ? null : <Button onClick={() => onPropose({ kind: 'end', subject, placeCode })}>{text.end}</Button>}
            </div>
          ) : null}
          <h3>{text.spans}</h3>
          {spans.length === 0 ? (
            <Nothing>{text.noSpan}</Nothing>
          ) : (
            <ul className="entry-rows entry-alone">
              {spans.map((span) => (
                <EntryRow key={span.from} entry={span} alone />
              ))}
            </ul>
          )}
          <h3>{text.changes}</h3>
          {changes.length === 0 ? <p className="soft">{text.noChange}</p> : <ChangeList changes={changes} />}
        </>
      )}
    </Answered>
  )
}

/** All spans of a subject in a place, and what was decided about it; beside the page, so that the list keeps its place. */
export const EntryHistory = ({ onPropose }: Pick<Props, 'onPropose'>): ReactElement => {
  const text = useWords(said)
  const subjectName = useSubjectName()
  const places = usePlaces().data?.items ?? []
  const { entry, go } = useCataloguePlace()
  const [subject = '', placeCode = ''] = (entry ?? '').split(' ')
  const place = places.find(({ code }) => code === placeCode)?.name ?? placeCode
  const close = (): void => go({ entry: undefined })
  return (
    <Drawer
      open={entry !== undefined}
      size={520}
      title={fill(text.title, { subject: subjectName(subject), place })}
      onClose={close}
      destroyOnHidden
    >
      {entry === undefined ? null : (
        <Told
          subject={subject}
          placeCode={placeCode}
          onPropose={(draft) => {
            close()
            onPropose(draft)
          }}
        />
      )}
    </Drawer>
  )
}
