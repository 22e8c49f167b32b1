import { principleLabels, principles } from '@open12345/contract/vocabulary'
import { Form, Input, Radio } from 'antd'
import type { ReactElement } from 'react'
import { useWords, words } from '@open12345/ui/language.ts'
import { useOptions } from '../../parts/label-options.ts'
import { PlaceSelect } from '../../parts/place-select.tsx'
import { SubjectSelect } from '../../parts/subject-select.tsx'
import { UnitSelect } from '../../parts/unit-select.tsx'

const said = words({
  needed: ['请填写', 'Please fill this in'],
  subject: ['事项', 'Subject'],
  place: ['地方（空着：全州）', 'Place (empty: the whole prefecture)'],
  unit: ['承办单位', 'Unit'],
  principle: ['原则', 'Principle'],
  basis: ['法律依据', 'Legal basis'],
  basisHint: ['写到条，如《城市市容和环境卫生管理条例》第四条', 'Law and article'],
  basisRule: ['不能以 = + - @ 开头', 'It cannot begin with = + - @'],
  on: ['生效日', 'From'],
  until: ['到哪一天为止（可不填；当天起不再有效）', 'Until before (optional)'],
  reason: ['理由', 'Reason'],
})

/** What a change asks for; the unit and its principle only where one is named. */
export const ProposalFields = ({ kind, today }: { readonly kind: 'set' | 'end'; readonly today: string }): ReactElement => {
  const text = useWords(said)
  const options = useOptions()
  const needed = { required: true, message: text.needed }
  const written = { ...needed, whitespace: true }
  return (
    <div className="proposal-fields">
      <Form.Item label={text.subject} name="subject" rules={[needed]}>
        <SubjectSelect />
      </Form.Item>
      <Form.Item label={text.place} name="place">
        <PlaceSelect />
      </Form.Item>
      {kind === 'end' ? null : (
        <>
          <Form.Item label={text.unit} name="unitId" rules={[needed]}>
            <UnitSelect among={(unit) => unit.kind !== 'centre'} />
          </Form.Item>
          <Form.Item label={text.principle} name="principle" rules={[needed]}>
            <Radio.Group options={options(principles, principleLabels)} />
          </Form.Item>
        </>
      )}
      <Form.Item label={text.basis} name="basis" rules={[written, { pattern: /^\s*[^\s=+\-@]/, message: text.basisRule }]}>
        <Input maxLength={200} placeholder={text.basisHint} autoComplete="off" />
      </Form.Item>
      <Form.Item label={text.on} name="on" rules={[needed]}>
        <Input type="date" min={today} />
      </Form.Item>
      {kind === 'end' ? null : (
        <Form.Item label={text.until} name="until">
          <Input type="date" min={today} />
        </Form.Item>
      )}
      <Form.Item label={text.reason} name="reason" rules={[written]} className="proposal-wide">
        <Input.TextArea maxLength={500} autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
    </div>
  )
}
