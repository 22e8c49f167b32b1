import { Form, Input } from 'antd'
import type { ReactElement } from 'react'
import { useWords } from '@open12345/ui/language.ts'
import { passwordWords } from './password-words.ts'

/** A new password, typed twice. Whether it is strong is judged by the server, which says why not. */
export const PasswordFields = (): ReactElement => {
  const text = useWords(passwordWords)
  return (
    <>
      <Form.Item label={text.password} name="password" extra={text.rule} rules={[{ required: true, min: 10, message: text.short }]}>
        <Input.Password autoComplete="new-password" maxLength={128} />
      </Form.Item>
      <Form.Item
        label={text.again}
        name="again"
        dependencies={['password']}
        rules={[
          { required: true, message: text.needed },
          ({ getFieldValue }) => ({
            validator: async (_, value: unknown) => {
              if (value !== undefined && value !== getFieldValue('password')) throw new Error(text.differs)
            },
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" maxLength={128} />
      </Form.Item>
    </>
  )
}
