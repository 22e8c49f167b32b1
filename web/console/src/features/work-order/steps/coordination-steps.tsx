import { Form } from 'antd'
import type { ReactElement } from 'react'
import type { Principle } from '@open12345/contract/vocabulary'
import { useWords, words } from '@open12345/ui/language.ts'
import { api } from '../../../api/client.ts'
import { UnitsSelect } from '../../../parts/unit-select.tsx'
import { Precedents } from '../../ruling/precedents.tsx'
import { formWords } from './form-words.ts'
import { StepForm, type StepProps } from './step-form.tsx'
import { stepWords } from './step-words.ts'
import { UnitAndPrinciple } from './unit-and-principle.tsx'
import { nullable, WordsField } from './words-field.tsx'

const said = words({
  askNote: [
    '法律、法规和三定规定都不能确定由谁承办时使用；由州政府办公室召集协调，指定承办单位（第十一条（三））。',
    'Where no law says whose duty it is; the prefecture office convenes and designates (article 11(3)).',
  ],
  reason: ['争议和提请理由', 'What is in dispute, and why'],
  basis: ['已查的依据（可不填）', 'Law that was looked at (optional)'],
  participants: ['参加单位', 'Units that took part'],
  record: ['协调记录（仅热线中心和办公室可见）', 'Record (seen by the centre and the office)'],
  designateNote: [
    '指定后即派单，该单位不能退回；并存为裁定先例。',
    'It is dispatched at once, not returned again, and kept as a precedent.',
  ],
  grounds: ['指定的理由（承办单位会看到）', 'Grounds (the unit reads them)'],
})

type Asking = { readonly reason: string; readonly basis?: string }

/** 第十一条（三） 专题协调. */
export const AskCoordinationStep = (props: StepProps): ReactElement => {
  const text = useWords(said)
  const names = useWords(stepWords)
  return (
    <StepForm<Asking>
      {...props}
      name="ask-coordination"
      submit={names['ask-coordination']}
      isKept
      send={({ reason, basis }, call) => api.askCoordination({ ...call, body: { reason, basis: nullable(basis) } })}
    >
      <p className="form-note">{text.askNote}</p>
      <WordsField label={text.reason} name="reason" most={2000} rows={3} />
      <WordsField label={text.basis} name="basis" most={2000} isOptional />
      <Precedents subject={props.order.subject} />
    </StepForm>
  )
}

type Holding = { readonly participants: string[]; readonly record: string }

export const HoldCoordinationStep = (props: StepProps): ReactElement => {
  const text = useWords(said)
  const common = useWords(formWords)
  const names = useWords(stepWords)
  return (
    <StepForm<Holding>
      {...props}
      name="hold-coordination"
      submit={names['hold-coordination']}
      isKept
      send={(values, call) => api.holdCoordination({ ...call, body: values })}
    >
      <Form.Item label={text.participants} name="participants" rules={[{ required: true, message: common.choose }]}>
        <UnitsSelect />
      </Form.Item>
      <WordsField label={text.record} name="record" most={5000} rows={4} />
    </StepForm>
  )
}

type Designating = { readonly unitId: string; readonly principle: Principle; readonly grounds: string; readonly note?: string }

export const DesignateStep = (props: StepProps): ReactElement => {
  const text = useWords(said)
  const common = useWords(formWords)
  const names = useWords(stepWords)
  return (
    <StepForm<Designating>
      {...props}
      name="designate"
      submit={names.designate}
      isKept
      send={({ note, ...values }, call) => api.designateUnit({ ...call, body: { ...values, note: nullable(note) } })}
    >
      <p className="form-note">{text.designateNote}</p>
      <UnitAndPrinciple />
      <WordsField label={text.grounds} name="grounds" most={2000} rows={3} />
      <WordsField label={common.dispatchNote} name="note" most={1000} isOptional />
      <Precedents subject={props.order.subject} />
    </StepForm>
  )
}
