import { statusLabels } from '@open12345/contract/vocabulary'
import type { Unattended } from '@open12345/contract/work-order'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Form } from 'antd'
import { useState, type ReactElement } from 'react'
import { fill, useLabel, useWords, words } from '@open12345/ui/language.ts'
import { numberText } from '@open12345/ui/number-text.ts'
import { api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { useCommand } from '../../api/use-command.ts'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { Answered, Nothing } from '../../parts/states.tsx'
import { SealFields, type Sealing } from './steps/seal-fields.tsx'
import './unattended.css'

const said = words({
  label: ['无人负责的密封工单', 'Sealed orders that nobody answers for'],
  note: [
    '这些密封工单的知悉人员里再没有负责人。这里只看得到编号和状态：请另列一名热线中心负责人，原来列名的人仍在名单里。',
    'Nobody who is named for these sealed orders answers for them any more. You see number and status only: name a manager of the centre; who was named before stays.',
  ],
  none: ['没有无人负责的密封工单。', 'Every sealed order has somebody who answers for it.'],
  name: ['另列知悉人员', 'Name the next'],
  cancel: ['取消', 'Cancel'],
  done: ['{number} 已另列知悉人员', '{number}: the next is named'],
})

const NameNext = ({ order, onEnd }: { readonly order: Unattended; readonly onEnd: () => void }): ReactElement => {
  const text = useWords(said)
  const { message } = App.useApp()
  const queries = useQueryClient()
  const { orderId, number } = order
  const seal = useCommand(
    (body: Sealing, { idempotencyKey }) => api.sealOrder({ params: { orderId }, body, idempotencyKey }),
    async () => {
      void message.success(fill(text.done, { number: numberText(number) }))
      await queries.invalidateQueries({ queryKey: keys.unattended })
      onEnd()
    },
  )
  return (
    <Form name={`next-${orderId}`} layout="vertical" onFinish={(values: Sealing) => seal.mutate(values)}>
      <SealFields orderId={orderId} known={[]} fewest={1} />
      <ProblemNote error={seal.error} />
      <div className="step-submit">
        <Button type="primary" htmlType="submit" loading={seal.isPending}>
          {text.name}
        </Button>
        <Button onClick={onEnd}>{text.cancel}</Button>
      </div>
    </Form>
  )
}

/** 20c: for the office, which names the next without learning what it is about. */
export const UnattendedOrders = (): ReactElement => {
  const text = useWords(said)
  const label = useLabel()
  const [open, setOpen] = useState<string>()
  const asked = useQuery({ queryKey: keys.unattended, queryFn: ({ signal }) => api.listUnattended({ signal }) })
  return (
    <section className="sheet unattended" aria-label={text.label}>
      <p className="form-note">{text.note}</p>
      <Answered asked={asked}>
        {({ items }) =>
          items.length === 0 ? (
            <Nothing>{text.none}</Nothing>
          ) : (
            <ul>
              {items.map((order) => (
                <li key={order.orderId}>
                  <strong>{numberText(order.number)}</strong> <span className="tag">{label(statusLabels[order.status])}</span>{' '}
                  {open === order.orderId ? (
                    <NameNext order={order} onEnd={() => setOpen(undefined)} />
                  ) : (
                    <Button onClick={() => setOpen(order.orderId)}>{text.name}</Button>
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
    </section>
  )
}
