import type { IncidentNotice } from '@open12345/contract/incident'
import type { Limits } from '@open12345/contract/public-page'
import type { Framed } from '../layout.tsx'
import { instantText } from '../text.ts'
import { Emergency } from './emergency.tsx'
import { WhatWeDoNotTake } from './not-taken.tsx'
import { WhatWeTake } from './scope.tsx'
import { SearchBox } from './search-box.tsx'

const Start = ({ frame, say }: Framed) => (
  <section className="start">
    <h1>{say('有事找政府，写给12345', 'Something for the government? Write to 12345')}</h1>
    <p>
      {say(
        '写下来就有编号，转给负责的单位，按期答复您。',
        'You get a number, the unit responsible gets the matter, and you get an answer in time.',
      )}
    </p>
    <p className="actions">
      <a className="button" href="/file">
        {say('写诉求', 'File a request')}
      </a>
      <a className="button plain" href={frame.tracked ? '/request' : '/track'}>
        {frame.tracked ? say('看我的诉求', 'My request') : say('查办理进度', 'Track a request')}
      </a>
    </p>
    <p>
      {say('不方便写字？', 'Rather talk? ')}
      <a href="tel:12345">{say('打电话 12345', 'Call 12345')}</a>
      {say('，白天晚上都有人接。', ', day and night.')}
    </p>
  </section>
)

const Steps = ({ say }: Pick<Framed, 'say'>) => {
  const steps = [
    [say('写清楚', 'Write it down'), say('什么事、在哪里、什么时候。可以传照片。', 'What, where, when. Photos welcome.')],
    [say('有编号', 'Get a number'), say('记下工单号和查询码，随时能查。', 'Keep the number and the code to follow it.')],
    [
      say('有人办', 'It is handled'),
      say('转给负责的单位，谁办、到哪一步、哪天前答复，都能看到。', 'You see who has it, where it stands and by when you are answered.'),
    ],
    [say('您来评', 'You rate it'), say('不满意可以说；应当办没办的，退回重办。', 'If it should have been done and was not, it goes back.')],
  ] as const
  return (
    <ol className="steps">
      {steps.map(([name, text]) => (
        <li key={name}>
          <b>{name}</b>
          <span>{text}</span>
        </li>
      ))}
    </ol>
  )
}

/** Clause 12-4: what many are asking about just now. */
const Notices = ({ frame, say, notices }: Framed & { readonly notices: readonly IncidentNotice[] }) =>
  notices.length === 0 ? null : (
    <section className="card" id="notices">
      <h2>{say('正在处理的事件', 'Being dealt with now')}</h2>
      {notices.map(({ incidentId, title, placeName, notice, openedAt }) => (
        <article key={incidentId}>
          <h3>{title}</h3>
          {notice.split('\n').map((line, index) => (
            <p key={`${index} ${line}`}>{line}</p>
          ))}
          <p className="soft">
            {placeName}，{instantText(openedAt, frame.language)}
          </p>
        </article>
      ))}
    </section>
  )

type HomeProps = Framed & { readonly limits: Limits; readonly notices: readonly IncidentNotice[] }

export const Home = ({ frame, say, limits, notices }: HomeProps) => (
  <>
    <Emergency say={say} />
    <Start frame={frame} say={say} />
    <Notices frame={frame} say={say} notices={notices} />
    <section className="card">
      <h2>{say('先查一查，也许马上有答案', 'Look it up first: the answer may be here')}</h2>
      <SearchBox say={say} text="" />
    </section>
    <section className="card">
      <h2>{say('写下以后', 'What happens then')}</h2>
      <Steps say={say} />
    </section>
    <section className="card">
      <h2>{say('这些事我们管', 'What we take')}</h2>
      <WhatWeTake say={say} limits={limits} />
    </section>
    <section className="card">
      <h2>{say('这些事请找别处', 'What we may not take, and where to turn')}</h2>
      <WhatWeDoNotTake say={say} />
      <p>
        <a href="/about">{say('看完整的须知', 'Read all of it')}</a>
      </p>
    </section>
  </>
)
