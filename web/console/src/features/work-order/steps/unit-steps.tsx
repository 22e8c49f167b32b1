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
import { formWords } from './form-words.ts'
import { StepForm, type StepProps } from './step-form.tsx'
import { stepWords } from './step-words.ts'

const nullable = (written: string | undefined): string | null => (written?.trim() ? written : null)

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
  const before = props.order.assignment?.draft
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
      initial={initial}
      send={({ reply, internal, proof = [] }, call) =>
        api.draftReply({ ...call, body: { reply, internal: nullable(internal), proofFiles: proof.map(({ fileId }) => fileId) } })
      }
    >
      <div className="public-words">
        <Form.Item
          label={text.reply}
          name="reply"
          extra={text.replyNote}
          rules={[{ required: true, whitespace: true, message: text.needed }]}
        >
          <Input.TextArea autoSize={{ minRows: 6, maxRows: 20 }} maxLength={5000} showCount />
        </Form.Item>
      </div>
      <div className="internal-words">
        <Form.Item label={text.internal} name="internal" extra={text.internalNote}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 10 }} maxLength={5000} />
        </Form.Item>
      </div>
      <Form.Item label={text.proof} name="proof">
        <ProofUpload orderId={props.order.orderId} />
      </Form.Item>
    </StepForm>
  )
}

type WithWords = { readonly written: string }
const WordsField = ({ label }: { readonly label: string }): ReactElement => {
  const text = useWords(formWords)
  return (
    <Form.Item label={label} name="written" rules={[{ required: true, whitespace: true, message: text.needed }]}>
      <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={2000} showCount />
    </Form.Item>
  )
}

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
      <Form.Item label={text.reason} name="reason" rules={[{ required: true, whitespace: true, message: text.needed }]}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={1000} showCount />
      </Form.Item>
    </StepForm>
  )
}

export const ApproveStep = (props: StepProps): ReactElement => {
  const text = useWords(formWords)
  const names = useWords(stepWords)
  return (
    <StepForm<object> {...props} name="approve" submit={names.approve} send={(_, call) => api.approveReply({ ...call, body: {} })}>
      <p className="form-note">{text.approveNote}</p>
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
      <WordsField label={text.response} />
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
      <WordsField label={text.progress} />
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
