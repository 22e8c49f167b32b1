import { Problem } from './field.tsx'
import type { Part } from './matter.tsx'

/** Clause 20c: whoever wants not to be known is asked before a place tells where they live; nobody is kept from sending it. */
export const OwnHome = ({ say, form }: Part) =>
  form.problems['ownHome'] === undefined && form.values['ownHome'] !== 'on' ? null : (
    <div className={form.problems['ownHome'] === undefined ? 'field' : 'field wrong'} id="ownHome">
      <Problem name="ownHome" problems={form.problems} />
      <label className="choice">
        <input type="checkbox" name="ownHome" value="on" defaultChecked={form.values['ownHome'] === 'on'} />
        <span>
          <b>{say('我知道，就这样提交', 'I know; send it as it is')}</b>
        </span>
      </label>
    </div>
  )
