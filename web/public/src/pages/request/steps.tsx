import type { RequestPageModel } from '@open12345/contract/public-page'
import type { Framed } from '../../layout.tsx'
import type { Say } from '../../say.ts'
import { Attachments } from '../form/attachments.tsx'

type Step = Pick<Framed, 'say'> & { readonly model: RequestPageModel }

const problemsOf = (model: RequestPageModel, form: 'facts' | 'withdraw' | 'rate'): string | null =>
  model.failed?.form === form ? model.failed.message : null

const Failed = ({ message }: { readonly message: string | null }) =>
  message === null ? null : (
    <p className="problem" role="alert">
      {message}
    </p>
  )

const ratings = (say: Say) =>
  [
    ['satisfied', say('满意', 'Satisfied')],
    ['basically-satisfied', say('基本满意', 'Fairly satisfied')],
    ['dissatisfied', say('不满意', 'Dissatisfied')],
  ] as const

const Rating = ({ say, name, legend, model }: Step & { readonly name: string; readonly legend: string }) => (
  <fieldset className="field">
    <legend>{legend}</legend>
    {ratings(say).map(([rating, label]) => (
      <label className="choice" key={rating}>
        <input type="radio" name={name} value={rating} required defaultChecked={model.values[name] === rating} />
        <span>{label}</span>
      </label>
    ))}
  </fieldset>
)

/** Clause 13-2: service and result are rated apart. */
export const Rate = ({ say, model }: Step) => (
  <form className="card" method="post" action="/request/rate" id="rate" noValidate data-once="">
    <h2>{say('请您评价', 'Please rate it')}</h2>
    <Failed message={problemsOf(model, 'rate')} />
    <input type="hidden" name="key" value={model.keys.rate} />
    <Rating say={say} name="service" legend={say('服务过程：态度、速度、说明', 'The service: manners, speed, explanation')} model={model} />
    <Rating say={say} name="result" legend={say('办理结果：事情解决得怎么样', 'The result: was it solved')} model={model} />
    <div className="field">
      <label htmlFor="words">{say('想说的话（可不填）', 'Your words (optional)')}</label>
      <textarea id="words" name="words" rows={3} maxLength={1000} defaultValue={model.values['words']} />
    </div>
    <p className="hint">
      {say(
        '不满意的，会有人打电话问您原因；应当办没有办的，退回重办。',
        'If you are not satisfied somebody will ask you why; what should have been done goes back.',
      )}
    </p>
    <button className="button" type="submit">
      {say('提交评价', 'Send the rating')}
    </button>
  </form>
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
