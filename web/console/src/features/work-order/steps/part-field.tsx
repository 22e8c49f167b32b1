import { assignmentRoleLabels } from '@open12345/contract/vocabulary'
import type { AssignmentView } from '@open12345/contract/work-order'
import { Form, Radio } from 'antd'
import type { ReactElement } from 'react'
import { useLabel, useWords } from '@open12345/ui/language.ts'
import { formWords } from './form-words.ts'

type Props = { readonly label: string; readonly parts: readonly AssignmentView[] }

/** Which of several units a step is about; with only one nobody is asked, the form begins with it. */
export const PartField = ({ label, parts }: Props): ReactElement => {
  const text = useWords(formWords)
  const labelOf = useLabel()
  return (
    <Form.Item label={label} name="assignmentId" hidden={parts.length < 2} rules={[{ required: true, message: text.choose }]}>
      <Radio.Group
        aria-label={label}
        className="stacked-choice"
        options={parts.map(({ assignmentId, unitName, role }) => ({
          value: assignmentId,
          label: role === 'sole' ? unitName : `${unitName}（${labelOf(assignmentRoleLabels[role])}）`,
        }))}
      />
    </Form.Item>
  )
}
