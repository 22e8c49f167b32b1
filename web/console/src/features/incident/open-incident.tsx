import type { OrderView } from '@open12345/contract/work-order'
import { useNavigate } from '@tanstack/react-router'
import { Button, Form, Input, Modal } from 'antd'
import { useState, type ReactElement } from 'react'
import { useWords, words } from '@open12345/ui/language.ts'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/use-command.ts'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { nullable } from '../work-order/steps/words-field.tsx'
import { PublishedFields } from './publish-form.tsx'

const said = words({
  open: ['开立事件', 'Open an incident'],
  cancel: ['取消', 'Cancel'],
  title: ['事件名称', 'Name of the incident'],
  titleNote: ['谁都能看到：写地点和什么事，不写人。', 'Everybody may read it: the place and what it is, nobody’s name.'],
  note: [
    '多人反映同一件事时，以这件工单为主工单开立事件：承办单位只办这一件，其余的并入事件，结束时统一答复。',
    'Where many ask about the same, an incident is opened from this order: its unit handles this one only, the others join and are answered when it is over.',
  ],
  needed: ['请填写', 'Please fill this in'],
})

type Typed = { readonly title: string; readonly notice?: string; readonly readyAnswer?: string }

const OpenForm = ({ order, onCancel }: { readonly order: OrderView; readonly onCancel: () => void }): ReactElement => {
  const text = useWords(said)
  const navigate = useNavigate()
  const open = useCommand(
    ({ title, notice, readyAnswer }: Typed, { idempotencyKey }) =>
      api.openIncident({
        body: { mainOrderId: order.orderId, title, notice: nullable(notice), readyAnswer: nullable(readyAnswer) },
        idempotencyKey,
      }),
    ({ incidentId }) => navigate({ to: '/incidents/$incidentId', params: { incidentId } }),
  )
  return (
    <Form name="open-incident" layout="vertical" onFinish={(typed: Typed) => open.mutate(typed)}>
      <p className="form-note">{text.note}</p>
      <Form.Item
        label={text.title}
        name="title"
        extra={text.titleNote}
        rules={[{ required: true, whitespace: true, message: text.needed }]}
      >
        <Input maxLength={100} />
      </Form.Item>
      <PublishedFields isOpening />
      <ProblemNote error={open.error} />
      <div className="step-submit">
        <Button type="primary" htmlType="submit" loading={open.isPending}>
          {text.open}
        </Button>
        <Button onClick={onCancel}>{text.cancel}</Button>
      </div>
    </Form>
  )
}

/** 12-4a: from the order by which a unit handles it. */
export const OpenIncident = ({ order }: { readonly order: OrderView }): ReactElement => {
  const text = useWords(said)
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>{text.open}</Button>
      <Modal title={text.open} open={isOpen} onCancel={() => setOpen(false)} footer={null} destroyOnHidden>
        <OpenForm order={order} onCancel={() => setOpen(false)} />
      </Modal>
    </>
  )
}
