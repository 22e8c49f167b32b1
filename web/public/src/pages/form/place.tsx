import { described, Field } from './field.tsx'
import type { Part } from './matter.tsx'

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
