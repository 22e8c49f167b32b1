import { roleLabels } from '@open12345/contract/vocabulary'
import { useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input, Select, Space } from 'antd'
import type { ReactElement } from 'react'
import { useWords, words } from '@open12345/ui/language.ts'
import { api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { useCommand } from '../../api/use-command.ts'
import { useOptions } from '../../parts/label-options.ts'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { UnitSelect } from '../../parts/unit-select.tsx'
import { roleCodes, type RoleCode } from './role-codes.ts'

const said = words({
  role: ['岗位', 'Role'],
  unit: ['单位', 'Unit'],
  to: ['有效期至（可不填）', 'Until (optional)'],
  submit: ['授予', 'Grant'],
  cancel: ['取消', 'Cancel'],
  needed: ['请选择', 'Please choose'],
})

type Typed = { readonly role: RoleCode; readonly unitId: string; readonly to?: string }

export const GrantRole = ({ accountId, onClose }: { readonly accountId: string; readonly onClose: () => void }): ReactElement => {
  const text = useWords(said)
  const options = useOptions()
  const queries = useQueryClient()
  const grant = useCommand(
    ({ role, unitId, to }: Typed, { idempotencyKey }) =>
      api.grantRole({ params: { accountId }, idempotencyKey, body: { role, unitId, ...(to ? { to: `${to}T23:59:59+08:00` } : {}) } }),
    () => {
      void queries.invalidateQueries({ queryKey: keys.accounts })
      onClose()
    },
  )
  const needed = [{ required: true, message: text.needed }]
  return (
    <Form layout="vertical" onFinish={(typed: Typed) => grant.mutate(typed)} scrollToFirstError={{ focus: true }}>
      <div className="account-fields">
        <Form.Item label={text.role} name="role" rules={needed}>
          <Select autoFocus showSearch={{ optionFilterProp: 'label' }} options={options(roleCodes, roleLabels)} />
        </Form.Item>
        <Form.Item label={text.unit} name="unitId" rules={needed}>
          <UnitSelect />
        </Form.Item>
        <Form.Item label={text.to} name="to">
          <Input type="date" />
        </Form.Item>
      </div>
      <ProblemNote error={grant.error} />
      <Space>
        <Button type="primary" htmlType="submit" loading={grant.isPending}>
          {text.submit}
        </Button>
        <Button onClick={onClose}>{text.cancel}</Button>
      </Space>
    </Form>
  )
}
