import { kindLabels, kinds, urgencies, urgencyLabels, type Kind } from '@open12345/contract/vocabulary'
import { Checkbox, Form, Radio } from 'antd'
import type { ComponentProps, ReactElement } from 'react'
import { useWords } from '@open12345/ui/language.ts'
import { useOptions } from '../../../parts/label-options.ts'
import { PlaceSelect } from '../../../parts/place-select.tsx'
import { SubjectSelect } from '../../../parts/subject-select.tsx'
import { UnitSelect } from '../../../parts/unit-select.tsx'
import { matterWords } from './matter-words.ts'
import type { MatterValues } from './matter-values.ts'
import { SuggestedRelations } from './suggested-relations.tsx'

/** Kind, subject and place: what an order needs before anything runs. */
export const ClassificationFields = ({ isRequired = true }: { readonly isRequired?: boolean }): ReactElement => {
  const text = useWords(matterWords)
  const options = useOptions()
  const rules = [{ required: isRequired, message: text.neededChoice }]
  return (
    <>
      <Form.Item label={text.kind} name="kind" rules={rules}>
        <Radio.Group
          aria-label={text.kind}
          optionType="button"
          buttonStyle="solid"
          options={options(kinds, kindLabels)}
          className="kind-choice"
        />
      </Form.Item>
      <div className="two-fields">
        <Form.Item label={text.subject} name="subject" rules={rules}>
          <SubjectSelect />
        </Form.Item>
        <Form.Item label={text.place} name="place" rules={rules}>
          <PlaceSelect />
        </Form.Item>
      </div>
    </>
  )
}

export const UrgencyFields = (): ReactElement => {
  const text = useWords(matterWords)
  const options = useOptions()
  return (
    <Form.Item label={text.urgency} name="urgency" initialValue="ordinary" extra={text.urgencyNote}>
      <Radio.Group aria-label={text.urgency} options={options(urgencies, urgencyLabels)} />
    </Form.Item>
  )
}

const Confidential = ({ kind }: { readonly kind: Kind | undefined }): ReactElement => {
  const text = useWords(matterWords)
  return kind === 'report' ? (
    <p className="form-note">{text.confidentialReport}</p>
  ) : (
    <Form.Item name="confidential" valuePropName="checked">
      <Checkbox>{text.confidential}</Checkbox>
    </Form.Item>
  )
}

type Suggested = ComponentProps<typeof SuggestedRelations>

/** 被投诉单位、被举报单位: which one it is decides who may ever see the order. */
export const AboutFields = (suggested: Suggested): ReactElement => {
  const text = useWords(matterWords)
  const kind = Form.useWatch<Kind | undefined>('kind')
  const about = Form.useWatch<MatterValues['about']>('about')
  const note = about === 'respondent' ? text.respondentNote : about === 'accused' ? text.accusedNote : undefined
  return (
    <>
      <SuggestedRelations {...suggested} />
      <Form.Item label={text.about} name="about" initialValue="nobody" extra={note}>
        <Radio.Group
          aria-label={text.about}
          options={[
            { value: 'nobody', label: text.nobody },
            { value: 'respondent', label: text.respondent },
            { value: 'accused', label: text.accused },
          ]}
        />
      </Form.Item>
      {about === undefined || about === 'nobody' ? null : (
        <Form.Item label={text.unit} name="aboutUnitId" rules={[{ required: true, message: text.neededChoice }]}>
          <UnitSelect />
        </Form.Item>
      )}
      <Confidential kind={kind} />
    </>
  )
}
