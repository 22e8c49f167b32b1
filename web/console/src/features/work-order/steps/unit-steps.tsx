import {
  attemptOutcomeLabels,
  attemptOutcomes,
  deliveryWayLabels,
  deliveryWays,
  type AttemptOutcome,
  type DeliveryWay,
} from '@open12345/contract/vocabulary'
import type { FileView } from '@open12345/contract/work-order'
import { Form, Input, Radio } from 'antd'
import type { ReactElement } from 'react'
import { useWords } from '@open12345/ui/language.ts'
import { api } from '../../../api/client.ts'
import { useOptions } from '../../../parts/label-options.ts'
import { ProofUpload } from '../../file/proof-upload.tsx'
import { ModelDraft } from '../../model/model-draft.tsx'
import { answersToLead } from '../parts-of-order.ts'
import { formWords } from './form-words.ts'
import { StepForm, type StepProps } from './step-form.tsx'
import { stepWords } from './step-words.ts'
import { nullable, WordsField } from './words-field.tsx'

export const SignStep = (props: StepProps): ReactElement => {
  const text = useWords(formWords)
  const names = useWords(stepWords)
  return (
    <StepForm<object> {...props} name="sign" submit={names.sign} send={(_, call) => api.signOrder({ ...call, body: {} })}>
      <p className="form-note">{text.signNote}</p>
    </StepForm>
  )
}

type Drafting = { readonly reply: string; readonly internal?: string; readonly proof?: readonly FileView[] }

/** 答复与内部说明: two boxes that nobody can take for one another. */
export const DraftStep = (props: StepProps): ReactElement => {
  const text = useWords(formWords)
  const names = useWords(stepWords)
  const [form] = Form.useForm<Drafting>()
  const { assignment, orderId } = props.order
  const take = (drafted: string): void => {
    const written = ((form.getFieldValue('reply') as string | undefined) ?? '').trim()
    form.setFieldsValue({ reply: written === '' ? drafted : `${written}\n${drafted}` })
  }
  const before = assignment?.draft
  const isForLead = assignment !== null && answersToLead(assignment)
  const initial =
    before === null || before === undefined
      ? {}
      : { reply: before.reply, ...(before.internal === null ? {} : { internal: before.internal }), proof: before.proof }
  return (
    <StepForm<Drafting>
      {...props}
      name="draft"
      submit={names.draft}
      isKept
      form={form}
      initial={initial}
      send={({ reply, internal, proof = [] }, call) =>
        api.draftReply({ ...call, body: { reply, internal: nullable(internal), proofFiles: proof.map(({ fileId }) => fileId) } })
      }
    >
      <div className={isForLead ? 'lead-words' : 'public-words'}>
        <Form.Item
          label={isForLead ? text.opinion : text.reply}
          name="reply"
          extra={isForLead ? text.opinionNote : text.replyNote}
          rules={[{ required: true, whitespace: true, message: text.needed }]}
        >
          <Input.TextArea autoSize={{ minRows: 6, maxRows: 20 }} maxLength={5000} showCount />
        </Form.Item>
      </div>
      {isForLead ? null : (
        <ModelDraft
          ask={({ idempotencyKey }) => api.draftForOrder({ params: { orderId }, body: {}, idempotencyKey })}
          onTake={take}
          whyNot={props.order.grade === 'open' ? undefined : text.notForModels}
        />
      )}
      <div className="internal-words">
        <Form.Item label={text.internal} name="internal" extra={text.internalNote}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 10 }} maxLength={5000} />
        </Form.Item>
      </div>
      <Form.Item label={text.proof} name="proof">
        <ProofUpload orderId={orderId} />
      </Form.Item>
    </StepForm>
  )
}

type WithWords = { readonly written: string }

export const SendBackStep = (props: StepProps): ReactElement => {
  const text = useWords(formWords)
  const names = useWords(stepWords)
  return (
    <StepForm<{ readonly reason: string }>
      {...props}
      name="send-back"
      submit={names['send-back']}
      send={({ reason }, call) => api.sendBackReply({ ...call, body: { reason } })}
    >
      <WordsField label={text.reason} name="reason" most={1000} />
    </StepForm>
  )
}

export const ApproveStep = (props: StepProps): ReactElement => {
  const text = useWords(formWords)
  const names = useWords(stepWords)
  const { assignment } = props.order
  const isForLead = assignment !== null && answersToLead(assignment)
  return (
    <StepForm<object> {...props} name="approve" submit={names.approve} send={(_, call) => api.approveReply({ ...call, body: {} })}>
      <p className="form-note">{isForLead ? text.approveForLead : text.approveNote}</p>
    </StepForm>
  )
}

export const FirstResponseStep = (props: StepProps): ReactElement => {
  const text = useWords(formWords)
  const names = useWords(stepWords)
  return (
    <StepForm<WithWords>
      {...props}
      name="first-response"
      submit={names['give-first-response']}
      isKept
      send={({ written }, call) => api.giveFirstResponse({ ...call, body: { response: written } })}
    >
      <WordsField label={text.response} name="written" most={2000} rows={3} />
    </StepForm>
  )
}

export const ProgressStep = (props: StepProps): ReactElement => {
  const text = useWords(formWords)
  const names = useWords(stepWords)
  return (
    <StepForm<WithWords>
      {...props}
      name="progress"
      submit={names['report-progress']}
      isKept
      send={({ written }, call) => api.reportProgress({ ...call, body: { progress: written } })}
    >
      <WordsField label={text.progress} name="written" most={2000} rows={3} />
    </StepForm>
  )
}

type Reaching = { readonly way: DeliveryWay; readonly outcome: AttemptOutcome; readonly note?: string }
const WayAndNote = (): ReactElement => {
  const text = useWords(formWords)
  const options = useOptions()
  return (
    <>
      <Form.Item label={text.way} name="way" rules={[{ required: true, message: text.choose }]}>
        <Radio.Group aria-label={text.way} options={options(deliveryWays, deliveryWayLabels)} />
      </Form.Item>
      <Form.Item label={text.note} name="note">
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 6 }} maxLength={1000} />
      </Form.Item>
    </>
  )
}

export const AttemptStep = (props: StepProps): ReactElement => {
  const text = useWords(formWords)
  const names = useWords(stepWords)
  const options = useOptions()
  return (
    <StepForm<Reaching>
      {...props}
      name="attempt"
      submit={names['record-attempt']}
      initial={{ way: 'phone' }}
      send={({ way, outcome, note }, call) => api.recordAttempt({ ...call, body: { way, outcome, note: nullable(note) } })}
    >
      <Form.Item label={text.outcome} name="outcome" rules={[{ required: true, message: text.choose }]}>
        <Radio.Group aria-label={text.outcome} options={options(attemptOutcomes, attemptOutcomeLabels)} />
      </Form.Item>
      <WayAndNote />
    </StepForm>
  )
}

export const DeliverStep = (props: StepProps): ReactElement => {
  const text = useWords(formWords)
  const names = useWords(stepWords)
  return (
    <StepForm<Omit<Reaching, 'outcome'>>
      {...props}
      name="deliver"
      submit={names.deliver}
      send={({ way, note }, call) => api.deliverReply({ ...call, body: { way, note: nullable(note) } })}
    >
      <p className="form-note">{text.deliverNote}</p>
      <WayAndNote />
    </StepForm>
  )
}
