import { Button, Form, Input, Select } from 'antd'
import type { ReactElement } from 'react'
import { useWords, words } from '@open12345/ui/language.ts'
import { api } from '../../api/client.ts'
import { useMay } from '../../api/session.ts'
import { useCommand } from '../../api/use-command.ts'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { useContacts } from '../contact/use-contacts.ts'
import { LineSelect } from './line-select.tsx'
import { useRefresh } from './use-linkage.ts'

const said = words({
  line: ['热线', 'Line'],
  told: ['告知了什么', 'What it was told'],
  toldToUs: ['移交了什么', 'What was handed over'],
  order: ['工单号（可不填）', 'Order number (optional)'],
  becameOrder: ['成为工单', 'Became the order'],
  becameContact: ['成为本席来件', 'Became the contact at this seat'],
  orderRule: ['十二位数字', 'Twelve digits'],
  reference: ['对方编号（可不填）', 'Their number (optional)'],
  submit: ['保存记录', 'Save the record'],
  close: ['关闭', 'Close'],
  needed: ['请填写', 'Please fill this in'],
})

type Props = { readonly title: string; readonly onDone: () => void }
type Typed = {
  readonly lineId: string
  readonly told: string
  readonly orderNumber?: string
  readonly reference?: string
  readonly contactId?: string
}
const given = (typed: string | undefined): string | null => (typed?.trim() ? typed.trim() : null)

const Foot = ({
  error,
  isPending,
  onDone,
}: {
  readonly error: unknown
  readonly isPending: boolean
  readonly onDone: () => void
}): ReactElement => {
  const text = useWords(said)
  return (
    <>
      <ProblemNote error={error} />
      <div className="linkage-steps">
        <Button type="primary" htmlType="submit" loading={isPending}>
          {text.submit}
        </Button>
        <Button onClick={onDone}>{text.close}</Button>
      </div>
    </>
  )
}

const Line = (): ReactElement => {
  const text = useWords(said)
  return (
    <Form.Item label={text.line} name="lineId" rules={[{ required: true, message: text.needed }]}>
      <LineSelect />
    </Form.Item>
  )
}
const Told = ({ label }: { readonly label: string }): ReactElement => {
  const text = useWords(said)
  return (
    <Form.Item className="wide" label={label} name="told" rules={[{ required: true, whitespace: true, message: text.needed }]}>
      <Input.TextArea rows={2} maxLength={500} />
    </Form.Item>
  )
}
const OrderNumber = ({ label }: { readonly label: string }): ReactElement => {
  const text = useWords(said)
  return (
    <Form.Item label={label} name="orderNumber" rules={[{ pattern: /^\d{12}$/, message: text.orderRule }]}>
      <Input inputMode="numeric" maxLength={12} autoComplete="off" />
    </Form.Item>
  )
}

/** A line that was told by a phone or radio that is not our switch. @clause 14 */
export const RecordTold = ({ title, onDone }: Props): ReactElement => {
  const text = useWords(said)
  const refresh = useRefresh()
  const record = useCommand(
    ({ lineId, told, orderNumber }: Typed, { idempotencyKey }) =>
      api.recordTold({ idempotencyKey, body: { lineId, told, orderNumber: given(orderNumber) } }),
    () => {
      refresh()
      onDone()
    },
  )
  return (
    <Form layout="vertical" name="told" aria-label={title} onFinish={(typed: Typed) => record.mutate(typed)}>
      <div className="linkage-fields">
        <Line />
        <OrderNumber label={text.order} />
        <Told label={text.told} />
      </div>
      <Foot error={record.error} isPending={record.isPending} onDone={onDone} />
    </Form>
  )
}

/** The contact that is open at this seat; only a seat has one. */
const OwnContact = (): ReactElement => {
  const text = useWords(said)
  const contacts = useContacts().data?.items ?? []
  return (
    <Form.Item label={text.becameContact} name="contactId">
      <Select
        allowClear
        options={contacts.map(({ contactId, callerMasked }) => ({ value: contactId, label: callerMasked ?? contactId }))}
      />
    </Form.Item>
  )
}

/** What a line handed to us, and what it became here. @clause 14 */
export const RecordReceived = ({ title, onDone }: Props): ReactElement => {
  const text = useWords(said)
  const may = useMay()
  const refresh = useRefresh()
  const record = useCommand(
    ({ lineId, told, orderNumber, reference, contactId }: Typed, { idempotencyKey }) =>
      api.recordReceived({
        idempotencyKey,
        body: { lineId, told, orderNumber: given(orderNumber), reference: given(reference), contactId: given(contactId) },
      }),
    () => {
      refresh()
      onDone()
    },
  )
  return (
    <Form layout="vertical" name="received" aria-label={title} onFinish={(typed: Typed) => record.mutate(typed)}>
      <div className="linkage-fields">
        <Line />
        <Form.Item label={text.reference} name="reference">
          <Input maxLength={60} autoComplete="off" />
        </Form.Item>
        <OrderNumber label={text.becameOrder} />
        {may('contact.take') ? <OwnContact /> : null}
        <Told label={text.toldToUs} />
      </div>
      <Foot error={record.error} isPending={record.isPending} onDone={onDone} />
    </Form>
  )
}
