import type { AccountView } from '@open12345/contract/account'
import { useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input, Space } from 'antd'
import type { ReactElement } from 'react'
import { useWords, words } from '@open12345/ui/language.ts'
import { api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { useCommand } from '../../api/use-command.ts'
import { ProblemNote } from '../../parts/problem-note.tsx'

const said = words({
  name: ['姓名', 'Name'],
  mobile: ['新手机号（空着则不改）', 'New mobile (empty: unchanged)'],
  submit: ['更正', 'Correct'],
  cancel: ['取消', 'Cancel'],
  needed: ['请填写', 'Please fill this in'],
})

type Typed = { readonly name: string; readonly mobile?: string }

export const CorrectAccount = ({ account, onClose }: { readonly account: AccountView; readonly onClose: () => void }): ReactElement => {
  const text = useWords(said)
  const queries = useQueryClient()
  const correct = useCommand(
    ({ name, mobile }: Typed, { idempotencyKey }) =>
      api.updateAccount({
        params: { accountId: account.accountId },
        idempotencyKey,
        body: { name, ...(mobile?.trim() ? { mobile } : {}) },
      }),
    () => {
      void queries.invalidateQueries({ queryKey: keys.accounts })
      onClose()
    },
  )
  return (
    <Form
      layout="vertical"
      initialValues={{ name: account.name }}
      onFinish={(typed: Typed) => correct.mutate(typed)}
      scrollToFirstError={{ focus: true }}
    >
      <div className="account-fields">
        <Form.Item label={text.name} name="name" rules={[{ required: true, whitespace: true, message: text.needed }]}>
          <Input autoFocus maxLength={40} autoComplete="off" />
        </Form.Item>
        <Form.Item label={text.mobile} name="mobile">
          <Input maxLength={30} inputMode="tel" autoComplete="off" />
        </Form.Item>
      </div>
      <ProblemNote error={correct.error} />
      <Space>
        <Button type="primary" htmlType="submit" loading={correct.isPending}>
          {text.submit}
        </Button>
        <Button onClick={onClose}>{text.cancel}</Button>
      </Space>
    </Form>
  )
}
