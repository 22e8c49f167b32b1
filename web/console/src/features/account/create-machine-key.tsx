import type { MachineKeyView } from '@open12345/contract/account'
import { useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input, Select, Space } from 'antd'
import type { ReactElement } from 'react'
import { useWords, words } from '@open12345/ui/language.ts'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/use-command.ts'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { UnitSelect } from '../../parts/unit-select.tsx'
import { scopeWords } from './machine-words.ts'
import { SecretNote } from './secret-note.tsx'

const said = words({
  name: ['外部系统', 'Outside system'],
  unit: ['负责的单位', 'Unit that answers for it'],
  scopes: ['范围', 'Scope'],
  to: ['有效期至（最长一年）', 'Until (a year at most)'],
  submit: ['发放', 'Issue'],
  close: ['关闭', 'Close'],
  needed: ['请填写', 'Please fill this in'],
})

type Scope = MachineKeyView['scopes'][number]
type Typed = { readonly name: string; readonly unitId: string; readonly scopes: Scope[]; readonly to: string }

export const CreateMachineKey = ({ onClose }: { readonly onClose: () => void }): ReactElement => {
  const text = useWords(said)
  const scopes = useWords(scopeWords)
  const queries = useQueryClient()
  const create = useCommand(
    ({ to, ...typed }: Typed, { idempotencyKey }) =>
      api.createMachineKey({ idempotencyKey, body: { ...typed, expiresAt: `${to}T23:59:59+08:00` } }),
    () => queries.invalidateQueries({ queryKey: ['machine-keys'] }),
  )
  const needed = [{ required: true, message: text.needed }]
  if (create.data !== undefined)
    return (
      <>
        <SecretNote secret={create.data.secret} />
        <Button onClick={onClose}>{text.close}</Button>
      </>
    )
  return (
    <Form
      name="machine-key"
      layout="vertical"
      initialValues={{ scopes: ['board-figures'] }}
      onFinish={(typed: Typed) => create.mutate(typed)}
      scrollToFirstError
    >
      <div className="account-fields">
        <Form.Item label={text.name} name="name" rules={needed}>
          <Input autoFocus maxLength={60} />
        </Form.Item>
        <Form.Item label={text.unit} name="unitId" rules={needed}>
          <UnitSelect />
        </Form.Item>
        <Form.Item label={text.scopes} name="scopes" rules={needed}>
          <Select mode="multiple" options={Object.entries(scopes).map(([value, label]) => ({ value, label }))} />
        </Form.Item>
        <Form.Item label={text.to} name="to" rules={needed}>
          <Input type="date" />
        </Form.Item>
      </div>
      <ProblemNote error={create.error} />
      <Space>
        <Button type="primary" htmlType="submit" loading={create.isPending}>
          {text.submit}
        </Button>
        <Button onClick={onClose}>{text.close}</Button>
      </Space>
    </Form>
  )
}
