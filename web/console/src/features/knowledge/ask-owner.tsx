import type { RequestView } from '@open12345/contract/knowledge'
import { Button, Form, Input } from 'antd'
import type { ReactElement } from 'react'
import { useWords, words } from '@open12345/ui/language.ts'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/use-command.ts'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { UnitSelect } from '../../parts/unit-select.tsx'
import { useRefresh } from './use-knowledge.ts'

const said = words({
  question: ['问题', 'Question'],
  owner: ['提供单位', 'Owner'],
  words: ['要求（可不填）', 'What it should say (optional)'],
  needed: ['请填写', 'Needed'],
  ask: ['请单位提供', 'Ask for it'],
  close: ['取消', 'Cancel'],
})

type Values = { readonly question: string; readonly ownerUnitId: string; readonly words?: string }
type Props = { readonly kind: RequestView['kind']; readonly question?: string; readonly onClose: () => void }

/** 谁提供、谁负责: the owner is asked in a few words, and its clock begins. @clause 16b */
export const AskOwner = ({ kind, question, onClose }: Props): ReactElement => {
  const text = useWords(said)
  const refresh = useRefresh()
  const needed = [{ required: true, whitespace: true, message: text.needed }]
  const ask = useCommand(
    ({ words: told, ...asked }: Values, { idempotencyKey }) =>
      api.requestKnowledge({ body: { kind, ...asked, words: told?.trim() ? told : null }, idempotencyKey }),
    async () => {
      await refresh()
      onClose()
    },
  )
  return (
    <Form
      name={`ask-owner-${question ?? kind}`}
      layout="vertical"
      className="knowledge-report-form"
      initialValues={{ question }}
      onFinish={(values: Values) => ask.mutate(values)}
    >
      <Form.Item label={text.question} name="question" rules={[{ required: true, whitespace: true, min: 2, message: text.needed }]}>
        <Input maxLength={60} autoFocus={question === undefined} disabled={question !== undefined} autoComplete="off" />
      </Form.Item>
      <Form.Item label={text.owner} name="ownerUnitId" rules={needed}>
        <UnitSelect autoFocus={question !== undefined} />
      </Form.Item>
      <Form.Item label={text.words} name="words">
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} showCount />
      </Form.Item>
      <ProblemNote error={ask.error} />
      <div className="knowledge-steps">
        <Button type="primary" htmlType="submit" loading={ask.isPending}>
          {text.ask}
        </Button>
        <Button onClick={onClose}>{text.close}</Button>
      </div>
    </Form>
  )
}
