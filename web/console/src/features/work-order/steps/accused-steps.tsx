import { Alert, Form } from 'antd'
import type { ReactElement } from 'react'
import { useWords } from '@open12345/ui/language.ts'
import { api } from '../../../api/client.ts'
import { Decision, type Deciding } from './decision.tsx'
import { formWords } from './form-words.ts'
import { StepForm, type StepProps } from './step-form.tsx'
import { stepWords } from './step-words.ts'
import { WordsField } from './words-field.tsx'

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
      <WordsField name="reason" label={text.reason} most={1000} />
    </StepForm>
  )
}

/** 回避: declared by the person; the order is out of their sight from then on (clause 20c). */
export const RecuseStep = (props: StepProps): ReactElement => {
  const text = useWords(formWords)
  const names = useWords(stepWords)
  return (
    <StepForm<{ readonly reason: string }>
      {...props}
      name="recuse"
      submit={names.recuse}
      danger
      losesSight
      send={(values, call) => api.recuse({ ...call, body: values })}
    >
      <p className="form-note">{text.recuseNote}</p>
      <WordsField name="reason" label={text.reason} most={1000} />
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
