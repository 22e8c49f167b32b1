import {
  dissatisfactionReasonLabels,
  dissatisfactionReasons,
  followUpOutcomeLabels,
  followUpOutcomes,
  ratings,
  redoReasons,
  type DissatisfactionReason,
  type FollowUpOutcome,
  type Rating,
} from '@open12345/contract/vocabulary'
import { Form, Input, Radio } from 'antd'
import type { ReactElement } from 'react'
import { useWords } from '@open12345/ui/language.ts'
import { api } from '../../../api/client.ts'
import { useOptions } from '../../../parts/label-options.ts'
import { answering } from '../parts-of-order.ts'
import { formWords } from './form-words.ts'
import { PartField } from './part-field.tsx'
import { StepForm, type StepProps } from './step-form.tsx'
import { stepWords } from './step-words.ts'

type FollowingUp = {
  readonly outcome: FollowUpOutcome
  readonly service?: Rating | 'unsaid'
  readonly reason?: DissatisfactionReason
  readonly note?: string
}

const Reasons = ({ codes }: { readonly codes: readonly DissatisfactionReason[] }): ReactElement => {
  const text = useWords(formWords)
  const options = useOptions()
  return (
    <Form.Item label={text.dissatisfaction} name="reason" rules={[{ required: true, message: text.choose }]}>
      <Radio.Group aria-label={text.dissatisfaction} options={options(codes, dissatisfactionReasonLabels)} />
    </Form.Item>
  )
}

/** 服务与结果分开记录: silence is never satisfaction, so nothing is chosen beforehand. */
export const FollowUpStep = (props: StepProps): ReactElement => {
  const text = useWords(formWords)
  const names = useWords(stepWords)
  const options = useOptions()
  const [form] = Form.useForm<FollowingUp>()
  const outcome = Form.useWatch('outcome', form)
  const service = Form.useWatch('service', form)
  const answered = ratings.some((rating) => rating === outcome)
  return (
    <StepForm<FollowingUp>
      {...props}
      form={form}
      name="follow-up"
      submit={names['follow-up']}
      send={({ outcome: result, service: rated, reason, note }, call) =>
        api.followUpOrder({
          ...call,
          body: {
            outcome: result,
            service: rated === undefined || rated === 'unsaid' ? null : rated,
            reason: reason ?? null,
            note: note?.trim() ? note : null,
          },
        })
      }
    >
      <Form.Item label={text.result} name="outcome" rules={[{ required: true, message: text.choose }]}>
        <Radio.Group
          aria-label={text.result}
          optionType="button"
          buttonStyle="solid"
          options={options(followUpOutcomes, followUpOutcomeLabels)}
        />
      </Form.Item>
      {answered ? (
        <Form.Item label={text.service} name="service" rules={[{ required: true, message: text.choose }]}>
          <Radio.Group
            aria-label={text.service}
            optionType="button"
            buttonStyle="solid"
            options={[...options(ratings, followUpOutcomeLabels), { value: 'unsaid', label: text.unsaid }]}
          />
        </Form.Item>
      ) : null}
      {outcome === 'dissatisfied' || service === 'dissatisfied' ? <Reasons codes={dissatisfactionReasons} /> : null}
      <Form.Item label={text.note} name="note">
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2000} />
      </Form.Item>
    </StepForm>
  )
}

type Redoing = { readonly assignmentId?: string; readonly reason: DissatisfactionReason; readonly instruction: string }
export const RedoStep = (props: StepProps): ReactElement => {
  const text = useWords(formWords)
  const names = useWords(stepWords)
  const parts = answering(props.order)
  return (
    <StepForm<Redoing>
      {...props}
      name="redo"
      submit={names['order-redo']}
      initial={parts.length === 1 && parts[0] !== undefined ? { assignmentId: parts[0].assignmentId } : {}}
      send={(values, call) => api.redoOrder({ ...call, body: values })}
    >
      <p className="form-note">{text.redoNote}</p>
      <PartField label={text.redoUnit} parts={parts} />
      <Reasons codes={redoReasons} />
      <Form.Item label={text.instruction} name="instruction" rules={[{ required: true, whitespace: true, message: text.needed }]}>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={2000} showCount />
      </Form.Item>
    </StepForm>
  )
}

export const CloseStep = (props: StepProps): ReactElement => {
  const text = useWords(formWords)
  const names = useWords(stepWords)
  return (
    <StepForm<{ readonly basis?: string }>
      {...props}
      name="close"
      submit={names['close-lawful']}
      send={({ basis }, call) => api.closeOrder({ ...call, body: { basis: basis?.trim() ? basis : null } })}
    >
      <Form.Item label={text.basis} name="basis" extra={text.basisNote}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2000} showCount />
      </Form.Item>
    </StepForm>
  )
}
