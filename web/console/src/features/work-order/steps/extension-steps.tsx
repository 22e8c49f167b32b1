import type { AssignmentView, ClockView } from '@open12345/contract/work-order'
import { Form, InputNumber, Radio } from 'antd'
import type { ReactElement } from 'react'
import { fill, useLanguage, useWords, words } from '@open12345/ui/language.ts'
import { dueText } from '@open12345/ui/time-text.ts'
import { api } from '../../../api/client.ts'
import { useMay } from '../../../api/session.ts'
import { useLaterDue, useMostDays } from '../../clock/use-extension.ts'
import { clockOfPart } from '../parts-of-order.ts'
import { formWords } from './form-words.ts'
import { PartField } from './part-field.tsx'
import { present } from './present.ts'
import { StepForm, type StepProps } from './step-form.tsx'
import { stepWords } from './step-words.ts'
import { nullable, WordsField } from './words-field.tsx'

const said = words({
  note: [
    '须在时限届满前提出，一般不超过 {most} 个工作日，一件只延期一次；咨询类原则上不延期（第十二条（三））。申请不停止计时。',
    'Before the time is over, in general no more than {most} working days, once; a consultation in principle never (article 12(3)). Asking stops no clock.',
  ],
  consultation: ['这是咨询类工单，原则上不予延期。', 'This is a consultation: in principle not extended.'],
  days: ['延长的工作日', 'Working days more'],
  reason: ['延时理由（诉求人会看到）', 'Reason (the requester reads it)'],
  due: ['现在的截止：{old}', 'Due now: {old}'],
  later: ['延长后的截止：{later}', 'Due then: {later}'],
  which: ['哪个单位的申请', 'Whose request'],
  decision: ['决定', 'Decision'],
  grant: ['同意延时', 'Grant'],
  refuse: ['不同意延时', 'Refuse'],
  refusal: ['不同意的理由（单位会看到）', 'Reason of the refusal (the unit reads it)'],
  exception: ['例外的理由（书面，不公开）', 'Reason of the exception (in writing, not shown)'],
  exceptionNote: ['超过一般天数，或者给咨询类延时，须写明理由。', 'Needed beyond the general days, or for a consultation.'],
  forManager: [
    '超过 {most} 个工作日或者咨询类的延时，只有热线中心负责人能书面同意。',
    'Beyond {most} working days, or for a consultation, only the centre’s manager may grant it in writing.',
  ],
})

const kinds = ['handle', 'redo'] as const
/** 12-3 咨询类原则上不予延期; whether it is granted all the same is decided by the server. */
const inPrincipleNone = ({ kind }: StepProps['order']): boolean => kind === 'consultation'

type DuesProps = { readonly clock: ClockView | undefined; readonly days: number | undefined }
const Dues = ({ clock, days }: DuesProps): ReactElement | null => {
  const text = useWords(said)
  const language = useLanguage()
  const later = useLaterDue(clock, days)
  if (clock === undefined) return null
  return (
    <p className="two-dues" role="status">
      <span>{fill(text.due, { old: dueText(clock, language) })}</span>
      {later === undefined ? null : <strong>{fill(text.later, { later: dueText(later, language) })}</strong>}
    </p>
  )
}

const DaysField = (): ReactElement => {
  const text = useWords(said)
  const common = useWords(formWords)
  return (
    <Form.Item label={text.days} name="days" rules={[{ required: true, message: common.needed }]}>
      <InputNumber min={1} max={60} precision={0} inputMode="numeric" />
    </Form.Item>
  )
}

type Asking = { readonly days: number; readonly reason: string }

/** 第十二条（三） 延时申请. */
export const AskExtensionStep = (props: StepProps): ReactElement => {
  const { order } = props
  const text = useWords(said)
  const names = useWords(stepWords)
  const [form] = Form.useForm<Asking>()
  const days = Form.useWatch('days', form)
  const clock = clockOfPart(order, order.assignment, kinds)
  const most = useMostDays(clock)
  return (
    <StepForm<Asking>
      {...props}
      form={form}
      name="ask-extension"
      submit={names['ask-extension']}
      isKept
      send={(values, call) => api.askExtension({ ...call, body: values })}
    >
      <p className="form-note">{fill(text.note, { most: most ?? '…' })}</p>
      {inPrincipleNone(order) ? <p className="late-note">{text.consultation}</p> : null}
      <DaysField />
      <Dues clock={clock} days={days} />
      <WordsField label={text.reason} name="reason" most={1000} rows={3} />
    </StepForm>
  )
}

type Deciding = {
  readonly assignmentId: string
  readonly granted: boolean
  readonly days?: number
  readonly exception?: string
  readonly reason?: string
}

const askedBy = ({ assignments }: StepProps['order']): readonly AssignmentView[] =>
  assignments.filter(({ extension }) => extension?.status === 'asked')

type GrantProps = { readonly order: StepProps['order']; readonly clock: ClockView | undefined; readonly days: number | undefined }
const Grant = ({ order, clock, days }: GrantProps): ReactElement => {
  const text = useWords(said)
  const may = useMay()
  const most = useMostDays(clock)
  const isBeyond = inPrincipleNone(order) || (most !== undefined && days !== undefined && days > most)
  return (
    <>
      <DaysField />
      <Dues clock={clock} days={days} />
      {isBeyond && may('order.except') ? (
        <WordsField label={text.exception} name="exception" most={1000} extra={text.exceptionNote} />
      ) : null}
      {isBeyond && !may('order.except') ? <p className="late-note">{fill(text.forManager, { most: most ?? '…' })}</p> : null}
    </>
  )
}

/** 第十二条（三） 经热线中心同意. */
export const DecideExtensionStep = (props: StepProps): ReactElement => {
  const { order } = props
  const text = useWords(said)
  const common = useWords(formWords)
  const names = useWords(stepWords)
  const [form] = Form.useForm<Deciding>()
  const [granted, days, assignmentId] = [Form.useWatch('granted', form), Form.useWatch('days', form), Form.useWatch('assignmentId', form)]
  const parts = askedBy(order)
  const part = parts.find((one) => one.assignmentId === assignmentId) ?? parts[0]
  const clock = clockOfPart(order, part ?? null, kinds)
  return (
    <StepForm<Deciding>
      {...props}
      form={form}
      name="decide-extension"
      submit={names['decide-extension']}
      initial={
        part === undefined ? {} : { assignmentId: part.assignmentId, ...(part.extension === null ? {} : { days: part.extension.days }) }
      }
      send={(values, call) =>
        api.decideExtension({
          ...call,
          body: values.granted
            ? { assignmentId: values.assignmentId, granted: true, days: present(values.days), exception: nullable(values.exception) }
            : { assignmentId: values.assignmentId, granted: false, reason: present(values.reason) },
        })
      }
    >
      <PartField label={text.which} parts={parts} />
      <Form.Item label={text.decision} name="granted" rules={[{ required: true, message: common.choose }]}>
        <Radio.Group
          aria-label={text.decision}
          options={[
            { value: true, label: text.grant },
            { value: false, label: text.refuse },
          ]}
        />
      </Form.Item>
      {granted === true ? <Grant order={order} clock={clock} days={days} /> : null}
      {granted === false ? <WordsField label={text.refusal} name="reason" most={1000} /> : null}
    </StepForm>
  )
}
