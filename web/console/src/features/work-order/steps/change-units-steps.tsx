import { assignmentRoleLabels, type Principle } from '@open12345/contract/vocabulary'
import type { AssignmentView } from '@open12345/contract/work-order'
import { Form, Radio } from 'antd'
import type { ReactElement } from 'react'
import { useWords, words } from '@open12345/ui/language.ts'
import { api } from '../../../api/client.ts'
import { useOptions } from '../../../parts/label-options.ts'
import { isActive, isAnswered, rolesBeside, type JointRole } from '../parts-of-order.ts'
import { formWords } from './form-words.ts'
import { PartField } from './part-field.tsx'
import { StepForm, type StepProps } from './step-form.tsx'
import { stepWords } from './step-words.ts'
import { UnitAndPrinciple } from './unit-and-principle.tsx'
import { nullable, WordsField } from './words-field.tsx'

const said = words({
  addNote: [
    '新加的单位有自己的时限；原来单独承办的单位改为牵头，或者与它会签（第十一条（三））。',
    'It has clocks of its own; a unit that was alone becomes the lead, or co-signs (article 11(3)).',
  ],
  role: ['以什么身份', 'As what'],
  note: ['要它办什么（可不填）', 'What it is asked for (optional)'],
  which: ['哪个单位', 'Which unit'],
  withdrawNote: [
    '撤销后该单位看不到这件工单。没有其他单位答复诉求人的，回到待派单。',
    'It sees the order no more. With nobody left who answers, the order waits for a dispatch.',
  ],
  replaceNote: ['原单位撤销，新单位以同一身份承办，时限重新计算。', 'Another unit in the same role, with its own clocks.'],
  reason: ['理由（原单位会看到）', 'Reason (the unit reads it)'],
})

type Adding = { readonly unitId: string; readonly principle: Principle; readonly role: JointRole; readonly note?: string }

export const AddUnitStep = (props: StepProps): ReactElement => {
  const text = useWords(said)
  const common = useWords(formWords)
  const names = useWords(stepWords)
  const options = useOptions()
  const roles = rolesBeside(props.order)
  return (
    <StepForm<Adding>
      {...props}
      name="add-unit"
      submit={names['add-unit']}
      initial={roles.length === 1 && roles[0] !== undefined ? { role: roles[0] } : {}}
      send={({ note, ...values }, call) => api.addUnit({ ...call, body: { ...values, note: nullable(note) } })}
    >
      <p className="form-note">{text.addNote}</p>
      <UnitAndPrinciple />
      <Form.Item label={text.role} name="role" rules={[{ required: true, message: common.choose }]}>
        <Radio.Group aria-label={text.role} options={options(roles, assignmentRoleLabels)} />
      </Form.Item>
      <WordsField label={text.note} name="note" most={1000} isOptional />
    </StepForm>
  )
}

const changeable = ({ assignments }: StepProps['order']): readonly AssignmentView[] =>
  assignments.filter((part) => isActive(part) && !isAnswered(part))
const only = (parts: readonly AssignmentView[]) =>
  parts.length === 1 && parts[0] !== undefined ? { assignmentId: parts[0].assignmentId } : {}

type Withdrawing = { readonly assignmentId: string; readonly reason: string }

export const WithdrawUnitStep = (props: StepProps): ReactElement => {
  const text = useWords(said)
  const names = useWords(stepWords)
  const parts = changeable(props.order)
  return (
    <StepForm<Withdrawing>
      {...props}
      name="withdraw-unit"
      submit={names['withdraw-unit']}
      danger
      initial={only(parts)}
      send={(values, call) => api.withdrawUnit({ ...call, body: values })}
    >
      <p className="form-note">{text.withdrawNote}</p>
      <PartField label={text.which} parts={parts} />
      <WordsField label={text.reason} name="reason" most={1000} />
    </StepForm>
  )
}

type Replacing = Withdrawing & { readonly unitId: string; readonly principle: Principle; readonly note?: string }

export const ReplaceUnitStep = (props: StepProps): ReactElement => {
  const text = useWords(said)
  const common = useWords(formWords)
  const names = useWords(stepWords)
  const parts = changeable(props.order)
  return (
    <StepForm<Replacing>
      {...props}
      name="replace-unit"
      submit={names['replace-unit']}
      danger
      initial={only(parts)}
      send={({ note, ...values }, call) => api.replaceUnit({ ...call, body: { ...values, note: nullable(note) } })}
    >
      <p className="form-note">{text.replaceNote}</p>
      <PartField label={text.which} parts={parts} />
      <WordsField label={text.reason} name="reason" most={1000} />
      <UnitAndPrinciple />
      <WordsField label={common.dispatchNote} name="note" most={1000} isOptional />
    </StepForm>
  )
}
