import type { OrderRow } from '@open12345/contract/work-order'
import { Button, Input, Popover } from 'antd'
import { useState, type ReactElement } from 'react'
import { fill, useWords, words } from '@open12345/ui/language.ts'
import { api } from '../../api/client.ts'
import { BulkFoot, pickedOf, useTakeMany, type Choice } from './bulk-foot.tsx'
import { useBulk } from './use-bulk.ts'

const said = words({
  done: ['已办结 {count} 件', '{count} closed'],
  close: ['核对无误，办结 {count} 件', 'Checked: close {count}'],
  none: ['选中核对过的工单', 'Choose the orders you checked'],
  basis: ['共同的依据（可不填）', 'Common basis (optional)'],
  note: [
    '以“答复合规办结”归档，无人应答的单独计数，不算满意（第十三条（二））。',
    'Closed as “lawful reply”; no answer is counted apart, never as satisfied (article 13(2)).',
  ],
  confirm: ['确认办结', 'Close them'],
})

export const CloseMany = (choice: Choice): ReactElement => {
  const text = useWords(said)
  const [basis, setBasis] = useState('')
  const [isOpen, setOpen] = useState(false)
  const bulk = useBulk((row: OrderRow, idempotencyKey) =>
    api.closeOrder({
      params: { orderId: row.orderId },
      ifMatch: row.version,
      idempotencyKey,
      body: { basis: basis.trim() ? basis : null },
    }),
  )
  const take = useTakeMany(bulk, text.done, choice.onChosen)
  const picked = pickedOf(choice)
  const confirm = (): void => {
    setOpen(false)
    void take(picked)
  }
  const asking = (
    <div style={{ maxWidth: 320 }}>
      <p className="soft">{text.note}</p>
      <label>
        {text.basis}
        <Input.TextArea
          value={basis}
          onChange={({ target }) => setBasis(target.value)}
          autoSize={{ minRows: 2, maxRows: 6 }}
          maxLength={2000}
        />
      </label>
      <Button type="primary" style={{ marginBlockStart: 8 }} onClick={confirm}>
        {text.confirm}
      </Button>
    </div>
  )
  return (
    <BulkFoot choice={choice} bulk={bulk}>
      <Popover trigger="click" open={isOpen && picked.length > 0} onOpenChange={setOpen} content={asking}>
        <Button type="primary" disabled={picked.length === 0} loading={bulk.isRunning}>
          {picked.length === 0 ? text.none : fill(text.close, { count: picked.length })}
        </Button>
      </Popover>
    </BulkFoot>
  )
}
