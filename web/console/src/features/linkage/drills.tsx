import type { DrillView } from '@open12345/contract/linkage'
import { Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { fill, useLanguage, useWords, words } from '@open12345/ui/language.ts'
import { dateText } from '@open12345/ui/time-text.ts'
import { useMay } from '../../api/session.ts'
import { More } from '../../parts/bench.tsx'
import { Answered, Nothing } from '../../parts/states.tsx'
import { DrillForm } from './drill-form.tsx'
import { outcomeWords } from './linkage-words.ts'
import { useDrills } from './use-linkage.ts'

const said = words({
  list: ['试线和演练记录', 'Tests and drills'],
  'test-call': ['试线', 'Test'],
  drill: ['演练', 'Drill'],
  record: ['记演练', 'Record a drill'],
  none: [
    '还没有试过线，也没有演练过。在“名录”里按“试线”即留下记录。',
    'Neither a test nor a drill yet. “Test” in the directory leaves a record.',
  ],
  participants: ['参加：{words}', 'Participants: {words}'],
  finding: ['发现：{words}', 'Finding: {words}'],
  improvement: ['改进：{words}', 'Improvement: {words}'],
  due: ['{on} 前改完', 'Due {on}'],
  by: ['记录人 {by}', 'By {by}'],
})

const Row = ({ drill }: { readonly drill: DrillView }): ReactElement => {
  const text = useWords(said)
  const outcomes = useWords(outcomeWords)
  const language = useLanguage()
  const lines = [
    [text.participants, drill.participants],
    [text.finding, drill.finding],
    [text.improvement, drill.improvement],
  ] as const
  return (
    <li className="linkage-row">
      <div className="linkage-head">
        <time dateTime={drill.heldOn} className="digits">
          {dateText(drill.heldOn, language)}
        </time>
        <span className="tag">{text[drill.kind]}</span>
        <strong>{drill.lines.map(({ name }) => name).join('、')}</strong>
        <span className={drill.outcome === 'reached' ? 'tag linkage-fine' : 'tag linkage-failed'}>{outcomes[drill.outcome]}</span>
        <span className="soft">{fill(text.by, { by: drill.by })}</span>
        {drill.dueOn === null ? null : <span className="tag tag-near">{fill(text.due, { on: dateText(drill.dueOn, language) })}</span>}
      </div>
      {lines.map(([sentence, written]) =>
        written === null ? null : (
          <p key={sentence} className="pre">
            {fill(sentence, { words: written })}
          </p>
        ),
      )}
    </li>
  )
}

/** 试线、联动演练: newest first. @clause 14 */
export const Drills = (): ReactElement => {
  const text = useWords(said)
  const may = useMay()
  const [isOpen, setOpen] = useState(false)
  const asked = useDrills()
  return (
    <section className="sheet" aria-label={text.list}>
      {may('linkage.drill') ? (
        <div className="linkage-steps">
          <Button aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {text.record}
          </Button>
        </div>
      ) : null}
      {isOpen ? <DrillForm title={text.record} onDone={() => setOpen(false)} /> : null}
      <Answered asked={asked}>
        {(shown) => (
          <>
            {shown.length === 0 ? <Nothing>{text.none}</Nothing> : null}
            <ol>
              {shown.map((drill) => (
                <Row key={drill.drillId} drill={drill} />
              ))}
            </ol>
            <More list={asked} />
          </>
        )}
      </Answered>
    </section>
  )
}
