import { useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState, type ReactElement } from 'react'
import { fill, useLanguage, useWords, words } from '@open12345/ui/language.ts'
import { dateText } from '@open12345/ui/time-text.ts'
import { api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { Answered, Nothing } from '../../parts/states.tsx'
import { ReportError } from './report-error.tsx'

const said = words({
  title: ['知识检索', 'Knowledge'],
  label: ['检索知识库', 'Search the knowledge base'],
  type: ['输入两个字以上', 'Two characters or more'],
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
}

const Found = ({ typed, onQuote }: { readonly typed: string; readonly onQuote: Props['onQuote'] }): ReactElement => {
  const text = useWords(said)
  const language = useLanguage()
  const asked = useQuery({
    queryKey: keys.knowledge('found', typed),
    queryFn: ({ signal }) => api.searchKnowledge({ query: { text: typed }, signal }),
    staleTime: 60_000,
  })
  return (
    <Answered asked={asked} rows={3}>
      {({ items }) =>
        items.length === 0 ? (
          <Nothing>{text.none}</Nothing>
        ) : (
          <ul className="knowledge-items">
            {items.map(({ itemId, version, title, body, source, unitName, validTo }) => (
              <li key={itemId}>
                <details>
                  <summary>{title}</summary>
                  <p className="pre">{body}</p>
                </details>
                <p className="soft">
                  {[
                    source,
                    unitName,
                    fill(text.version, { version }),
                    validTo === null ? '' : fill(text.until, { day: dateText(validTo, language) }),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </p>
                <Button size="small" onClick={() => onQuote({ itemId, version, title }, body)} aria-label={`${text.quote}：${title}`}>
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
export const KnowledgeFinder = ({ value, onChange, onQuote }: Props): ReactElement => {
  const text = useWords(said)
  const [typed, setTyped] = useState('')
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
        maxLength={50}
        onSearch={(next) => setTyped(next.trim())}
        onPressEnter={(event) => event.preventDefault()}
      />
      {typed.length < 2 ? null : <Found typed={typed} onQuote={onQuote} />}
    </section>
  )
}
