import {
  attemptOutcomeLabels,
  attemptOutcomes,
  declineGroundLabels,
  declineGrounds,
  emergencyLines,
  lawfulChannelLabels,
  lawfulChannels,
  type DeclineGround,
} from '@open12345/contract/vocabulary'
import { Form, Input, Radio, Select } from 'antd'
import type { ReactElement } from 'react'
import { useLabel, useWords } from '@open12345/ui/language.ts'
import { clauseText } from '../../../parts/clause.ts'
import { useOptions } from '../../../parts/label-options.ts'
import { declineTexts } from './decline-texts.ts'
import { matterWords } from './matter-words.ts'

const Emergency = (): ReactElement => {
  const text = useWords(matterWords)
  return (
    <Form.Item
      label={text.alsoUrgent}
      name="alsoUrgent"
      extra={text.alsoUrgentNote}
      rules={[{ required: true, message: text.neededChoice }]}
    >
      <Radio.Group
        aria-label={text.alsoUrgent}
        options={[
          { value: 'no', label: text.alsoNo },
          { value: 'special', label: text.alsoSpecial },
          { value: 'emergency', label: text.alsoEmergency },
        ]}
      />
    </Form.Item>
  )
}

const Clarification = (): ReactElement => {
  const text = useWords(matterWords)
  const options = useOptions()
  return (
    <>
      <Form.Item label={text.clarify} name="clarifyOutcome" rules={[{ required: true, message: text.neededChoice }]}>
        <Radio.Group aria-label={text.clarify} options={options(attemptOutcomes, attemptOutcomeLabels)} />
      </Form.Item>
      <Form.Item label={text.clarifyNote} name="clarifyNote">
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} maxLength={1000} />
      </Form.Item>
    </>
  )
}

/** 第九条: exactly one ground, what was explained, and where the person is told to turn. */
export const DeclineFields = ({ withClarification }: { readonly withClarification: boolean }): ReactElement => {
  const text = useWords(matterWords)
  const label = useLabel()
  const options = useOptions()
  const form = Form.useFormInstance()
  const ground = Form.useWatch<DeclineGround | undefined>('ground', form)
  const choose = (next: DeclineGround): void => {
    const suggestion = declineTexts[next]
    const written: unknown = form.getFieldValue('explanation')
    const isOurs = written === undefined || written === '' || Object.values(declineTexts).some((known) => known.text === written)
    form.setFieldsValue({ lawfulChannel: suggestion.channel, ...(isOurs ? { explanation: suggestion.text } : {}) })
  }
  const required = [{ required: true, message: text.neededChoice }]
  return (
    <>
      <Form.Item label={text.ground} name="ground" rules={required}>
        <Radio.Group
          aria-label={text.ground}
          className="stacked-choice"
          onChange={({ target }) => choose(target.value as DeclineGround)}
          options={declineGrounds.map((code) => ({ value: code, label: `${clauseText(code)} ${label(declineGroundLabels[code])}` }))}
        />
      </Form.Item>
      {ground === '9-5' && withClarification ? <Clarification /> : null}
      <Form.Item label={ground === '9-3' ? text.line : text.channel} name="lawfulChannel" rules={required}>
        <Select options={ground === '9-3' ? options(emergencyLines, lawfulChannelLabels) : options(lawfulChannels, lawfulChannelLabels)} />
      </Form.Item>
      <Form.Item
        label={text.explanation}
        name="explanation"
        extra={text.explanationNote}
        rules={[{ required: true, whitespace: true, message: text.needed }]}
      >
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={2000} showCount />
      </Form.Item>
      {ground === '9-3' ? <Emergency /> : null}
    </>
  )
}
