import { Form, Input, Radio, type FormInstance } from 'antd'
import type { ReactElement } from 'react'
import { useWords } from '@open12345/ui/language.ts'
import { formWords } from './form-words.ts'

export type Deciding = { readonly confirmed: boolean; readonly reason?: string }

type Props = {
  readonly form: FormInstance<Deciding>
  /** Whether the requester reads why it was refused. */ readonly isToldWhy?: boolean
  readonly yes?: string
  readonly no?: string
}

/** Yes or no to what another person asked for; a no says why. */
export const Decision = ({ form, isToldWhy = true, yes, no }: Props): ReactElement => {
  const text = useWords(formWords)
  const confirmed = Form.useWatch('confirmed', form)
  return (
    <>
      <Form.Item label={text.decision} name="confirmed" rules={[{ required: true, message: text.choose }]}>
        <Radio.Group
          aria-label={text.decision}
          options={[
            { value: true, label: yes ?? text.confirm },
            { value: false, label: no ?? text.refuse },
          ]}
        />
      </Form.Item>
      {confirmed === false ? (
        <Form.Item
          label={isToldWhy ? text.reasonTold : text.reason}
          name="reason"
          rules={[{ required: true, whitespace: true, message: text.needed }]}
        >
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={1000} />
        </Form.Item>
      ) : null}
    </>
  )
}
