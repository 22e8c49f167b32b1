import type { RequestForm, RequestPageModel } from '@open12345/contract/public-page'
import type { Framed } from '../../layout.tsx'
import { dateText } from '../../text.ts'
import { Attachments } from '../form/attachments.tsx'

export type Step = Pick<Framed, 'say'> & { readonly model: RequestPageModel }

export const problemsOf = (model: RequestPageModel, form: RequestForm): string | null =>
  model.failed?.form === form ? model.failed.message : null

export const Failed = ({ message }: { readonly message: string | null }) =>
  message === null ? null : (
    <p className="problem" role="alert">
      {message}
    </p>
  )

export const AddFacts = ({ say, model }: Step) => (
  <form className="card" method="post" action="/request/facts" encType="multipart/form-data" id="facts" noValidate data-once="">
    <h2>{say('补充情况', 'Add something')}</h2>
    <Failed message={problemsOf(model, 'facts')} />
    <input type="hidden" name="key" value={model.keys.facts} />
    <div className="field">
      <label htmlFor="content">{say('有什么新情况', 'What is new')}</label>
      <textarea id="content" name="content" rows={4} maxLength={5000} required defaultValue={model.values['content']} />
    </div>
    <Attachments say={say} problems={{}} uploads={[]} most={9} />
    <button className="button" type="submit">
      {say('补充', 'Add')}
    </button>
  </form>
)

/** Clause 13-3a: until its last day new facts have the same matter handled anew. */
export const Reopen = ({ frame, say, model, until }: Step & Pick<Framed, 'frame'> & { readonly until: string }) => (
  <form className="card" method="post" action="/request/reopen" id="reopen" noValidate data-once="">
    <h2>{say('提出新情况', 'Something new')}</h2>
    <p>
      {say('这件事有新的情况，最迟可以在', 'If something new has happened, say so by ')}
      <b>{dateText(until, frame.language)}</b>
      {say('提出，原来的单位重新办理；以后请另写诉求。', ', and it is handled anew; later, file a new request.')}
    </p>
    <Failed message={problemsOf(model, 'reopen')} />
    <input type="hidden" name="key" value={model.keys.reopen} />
    <div className="field">
      <label htmlFor="new-facts">{say('有什么新情况', 'What is new')}</label>
      <textarea id="new-facts" name="facts" rows={4} maxLength={5000} required defaultValue={model.values['facts']} />
    </div>
    <button className="button" type="submit">
      {say('提交新情况', 'Send it')}
    </button>
  </form>
)

/** Clause 20c: who decides on a withdrawal, and what goes on without its requester. */
export const Withdraw = ({ say, model }: Step) => (
  <details className="card" open={model.failed?.form === 'withdraw'}>
    <summary>{say('不想继续了？可以撤回', 'Want to withdraw?')}</summary>
    <form method="post" action="/request/withdraw" id="withdraw" noValidate data-once="">
      <Failed message={problemsOf(model, 'withdraw')} />
      <ul className="plain-list">
        <li>{say('还没有转给单位的，马上撤回。', 'Not yet sent to a unit: withdrawn at once.')}</li>
        <li>
          {say(
            '已经转给单位的，由热线中心确认，不由承办单位决定；有人要求您撤回，请告诉我们。',
            'Already sent: the hotline centre confirms, never the unit. If somebody pressed you to withdraw, tell us.',
          )}
        </li>
        <li>
          {say(
            '举报和涉及公共安全的，撤回后仍会继续查办，只是不再通知您。',
            'Reports and matters of public safety go on; you only hear no more of them.',
          )}
        </li>
      </ul>
      <input type="hidden" name="key" value={model.keys.withdraw} />
      <div className="field">
        <label htmlFor="reason">{say('原因（可不填）', 'Why (optional)')}</label>
        <textarea id="reason" name="reason" rows={2} maxLength={1000} defaultValue={model.values['reason']} />
      </div>
      <button className="button plain" type="submit">
        {say('撤回这件诉求', 'Withdraw this request')}
      </button>
    </form>
  </details>
)
