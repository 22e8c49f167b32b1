import { useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input, Space } from 'antd'
import type { ReactElement } from 'react'
import { useWords, words } from '@open12345/ui/language.ts'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/use-command.ts'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { UnitSelect } from '../../parts/unit-select.tsx'

const said = words({
  name: ['名称（登录页显示）', 'Name, as the sign-in page shows it'],
  unit: ['单位（及其下属）', 'Unit, with all below it'],
  issuer: ['签发者地址（issuer）', 'Issuer'],
  clientId: ['客户端编号（client_id）', 'Client id'],
  clientSecret: ['客户端密钥（加密保存，不再显示）', 'Client secret, sealed and never shown again'],
  origin: ['本平台地址', 'Address of this platform'],
  submit: ['登记', 'Add'],
  cancel: ['取消', 'Cancel'],
  needed: ['请填写', 'Please fill this in'],
})

type Typed = Readonly<Record<'name' | 'unitId' | 'issuer' | 'clientId' | 'clientSecret' | 'origin', string>>

export const AddProvider = ({ onClose }: { readonly onClose: () => void }): ReactElement => {
  const text = useWords(said)
  const queries = useQueryClient()
  const add = useCommand(
    (body: Typed, { idempotencyKey }) => api.addProvider({ body, idempotencyKey }),
    () => {
      void queries.invalidateQueries({ queryKey: ['identity-providers'] })
      onClose()
    },
  )
  const needed = [{ required: true, message: text.needed }]
  return (
    <Form
      name="provider"
      layout="vertical"
      initialValues={{ origin: location.origin }}
      onFinish={(typed: Typed) => add.mutate(typed)}
      scrollToFirstError
    >
      <div className="account-fields">
        <Form.Item label={text.name} name="name" rules={needed}>
          <Input autoFocus maxLength={40} />
        </Form.Item>
        <Form.Item label={text.unit} name="unitId" rules={needed}>
          <UnitSelect />
        </Form.Item>
        <Form.Item label={text.issuer} name="issuer" rules={needed}>
          <Input placeholder="https://" autoCapitalize="none" />
        </Form.Item>
        <Form.Item label={text.clientId} name="clientId" rules={needed}>
          <Input autoCapitalize="none" autoComplete="off" />
        </Form.Item>
        <Form.Item label={text.clientSecret} name="clientSecret" rules={needed}>
          <Input.Password autoComplete="off" />
        </Form.Item>
        <Form.Item label={text.origin} name="origin" rules={needed}>
          <Input autoCapitalize="none" />
        </Form.Item>
      </div>
      <ProblemNote error={add.error} />
      <Space>
        <Button type="primary" htmlType="submit" loading={add.isPending}>
          {text.submit}
        </Button>
        <Button onClick={onClose}>{text.cancel}</Button>
      </Space>
    </Form>
  )
}
