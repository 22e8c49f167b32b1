import { useQueryClient } from '@tanstack/react-query'
import { Button, Checkbox, Form, Input, Space } from 'antd'
import type { ReactElement } from 'react'
import { useWords, words } from '@open12345/ui/language.ts'
import { api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { useCommand } from '../../api/use-command.ts'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { InvitationNote } from './invitation-note.tsx'

const said = words({
  title: ['新建账号', 'New account'],
  login: ['登录名', 'Login'],
  loginRule: ['小写字母开头，可含字母、数字、点、横线', 'Begins with a small letter; letters, digits, dots, dashes'],
  name: ['姓名', 'Name'],
  mobile: ['手机（可不填）', 'Mobile (optional)'],
  outsourced: ['外包人员（只能任话务或专家座席）', 'Of a contractor (may hold a seat only)'],
  submit: ['新建', 'Create'],
  close: ['关闭', 'Close'],
  needed: ['请填写', 'Please fill this in'],
})

type Typed = { readonly login: string; readonly name: string; readonly mobile?: string; readonly outsourced?: boolean }

export const CreateAccount = ({ onClose }: { readonly onClose: () => void }): ReactElement => {
  const text = useWords(said)
  const queries = useQueryClient()
  const [form] = Form.useForm<Typed>()
  const create = useCommand(
    ({ login, name, mobile, outsourced = false }: Typed, { idempotencyKey }) =>
      api.createAccount({ idempotencyKey, body: { login, name, outsourced, ...(mobile?.trim() ? { mobile } : {}) } }),
    () => {
      form.resetFields()
      void queries.invalidateQueries({ queryKey: keys.accounts })
    },
  )
  return (
    <section className="sheet" aria-label={text.title}>
      <h2>{text.title}</h2>
      {create.data === undefined ? null : <InvitationNote link={create.data.link} expiresAt={create.data.expiresAt} />}
      <Form form={form} layout="vertical" onFinish={(typed: Typed) => create.mutate(typed)} scrollToFirstError={{ focus: true }}>
        <div className="account-fields">
          <Form.Item
            label={text.login}
            name="login"
            rules={[{ required: true, pattern: /^[a-zA-Z][\w.-]{1,39}$/, message: text.loginRule }]}
          >
            <Input autoFocus autoCapitalize="none" autoComplete="off" />
          </Form.Item>
          <Form.Item label={text.name} name="name" rules={[{ required: true, whitespace: true, message: text.needed }]}>
            <Input maxLength={40} autoComplete="off" />
          </Form.Item>
          <Form.Item label={text.mobile} name="mobile">
            <Input maxLength={30} inputMode="tel" autoComplete="off" />
          </Form.Item>
        </div>
        <Form.Item name="outsourced" valuePropName="checked">
          <Checkbox>{text.outsourced}</Checkbox>
        </Form.Item>
        <ProblemNote error={create.error} />
        <Space>
          <Button type="primary" htmlType="submit" loading={create.isPending}>
            {text.submit}
          </Button>
          <Button onClick={onClose}>{text.close}</Button>
        </Space>
      </Form>
    </section>
  )
}
