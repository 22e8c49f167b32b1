import type { AssignmentView } from '@open12345/contract/work-order'
import { Form, Radio } from 'antd'
import type { ReactElement } from 'react'
import { fill, useLanguage, useWords, words } from '@open12345/ui/language.ts'
import { dueText } from '@open12345/ui/time-text.ts'
import { api } from '../../../api/client.ts'
import { useNow } from '../../../api/now.ts'
import { UnitSelect } from '../../../parts/unit-select.tsx'
import { Precedents } from '../../ruling/precedents.tsx'
import { clockOfPart } from '../parts-of-order.ts'
import { formWords } from './form-words.ts'
import { PartField } from './part-field.tsx'
import { present } from './present.ts'
import { StepForm, type StepProps } from './step-form.tsx'
import { stepWords } from './step-words.ts'
import { keepFor } from './use-kept.ts'
import { nullable, WordsField } from './words-field.tsx'

const said = words({
  window: [
    '退回期限：{due}。退回不停止计时，热线中心裁定前时限照走。',
    'To be returned by {due}. A return stops no clock until the centre has decided.',
  ],
  late: [
    '退回期限 {due} 已过。仍可退回，但计为逾期退回（第十二条（二））。',
    'The time to return ended {due}. You may still return it; it counts as overdue (article 12(2)).',
  ],
  reason: ['退回理由', 'Reason'],
  basis: ['依据（法律、法规、三定规定等）', 'Basis (law, regulation, defined duties)'],
  suggested: ['建议转办的单位', 'Unit that you suggest'],
  suggestedNote: ['理由、依据、建议单位缺一不可。', 'All three are needed.'],
  which: ['哪个单位的退回', 'Whose return'],
  decision: ['裁定', 'Ruling'],
  accept: ['同意退回', 'Accept the return'],
  refuse: ['不同意退回', 'Rule against it'],
  acceptNote: ['中心备注（可不填，单位看不到）', 'Note of the centre (optional, not shown to the unit)'],
  acceptNext: ['同意后接着派单，建议的单位已为您选好。', 'You dispatch it next; the suggested unit is already chosen.'],
  ruling: ['裁定理由（退回单位会看到）', 'Ruling (the unit reads it)'],
  rulingBasis: ['裁定依据', 'Basis of the ruling'],
  rulingNote: ['裁定后该单位不能再退回，并存为裁定先例。', 'It binds the unit and is kept as a precedent.'],
})

const Window = ({ order }: Pick<StepProps, 'order'>): ReactElement | null => {
  const text = useWords(said)
  const language = useLanguage()
  const now = useNow()
  const clock = clockOfPart(order, order.assignment, ['return'])
  if (clock === undefined) return null
  const isLate = now >= Date.parse(clock.dueAt)
  return <p className={isLate ? 'late-note' : 'form-note'}>{fill(isLate ? text.late : text.window, { due: dueText(clock, language) })}</p>
}

type Returning = { readonly reason: string; readonly basis: string; readonly suggestedUnitId: string }

/** 12-2c: without reason, basis and the unit whose duty it is there is no return. */
export const ReturnStep = (props: StepProps): ReactElement => {
  const text = useWords(said)
  const common = useWords(formWords)
  const names = useWords(stepWords)
  const own = props.order.assignment?.unitId
  return (
    <StepForm<Returning>
      {...props}
      name="return"
      submit={names.return}
      danger
      isKept
      send={(values, call) => api.returnOrder({ ...call, body: values })}
    >
      <Window order={props.order} />
      <WordsField label={text.reason} name="reason" most={2000} />
      <WordsField label={text.basis} name="basis" most={2000} />
      <Form.Item
        label={text.suggested}
        name="suggestedUnitId"
        extra={text.suggestedNote}
        rules={[{ required: true, message: common.choose }]}
      >
        <UnitSelect among={({ unitId }) => unitId !== own} />
      </Form.Item>
      <Precedents subject={props.order.subject} />
    </StepForm>
  )
}

type Ruling = {
  readonly assignmentId: string
  readonly verdict: 'accept' | 'refuse'
  readonly note?: string
  readonly ruling?: string
  readonly basis?: string
}

const returnedBy = ({ assignments }: StepProps['order']): readonly AssignmentView[] =>
  assignments.filter(({ pendingReturn }) => pendingReturn !== null)

const Refusal = (): ReactElement => {
  const text = useWords(said)
  return (
    <>
      <p className="form-note">{text.rulingNote}</p>
      <WordsField label={text.ruling} name="ruling" most={2000} rows={3} />
      <WordsField label={text.rulingBasis} name="basis" most={2000} />
    </>
  )
}

const Acceptance = (): ReactElement => {
  const text = useWords(said)
  return (
    <>
      <p className="form-note">{text.acceptNext}</p>
      <WordsField label={text.acceptNote} name="note" most={1000} isOptional />
    </>
  )
}

/** 第十二条（二）: the centre decides, beside what was decided before. */
export const RuleOnReturnStep = (props: StepProps): ReactElement => {
  const { order, onDone } = props
  const text = useWords(said)
  const common = useWords(formWords)
  const names = useWords(stepWords)
  const [form] = Form.useForm<Ruling>()
  const verdict = Form.useWatch('verdict', form)
  const parts = returnedBy(order)
  return (
    <StepForm<Ruling>
      {...props}
      form={form}
      name="rule-on-return"
      submit={names['accept-return']}
      initial={parts[0] === undefined ? {} : { assignmentId: parts[0].assignmentId }}
      send={async ({ assignmentId, verdict: chosen, note, ruling, basis }, call) => {
        if (chosen === 'refuse')
          return api.refuseReturn({ ...call, body: { assignmentId, ruling: present(ruling), basis: present(basis) } })
        const suggested = parts.find((part) => part.assignmentId === assignmentId)?.pendingReturn?.suggestedUnitId
        const taken = await api.acceptReturn({ ...call, body: { assignmentId, note: nullable(note) } })
        keepFor('dispatch', order.orderId, { unitId: suggested })
        return taken
      }}
      onDone={onDone}
    >
      <PartField label={text.which} parts={parts} />
      <Form.Item label={text.decision} name="verdict" rules={[{ required: true, message: common.choose }]}>
        <Radio.Group
          aria-label={text.decision}
          options={[
            { value: 'accept', label: text.accept },
            { value: 'refuse', label: text.refuse },
          ]}
        />
      </Form.Item>
      {verdict === 'accept' ? <Acceptance /> : null}
      {verdict === 'refuse' ? <Refusal /> : null}
      <Precedents subject={order.subject} />
    </StepForm>
  )
}
