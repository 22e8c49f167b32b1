import type { AnswerView, Quotation } from '@open12345/contract/answer'
import type { Framed } from '../layout.tsx'
import type { Say } from '../say.ts'
import { dateText } from '../text.ts'

type Shown = Pick<Framed, 'frame' | 'say'>

/** The way on to a person, with what was asked and what was shown. */
const fileWith = (asked: string, shown: readonly Quotation[]): string =>
  `/file?${new URLSearchParams({
    kind: 'consultation',
    content: asked,
    ...(shown.length === 0 ? {} : { told: shown.map(({ itemId, version }) => `${itemId}.${version}`).join(' ') }),
  })}`

const ToAPerson = ({ say, asked, shown }: { readonly say: Say; readonly asked: string; readonly shown: readonly Quotation[] }) => (
  <p className="actions">
    <a className="button" href={fileWith(asked, shown)}>
      {say('写给工作人员，问题已填好', 'Ask a person; your question is filled in')}
    </a>
    <a className="button plain" href="tel:12345">
      {say('打电话 12345', 'Call 12345')}
    </a>
  </p>
)

const Quoted = ({ frame, say, quotation }: Shown & { readonly quotation: Quotation }) => (
  <figure className="quoted">
    <blockquote lang="zh-CN" cite={`/knowledge/${quotation.itemId}`}>
      {quotation.passage.split('\n').map((paragraph, at) => (
        <p key={`${at} ${paragraph}`}>{paragraph}</p>
      ))}
    </blockquote>
    <figcaption className="hint">
      <span lang="zh-CN">
        {quotation.unitName}《<a href={`/knowledge/${quotation.itemId}`}>{quotation.title}</a>》，{quotation.source}
      </span>
      {say(
        `。自${dateText(quotation.validFrom, frame.language)}起有效，第 ${quotation.version} 版。`,
        `. In force from ${dateText(quotation.validFrom, frame.language)}, version ${quotation.version}. `,
      )}
      {quotation.isWhole ? null : <a href={`/knowledge/${quotation.itemId}`}>{say('查看全文', 'Read all of it')}</a>}
    </figcaption>
  </figure>
)

const AskOn = ({ say, asked, region }: { readonly say: Say; readonly asked: string; readonly region: string }) => (
  <form className="search" method="get" action="/knowledge">
    <input type="hidden" name="after" value={asked} />
    {region === '' ? null : <input type="hidden" name="region" value={region} />}
    <label htmlFor="more">{say('接着问', 'Ask on')}</label>
    <div className="search-row">
      <input id="more" name="text" type="search" maxLength={200} required placeholder={say('如：要带什么材料', 'e.g. 要带什么材料')} />
      <button type="submit">{say('问', 'Ask')}</button>
    </div>
  </form>
)

const Titles = ({ say, quotations }: { readonly say: Say; readonly quotations: readonly Quotation[] }) => (
  <ul className="found" lang="zh-CN">
    {quotations.map(({ itemId, title, unitName, regionName }) => (
      <li key={itemId}>
        <a href={`/knowledge/${itemId}`}>{title}</a>
        <em>{regionName === null ? unitName : `${unitName} · ${say(`限${regionName}`, `${regionName} only`)}`}</em>
      </li>
    ))}
  </ul>
)

/** A question that follows up another is understood with it. */
const Before = ({ say, asked, text }: { readonly say: Say; readonly asked: string; readonly text: string }) =>
  asked === text ? null : <p className="hint">{say(`连着上一问：${asked}`, `With what was asked before: ${asked}`)}</p>

type AnswerProps = Shown & { readonly answer: AnswerView; readonly text: string; readonly region: string }
/** 第十七条 智能应答: the item's own words, a choice, or “I don't know”; always with the way to a person. */
export const Answer = ({ frame, say, answer, text, region }: AnswerProps) => {
  const { verdict, quotations, asked } = answer
  const [first] = quotations
  return (
    <section className="card" aria-labelledby="answer">
      {verdict === 'answered' && first !== undefined ? (
        <>
          <h2 id="answer">{say('回答（照录原文）', 'The answer, in its own words')}</h2>
          <Before say={say} asked={asked} text={text} />
          <Quoted frame={frame} say={say} quotation={first} />
        </>
      ) : null}
      {verdict === 'which' ? (
        <>
          <h2 id="answer">{say('您问的是哪一个？', 'Which one do you mean?')}</h2>
          <Before say={say} asked={asked} text={text} />
          <Titles say={say} quotations={quotations} />
        </>
      ) : null}
      {verdict === 'unknown' ? (
        <>
          <h2 id="answer">{say('这个我们不知道，不猜', 'We do not know this, and do not guess')}</h2>
          <p>
            {say(
              '知识库里没有能准确回答您的内容。可以换个说法，或者交给工作人员。',
              'Nothing here answers it. Try other words, or ask a person.',
            )}
          </p>
        </>
      ) : null}
      {verdict === 'unknown' ? null : <AskOn say={say} asked={asked} region={region} />}
      {verdict === 'unknown' ? null : <p className="hint">{say('没有答到您的问题？', 'Not what you asked?')}</p>}
      <ToAPerson say={say} asked={asked} shown={verdict === 'unknown' ? [] : quotations} />
    </section>
  )
}
