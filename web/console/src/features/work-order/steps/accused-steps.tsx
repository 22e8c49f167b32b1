import { Alert, Form, Input } from 'antd'
import type { ReactElement } from 'react'
import { useWords } from '@open12345/ui/language.ts'
import { api } from '../../../api/client.ts'
import { Decision, type Deciding } from './decision.tsx'
import { formWords } from './form-words.ts'
import { StepForm, type StepProps } from './step-form.tsx'
import { stepWords } from './step-words.ts'

/** A unit that was accused by mistake: one person proposes, another confirms (clause 20c). */
export const ClearAccusedStep = (props: StepProps): ReactElement => {
  const text = useWords(formWords)
  const names = useWords(stepWords)
  return (
    <StepForm<{ readonly reason: string }>
      {...props}
      name="clear-accused"
      submit={names['clear-accused']}
      danger
      send={(values, call) => api.clearAccused({ ...call, body: values })}
    >
      <p className="form-note">{text.clearNote}</p>
      <Form.Item label={text.reason} name="reason" rules={[{ required: true, whitespace: true, message: text.needed }]}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={1000} showCount />
      </Form.Item>
    </StepForm>
  )
}

export const ConfirmClearingStep = (props: StepProps): ReactElement => {
  const names = useWords(stepWords)
  const [form] = Form.useForm<Deciding>()
  const pending = props.order.pendingClearing
  return (
    <StepForm<Deciding>
      {...props}
      form={form}
      name="confirm-clearing"
      submit={names['confirm-clearing']}
      send={({ confirmed, reason }, call) =>
        api.confirmClearing({ ...call, body: confirmed ? { confirmed: true } : { confirmed: false, reason: reason ?? '' } })
      }
    >
      {pending === null ? null : <Alert type="warning" className="step-alert" title={pending.reason} />}
      <Decision form={form} isToldWhy={false} />
    </StepForm>
  )
}
