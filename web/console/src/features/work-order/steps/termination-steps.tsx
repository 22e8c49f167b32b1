import type { FileView } from '@open12345/contract/work-order'
import { Form } from 'antd'
import type { ReactElement } from 'react'
import { useWords, words } from '@open12345/ui/language.ts'
import { api } from '../../../api/client.ts'
import { ProofUpload } from '../../file/proof-upload.tsx'
import { Decision, type Deciding } from './decision.tsx'
import { formWords } from './form-words.ts'
import { StepForm, type StepProps } from './step-form.tsx'
import { stepWords } from './step-words.ts'
import { WordsField } from './words-field.tsx'

const said = words({
  note: [
    '同一诉求人就同一事项多次反映、已依法办理的，由承办单位认定终结办理，出具详细书面意见；热线中心核查后归档（第十三条（四））。',
    'For a matter that the same person brings again and that was handled by law: the unit writes a detailed opinion, the centre checks it (article 13(4)).',
  ],
  opinion: ['终结办理意见（核查同意后诉求人会看到）', 'Opinion (the requester reads it once it is confirmed)'],
  opinionNote: ['写清办理经过、事实、法律法规依据和结论。', 'What was done, the facts, the legal basis, the conclusion.'],
  checkNote: ['核查意见的形式和合法性。同意后此件终结，不再重复办理。', 'Check form and law. Once confirmed it is not handled again.'],
  yes: ['同意终结', 'Confirm'],
  no: ['退回，继续办理', 'Refuse: handle it on'],
})

type Determining = { readonly opinion: string; readonly proof?: readonly FileView[] }

export const TerminationStep = (props: StepProps): ReactElement => {
  const text = useWords(said)
  const common = useWords(formWords)
  const names = useWords(stepWords)
  return (
    <StepForm<Determining>
      {...props}
      name="termination"
      submit={names['propose-termination']}
      danger
      isKept
      send={({ opinion, proof = [] }, call) =>
        api.proposeTermination({ ...call, body: { opinion, proofFiles: proof.map(({ fileId }) => fileId) } })
      }
    >
      <p className="form-note">{text.note}</p>
      <WordsField label={text.opinion} name="opinion" most={5000} rows={5} extra={text.opinionNote} />
      <Form.Item label={common.proof} name="proof">
        <ProofUpload orderId={props.order.orderId} />
      </Form.Item>
    </StepForm>
  )
}

/** The opinion itself stands at the head of the page, its proof on the timeline. */
export const ConfirmTerminationStep = (props: StepProps): ReactElement => {
  const text = useWords(said)
  const names = useWords(stepWords)
  const [form] = Form.useForm<Deciding>()
  return (
    <StepForm<Deciding>
      {...props}
      form={form}
      name="confirm-termination"
      submit={names['confirm-termination']}
      send={({ confirmed, reason }, call) =>
        api.confirmTermination({ ...call, body: confirmed ? { confirmed: true } : { confirmed: false, reason: reason ?? '' } })
      }
    >
      <p className="form-note">{text.checkNote}</p>
      <Decision form={form} isToldWhy={false} yes={text.yes} no={text.no} />
    </StepForm>
  )
}
