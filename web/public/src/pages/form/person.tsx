import { described, Field } from './field.tsx'
import type { Part } from './matter.tsx'

const Contact = ({ say, form }: Part) => (
  <>
    <Field name="name" problems={form.problems} label={say('怎么称呼您（可不填）', 'Your name (optional)')}>
      <input
        id="name"
        name="name"
        maxLength={50}
        autoComplete="name"
        defaultValue={form.values['name']}
        {...described({ name: 'name', problems: form.problems }, false)}
      />
    </Field>
    <Field
      name="phone"
      problems={form.problems}
      label={say('联系电话', 'Phone')}
      hint={say('用来核实情况、答复和回访。匿名的可以不填。', 'To verify, to answer and to ask how it went. Not needed if anonymous.')}
    >
      <input
        id="phone"
        name="phone"
        type="tel"
        inputMode="tel"
        maxLength={30}
        autoComplete="tel"
        defaultValue={form.values['phone']}
        {...described({ name: 'phone', problems: form.problems }, true)}
      />
    </Field>
  </>
)

/** Clause 20c: what follows from either choice is said before it is made. */
const Discretion = ({ say, form }: Part) => (
  <>
    <label className="choice">
      <input type="checkbox" name="confidential" value="on" defaultChecked={form.values['confidential'] === 'on'} />
      <span>
        <b>{say('为我保密', 'Keep me confidential')}</b>
        <small>
          {say(
            '承办单位看不到您的姓名和电话，由热线中心代为联系；可能会慢一些。举报不用勾选，一律保密。',
            'The unit does not see your name or number; the hotline centre stands between. It may take longer. Reports are always confidential.',
          )}
        </small>
      </span>
    </label>
    <label className="choice">
      <input type="checkbox" name="anonymous" value="on" defaultChecked={form.values['anonymous'] === 'on'} />
      <span>
        <b>{say('匿名', 'Stay anonymous')}</b>
        <small>
          {say(
            '不留姓名，电话也可以不留。没有电话就无法找您核实，只能凭工单号和查询码查看答复；说不清的可能办不了。',
            'No name; the phone is optional. Without it nobody can ask you back: you follow it by number and code only, and what is unclear may stay undone.',
          )}
        </small>
      </span>
    </label>
  </>
)

export const Person = ({ say, form }: Part) => (
  <fieldset className="group">
    <legend>{say('怎么联系您', 'How to reach you')}</legend>
    <p className="hint">
      {say(
        '姓名和电话单独加密保存。谁看过都有记录，不得用于别的事情。',
        'Name and phone are encrypted apart from the matter; every look at them is on record.',
      )}
    </p>
    <Contact say={say} form={form} />
    <Discretion say={say} form={form} />
  </fieldset>
)
