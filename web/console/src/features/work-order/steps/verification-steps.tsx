import { verificationFindingLabels, verificationFindings, type VerificationFinding } from '@open12345/contract/vocabulary'
import { useNavigate } from '@tanstack/react-router'
import { Form, Radio } from 'antd'
import type { ReactElement } from 'react'
import { useWords, words } from '@open12345/ui/language.ts'
import { api } from '../../../api/client.ts'
import { useOptions } from '../../../parts/label-options.ts'
import { UnitSelect } from '../../../parts/unit-select.tsx'
import { useDeskPlace } from '../use-desk-place.ts'
import { formWords } from './form-words.ts'
import { ResponsibleUnit } from './responsible-unit.tsx'
import { StepForm, type StepProps } from './step-form.tsx'
import { stepWords } from './step-words.ts'
import { WordsField } from './words-field.tsx'

const said = words({
  askNote: [
    '是否属于受理范围拿不准时使用。部门只看到诉求内容和所问的问题，看不到诉求人；答复前诉求不算受理。',
    'Where you cannot tell whether it is within scope. The department sees the matter and the question, not the requester.',
  ],
  asked: ['请哪个部门核实', 'Which department'],
  question: ['要核实的问题', 'What you ask'],
  answerNote: ['答复只给热线中心，由坐席答复诉求人。', 'Your answer goes to the hotline; the seat speaks to the requester.'],
  finding: ['核实结论', 'Finding'],
  answer: ['说明和依据', 'Explanation and basis'],
})

type Asking = { readonly unitId: string; readonly question: string }

/** 第九条 末款: the seat asks before it decides. */
export const AskVerificationStep = (props: StepProps): ReactElement => {
  const text = useWords(said)
  const common = useWords(formWords)
  const names = useWords(stepWords)
  const [form] = Form.useForm<Asking>()
  return (
    <StepForm<Asking>
      {...props}
      form={form}
      name="ask-verification"
      submit={names['ask-verification']}
      isKept
      send={(values, call) => api.verifyOrder({ ...call, body: values })}
    >
      <p className="form-note">{text.askNote}</p>
      <ResponsibleUnit order={props.order} onTake={({ unitId }) => form.setFieldsValue({ unitId })} />
      <Form.Item label={text.asked} name="unitId" rules={[{ required: true, message: common.choose }]}>
        <UnitSelect />
      </Form.Item>
      <WordsField label={text.question} name="question" most={1000} rows={3} />
    </StepForm>
  )
}

/** 9-guide: who has answered sees the order no more; from its own page they go back to their list. */
const useLeaving = ({ onDone }: StepProps): StepProps['onDone'] => {
  const { order } = useDeskPlace()
  const navigate = useNavigate()
  return (taken) => {
    onDone(taken)
    if (order === undefined) void navigate({ to: '/unit', search: { tab: 'to-verify' } })
  }
}

type Answering = { readonly finding: VerificationFinding; readonly answer: string }

export const AnswerVerificationStep = (props: StepProps): ReactElement => {
  const text = useWords(said)
  const common = useWords(formWords)
  const names = useWords(stepWords)
  const options = useOptions()
  const leave = useLeaving(props)
  return (
    <StepForm<Answering>
      {...props}
      onDone={leave}
      losesSight
      name="answer-verification"
      submit={names['answer-verification']}
      isKept
      send={(values, call) => api.answerVerification({ ...call, body: values })}
    >
      <p className="form-note">{text.answerNote}</p>
      <Form.Item label={text.finding} name="finding" rules={[{ required: true, message: common.choose }]}>
        <Radio.Group
          aria-label={text.finding}
          className="stacked-choice"
          options={options(verificationFindings, verificationFindingLabels)}
        />
      </Form.Item>
      <WordsField label={text.answer} name="answer" most={2000} rows={3} />
    </StepForm>
  )
}
