import { handlingModeLabels } from '@open12345/contract/vocabulary'
import { Checkbox, Form, Input, Radio } from 'antd'
import type { ReactElement } from 'react'
import { useWords } from '@open12345/ui/language.ts'
import { KnowledgeFinder } from '../../knowledge/knowledge-finder.tsx'
import { useOptions } from '../../../parts/label-options.ts'
import type { MatterValues } from './matter-values.ts'
import { matterWords } from './matter-words.ts'
import { quoteInto } from './quote.ts'

const modes = ['direct', 'three-way', 'expert'] as const

/** 第十一条: on the spot, or with somebody in the call to whom the caller agreed. */
const ModeFields = (): ReactElement => {
  const text = useWords(matterWords)
  const options = useOptions()
  const mode = (Form.useWatch('mode') as string | undefined) ?? 'direct'
  return (
    <>
      <Form.Item label={text.mode} name="mode" initialValue="direct">
        <Radio.Group options={options(modes, handlingModeLabels)} />
      </Form.Item>
      {mode === 'direct' ? null : (
        <Form.Item name="consented" valuePropName="checked">
          <Checkbox>{text.consented}</Checkbox>
        </Form.Item>
      )}
    </>
  )
}

/** 直接解答: the answer, beside the knowledge that it quotes in its version. */
export const AnswerFields = (): ReactElement => {
  const text = useWords(matterWords)
  const form = Form.useFormInstance<MatterValues>()
  return (
    <div className="answer-beside-knowledge">
      <div>
        <ModeFields />
        <Form.Item label={text.answer} name="answer" rules={[{ required: true, whitespace: true, message: text.needed }]}>
          <Input.TextArea autoSize={{ minRows: 6, maxRows: 16 }} maxLength={4000} showCount />
        </Form.Item>
      </div>
      <Form.Item name="knowledge" noStyle>
        <KnowledgeFinder onQuote={(quoted, body) => quoteInto(form, quoted, body)} />
      </Form.Item>
    </div>
  )
}
