import { Alert, Form, Input } from 'antd'
import type { ReactElement } from 'react'
import { useWords } from '@open12345/ui/language.ts'
import { api } from '../../../api/client.ts'
import { ClassificationFields } from '../fields/matter-fields.tsx'
import { isSubject, type MatterValues } from '../fields/matter-values.ts'
import { MatterDescription } from '../panel/matter-description.tsx'
import { Decision, type Deciding } from './decision.tsx'
import { formWords } from './form-words.ts'
import { present } from './present.ts'
import { StepForm, type StepProps } from './step-form.tsx'
import { stepWords } from './step-words.ts'

/** Steps on the case as a whole: correction, facts, withdrawal. */
type Correcting = MatterValues & { readonly reason: string }

const correctBodyOf = ({ kind, subject, place, reason }: Correcting) =>
  kind === undefined || subject === undefined || place === undefined ? undefined : { kind, subject, place, reason }

export const CorrectStep = (props: StepProps): ReactElement => {
  const text = useWords(formWords)
  const names = useWords(stepWords)
  const { kind, subject, place } = props.order
  const initial = {
    ...(kind === null ? {} : { kind }),
    ...(subject !== null && isSubject(subject) ? { subject } : {}),
    ...(place === null ? {} : { place }),
  }
  return (
    <StepForm<Correcting>
      {...props}
      name="correct"
      submit={names.correct}
      initial={initial}
      send={(values, call) => api.correctOrder({ ...call, body: present(correctBodyOf(values)) })}
    >
      <p className="form-note">{text.correctNote}</p>
      <ClassificationFields />
      <Form.Item label={text.reason} name="reason" rules={[{ required: true, whitespace: true, message: text.needed }]}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={1000} showCount />
      </Form.Item>
    </StepForm>
  )
}

export const ConfirmCorrectionStep = (props: StepProps): ReactElement => {
  const names = useWords(stepWords)
  const [form] = Form.useForm<Deciding>()
  const pending = props.order.pendingCorrection
  return (
    <StepForm<Deciding>
      {...props}
      form={form}
      name="confirm-correction"
      submit={names['confirm-correction']}
      send={({ confirmed: yes, reason }, call) =>
        api.confirmCorrection({ ...call, body: yes ? { confirmed: true } : { confirmed: false, reason: reason ?? '' } })
      }
    >
      {pending === null ? null : (
        <Alert
          type="warning"
          className="step-alert"
          title={<MatterDescription kind={pending.kind} subject={pending.subject} place={pending.place} />}
          description={pending.reason}
        />
      )}
      <Decision form={form} />
    </StepForm>
  )
}

export const ConfirmWithdrawalStep = (props: StepProps): ReactElement => {
  const names = useWords(stepWords)
  const [form] = Form.useForm<Deciding>()
  return (
    <StepForm<Deciding>
      {...props}
      form={form}
      name="confirm-withdrawal"
      submit={names['confirm-withdrawal']}
      send={({ confirmed: yes, reason }, call) =>
        api.confirmWithdrawal({ ...call, body: yes ? { confirmed: true } : { confirmed: false, reason: reason ?? '' } })
      }
    >
      <Decision form={form} />
    </StepForm>
  )
}

export const AddFactsStep = (props: StepProps): ReactElement => {
  const text = useWords(formWords)
  const names = useWords(stepWords)
  return (
    <StepForm<{ readonly content: string }>
      {...props}
      name="add-facts"
      submit={names['add-facts']}
      isKept
      send={({ content }, call) => api.addFacts({ ...call, body: { content } })}
    >
      <Form.Item label={text.facts} name="content" rules={[{ required: true, whitespace: true, message: text.needed }]}>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 12 }} maxLength={5000} showCount />
      </Form.Item>
    </StepForm>
  )
}

export const WithdrawStep = (props: StepProps): ReactElement => {
  const text = useWords(formWords)
  const names = useWords(stepWords)
  return (
    <StepForm<{ readonly reason?: string }>
      {...props}
      name="withdraw"
      submit={names.withdraw}
      danger
      send={({ reason }, call) => api.withdrawOrder({ ...call, body: { reason: reason?.trim() ? reason : null } })}
    >
      <p className="form-note">{text.withdrawNote}</p>
      <Form.Item label={text.note} name="reason">
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={1000} />
      </Form.Item>
    </StepForm>
  )
}
