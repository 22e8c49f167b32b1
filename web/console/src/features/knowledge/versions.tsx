import type { KnowledgeContent, KnowledgeVersion } from '@open12345/contract/knowledge'
import { Input, Select } from 'antd'
import { useState, type ReactElement } from 'react'
import { fill, useLanguage, useWords, words } from '@open12345/ui/language.ts'
import { instantText, todayOn } from '@open12345/ui/time-text.ts'
import { Answered } from '../../parts/states.tsx'
import { ContentView, documentText } from './content-view.tsx'
import { differences } from './differences.ts'
import { contentWords, typeWords } from './knowledge-words.ts'
import { useToldOn } from './use-knowledge.ts'
import './knowledge.css'

const said = words({
  versions: ['各版本', 'Versions'],
  version: ['第 {version} 版（{at} 起）', 'Version {version} (from {at})'],
  compare: ['对照第 {version} 版', 'Against version {version}'],
  which: ['对照哪一版', 'Compare with'],
  same: ['不变', 'Same'],
  gone: ['删去', 'Gone'],
  new: ['新增', 'New'],
  toldOn: ['某日口径', 'What was told on a day'],
  day: ['哪一天', 'Which day'],
  nothing: ['这一天没有告诉人。', 'It was not told on that day.'],
})

/** A version as lines: each field beside its name, then the text. */
const useLines = (): ((version: KnowledgeVersion) => readonly string[]) => {
  const names = useWords(contentWords)
  const types = useWords(typeWords)
  const colon = useLanguage() === 'en' ? ': ' : '：'
  const lines = (content: KnowledgeContent, unitName: string): readonly string[] => [
    `${names.title}${colon}${content.title}`,
    `${names.type}${colon}${types[content.type]}`,
    `${names.owner}${colon}${unitName}`,
    `${names.document}${colon}${documentText(content)}`,
    `${names.validFrom}${colon}${content.validFrom}`,
    `${names.validTo}${colon}${content.validTo ?? names.open}`,
    `${names.keywords}${colon}${content.keywords.join('、')}`,
    ...content.variants.map((variant) => `${names.variants}${colon}${variant}`),
    ...content.body.split('\n'),
  ]
  return ({ content, unitName }) => lines(content, unitName)
}

type ComparedProps = { readonly before: KnowledgeVersion; readonly after: KnowledgeVersion; readonly changesOnly?: boolean }
/** Line by line, what became of one version in another. */
export const Compared = ({ before, after, changesOnly = false }: ComparedProps): ReactElement => {
  const text = useWords(said)
  const lines = useLines()
  return (
    <ol className="knowledge-lines">
      {differences(lines(before), lines(after))
        .filter(({ was }) => !changesOnly || was !== 'same')
        .map(({ text: line, was }, index) => (
          <li key={`${index} ${line}`} className={`knowledge-${was}`}>
            {was === 'same' ? null : <span className="tag">{text[was]}</span>} {line}
          </li>
        ))}
    </ol>
  )
}

const Version = ({ version, older }: { readonly version: KnowledgeVersion; readonly older: readonly KnowledgeVersion[] }): ReactElement => {
  const text = useWords(said)
  const language = useLanguage()
  const [against, setAgainst] = useState(older[0]?.version)
  const before = older.find((one) => one.version === against)
  return (
    <details>
      <summary>{fill(text.version, { version: version.version, at: instantText(version.publishedAt, language) })}</summary>
      {before === undefined ? (
        <ContentView content={version.content} unitName={version.unitName} />
      ) : (
        <>
          <Select
            aria-label={text.which}
            value={before.version}
            options={older.map(({ version: number }) => ({ value: number, label: fill(text.compare, { version: number }) }))}
            onChange={setAgainst}
          />
          <Compared before={before} after={version} />
        </>
      )}
    </details>
  )
}

export const Versions = ({ versions }: { readonly versions: readonly KnowledgeVersion[] }): ReactElement => {
  const text = useWords(said)
  return (
    <section className="sheet" aria-label={text.versions}>
      <h2>{text.versions}</h2>
      {versions.map((version, index) => (
        <Version key={version.version} version={version} older={versions.slice(index + 1)} />
      ))}
    </section>
  )
}

/** “What did we tell people on 3 March?” @clause 16c */
export const ToldOn = ({ itemId }: { readonly itemId: string }): ReactElement => {
  const text = useWords(said)
  const language = useLanguage()
  const [on, setOn] = useState(todayOn())
  return (
    <section className="sheet" aria-label={text.toldOn}>
      <h2>{text.toldOn}</h2>
      <Input
        type="date"
        className="knowledge-day"
        aria-label={text.day}
        value={on}
        onChange={({ target }) => target.value !== '' && setOn(target.value)}
      />
      <Answered asked={useToldOn(itemId, on)} rows={2}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="soft">{text.nothing}</p>
          ) : (
            <>
              {items.map(({ version, publishedAt, content, unitName }) => (
                <div key={version}>
                  <h3>{fill(text.version, { version, at: instantText(publishedAt, language) })}</h3>
                  <ContentView content={content} unitName={unitName} />
                </div>
              ))}
            </>
          )
        }
      </Answered>
    </section>
  )
}
