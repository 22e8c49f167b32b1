import type { RequestPageModel } from '@open12345/contract/public-page'
import { kindLabels } from '@open12345/contract/vocabulary'
import type { Framed } from '../layout.tsx'
import { grouped, instantText } from '../text.ts'
import { Incident, Noted, Terminated } from './request/endings.tsx'
import { Files, Reply, Status, Timeline } from './request/parts.tsx'
import { Rate } from './request/rate.tsx'
import { AddFacts, Reopen, Withdraw } from './request/steps.tsx'

type Props = Framed & { readonly model: RequestPageModel }

const Done = ({ say, model }: Pick<Props, 'say' | 'model'>) => {
  const sentences = {
    facts: say('已补充，办理的人会看到。', 'Added; those who handle it will see it.'),
    withdraw: say('已收到您的撤回。', 'Your withdrawal is received.'),
    rate: say('谢谢您的评价。', 'Thank you for your rating.'),
    reopen: say('已收到，已重新办理。', 'Received; the matter is handled anew.'),
  }
  return model.done === null ? null : (
    <p className="done" role="status">
      {sentences[model.done]}
    </p>
  )
}

const Matter = ({ frame, say, model }: Props) => {
  const { request } = model
  return (
    <section className="card">
      <h2>{say('您反映的事', 'What you wrote')}</h2>
      <dl className="facts">
        <div>
          <dt>{say('类别', 'Kind')}</dt>
          <dd>
            {request.kind === null ? say('待归类', 'To be sorted') : kindLabels[request.kind][frame.language]}
            {request.subjectName === null ? '' : ` · ${request.subjectName}`}
          </dd>
        </div>
        <div>
          <dt>{say('地点', 'Place')}</dt>
          <dd>{request.placeName}</dd>
        </div>
        <div>
          <dt>{say('提交时间', 'Filed')}</dt>
          <dd>{instantText(request.filedAt, frame.language)}</dd>
        </div>
      </dl>
      <p className="written">{request.content}</p>
      <Files files={request.files} />
    </section>
  )
}

export const Request = ({ frame, say, model }: Props) => {
  const { request } = model
  return (
    <>
      <h1>
        {say('工单 ', 'Request ')}
        {grouped(request.number)}
      </h1>
      <Done say={say} model={model} />
      <Status frame={frame} say={say} request={request} />
      <Incident say={say} incident={request.incident} />
      <Reply frame={frame} say={say} request={request} />
      <Noted say={say} noted={request.noted} />
      <Terminated say={say} terminated={request.terminated} />
      {request.may.rate ? <Rate say={say} model={model} /> : null}
      <Timeline frame={frame} say={say} request={request} />
      <Matter frame={frame} say={say} model={model} />
      {request.may.reopen && request.reopenUntil !== null ? (
        <Reopen frame={frame} say={say} model={model} until={request.reopenUntil} />
      ) : null}
      {request.may.addFacts ? <AddFacts say={say} model={model} /> : null}
      {request.may.withdraw ? <Withdraw say={say} model={model} /> : null}
      <form className="leave" method="post" action="/leave">
        <button className="link" type="submit">
          {say('用完了，在这部手机（电脑）上退出', 'Done: forget this request on this device')}
        </button>
      </form>
    </>
  )
}
