import {
  dissatisfactionReasonLabels,
  handlingMarkLabels,
  handlingMarks,
  noteReasons,
  type HandlingMark,
  type NoteReason,
} from '@open12345/contract/vocabulary'
import type { FileView } from '@open12345/contract/work-order'
import { Form, Radio } from 'antd'
import type { ReactElement } from 'react'
import { useWords, words } from '@open12345/ui/language.ts'
import { api } from '../../../api/client.ts'
import { useOptions } from '../../../parts/label-options.ts'
import { ProofUpload } from '../../file/proof-upload.tsx'
import { formWords } from './form-words.ts'
import { StepForm, type StepProps } from './step-form.tsx'
import { stepWords } from './step-words.ts'
import { WordsField } from './words-field.tsx'

const said = words({
  explainNote: [
    '耐心解释、积极引导、争取理解（第十三条（三））。写清向诉求人说了什么、诉求人怎么说；热线中心核对后备注办结。',
    'Explain with patience (article 13(3)). Say what was explained and what the requester said; the centre then closes with a note.',
  ],
  noteReason: ['回访确认的原因', 'Reason that follow-up confirmed'],
  explanation: ['解释的内容和经过', 'What was explained'],
  noteNote: [
    '事实清楚的予以备注办结。确认原因的人、审核答复的人不能自己办，须由另一人核对。',
    'Where the facts are clear. Whoever confirmed the reason or approved the reply may not; another person checks.',
  ],
  noteBasis: ['备注办结的事实和依据', 'Facts and basis'],
  disputeNote: [
    '附上证据。每件只能提出一次；甄别之前评价照常统计。',
    'With evidence, once for each order; the rating counts until it is screened.',
  ],
  grounds: ['异议的理由', 'Grounds'],
  screenNote: [
    '剔除的只从考核满意度中剔除，原始满意度始终包含这一评价。',
    'What is screened out leaves the evaluated rate only; the raw rate keeps it.',
  ],
  verdict: ['甄别结论', 'Finding'],
  out: ['异议成立，从考核满意度中剔除', 'Out: not counted in the evaluated rate'],
  stands: ['异议不成立，评价有效', 'The rating stands'],
  decision: ['甄别的理由（承办单位会看到）', 'Why (the unit reads it)'],
  mark: ['标记为', 'Mark as'],
  noMark: ['取消标记', 'No mark'],
  markNote: [
    '依法办理、不以满意度评价的：不计入考核满意度，始终计入原始满意度。',
    'Handled by law, not by satisfaction: left out of the evaluated rate, never out of the raw one.',
  ],
  citation: ['依据（文书号、法律条款）', 'Basis (document number, provision)'],
})

const idsOf = (files: readonly FileView[] = []): string[] => files.map(({ fileId }) => fileId)
const Proof = ({ order }: Pick<StepProps, 'order'>): ReactElement => {
  const text = useWords(formWords)
  return (
    <Form.Item label={text.proof} name="proof">
      <ProofUpload orderId={order.orderId} />
    </Form.Item>
  )
}

type Explaining = { readonly reason: NoteReason; readonly explanation: string; readonly proof?: readonly FileView[] }

/** 13-3b: the reason is the one that follow-up has confirmed; the unit may name another of the three. */
export const ExplainStep = (props: StepProps): ReactElement => {
  const text = useWords(said)
  const common = useWords(formWords)
  const names = useWords(stepWords)
  const options = useOptions()
  const confirmed = noteReasons.find((reason) => reason === props.order.followUp?.confirmedReason)
  return (
    <StepForm<Explaining>
      {...props}
      name="explain"
      submit={names.explain}
      isKept
      initial={confirmed === undefined ? {} : { reason: confirmed }}
      send={({ proof, ...values }, call) => api.explainToRequester({ ...call, body: { ...values, proofFiles: idsOf(proof) } })}
    >
      <p className="form-note">{text.explainNote}</p>
      <Form.Item label={text.noteReason} name="reason" rules={[{ required: true, message: common.choose }]}>
        <Radio.Group aria-label={text.noteReason} options={options(noteReasons, dissatisfactionReasonLabels)} />
      </Form.Item>
      <WordsField label={text.explanation} name="explanation" most={5000} rows={4} />
      <Proof order={props.order} />
    </StepForm>
  )
}

export const CloseNotedStep = (props: StepProps): ReactElement => {
  const text = useWords(said)
  const names = useWords(stepWords)
  return (
    <StepForm<{ readonly basis: string }>
      {...props}
      name="close-noted"
      submit={names['close-noted']}
      send={(values, call) => api.closeNoted({ ...call, body: values })}
    >
      <p className="form-note">{text.noteNote}</p>
      <WordsField label={text.noteBasis} name="basis" most={2000} rows={3} />
    </StepForm>
  )
}

type Disputing = { readonly grounds: string; readonly proof?: readonly FileView[] }

export const DisputeStep = (props: StepProps): ReactElement => {
  const text = useWords(said)
  const names = useWords(stepWords)
  return (
    <StepForm<Disputing>
      {...props}
      name="dispute-rating"
      submit={names['dispute-rating']}
      isKept
      send={({ grounds, proof }, call) => api.disputeRating({ ...call, body: { grounds, proofFiles: idsOf(proof) } })}
    >
      <p className="form-note">{text.disputeNote}</p>
      <WordsField label={text.grounds} name="grounds" most={3000} rows={3} />
      <Proof order={props.order} />
    </StepForm>
  )
}

type Screening = { readonly isOut: boolean; readonly decision: string }

export const ScreenStep = (props: StepProps): ReactElement => {
  const text = useWords(said)
  const common = useWords(formWords)
  const names = useWords(stepWords)
  return (
    <StepForm<Screening>
      {...props}
      name="screen-rating"
      submit={names['screen-rating']}
      send={(values, call) => api.screenRating({ ...call, body: values })}
    >
      <p className="form-note">{text.screenNote}</p>
      <Form.Item label={text.verdict} name="isOut" rules={[{ required: true, message: common.choose }]}>
        <Radio.Group
          aria-label={text.verdict}
          className="stacked-choice"
          options={[
            { value: true, label: text.out },
            { value: false, label: text.stands },
          ]}
        />
      </Form.Item>
      <WordsField label={text.decision} name="decision" most={2000} rows={3} />
    </StepForm>
  )
}

type Marking = { readonly mark: HandlingMark | 'none'; readonly citation: string }

/** 13-3d: what the order carries already is not offered again. */
export const MarkStep = (props: StepProps): ReactElement => {
  const { mark: before } = props.order
  const text = useWords(said)
  const common = useWords(formWords)
  const names = useWords(stepWords)
  const options = useOptions()
  const offered = options(
    handlingMarks.filter((mark) => mark !== before),
    handlingMarkLabels,
  )
  return (
    <StepForm<Marking>
      {...props}
      name="mark"
      submit={names.mark}
      send={({ mark, citation }, call) => api.markOrder({ ...call, body: { mark: mark === 'none' ? null : mark, citation } })}
    >
      <p className="form-note">{text.markNote}</p>
      <Form.Item label={text.mark} name="mark" rules={[{ required: true, message: common.choose }]}>
        <Radio.Group aria-label={text.mark} options={[...offered, ...(before === null ? [] : [{ value: 'none', label: text.noMark }])]} />
      </Form.Item>
      <WordsField label={text.citation} name="citation" most={500} />
    </StepForm>
  )
}
