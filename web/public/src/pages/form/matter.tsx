import type { FormModel } from '@open12345/contract/public-page'
import type { Say } from '../../say.ts'
import { kindWords, limitText } from '../scope.tsx'
import { described, Field, Problem } from './field.tsx'

export type Part = { readonly say: Say; readonly form: FormModel }

export const KindChoice = ({ say, form }: Part) => (
  <fieldset className={form.problems['kind'] === undefined ? 'field' : 'field wrong'} id="kind">
    <legend>{say('是哪一类事', 'What is it')}</legend>
    <Problem name="kind" problems={form.problems} />
    {kindWords(say).map(({ kind, name, means }) => (
      <label className="choice" key={kind}>
        <input type="radio" name="kind" value={kind} required defaultChecked={form.values['kind'] === kind} />
        <span>
          <b>{name}</b>
          <small>
            {means}
            {limitText(form.limits, kind, say) === null
              ? ''
              : say(`；${limitText(form.limits, kind, say)}答复`, `; answered ${limitText(form.limits, kind, say)}`)}
          </small>
        </span>
      </label>
    ))}
    <p className="hint">{say('拿不准就选“求助”，工作人员会帮您归类。', 'Not sure? Choose “Help”; staff will sort it.')}</p>
  </fieldset>
)

export const Content = ({ say, form }: Part) => (
  <Field
    name="content"
    problems={form.problems}
    label={say('什么事', 'What happened')}
    hint={say(
      '请写清：什么时候、发生了什么、希望怎么解决。一件事写一张；请不要写身份证号和自己的住址。',
      'When, what, and what you ask for. One matter each. No identity numbers, no home address.',
    )}
  >
    <textarea
      id="content"
      name="content"
      rows={8}
      maxLength={5000}
      required
      data-count={say('已写 {n} 字，最多 5000 字', '{n} of 5000 characters')}
      defaultValue={form.values['content']}
      {...described({ name: 'content', problems: form.problems }, true)}
    />
  </Field>
)
