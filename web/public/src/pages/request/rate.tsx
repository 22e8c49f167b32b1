import type { Say } from '../../say.ts'
import { Failed, problemsOf, type Step } from './steps.tsx'

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
