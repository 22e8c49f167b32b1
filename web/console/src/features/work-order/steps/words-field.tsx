import { Form, Input } from 'antd'
import type { ReactElement } from 'react'
import { useWords } from '@open12345/ui/language.ts'
import { formWords } from './form-words.ts'

type Props = {
  readonly name: string | (string | number)[]
  readonly label: string
  readonly most: number
  readonly rows?: number
  readonly extra?: string
  readonly isOptional?: boolean
}

/** Sentences that a person writes; needed where nothing else is said. */
export const WordsField = ({ name, label, most, rows = 2, extra, isOptional = false }: Props): ReactElement => {
  const text = useWords(formWords)
  return (
    <Form.Item
      label={label}
      name={name}
      {...(extra === undefined ? {} : { extra })}
      rules={isOptional ? [] : [{ required: true, whitespace: true, message: text.needed }]}
    >
      <Input.TextArea autoSize={{ minRows: rows, maxRows: 12 }} maxLength={most} showCount={!isOptional} />
    </Form.Item>
  )
}

/** Nothing written is null for the server. */
export const nullable = (written: string | undefined): string | null => (written?.trim() ? written : null)
