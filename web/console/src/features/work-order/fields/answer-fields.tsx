import { handlingModeLabels } from '@open12345/contract/vocabulary'
import { Checkbox, Form, Input, Radio } from 'antd'
import { useState, type ReactElement } from 'react'
import { useWords } from '@open12345/ui/language.ts'
import { api } from '../../../api/client.ts'
import type { Attempt } from '../../../api/use-command.ts'
import { KnowledgeFinder, type Quoted } from '../../knowledge/knowledge-finder.tsx'
import { ModelDraft } from '../../model/model-draft.tsx'
import { useOptions } from '../../../parts/label-options.ts'
import type { RecordValues } from '../../contact/record-values.ts'
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

/** What is answered: a matter that is being told, or an order. */
type Answering = { readonly contactId: string } | { readonly orderId: string }

const toldOf = ({ content = '', kind, name, phone, homeAddress, confidential, about }: RecordValues) => ({
  matter: content,
  kind: kind ?? null,
  confidential: confidential === true || about === 'accused',
  known: { name: name ?? null, phone: phone ?? null, homeAddress: homeAddress ?? null },
})

type DraftingProps = { readonly about: Answering; readonly onTake: (words: string) => void }
const Drafting = ({ about, onTake }: DraftingProps): ReactElement => {
  const text = useWords(matterWords)
  const form = Form.useFormInstance<RecordValues>()
  const knowledge = Form.useWatch('knowledge', form) as Quoted | undefined
  const content = Form.useWatch('content', form)
  const ask = ({ idempotencyKey }: Attempt) => {
    const quoted = knowledge === undefined ? [] : [{ itemId: knowledge.itemId, version: knowledge.version }]
    if ('orderId' in about) return api.draftForOrder({ params: about, body: { quoted }, idempotencyKey })
    return api.draftForContact({ params: about, body: { ...toldOf(form.getFieldsValue(true) as RecordValues), quoted }, idempotencyKey })
  }
  const isUntold = 'contactId' in about && !content?.trim()
  return <ModelDraft ask={ask} onTake={onTake} whyNot={knowledge === undefined ? text.quoteFirst : isUntold ? text.tellFirst : undefined} />
}

/** 直接解答: the answer, beside the knowledge that it quotes in its version. */
export const AnswerFields = ({ about }: { readonly about: Answering }): ReactElement => {
  const text = useWords(matterWords)
  const form = Form.useFormInstance<MatterValues>()
  const place = Form.useWatch('place', form)
  const [lastQuoted, setLastQuoted] = useState('')
  /** In place of a quotation that nobody has touched, else below what was written. */
  const take = (drafted: string): void => {
    const written = ((form.getFieldValue('answer') as string | undefined) ?? '').trim()
    form.setFieldsValue({ answer: written === '' || written === lastQuoted.trim() ? drafted : `${written}\n${drafted}` })
  }
  const quote = (quoted: Quoted, body: string): void => {
    setLastQuoted(body)
    quoteInto(form, quoted, body)
  }
  return (
    <div className="answer-beside-knowledge">
      <div>
        <ModeFields />
        <Form.Item label={text.answer} name="answer" rules={[{ required: true, whitespace: true, message: text.needed }]}>
          <Input.TextArea autoSize={{ minRows: 6, maxRows: 16 }} maxLength={4000} showCount />
        </Form.Item>
        <Drafting about={about} onTake={take} />
      </div>
      <Form.Item name="knowledge" noStyle>
        <KnowledgeFinder onQuote={quote} {...(place === undefined ? {} : { place })} />
      </Form.Item>
    </div>
  )
}
