import { attemptOutcomeLabels, attemptOutcomes } from '@open12345/contract/vocabulary'
import { Form, Input, Radio } from 'antd'
import type { ReactElement } from 'react'
import { useWords } from '@open12345/ui/language.ts'
import { api } from '../../../api/client.ts'
import { useOptions } from '../../../parts/label-options.ts'
import { AnswerFields } from '../fields/answer-fields.tsx'
import { DeclineFields } from '../fields/decline-fields.tsx'
import { AboutFields, ClassificationFields, UrgencyFields } from '../fields/matter-fields.tsx'
import { acceptBodyOf, answerBodyOf, declineBodyOf, isSubject, type MatterValues } from '../fields/matter-values.ts'
import { present } from './present.ts'
import { formWords } from './form-words.ts'
import { StepForm, type StepProps } from './step-form.tsx'
import { stepWords } from './step-words.ts'

type Clarifying = { readonly outcome: (typeof attemptOutcomes)[number]; readonly note?: string }

const classified = ({ order }: StepProps): Partial<MatterValues> => ({
  ...(order.kind === null ? {} : { kind: order.kind }),
  ...(order.subject !== null && isSubject(order.subject) ? { subject: order.subject } : {}),
  ...(order.place === null ? {} : { place: order.place }),
  confidential: order.grade !== 'open',
})

/** Relations that the requester named when the request was filed are proposed again. */
const related = ({ order: { relations } }: StepProps): Partial<MatterValues> => {
  if (relations?.accusedUnitId) return { about: 'accused', aboutUnitId: relations.accusedUnitId }
  return relations?.respondentUnitId ? { about: 'respondent', aboutUnitId: relations.respondentUnitId } : {}
}

export const AcceptStep = (props: StepProps): ReactElement => {
  const names = useWords(stepWords)
  return (
    <StepForm<MatterValues>
      {...props}
      name="accept"
      submit={names.accept}
      initial={{ ...classified(props), ...related(props) }}
      send={(values, call) => api.acceptOrder({ ...call, body: present(acceptBodyOf(values)) })}
    >
      <ClassificationFields />
      <UrgencyFields />
      <AboutFields words={props.order.content} isAccepting />
    </StepForm>
  )
}

/** What was accepted first is taken back with a reason. */
const AfterAcceptance = ({ order }: Pick<StepProps, 'order'>): ReactElement | null => {
  const text = useWords(formWords)
  return order.acceptedAt === null ? null : (
    <Form.Item label={text.takenBack} name="reason" rules={[{ required: true, whitespace: true, message: text.needed }]}>
      <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={1000} showCount />
    </Form.Item>
  )
}

export const DeclineStep = (props: StepProps): ReactElement => {
  const names = useWords(stepWords)
  return (
    <StepForm<MatterValues>
      {...props}
      name="decline"
      submit={names.decline}
      danger
      initial={classified(props)}
      send={(values, call) => api.declineOrder({ ...call, body: present(declineBodyOf({ ...classified(props), ...values })) })}
    >
      <DeclineFields withClarification={false} />
      <AfterAcceptance order={props.order} />
    </StepForm>
  )
}

export const AnswerStep = (props: StepProps): ReactElement => {
  const names = useWords(stepWords)
  return (
    <StepForm<MatterValues>
      {...props}
      name="answer"
      submit={names.answer}
      isKept
      initial={{ kind: props.order.kind ?? 'consultation' }}
      send={(values, call) => api.answerOrder({ ...call, body: present(answerBodyOf({ ...classified(props), ...values })) })}
    >
      <AnswerFields about={{ orderId: props.order.orderId }} />
      <AfterAcceptance order={props.order} />
    </StepForm>
  )
}

export const ClarifyStep = (props: StepProps): ReactElement => {
  const text = useWords(formWords)
  const names = useWords(stepWords)
  const options = useOptions()
  return (
    <StepForm<Clarifying>
      {...props}
      name="clarify"
      submit={names.clarify}
      send={({ outcome, note }, call) => api.clarifyOrder({ ...call, body: { outcome, note: note?.trim() ? note : null } })}
    >
      <Form.Item label={text.outcome} name="outcome" rules={[{ required: true, message: text.choose }]}>
        <Radio.Group aria-label={text.outcome} options={options(attemptOutcomes, attemptOutcomeLabels)} />
      </Form.Item>
      <Form.Item label={text.note} name="note">
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={1000} showCount />
      </Form.Item>
    </StepForm>
  )
}
