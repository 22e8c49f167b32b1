import type { DrillView } from '@open12345/contract/linkage'
import { Button, Form, Input, Radio } from 'antd'
import type { ReactElement } from 'react'
import { useWords, words } from '@open12345/ui/language.ts'
import { todayOn } from '@open12345/ui/time-text.ts'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/use-command.ts'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { LineSelect } from './line-select.tsx'
import { useRefresh } from './use-linkage.ts'

const said = words({
  kind: ['类别', 'Kind'],
  drill: ['演练', 'Drill'],
  test: ['试线（人工拨打）', 'Test by hand'],
  lines: ['哪些热线', 'Which lines'],
  heldOn: ['举行日期', 'Held on'],
  participants: ['参加单位和人员（可不填）', 'Participants (optional)'],
  finding: ['发现的问题', 'Finding'],
  improvement: ['改进措施（可不填）', 'Improvement (optional)'],
  dueOn: ['整改期限（可不填）', 'Due (optional)'],
  submit: ['保存', 'Save'],
  close: ['关闭', 'Close'],
  needed: ['请填写', 'Please fill this in'],
})

type Typed = {
  readonly kind: DrillView['kind']
  readonly lineIds: string[]
  readonly heldOn: string
  readonly participants?: string
  readonly finding: string
  readonly improvement?: string
  readonly dueOn?: string
}
const given = (typed: string | undefined): string | null => (typed?.trim() ? typed.trim() : null)

const Fields = (): ReactElement => {
  const text = useWords(said)
  const needed = [{ required: true, message: text.needed }]
  return (
    <div className="linkage-fields">
      <Form.Item label={text.kind} name="kind">
        <Radio.Group
          options={[
            { value: 'drill', label: text.drill },
            { value: 'test-call', label: text.test },
          ]}
        />
      </Form.Item>
      <Form.Item label={text.lines} name="lineIds" rules={needed}>
        <LineSelect mode="multiple" />
      </Form.Item>
      <Form.Item label={text.heldOn} name="heldOn" rules={needed}>
        <Input type="date" />
      </Form.Item>
      <Form.Item label={text.dueOn} name="dueOn">
        <Input type="date" />
      </Form.Item>
      <Form.Item className="wide" label={text.participants} name="participants">
        <Input maxLength={500} autoComplete="off" />
      </Form.Item>
      <Form.Item className="wide" label={text.finding} name="finding" rules={[{ required: true, whitespace: true, message: text.needed }]}>
        <Input.TextArea rows={2} maxLength={1000} />
      </Form.Item>
      <Form.Item className="wide" label={text.improvement} name="improvement">
        <Input.TextArea rows={2} maxLength={1000} />
      </Form.Item>
    </div>
  )
}

/** A drill that was held. @clause 14 */
export const DrillForm = ({ title, onDone }: { readonly title: string; readonly onDone: () => void }): ReactElement => {
  const text = useWords(said)
  const refresh = useRefresh()
  const record = useCommand(
    ({ kind, lineIds, heldOn, finding, participants, improvement, dueOn }: Typed, { idempotencyKey }) =>
      api.recordDrill({
        idempotencyKey,
        body: { kind, lineIds, heldOn, finding, participants: given(participants), improvement: given(improvement), dueOn: given(dueOn) },
      }),
    () => {
      refresh()
      onDone()
    },
  )
  return (
    <Form
      layout="vertical"
      name="drill"
      aria-label={title}
      initialValues={{ kind: 'drill', heldOn: todayOn() }}
      onFinish={(typed: Typed) => record.mutate(typed)}
    >
      <Fields />
      <ProblemNote error={record.error} />
      <div className="linkage-steps">
        <Button type="primary" htmlType="submit" loading={record.isPending}>
          {text.submit}
        </Button>
        <Button onClick={onDone}>{text.close}</Button>
      </div>
    </Form>
  )
}
