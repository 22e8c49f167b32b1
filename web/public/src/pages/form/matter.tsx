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

const Places = ({ say, form }: Part) => (
  <select
    id="place"
    name="place"
    required
    defaultValue={form.values['place'] ?? ''}
    data-county={say('县（市）', 'County')}
    data-township={say('乡镇（街道）', 'Township')}
    data-choose={say('请选择', 'Choose')}
    {...described({ name: 'place', problems: form.problems }, true)}
  >
    <option value="">{say('请选择', 'Choose')}</option>
    {form.places.map((county) => (
      <optgroup key={county.code} label={county.name}>
        <option value={county.code}>{say(`${county.name}（不清楚哪个乡镇）`, `${county.name} (township unknown)`)}</option>
        {county.townships.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </optgroup>
    ))}
  </select>
)

/** Clause 10-record: the address of the matter, to county and township. Clause 20c: what a report's place may give away. */
export const PlaceOfMatter = ({ say, form }: Part) => (
  <>
    <Field
      name="place"
      problems={form.problems}
      label={say('事情发生在哪里', 'Where')}
      hint={say(
        '事发的地方，不是您家的地址。按县（市）排列，选乡镇或街道。',
        'Where it happened, not where you live. By county, then township.',
      )}
    >
      <Places say={say} form={form} />
    </Field>
    <Field
      name="addressDetail"
      problems={form.problems}
      label={say('具体地点（可不填）', 'The exact place (optional)')}
      hint={say('路名、门牌、小区、村组或者附近的标志。', 'Street, number, village, or something nearby.')}
    >
      <input
        id="addressDetail"
        name="addressDetail"
        maxLength={200}
        autoComplete="off"
        defaultValue={form.values['addressDetail']}
        {...described({ name: 'addressDetail', problems: form.problems }, true)}
      />
    </Field>
    <p className="caution" data-for-kind="report">
      <b>{say('举报的请注意：', 'If you report somebody: ')}</b>
      {say(
        '地点写得太细、或者只有您才知道的细节，可能让人猜到是您。写到能查清楚就够了；办理时看得到地点和内容，看不到您是谁。',
        'a place or a detail that only you could know may give you away. Write as much as is needed to look into it; those who handle it see the place and the words, never you.',
      )}
    </p>
  </>
)
