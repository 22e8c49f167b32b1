import { lineAnswers, type LinkageLine } from '@open12345/contract/linkage'
import { useMutation } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useState, type ReactElement } from 'react'
import { fill, useLanguage, useWords, words } from '@open12345/ui/language.ts'
import { dateText } from '@open12345/ui/time-text.ts'
import { api } from '../../api/client.ts'
import { useMay } from '../../api/session.ts'
import { useCommand } from '../../api/use-command.ts'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { Answered, Nothing } from '../../parts/states.tsx'
import { CorrectLine } from './correct-line.tsx'
import { outcomeWords } from './linkage-words.ts'
import { useLines, useRefresh } from './use-linkage.ts'

const said = words({
  emergency: ['紧急热线', 'Emergency'],
  utility: ['公用事业', 'Utility'],
  noNumber: ['号码待填', 'No number yet'],
  closed: ['已停用', 'No longer used'],
  due: ['该试线了', 'To be tested'],
  tested: ['试线 {on}：{outcome}', 'Tested {on}: {outcome}'],
  never: ['还没有试过', 'Never tested'],
  test: ['试线', 'Test'],
  correct: ['更正', 'Correct'],
  none: [
    '名录是空的。请把热线写进地区文件夹的 linkage.csv 再装载（docs/prefecture.md）。',
    'The directory is empty. Write the lines into linkage.csv of the prefecture’s folder and load it (docs/prefecture.md).',
  ],
  note: [
    '{days} 天没有试通的，标“该试线了”。试线只看通不通，接通即挂断；试紧急热线请先与对方约好。',
    'A line that was not reached for {days} days is to be tested. A test hangs up as soon as it is answered; arrange it with an emergency line first.',
  ],
  simulate: ['演示：{line}的反应', 'Demonstration: how {line} behaves'],
  answers: ['演示：接听', 'Demo: answers'],
  rings: ['演示：一直振铃', 'Demo: rings on'],
  busy: ['演示：占线', 'Demo: busy'],
  'no-answer': ['演示：无人接听', 'Demo: no answer'],
  unreachable: ['演示：打不通', 'Demo: not reached'],
})

const Simulate = ({ line, number }: { readonly line: string; readonly number: string }): ReactElement => {
  const text = useWords(said)
  const behave = useMutation({ mutationFn: (answer: (typeof lineAnswers)[number]) => api.simulateLine({ body: { number, answer } }) })
  return (
    <>
      <Select
        size="small"
        aria-label={fill(text.simulate, { line })}
        defaultValue="answers"
        style={{ width: 170 }}
        options={lineAnswers.map((value) => ({ value, label: text[value] }))}
        onChange={(answer: (typeof lineAnswers)[number]) => behave.mutate(answer)}
      />
      <ProblemNote error={behave.error} />
    </>
  )
}

const Steps = ({ line }: { readonly line: LinkageLine }): ReactElement => {
  const text = useWords(said)
  const may = useMay()
  const refresh = useRefresh()
  const [isOpen, setOpen] = useState(false)
  const test = useCommand(
    (_: null, { idempotencyKey }) => api.testLinkageLine({ params: { lineId: line.lineId }, idempotencyKey }),
    refresh,
  )
  const { number, name } = line
  return (
    <>
      <div className="linkage-steps">
        {may('linkage.drill') && number !== null ? (
          <Button size="small" loading={test.isPending} onClick={() => test.mutate(null)}>
            {text.test}
          </Button>
        ) : null}
        {may('linkage.edit') ? (
          <Button size="small" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {text.correct}
          </Button>
        ) : null}
        {may('telephony.simulate') && number !== null ? <Simulate line={name} number={number} /> : null}
      </div>
      <ProblemNote error={test.error} />
      {isOpen ? <CorrectLine line={line} onDone={() => setOpen(false)} /> : null}
    </>
  )
}

const Line = ({ line }: { readonly line: LinkageLine }): ReactElement => {
  const text = useWords(said)
  const outcomes = useWords(outcomeWords)
  const language = useLanguage()
  const { tested } = line
  return (
    <li className="linkage-row" aria-label={line.name}>
      <div className="linkage-head">
        <strong>{line.name}</strong>
        {line.number === null ? <span className="tag tag-near">{text.noNumber}</span> : <strong className="digits">{line.number}</strong>}
        <span className="tag">{text[line.kind]}</span>
        {line.closed ? <span className="tag tag-closed">{text.closed}</span> : null}
        {line.testDue ? <span className="tag tag-near">{text.due}</span> : null}
        <span className="soft">
          {tested === null ? text.never : fill(text.tested, { on: dateText(tested.on, language), outcome: outcomes[tested.outcome] })}
        </span>
        {line.unitName === null ? null : <span className="soft">{line.unitName}</span>}
      </div>
      {line.note === null ? null : <p className="soft">{line.note}</p>}
      {line.closed ? null : <Steps line={line} />}
    </li>
  )
}

/** 联动名录: emergency lines first. @clause 14 */
export const Directory = (): ReactElement => {
  const text = useWords(said)
  const asked = useLines()
  return (
    <section className="sheet">
      <Answered asked={asked}>
        {({ items, testEveryDays }) => (
          <>
            <p className="soft">{fill(text.note, { days: testEveryDays })}</p>
            {items.length === 0 ? <Nothing>{text.none}</Nothing> : null}
            <ul>
              {items.map((line) => (
                <Line key={line.lineId} line={line} />
              ))}
            </ul>
          </>
        )}
      </Answered>
    </section>
  )
}
