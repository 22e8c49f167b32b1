import type { UnitView } from '@open12345/contract/organisation'
import { Form } from 'antd'
import type { ReactElement } from 'react'
import { useWords, words } from '@open12345/ui/language.ts'
import { api } from '../../../api/client.ts'
import { UnitSelect, useUnits } from '../../../parts/unit-select.tsx'
import { formWords } from './form-words.ts'
import { StepForm, type StepProps } from './step-form.tsx'
import { stepWords } from './step-words.ts'
import { nullable, WordsField } from './words-field.tsx'

const said = words({
  note: [
    '交给本单位的科室、队所或者下属乡镇去办；对外仍由本单位答复并负责，时限不变（第七条（一））。',
    'To a section or a unit below yours; your unit still answers for it, in the same time (article 7(1)).',
  ],
  unit: ['交给哪个下属单位', 'Which unit below yours'],
  words: ['交办说明（可不填，仅本单位和热线中心可见）', 'Instruction (optional; seen by your unit and the centre)'],
  reportNote: ['反馈给本单位，由本单位起草并审核对外的答复。', 'For the unit above you, which drafts and approves the reply.'],
  report: ['办理情况', 'What was found and done'],
})

/** All units below this one, however deep. */
const useBelow = (unitId: string | undefined): ((unit: UnitView) => boolean) => {
  const parents = new Map((useUnits().data?.items ?? []).map((unit) => [unit.unitId, unit.parentId]))
  return (unit) => {
    for (let above = unit.parentId; above !== null; above = parents.get(above) ?? null) if (above === unitId) return true
    return false
  }
}

type Passing = { readonly unitId: string; readonly note?: string }

/** 第七条（一） 单位内部交办. */
export const PassOnStep = (props: StepProps): ReactElement => {
  const text = useWords(said)
  const common = useWords(formWords)
  const names = useWords(stepWords)
  const isBelow = useBelow(props.order.assignment?.unitId)
  return (
    <StepForm<Passing>
      {...props}
      name="pass-on"
      submit={names['pass-on']}
      send={({ unitId, note }, call) => api.passOn({ ...call, body: { unitId, note: nullable(note) } })}
    >
      <p className="form-note">{text.note}</p>
      <Form.Item label={text.unit} name="unitId" rules={[{ required: true, message: common.choose }]}>
        <UnitSelect among={isBelow} />
      </Form.Item>
      <WordsField label={text.words} name="note" most={1000} isOptional />
    </StepForm>
  )
}

export const ReportBackStep = (props: StepProps): ReactElement => {
  const text = useWords(said)
  const names = useWords(stepWords)
  return (
    <StepForm<{ readonly report: string }>
      {...props}
      name="report-back"
      submit={names['report-back']}
      isKept
      send={(values, call) => api.reportBack({ ...call, body: values })}
    >
      <p className="form-note">{text.reportNote}</p>
      <WordsField label={text.report} name="report" most={5000} rows={4} />
    </StepForm>
  )
}
