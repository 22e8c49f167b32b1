import { Form, Input } from 'antd'
import type { ReactElement } from 'react'
import { useWords } from '@open12345/ui/language.ts'
import { KnowledgeFinder, type Quoted } from '../../knowledge/knowledge-finder.tsx'
import { matterWords } from './matter-words.ts'

/** 直接解答: the answer, beside the knowledge that it quotes in its version. */
export const AnswerFields = (): ReactElement => {
  const text = useWords(matterWords)
  const form = Form.useFormInstance()
  const quote = (quoted: Quoted, body: string): void => {
    const written = form.getFieldValue('answer') as string | undefined
    form.setFieldsValue({ knowledge: quoted, answer: written?.trim() ? `${written.trimEnd()}\n${body}` : body })
  }
  return (
    <div className="answer-beside-knowledge">
      <Form.Item label={text.answer} name="answer" rules={[{ required: true, whitespace: true, message: text.needed }]}>
        <Input.TextArea autoSize={{ minRows: 6, maxRows: 16 }} maxLength={4000} showCount />
      </Form.Item>
      <Form.Item name="knowledge" noStyle>
        <KnowledgeFinder onQuote={quote} />
      </Form.Item>
    </div>
  )
}
