import type { OrderRow } from '@open12345/contract/work-order'
import { App, Checkbox } from 'antd'
import type { ReactElement, ReactNode } from 'react'
import { fill, useWords, words } from '@open12345/ui/language.ts'
import { BulkReport } from './bulk-report.tsx'
import type { Bulk } from './use-bulk.ts'

const said = words({ all: ['全选', 'All'] })

export type Choice = {
  readonly rows: readonly OrderRow[]
  readonly chosen: ReadonlySet<string>
  readonly onChosen: (chosen: ReadonlySet<string>) => void
}

export const pickedOf = ({ rows, chosen }: Choice): readonly OrderRow[] => rows.filter(({ orderId }) => chosen.has(orderId))

/** Runs the step on these, says how many were done, and forgets the choice. `done` has a {count}. */
export const useTakeMany = (bulk: Bulk, done: string, onChosen: Choice['onChosen']) => {
  const { message } = App.useApp()
  return async (rows: readonly OrderRow[]): Promise<void> => {
    const failed = await bulk.run(rows)
    if (failed < rows.length) void message.success(fill(done, { count: rows.length - failed }))
    onChosen(new Set())
  }
}

type Props = { readonly choice: Choice; readonly bulk: Bulk; readonly children: ReactNode }

/** Below a list whose orders can be chosen: all of them, the step, and what became of it. */
export const BulkFoot = ({ choice, bulk, children }: Props): ReactElement | null => {
  const text = useWords(said)
  const { rows, onChosen } = choice
  const picked = pickedOf(choice)
  if (rows.length === 0 && bulk.failures.length === 0) return null
  return (
    <div className="bench-foot">
      <Checkbox
        checked={picked.length === rows.length && rows.length > 0}
        indeterminate={picked.length > 0 && picked.length < rows.length}
        onChange={({ target }) => onChosen(new Set(target.checked ? rows.map(({ orderId }) => orderId) : []))}
      >
        {text.all}
      </Checkbox>
      {children}
      <BulkReport bulk={bulk} />
    </div>
  )
}
