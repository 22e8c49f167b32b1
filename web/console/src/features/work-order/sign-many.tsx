import type { OrderRow } from '@open12345/contract/work-order'
import { App, Button, Checkbox } from 'antd'
import type { ReactElement } from 'react'
import { fill, useWords, words } from '@open12345/ui/language.ts'
import { api } from '../../api/client.ts'
import { BulkReport } from './bulk-report.tsx'
import { useBulk } from './use-bulk.ts'

const said = words({
  all: ['全选', 'All'],
  done: ['已签收 {count} 件', '{count} signed'],
  sign: ['签收选中的 {count} 件', 'Sign {count} chosen'],
  none: ['选中工单后可一次签收', 'Choose orders to sign them together'],
})

type Props = {
  readonly rows: readonly OrderRow[]
  readonly chosen: ReadonlySet<string>
  readonly onChosen: (chosen: ReadonlySet<string>) => void
}

/** Several at once, each with its own version and key: one that is refused does not hold up the others, and says why. */
export const SignMany = ({ rows, chosen, onChosen }: Props): ReactElement | null => {
  const text = useWords(said)
  const { message } = App.useApp()
  const bulk = useBulk((row: OrderRow, idempotencyKey) =>
    api.signOrder({ params: { orderId: row.orderId }, ifMatch: row.version, idempotencyKey, body: {} }),
  )
  const picked = rows.filter(({ orderId }) => chosen.has(orderId))
  if (rows.length === 0 && bulk.failures.length === 0) return null
  const take = async (): Promise<void> => {
    const failed = await bulk.run(picked)
    if (failed < picked.length) void message.success(fill(text.done, { count: picked.length - failed }))
    onChosen(new Set())
  }
  return (
    <div className="bench-foot">
      <Checkbox
        checked={picked.length === rows.length && rows.length > 0}
        indeterminate={picked.length > 0 && picked.length < rows.length}
        onChange={({ target }) => onChosen(new Set(target.checked ? rows.map(({ orderId }) => orderId) : []))}
      >
        {text.all}
      </Checkbox>
      <Button type="primary" disabled={picked.length === 0} loading={bulk.isRunning} onClick={() => void take()}>
        {picked.length === 0 ? text.none : fill(text.sign, { count: picked.length })}
      </Button>
      <BulkReport bulk={bulk} />
    </div>
  )
}
