import type { AttachmentView, KnowledgeItem } from '@open12345/contract/knowledge'
import type { ErrorReportForm, Page } from '@open12345/contract/public-page'
import { Marked } from '@open12345/ui/marked.tsx'
import type { Framed } from '../layout.tsx'
import { dateText, sizeText } from '../text.ts'
import { Answer } from './answer.tsx'
import { SearchBox } from './search-box.tsx'

type KnowledgePage = Extract<Page, { readonly kind: 'knowledge' }>

/** What stands in the answer already is not listed once more below it. */
const besides = ({ answer, items }: KnowledgePage): KnowledgePage['items'] =>
  answer?.verdict === 'answered' ? items.filter(({ itemId }) => itemId !== answer.quotations[0]?.itemId) : items

const Found = ({ say, page }: Pick<Framed, 'say'> & { readonly page: KnowledgePage }) => {
  const items = besides(page)
  const count = items.length
  return (
    <>
      {count > 0 && page.text !== '' ? (
        <h2>
          {count === page.items.length
            ? say(`知识库里与此有关的 ${count} 条`, `Items about it, best first: ${count}`)
            : say(`知识库里还有与此有关的 ${count} 条`, `More items about it: ${count}`)}
        </h2>
      ) : null}
      <ul className="found" lang="zh-CN">
        {items.map((item) => (
          <li key={item.itemId}>
            <a href={`/knowledge/${item.itemId}`}>
              <Marked text={item.title} marks={item.titleMarks} />
            </a>
            <span className="passage">
              {item.passage.start > 0 ? '…' : ''}
              <Marked text={item.passage.text} marks={item.passage.marks} />
              {item.passage.end < item.body.length ? '…' : ''}
            </span>
            <em>
              {item.regionName === null ? item.unitName : `${item.unitName} · ${say(`限${item.regionName}`, `${item.regionName} only`)}`}
            </em>
          </li>
        ))}
      </ul>
    </>
  )
}

export const Knowledge = ({ frame, say, page }: Framed & { readonly page: KnowledgePage }) => (
  <>
    <h1>{say('查政策、查办事', 'Answers')}</h1>
    <SearchBox say={say} text={page.text} region={{ chosen: page.region, places: page.places }} />
    {page.answer === null ? null : <Answer frame={frame} say={say} answer={page.answer} text={page.text} region={page.region} />}
    <Found say={say} page={page} />
  </>
)

type Attached = { readonly itemId: string; readonly attachments: readonly AttachmentView[] }

/** 第十五条: forms and documents that come with the version that is told. */
const Attachments = ({ say, itemId, attachments }: Pick<Framed, 'say'> & Attached) =>
  attachments.length === 0 ? null : (
    <div>
      <dt>{say('附件', 'Files')}</dt>
      <dd>
        <ul className="files" lang="zh-CN">
          {attachments.map(({ attachmentId, name, size }) => (
            <li key={attachmentId}>
              <a href={`/knowledge/${itemId}/files/${attachmentId}`}>{name}</a> <small>{sizeText(size)}</small>
            </li>
          ))}
        </ul>
      </dd>
    </div>
  )

type ShownItem = { readonly item: KnowledgeItem; readonly attachments: readonly AttachmentView[] }
const Item = ({ frame, say, item, attachments }: Framed & ShownItem) => (
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
      <Attachments say={say} itemId={item.itemId} attachments={attachments} />
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

/** 第十七条 查漏纠错: nobody is asked who they are. */
const ErrorReport = ({ say, itemId, report }: Pick<Framed, 'say'> & { readonly itemId: string; readonly report: ErrorReportForm }) =>
  report.done ? (
    <p className="card" role="status" id="report">
      {say(
        '已收到，谢谢。发布单位和热线中心会核对，有误的会改正。',
        'Thank you. Whoever provides it and the hotline will check it and put it right.',
      )}
    </p>
  ) : (
    <details className="card" id="report" open={report.problem !== null}>
      <summary>{say('内容有误？告诉我们', 'Is something wrong here? Tell us')}</summary>
      <form method="post" action={`/knowledge/${itemId}/report`} data-once="">
        <input type="hidden" name="key" value={report.key} />
        {report.problem === null ? null : (
          <p className="problem" role="alert">
            {report.problem}
          </p>
        )}
        <div className="field">
          <label htmlFor="words">{say('哪里不对，应当怎样', 'What is wrong, and what is right')}</label>
          <textarea id="words" name="words" rows={4} maxLength={500} required defaultValue={report.words} />
          <p className="hint">
            {say(
              '最多500字，不用留姓名电话。要我们办事或者答复您，请写诉求。',
              '500 characters at most; leave no name or number. To have something done or answered, file a request.',
            )}
          </p>
        </div>
        <button className="button" type="submit">
          {say('提交', 'Send')}
        </button>
      </form>
    </details>
  )

export const KnowledgeItemPage = ({ report, ...shown }: Framed & ShownItem & { readonly report: ErrorReportForm }) => (
  <>
    <Item {...shown} />
    <ErrorReport say={shown.say} itemId={shown.item.itemId} report={report} />
  </>
)
