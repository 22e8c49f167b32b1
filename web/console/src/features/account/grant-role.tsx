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
  to: ['有效期至（代理须填）', 'Until (a deputy’s needs one)'],
  from: ['自（可不填，即刻）', 'From (at once if empty)'],
  deputyFor: ['代理谁（登录名，可不填）', 'Deputy for (login, optional)'],
  deputyNote: ['被代理人须在同一单位担任同一岗位；到期自行终止。', 'They hold the same role in the same unit; it ends by itself.'],
  submit: ['授予', 'Grant'],
  cancel: ['取消', 'Cancel'],
  needed: ['请选择', 'Please choose'],
})

type Typed = { readonly role: RoleCode; readonly unitId: string; readonly from?: string; readonly to?: string; readonly deputyFor?: string }

export const GrantRole = ({ accountId, onClose }: { readonly accountId: string; readonly onClose: () => void }): ReactElement => {
  const text = useWords(said)
  const options = useOptions()
  const queries = useQueryClient()
  const grant = useCommand(
    ({ role, unitId, from, to, deputyFor }: Typed, { idempotencyKey }) => {
      const period = { ...(from ? { from: `${from}T00:00:00+08:00` } : {}), ...(to ? { to: `${to}T23:59:59+08:00` } : {}) }
      const deputy = deputyFor?.trim() ? { deputyFor: deputyFor.trim() } : {}
      return api.grantRole({ params: { accountId }, idempotencyKey, body: { role, unitId, ...period, ...deputy } })
    },
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
        <Form.Item label={text.from} name="from">
          <Input type="date" />
        </Form.Item>
        <Form.Item label={text.to} name="to">
          <Input type="date" />
        </Form.Item>
        <Form.Item label={text.deputyFor} name="deputyFor" extra={text.deputyNote}>
          <Input maxLength={40} autoCapitalize="none" autoComplete="off" />
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
