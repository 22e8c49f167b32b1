import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Input } from 'antd'
import { useState, type ReactElement } from 'react'
import { fill, useLanguage, useWords, words } from '@open12345/ui/language.ts'
import { dateText } from '@open12345/ui/time-text.ts'
import { api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { useCommand } from '../../api/use-command.ts'
import type { PlaceValue } from '../../parts/place-select.tsx'
import { Answered, Nothing } from '../../parts/states.tsx'
import { Marked } from '@open12345/ui/marked.tsx'
import { ReportError } from './report-error.tsx'

const said = words({
  title: ['知识检索', 'Knowledge'],
  label: ['检索知识库', 'Search the knowledge base'],
  type: ['两个字或整段话，拼音也行', 'Two characters, a whole message, or pinyin'],
  place: ['只看全州和来电人所在地的', 'Only what is for everybody or for where the caller is'],
  only: ['限{place}', '{place} only'],
  whole: ['全文', 'Whole text'],
  none: ['没有找到。可以换个说法，或者受理后派单。', 'Nothing found. Try other words, or accept and dispatch.'],
  quote: ['引用', 'Quote'],
  quoted: ['已引用《{title}》第 {version} 版', 'Quoting “{title}”, version {version}'],
  drop: ['取消引用', 'Drop the quotation'],
  version: ['第 {version} 版', 'Version {version}'],
  until: ['有效期至 {day}', 'Valid until {day}'],
})

export type Quoted = { readonly itemId: string; readonly version: number; readonly title: string }
type Props = {
  readonly value?: Quoted
  readonly onChange?: (value: Quoted | undefined) => void
  readonly onQuote: (quoted: Quoted, body: string) => void
  /** Where the caller is, if that is known. */
  readonly place?: PlaceValue | undefined
}

type Asked = { readonly text: string; readonly place: PlaceValue | undefined }

const Found = ({ asked: { text: typed, place }, onQuote }: { readonly asked: Asked; readonly onQuote: Props['onQuote'] }): ReactElement => {
  const text = useWords(said)
  const language = useLanguage()
  const code = place?.township ?? place?.county
  const asked = useQuery({
    queryKey: keys.knowledge('found', typed, code),
    queryFn: ({ signal }) =>
      api.searchKnowledge({ query: { text: typed, submitted: 'true', ...(code === undefined ? {} : { place: code }) }, signal }),
    staleTime: 60_000,
  })
  // What is chosen for a question is counted; whoever answers does not wait for it.
  const choose = useCommand((itemId: string, { idempotencyKey }) =>
    api.chooseKnowledge({ params: { itemId }, body: { text: typed }, idempotencyKey }),
  )
  return (
    <Answered asked={asked} rows={3}>
      {({ items }) =>
        items.length === 0 ? (
          <Nothing>{text.none}</Nothing>
        ) : (
          <ul className="knowledge-items">
            {items.map(({ itemId, version, title, titleMarks, passage, body, source, unitName, validTo, regionName }) => (
              <li key={itemId}>
                <p className="knowledge-title">
                  <Marked text={title} marks={titleMarks} />
                </p>
                <p>
                  {passage.start > 0 ? '…' : ''}
                  <Marked text={passage.text} marks={passage.marks} />
                  {passage.end < body.length ? '…' : ''}
                </p>
                {passage.text.length < body.length ? (
                  <details>
                    <summary aria-label={`${text.whole}：${title}`}>{text.whole}</summary>
                    <p className="pre">{body}</p>
                  </details>
                ) : null}
                <p className="soft">
                  {[
                    regionName === null ? '' : fill(text.only, { place: regionName }),
                    source,
                    unitName,
                    fill(text.version, { version }),
                    validTo === null ? '' : fill(text.until, { day: dateText(validTo, language) }),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </p>
                <Button
                  size="small"
                  onClick={() => {
                    choose.mutate(itemId)
                    onQuote({ itemId, version, title }, body)
                  }}
                  aria-label={`${text.quote}：${title}`}
                >
                  {text.quote}
                </Button>
                <ReportError itemId={itemId} title={title} />
              </li>
            ))}
          </ul>
        )
      }
    </Answered>
  )
}

/** Search beside the answer; a quotation names the item and its version, so that it is known later what the caller was told. */
export const KnowledgeFinder = ({ value, onChange, onQuote, place }: Props): ReactElement => {
  const text = useWords(said)
  const [typed, setTyped] = useState('')
  const [isNarrow, setNarrow] = useState(true)
  return (
    <section className="knowledge" aria-label={text.title}>
      <h3>{text.title}</h3>
      {value === undefined ? null : (
        <p className="knowledge-quoted">
          {fill(text.quoted, { title: value.title, version: value.version })}{' '}
          <Button size="small" type="link" onClick={() => onChange?.(undefined)}>
            {text.drop}
          </Button>
        </p>
      )}
      <Input.Search
        aria-label={text.label}
        placeholder={text.type}
        allowClear
        maxLength={500}
        onSearch={(next) => setTyped(next.trim())}
        onPressEnter={(event) => event.preventDefault()}
      />
      {place === undefined ? null : (
        <Checkbox className="knowledge-place" checked={isNarrow} onChange={({ target }) => setNarrow(target.checked)}>
          {text.place}
        </Checkbox>
      )}
      {typed.length < 2 ? null : <Found asked={{ text: typed, place: isNarrow ? place : undefined }} onQuote={onQuote} />}
    </section>
  )
}
