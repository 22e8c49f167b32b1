import type { DepartmentAnswer, DepartmentConnector } from '@open12345/contract/department-query'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Form, Input, Select } from 'antd'
import { useState, type ReactElement } from 'react'
import { fill, useLabel, useWords, words } from '@open12345/ui/language.ts'
import { api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { useMay } from '../../api/session.ts'
import { ProblemNote } from '../../parts/problem-note.tsx'
import './department-query.css'

const said = words({
  title: ['部门查询', 'Ask a department'],
  note: ['每次查询都留记录；查到的内容不保存，离开即清除。', 'Each question is recorded; the answer is not kept.'],
  system: ['查询哪个系统', 'Which system'],
  purpose: ['查询用途', 'Purpose'],
  needed: ['请填写', 'Needed'],
  ask: ['查询', 'Ask'],
  clear: ['清除结果', 'Clear'],
  nothing: ['{unit}的系统里没有查到，请与来电人核对编号。', '{unit} has nothing under it; check the number with the caller.'],
  unreachable: [
    '{unit}的系统现在联系不上，请稍后再查，或者受理后派单核实。',
    'The system of {unit} cannot be reached now; try later, or accept and have it verified.',
  ],
  unreadable: [
    '{unit}的系统应答与约定不符，请告知系统管理员；可受理后派单核实。',
    'The system of {unit} answered something else than was agreed; tell the administrator, or have it verified.',
  ],
  more: ['只显示前 20 条，请用更准确的条件查询。', 'The first 20 only; ask more exactly.'],
})
const purposeWords = words({
  'tell-progress': ['告知进展', 'Tell how far it is'],
  'verify-matter': ['核实事项', 'Verify the matter'],
  handling: ['办理工单', 'Handle the order'],
})
type Purpose = keyof typeof purposeWords
type About = { readonly orderId: string } | { readonly contactId: string }
type Values = { readonly purpose: Purpose; readonly parameters: Readonly<Record<string, string>> }

const Answer = ({ answer, unit }: { readonly answer: DepartmentAnswer; readonly unit: string }): ReactElement => {
  const text = useWords(said)
  const inWords = useLabel()
  if (answer.state !== 'found') return <p role="status">{fill(text[answer.state], { unit })}</p>
  return (
    <div role="status">
      {answer.rows.map((row, index) => (
        <dl key={index} className="department-row">
          {row.map(({ label, value }, at) => (
            <div key={at}>
              <dt>{inWords(label)}</dt>
              <dd>{value === '' ? '—' : value}</dd>
            </div>
          ))}
        </dl>
      ))}
      {answer.isMore ? <p className="soft">{text.more}</p> : null}
    </div>
  )
}

/** What was asked and answered lives as long as this form; nothing of it goes into the browser's store. */
const Asking = ({ connector, about }: { readonly connector: DepartmentConnector; readonly about: About }): ReactElement => {
  const text = useWords(said)
  const purposes = useWords(purposeWords)
  const inWords = useLabel()
  const { connectorId, parameters, unitName } = connector
  const ask = useMutation({
    mutationFn: (values: Values) => api.queryDepartment({ params: { connectorId }, body: { ...values, ...about } }),
    gcTime: 0,
  })
  return (
    <>
      <Form
        layout="vertical"
        initialValues={{ purpose: 'contactId' in about ? 'tell-progress' : 'handling' }}
        onFinish={ask.mutate}
        autoComplete="off"
      >
        {parameters.map(({ name, label, hint }) => (
          <Form.Item
            key={name}
            label={inWords(label)}
            name={['parameters', name]}
            extra={inWords(hint ?? undefined)}
            rules={[{ required: true, whitespace: true, message: text.needed }]}
          >
            <Input maxLength={100} />
          </Form.Item>
        ))}
        <Form.Item label={text.purpose} name="purpose">
          <Select options={Object.entries(purposes).map(([value, label]) => ({ value, label }))} />
        </Form.Item>
        <div className="department-steps">
          <Button htmlType="submit" loading={ask.isPending}>
            {text.ask}
          </Button>
          {ask.data === undefined ? null : (
            <Button type="link" onClick={ask.reset}>
              {text.clear}
            </Button>
          )}
        </div>
      </Form>
      <ProblemNote error={ask.error} />
      {ask.data === undefined ? null : <Answer answer={ask.data} unit={unitName} />}
    </>
  )
}

const Systems = ({ about }: { readonly about: About }): ReactElement | null => {
  const text = useWords(said)
  const inWords = useLabel()
  const [chosen, setChosen] = useState<string>()
  const asked = useQuery({
    queryKey: keys.departments,
    queryFn: ({ signal }) => api.listDepartmentConnectors({ signal }),
    staleTime: 300_000,
  })
  const connectors = asked.data?.items ?? []
  const connector = connectors.find(({ connectorId }) => connectorId === chosen)
  if (connectors.length === 0) return null
  return (
    <section className="sheet department-query" aria-label={text.title}>
      <h3>{text.title}</h3>
      <p className="form-note">{text.note}</p>
      <Select
        aria-label={text.system}
        placeholder={text.system}
        allowClear
        value={chosen ?? null}
        onChange={(next: string | null | undefined) => setChosen(next ?? undefined)}
        options={connectors.map(({ connectorId, name, unitName }) => ({ value: connectorId, label: `${inWords(name)} · ${unitName}` }))}
      />
      {connector === undefined ? null : <Asking key={connector.connectorId} connector={connector} about={about} />}
    </section>
  )
}

/** 业务系统开放查询: for one order, or for the contact that is being recorded. @clause 16a */
export const DepartmentQuery = ({ about }: { readonly about: About }): ReactElement | null =>
  useMay()('department.query') ? <Systems about={about} /> : null
