import { described, Field } from './field.tsx'
import type { Part } from './matter.tsx'

/** Clause 20c: who is complained of or reported. */
export const AboutUnit = ({ say, form }: Part) => (
  <Field
    name="aboutUnitId"
    problems={form.problems}
    label={say('投诉、举报哪个单位（可不填）', 'The unit complained of or reported (optional)')}
    hint={say(
      '不是选您想让谁来查。投诉的，被投诉单位可能要说明情况，不想让它知道您是谁，请勾选保密；它的答复由上级审核。举报的，被举报单位看不到、查不到，也不由它办。',
      'Not the unit that you wish to look into it. A unit complained of may be asked to explain; ask for confidence if it must not learn who you are. Its superior checks its answer. A unit reported sees nothing and handles nothing.',
    )}
  >
    <select
      id="aboutUnitId"
      name="aboutUnitId"
      defaultValue={form.values['aboutUnitId'] ?? ''}
      {...described({ name: 'aboutUnitId', problems: form.problems }, true)}
    >
      <option value="">{say('不涉及，或者不在下面', 'None, or not listed')}</option>
      {form.units.map(({ name, units }) => (
        <optgroup key={name} label={name}>
          {units.map((unit) => (
            <option key={unit.unitId} value={unit.unitId}>
              {unit.name}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  </Field>
)
