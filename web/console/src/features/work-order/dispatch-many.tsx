import type { ResponsibleView } from '@open12345/contract/organisation'
import { principleLabels } from '@open12345/contract/vocabulary'
import type { OrderRow } from '@open12345/contract/work-order'
import { useQuery } from '@tanstack/react-query'
import { Button, Popover } from 'antd'
import { useState, type ReactElement } from 'react'
import { fill, useLabel, useWords, words } from '@open12345/ui/language.ts'
import { numberText } from '@open12345/ui/number-text.ts'
import { api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { Answered } from '../../parts/states.tsx'
import { BulkFoot, pickedOf, useTakeMany, type Choice } from './bulk-foot.tsx'
import { useBulk } from './use-bulk.ts'

const said = words({
  done: ['已派出 {count} 件', '{count} dispatched'],
  dispatch: ['按派单目录派出选中的 {count} 件', 'Dispatch {count} by the catalogue'],
  none: ['选中工单后可按派单目录一次派出', 'Choose orders to dispatch them by the catalogue'],
  to: ['{unit}（{principle}）', '{unit} ({principle})'],
  report: ['举报请单独派单，核对被举报单位', 'A report is dispatched by itself: who stands accused is to be seen to'],
  nobody: ['目录中没有对应单位，请单独派单', 'The catalogue names nobody: dispatch it by itself'],
  confirm: ['核对无误，派出 {count} 件', 'Checked: dispatch {count}'],
})

type Proposal = { readonly row: OrderRow; readonly responsible: ResponsibleView | null }

const proposalFor = async (row: OrderRow): Promise<Proposal> => {
  // 20c: its words may name the very unit that the catalogue does.
  if (row.subject === null || row.kind === 'report') return { row, responsible: null }
  const { county, township } = row.place ?? {}
  const query = { subject: row.subject, ...(county ? { county } : {}), ...(township ? { township } : {}) }
  return { row, responsible: (await api.findResponsible({ query })).responsible }
}

const useProposals = (rows: readonly OrderRow[], isWanted: boolean) =>
  useQuery({
    queryKey: keys.responsible('many', ...rows.map(({ orderId, version }) => `${orderId} ${version}`)),
    queryFn: () => Promise.all(rows.map(proposalFor)),
    enabled: isWanted && rows.length > 0,
  })

type AskProps = { readonly proposals: readonly Proposal[]; readonly onTake: (proposals: readonly Proposal[]) => void }

const Ask = ({ proposals, onTake }: AskProps): ReactElement => {
  const text = useWords(said)
  const label = useLabel()
  const known = proposals.filter(({ responsible }) => responsible !== null)
  return (
    <>
      <ul className="plain-rows bulk-proposals">
        {proposals.map(({ row, responsible }) => (
          <li key={row.orderId}>
            <span className="digits">{numberText(row.number)}</span>
            {responsible === null ? (
              <span className="soft">{row.kind === 'report' ? text.report : text.nobody}</span>
            ) : (
              <span>{fill(text.to, { unit: responsible.name, principle: label(principleLabels[responsible.principle]) })}</span>
            )}
          </li>
        ))}
      </ul>
      <Button type="primary" disabled={known.length === 0} onClick={() => onTake(known)}>
        {fill(text.confirm, { count: known.length })}
      </Button>
    </>
  )
}

/** Each to the unit that the catalogue names for it, shown before anything goes out; what it names nobody for stays. @clause 11-2 */
export const DispatchMany = (choice: Choice): ReactElement => {
  const text = useWords(said)
  const [isOpen, setOpen] = useState(false)
  const picked = pickedOf(choice)
  const proposals = useProposals(picked, isOpen)
  const responsibleOf = ({ orderId }: OrderRow) => proposals.data?.find(({ row }) => row.orderId === orderId)?.responsible
  const bulk = useBulk(async (row: OrderRow, idempotencyKey) => {
    const responsible = responsibleOf(row)
    if (!responsible) return
    const { unitId, principle } = responsible
    await api.dispatchOrder({
      params: { orderId: row.orderId },
      ifMatch: row.version,
      idempotencyKey,
      body: { unitId, principle, note: null },
    })
  })
  const take = useTakeMany(bulk, text.done, choice.onChosen)
  const dispatch = (known: readonly Proposal[]): void => {
    setOpen(false)
    void take(known.map(({ row }) => row))
  }
  return (
    <BulkFoot choice={choice} bulk={bulk}>
      <Popover
        trigger="click"
        open={isOpen && picked.length > 0}
        onOpenChange={setOpen}
        content={<Answered asked={proposals}>{(all) => <Ask proposals={all} onTake={dispatch} />}</Answered>}
      >
        <Button type="primary" disabled={picked.length === 0} loading={bulk.isRunning}>
          {picked.length === 0 ? text.none : fill(text.dispatch, { count: picked.length })}
        </Button>
      </Popover>
    </BulkFoot>
  )
}
