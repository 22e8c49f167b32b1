import type { ResponsibleView } from '@open12345/contract/organisation'
import type { Principle } from '@open12345/contract/vocabulary'
import type { OrderView, StepTaken } from '@open12345/contract/work-order'
import { Form, Radio, type FormInstance } from 'antd'
import type { ReactElement } from 'react'
import { useWords, words } from '@open12345/ui/language.ts'
import { api } from '../../../api/client.ts'
import '../fields/suggested.css'
import type { StepCall } from '../use-order-step.ts'
import { AccusedQuestion } from './accused-question.tsx'
import { DispatchParts, type PartTyped } from './dispatch-parts.tsx'
import { formWords } from './form-words.ts'
import { present } from './present.ts'
import { ResponsibleUnit } from './responsible-unit.tsx'
import { StepForm, type StepProps } from './step-form.tsx'
import { stepWords } from './step-words.ts'
import { UnitAndPrinciple } from './unit-and-principle.tsx'
import { nullable, WordsField } from './words-field.tsx'

const said = words({
  mode: ['派单方式（第十一条（三））', 'How (article 11(3))'],
  sole: ['单个承办', 'One unit'],
  'co-sign': ['会签', 'Co-sign'],
  led: ['牵头主办协办', 'Lead and assistants'],
  'co-sign-note': [
    '职责清楚、涉及几个单位的用会签：各单位分别办理、分别答复诉求人。',
    'Clear duties of several units: each handles its part and answers the requester.',
  ],
  'led-note': [
    '职责交叉的用牵头：一个牵头单位汇总并统一答复，主办（至多一个）、协办单位答复牵头单位。',
    'Crossing duties: one lead merges and answers; a principal (at most one) and assistants answer to the lead.',
  ],
})

type Mode = 'sole' | 'co-sign' | 'led'
type Dispatching = {
  readonly mode: Mode
  readonly unitId?: string
  readonly principle?: Principle
  readonly note?: string
  readonly parts?: readonly PartTyped[]
}

const partOf = (mode: Mode, { unitId, role, principle, note }: PartTyped) => ({
  unitId: present(unitId),
  role: mode === 'co-sign' ? ('co-sign' as const) : present(role),
  principle: present(principle),
  note: nullable(note),
})

const sendDispatch = ({ mode, unitId, principle, note, parts = [] }: Dispatching, call: StepCall): Promise<StepTaken> =>
  mode === 'sole'
    ? api.dispatchOrder({ ...call, body: { unitId: present(unitId), principle: present(principle), note: nullable(note) } })
    : api.dispatchJointly({ ...call, body: { parts: parts.map((part) => partOf(mode, part)) } })

/** A unit that was chosen already is the first of the rows. */
const beginRows = (form: FormInstance<Dispatching>, mode: Mode): void => {
  if (mode === 'sole') return
  const { unitId, principle, parts } = form.getFieldsValue(true) as Dispatching
  const first = { ...(unitId === undefined ? {} : { unitId }), ...(principle === undefined ? {} : { principle }) }
  const rows = parts === undefined || parts.length < 2 ? [first, {}] : parts
  form.setFieldsValue({
    parts: mode === 'led' ? rows.map((row, at) => ({ role: at === 0 ? ('lead' as const) : ('assist' as const), ...row })) : [...rows],
  })
}

const mayJointly = ({ allowed }: OrderView): boolean =>
  allowed.some(({ action, refusal }) => action === 'dispatch-jointly' && refusal === null)

/** 9-guide: the department that said that it is its own. */
const foundUnit = ({ verification }: OrderView): Partial<Dispatching> =>
  verification?.finding === 'within-scope' ? { unitId: verification.unitId } : {}

export const DispatchStep = (props: StepProps): ReactElement => {
  const { order } = props
  const text = useWords(said)
  const common = useWords(formWords)
  const names = useWords(stepWords)
  const [form] = Form.useForm<Dispatching>()
  const mode = Form.useWatch('mode', form) ?? 'sole'
  const isOpen = mayJointly(order)
  const take = ({ unitId, principle }: Pick<ResponsibleView, 'unitId' | 'principle'>): void => {
    if (mode === 'sole') return form.setFieldsValue({ unitId, principle })
    form.setFieldValue(['parts', 0, 'unitId'], unitId)
    form.setFieldValue(['parts', 0, 'principle'], principle)
  }
  return (
    <StepForm<Dispatching>
      {...props}
      form={form}
      name="dispatch"
      submit={names.dispatch}
      isKept
      initial={{ mode: 'sole', ...foundUnit(order) }}
      send={sendDispatch}
    >
      <Form.Item label={text.mode} name="mode" hidden={!isOpen} className="step-mode">
        <Radio.Group
          aria-label={text.mode}
          optionType="button"
          buttonStyle="solid"
          onChange={({ target }) => beginRows(form, target.value as Mode)}
          options={(['sole', 'co-sign', 'led'] as const).map((value) => ({ value, label: text[value] }))}
        />
      </Form.Item>
      <AccusedQuestion order={order} onTake={(unitId) => take({ unitId, principle: 'duty' })} />
      {mode === 'sole' ? (
        <>
          <ResponsibleUnit order={order} onTake={take} />
          <UnitAndPrinciple />
          <WordsField label={common.dispatchNote} name="note" most={1000} isOptional rows={1} />
        </>
      ) : (
        <>
          <p className="form-note">{text[`${mode}-note`]}</p>
          <ResponsibleUnit order={order} onTake={take} />
          <DispatchParts isLed={mode === 'led'} />
        </>
      )}
    </StepForm>
  )
}
