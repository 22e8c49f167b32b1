import type { KnowledgeContent, KnowledgeRow } from '@open12345/contract/knowledge'
import { knowledgeTypes } from '@open12345/contract/vocabulary'
import { Link } from '@tanstack/react-router'
import { Input, Select } from 'antd'
import { useState, type ReactElement } from 'react'
import { fill, useLanguage, useWords, words } from '@open12345/ui/language.ts'
import { dateText, instantText } from '@open12345/ui/time-text.ts'
import { More } from '../../parts/bench.tsx'
import { Answered, Nothing } from '../../parts/states.tsx'
import { typeWords } from './knowledge-words.ts'
import { useItems, type Filter } from './use-knowledge.ts'

const said = words({
  told: ['已发布', 'Published'],
  due: ['临近复核', 'Review due'],
  search: ['检索知识库', 'Search the knowledge base'],
  hint: ['标题、正文、问法', 'Title, text, ways to ask'],
  type: ['类型', 'Type'],
  all: ['全部类型', 'All types'],
  none: ['没有找到。换个说法再查。', 'Nothing found. Try other words.'],
  noneDue: ['没有临近或者超过复核日期的知识。', 'No review is near or late.'],
  version: ['第 {version} 版', 'Version {version}'],
  withdrawn: ['已撤下', 'Withdrawn'],
  notInForce: ['不在有效期', 'Not in force'],
  near: ['临近复核', 'Review near'],
  late: ['超过复核日期', 'Review late'],
  reviewOn: ['{day} 前复核', 'Review by {day}'],
  urged: ['已于 {at} 催办', 'Urged on {at}'],
  reports: ['{count} 条纠错待办', '{count} error reports'],
})

const Review = ({ row: { review } }: { readonly row: KnowledgeRow }): ReactElement => {
  const text = useWords(said)
  const language = useLanguage()
  return (
    <>
      {review.nearness === 'far' ? null : (
        <span className={review.nearness === 'late' ? 'tag tag-urgent' : 'tag tag-near'}>{text[review.nearness]}</span>
      )}
      <span className="soft">{fill(text.reviewOn, { day: dateText(review.on, language) })}</span>
      {review.urgedAt === null ? null : <span className="soft">{fill(text.urged, { at: instantText(review.urgedAt, language) })}</span>}
    </>
  )
}

const Row = ({ row }: { readonly row: KnowledgeRow }): ReactElement => {
  const text = useWords(said)
  const types = useWords(typeWords)
  return (
    <li className="knowledge-row">
      <Link to="/knowledge/$itemId" params={{ itemId: row.itemId }}>
        {row.title}
      </Link>
      <div className="knowledge-head">
        <span className="tag">{types[row.type]}</span>
        {row.withdrawn ? <span className="tag tag-closed">{text.withdrawn}</span> : null}
        {row.withdrawn || row.inForce ? null : <span className="tag tag-closed">{text.notInForce}</span>}
        <span className="soft">{row.unitName}</span>
        <span className="soft">{fill(text.version, { version: row.version })}</span>
        {row.withdrawn ? null : <Review row={row} />}
        {row.openReports === 0 ? null : <span className="tag tag-near">{fill(text.reports, { count: row.openReports })}</span>}
      </div>
    </li>
  )
}

const List = ({ filter, none }: { readonly filter: Filter; readonly none: string }): ReactElement => {
  const list = useItems(filter)
  return (
    <>
      <Answered asked={list}>
        {(items) =>
          items.length === 0 ? (
            <Nothing>{none}</Nothing>
          ) : (
            <ul>
              {items.map((row) => (
                <Row key={row.itemId} row={row} />
              ))}
            </ul>
          )
        }
      </Answered>
      <More list={list} />
    </>
  )
}

/** What is told, found by words and type. @clause 15 */
export const Items = (): ReactElement => {
  const text = useWords(said)
  const types = useWords(typeWords)
  const [typed, setTyped] = useState('')
  const [type, setType] = useState<KnowledgeContent['type']>()
  return (
    <section className="sheet" aria-label={text.told}>
      <div className="knowledge-filter">
        <Input.Search
          aria-label={text.search}
          placeholder={text.hint}
          allowClear
          maxLength={50}
          onSearch={(next) => setTyped(next.trim())}
        />
        <Select
          aria-label={text.type}
          placeholder={text.all}
          allowClear
          options={knowledgeTypes.map((one) => ({ value: one, label: types[one] }))}
          {...(type === undefined ? {} : { value: type })}
          onChange={(next: KnowledgeContent['type'] | undefined) => setType(next)}
        />
      </div>
      <List filter={{ text: typed, ...(type === undefined ? {} : { type }) }} none={text.none} />
    </section>
  )
}

/** What its owner is to look at again. @clause 16c */
export const DueItems = (): ReactElement => {
  const text = useWords(said)
  return (
    <section className="sheet" aria-label={text.due}>
      <List filter={{ text: '', review: 'due' }} none={text.noneDue} />
    </section>
  )
}
