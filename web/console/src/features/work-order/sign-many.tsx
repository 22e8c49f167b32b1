import type { OrderRow } from '@open12345/contract/work-order'
import { Button } from 'antd'
import type { ReactElement } from 'react'
import { fill, useWords, words } from '@open12345/ui/language.ts'
import { api } from '../../api/client.ts'
import { BulkFoot, pickedOf, useTakeMany, type Choice } from './bulk-foot.tsx'
import { useBulk } from './use-bulk.ts'

const said = words({
  done: ['已签收 {count} 件', '{count} signed'],
  sign: ['签收选中的 {count} 件', 'Sign {count} chosen'],
  none: ['选中工单后可一次签收', 'Choose orders to sign them together'],
})

/** Several at once, each with its own version and key: one that is refused does not hold up the others, and says why. */
export const SignMany = (choice: Choice): ReactElement => {
  const text = useWords(said)
  const bulk = useBulk((row: OrderRow, idempotencyKey) =>
    api.signOrder({ params: { orderId: row.orderId }, ifMatch: row.version, idempotencyKey, body: {} }),
  )
  const take = useTakeMany(bulk, text.done, choice.onChosen)
  const picked = pickedOf(choice)
  return (
    <BulkFoot choice={choice} bulk={bulk}>
      <Button type="primary" disabled={picked.length === 0} loading={bulk.isRunning} onClick={() => void take(picked)}>
        {picked.length === 0 ? text.none : fill(text.sign, { count: picked.length })}
      </Button>
    </BulkFoot>
  )
}
