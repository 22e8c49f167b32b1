import type { KnowledgeItem } from '@open12345/contract/knowledge'
import type { Framed } from '../layout.tsx'
import { dateText } from '../text.ts'
import { SearchBox } from './search-box.tsx'

const firstWords = (body: string): string => {
  const line = body.split('\n')[0] ?? ''
  return line.length > 70 ? `${line.slice(0, 70)}…` : line
}

const NothingFound = ({ say, text }: Pick<Framed, 'say'> & { readonly text: string }) => (
  <div className="card">
    <p>
      <b>{say(`没有查到与“${text}”有关的内容。`, `Nothing was found for “${text}”.`)}</b>
    </p>
    <p>{say('我们不猜答案。换个说法再查，或者直接问：', 'We do not guess. Try other words, or ask a person:')}</p>
    <p className="actions">
      <a className="button" href="/file?kind=consultation">
        {say('写一个咨询', 'Write your question')}
      </a>
      <a className="button plain" href="tel:12345">
        {say('打电话 12345', 'Call 12345')}
      </a>
    </p>
  </div>
)

export const Knowledge = ({ say, text, items }: Framed & { readonly text: string; readonly items: readonly KnowledgeItem[] }) => (
  <>
    <h1>{say('查政策、查办事', 'Answers')}</h1>
    <SearchBox say={say} text={text} />
    {items.length === 0 ? <NothingFound say={say} text={text} /> : null}
    {items.length > 0 && text !== '' ? (
      <p role="status">{say(`查到 ${items.length} 条，最相关的在前：`, `${items.length} found, best first:`)}</p>
    ) : null}
    <ul className="found" lang="zh-CN">
      {items.map((item) => (
        <li key={item.itemId}>
          <a href={`/knowledge/${item.itemId}`}>{item.title}</a>
          <span>{firstWords(item.body)}</span>
          <em>{item.unitName}</em>
        </li>
      ))}
    </ul>
  </>
)

export const KnowledgeItemPage = ({ frame, say, item }: Framed & { readonly item: KnowledgeItem }) => (
  <article className="card">
    <div lang="zh-CN">
      <h1>{item.title}</h1>
      {item.body.split('\n').map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
    </div>
    <dl className="facts">
      <div>
        <dt>{say('发布单位', 'Provided by')}</dt>
        <dd lang="zh-CN">{item.unitName}</dd>
      </div>
      <div>
        <dt>{say('依据', 'Source')}</dt>
        <dd lang="zh-CN">{item.source}</dd>
      </div>
      <div>
        <dt>{say('有效期', 'In force')}</dt>
        <dd>
          {say('自', 'from ')}
          {dateText(item.validFrom, frame.language)}
          {item.validTo === null ? say('起', '') : `${say('至', ' to ')}${dateText(item.validTo, frame.language)}`}
          {say(`，第 ${item.version} 版`, `, version ${item.version}`)}
        </dd>
      </div>
    </dl>
    <p className="actions">
      <a className="button" href="/file?kind=consultation">
        {say('还不清楚，写咨询', 'Still unclear? Ask')}
      </a>
      <a className="button plain" href="/knowledge">
        {say('再查一个', 'Search again')}
      </a>
    </p>
  </article>
)
