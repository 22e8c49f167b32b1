import {
  unitCallOutcomeLabels,
  unitCallOutcomes,
  urgencies,
  urgencyLabels,
  type UnitCallOutcome,
  type Urgency,
} from '@open12345/contract/vocabulary'
import type { OrderView } from '@open12345/contract/work-order'
import { Form, InputNumber, Radio } from 'antd'
import { useEffect, type ReactElement } from 'react'
import { fill, useWords, words } from '@open12345/ui/language.ts'
import { api } from '../../../api/client.ts'
import { useOptions } from '../../../parts/label-options.ts'
import { UnitSelect } from '../../../parts/unit-select.tsx'
import { nextRank } from '../urgent-acts.ts'
import { formWords } from './form-words.ts'
import { ResponsibleUnit } from './responsible-unit.tsx'
import { StepForm, type StepProps } from './step-form.tsx'
import { stepWords } from './step-words.ts'
import { nullable, WordsField } from './words-field.tsx'

const said = words({
  urgency: ['定为', 'Mark as'],
  urgencyNote: [
    '只能由轻到重。报告、电话告知和承办单位的响应时限从现在起算。',
    'It only ever becomes more urgent. The report, the call and the units’ response are due from now on.',
  ],
  report: ['报告内容', 'Report'],
  reportNote: [
    '时间、地点、什么事、影响范围、已采取的措施。州政府办公室收到后阅处；承办单位和诉求人看不到。',
    'When, where, what, how many, what was done. The office reads it; units and requester do not.',
  ],
  instruction: ['处置意见（可不填，热线中心看到）', 'Instruction (optional, read by the centre)'],
  called: ['打给哪个单位', 'Which unit was called'],
  rank: ['第几联系人', 'Which contact'],
  rankNote: ['没有接通或者没有确认的，打下一位联系人。', 'Where nobody confirms, the next contact is called.'],
  rankNext: ['上一次没有确认，这次打第 {rank} 联系人。', 'The last call was not confirmed: contact {rank} is next.'],
  outcome: ['通话结果', 'How the call ended'],
  outcomeNote: ['只有对方确认收到，才算电话告知。', 'Only a confirmation counts as the call.'],
})

type Marking = { readonly urgency: Exclude<Urgency, 'ordinary'>; readonly reason: string }
const grave = urgencies.filter((urgency) => urgency !== 'ordinary')

/** 12-4: found out after acceptance; only what is graver than now is offered. */
export const MarkUrgentStep = (props: StepProps): ReactElement => {
  const text = useWords(said)
  const common = useWords(formWords)
  const names = useWords(stepWords)
  const options = useOptions()
  const offered = grave.filter((urgency) => urgencies.indexOf(urgency) > urgencies.indexOf(props.order.urgency))
  return (
    <StepForm<Marking>
      {...props}
      name="mark-urgent"
      submit={names['mark-urgent']}
      send={(values, call) => api.markUrgent({ ...call, body: values })}
    >
      <Form.Item label={text.urgency} name="urgency" extra={text.urgencyNote} rules={[{ required: true, message: common.choose }]}>
        <Radio.Group aria-label={text.urgency} options={options(offered, urgencyLabels)} />
      </Form.Item>
      <WordsField label={common.reason} name="reason" most={1000} />
    </StepForm>
  )
}

export const ReportToOfficeStep = (props: StepProps): ReactElement => {
  const text = useWords(said)
  const names = useWords(stepWords)
  return (
    <StepForm<{ readonly report: string }>
      {...props}
      name="report-to-office"
      submit={names['report-to-office']}
      isKept
      send={(values, call) => api.reportToOffice({ ...call, body: values })}
    >
      <WordsField label={text.report} name="report" most={2000} rows={3} extra={text.reportNote} />
    </StepForm>
  )
}

/** 第四条: the office has it, and may say what is to be done. */
export const AcknowledgeReportStep = (props: StepProps): ReactElement => {
  const text = useWords(said)
  const names = useWords(stepWords)
  return (
    <StepForm<{ readonly instruction?: string }>
      {...props}
      name="acknowledge-report"
      submit={names['acknowledge-report']}
      isKept
      send={({ instruction }, call) => api.acknowledgeReport({ ...call, body: { instruction: nullable(instruction) } })}
    >
      <WordsField label={text.instruction} name="instruction" most={2000} rows={3} isOptional />
    </StepForm>
  )
}

type Calling = { readonly unitId: string; readonly rank: number; readonly outcome: UnitCallOutcome; readonly note?: string }
const firstUnit = ({ unitId, acts }: OrderView): string | undefined => unitId ?? acts?.calls.at(-1)?.unitId

/** Each call is a record; where nobody confirmed, the next contact is proposed. */
export const CallUnitStep = (props: StepProps): ReactElement => {
  const { order } = props
  const text = useWords(said)
  const common = useWords(formWords)
  const names = useWords(stepWords)
  const options = useOptions()
  const [form] = Form.useForm<Calling>()
  const first = firstUnit(order)
  const unitId = Form.useWatch('unitId', form) ?? first
  const rank = nextRank(order, unitId)
  // The call before may become known only after this form was opened.
  useEffect(() => {
    form.setFieldsValue({ rank, ...(unitId === undefined ? {} : { unitId }) })
  }, [form, rank, unitId])
  const isNext = order.acts?.calls.findLast((call) => call.unitId === unitId)?.outcome !== 'confirmed' && rank > 1
  const required = [{ required: true, message: common.choose }]
  return (
    <StepForm<Calling>
      {...props}
      form={form}
      name="call-unit"
      submit={names['call-unit']}
      initial={{ ...(first === undefined ? {} : { unitId: first }), rank: nextRank(order, first) }}
      send={({ note, ...values }, call) => api.callUnit({ ...call, body: { ...values, note: nullable(note) } })}
    >
      {order.unitId === null ? <ResponsibleUnit order={order} onTake={(named) => form.setFieldsValue({ unitId: named.unitId })} /> : null}
      <div className="two-fields">
        <Form.Item label={text.called} name="unitId" rules={required}>
          <UnitSelect />
        </Form.Item>
        <Form.Item label={text.rank} name="rank" extra={isNext ? fill(text.rankNext, { rank }) : text.rankNote} rules={required}>
          <InputNumber min={1} max={20} precision={0} />
        </Form.Item>
      </div>
      <Form.Item label={text.outcome} name="outcome" extra={text.outcomeNote} rules={required}>
        <Radio.Group aria-label={text.outcome} options={options(unitCallOutcomes, unitCallOutcomeLabels)} />
      </Form.Item>
      <WordsField label={common.note} name="note" most={1000} isOptional />
    </StepForm>
  )
}
