import { principleLabels, principles } from '@open12345/contract/vocabulary'
import { Form, Radio } from 'antd'
import type { ReactElement } from 'react'
import { useWords } from '@open12345/ui/language.ts'
import { useOptions } from '../../../parts/label-options.ts'
import { UnitSelect } from '../../../parts/unit-select.tsx'
import { formWords } from './form-words.ts'

type Props = { readonly within?: readonly (string | number)[] }

/** Which unit, and by which of the three principles (clause 11-2). */
export const UnitAndPrinciple = ({ within = [] }: Props): ReactElement => {
  const text = useWords(formWords)
  const options = useOptions()
  const required = [{ required: true, message: text.choose }]
  return (
    <div className="two-fields">
      <Form.Item label={text.unit} name={[...within, 'unitId']} rules={required}>
        <UnitSelect />
      </Form.Item>
      <Form.Item label={text.principle} name={[...within, 'principle']} rules={required}>
        <Radio.Group aria-label={text.principle} optionType="button" buttonStyle="solid" options={options(principles, principleLabels)} />
      </Form.Item>
    </div>
  )
}
