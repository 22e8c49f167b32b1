import type { TreeUnitView, UnitChangeView } from '@open12345/contract/organisation'
import { Button, Popconfirm } from 'antd'
import type { ReactElement } from 'react'
import { fill, useLabel, useLanguage, useWords, words } from '@open12345/ui/language.ts'
import { dateText, instantText } from '@open12345/ui/time-text.ts'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/use-command.ts'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { changeWords, stateWords } from './unit-words.ts'
import { nameOf, useRefreshUnits } from './use-units.ts'

const said = words({
  renamed: ['改称“{name}”', 'to be called “{name}”'],
  renamedFrom: ['由“{before}”改称“{name}”', 'from “{before}” to “{name}”'],
  moved: ['隶属{parent}', 'below {parent}'],
  movedFrom: ['由隶属{before}改为隶属{parent}', 'from below {before} to below {parent}'],
  top: ['州本级', 'the prefecture itself'],
  merged: ['并入{successor}', 'into {successor}'],
  founded: ['成立“{name}”', '“{name}”'],
  dissolved: ['撤销', 'ends'],
  from: ['{on} 起', 'from {on}'],
  basis: ['依据 {document}', 'by {document}'],
  by: ['{name} {at} 决定', 'decided by {name}, {at}'],
  heldUp: [
    '到日子没有生效：{reason}障碍消除后自动生效，也可以撤回。',
    'It did not take effect: {reason} It will once that is gone; or withdraw it.',
  ],
  withdraw: ['撤回', 'Withdraw'],
  ask: ['撤回这项变更？', 'Withdraw this change?'],
})

const stateClass: Readonly<Record<UnitChangeView['state'], string>> = {
  ahead: 'tag tag-near',
  'in-effect': 'tag',
  'held-up': 'tag unit-late',
  withdrawn: 'tag tag-closed',
}

const useWhat = (units: readonly TreeUnitView[]) => {
  const text = useWords(said)
  return ({ kind, name, nameBefore, parentId, parentBefore, successorId, state }: UnitChangeView): string => {
    const parent = parentId === null ? text.top : nameOf(units, parentId)
    const isDone = state === 'in-effect'
    switch (kind) {
      case 'renamed':
        return fill(isDone ? text.renamedFrom : text.renamed, { name: name ?? '', before: nameBefore ?? '' })
      case 'moved': {
        const before = parentBefore === null ? text.top : nameOf(units, parentBefore)
        return fill(isDone ? text.movedFrom : text.moved, { parent, before })
      }
      case 'merged':
        return fill(text.merged, { successor: nameOf(units, successorId) })
      case 'founded':
        return fill(text.founded, { name: name ?? '' })
      case 'dissolved':
        return text.dissolved
    }
  }
}

const Withdraw = ({ changeId }: { readonly changeId: string }): ReactElement => {
  const text = useWords(said)
  const refresh = useRefreshUnits()
  const withdraw = useCommand(
    (_: null, { idempotencyKey }) => api.withdrawUnitChange({ params: { changeId }, idempotencyKey }),
    () => refresh(),
  )
  return (
    <>
      <Popconfirm title={text.ask} okText={text.withdraw} onConfirm={() => withdraw.mutate(null)}>
        <Button size="small" loading={withdraw.isPending}>
          {text.withdraw}
        </Button>
      </Popconfirm>
      <ProblemNote error={withdraw.error} />
    </>
  )
}

type RowProps = { readonly change: UnitChangeView; readonly units: readonly TreeUnitView[]; readonly withUnit: boolean }
const ChangeRow = ({ change, units, withUnit }: RowProps): ReactElement => {
  const text = useWords(said)
  const kinds = useWords(changeWords)
  const states = useWords(stateWords)
  const language = useLanguage()
  const label = useLabel()
  const what = useWhat(units)
  const { kind, state, unitId, on, document, words: more, by, decidedAt, heldUp, changeId } = change
  const isOpen = state === 'ahead' || state === 'held-up'
  return (
    <li className="unit-change">
      <div className="unit-change-head">
        <span className="tag">{kinds[kind]}</span>
        {withUnit && kind !== 'founded' ? <strong>{nameOf(units, unitId)}</strong> : null}
        <span>{what(change)}</span>
        <span>{fill(text.from, { on: dateText(on, language) })}</span>
        <span className={stateClass[state]}>{states[state]}</span>
        {isOpen ? <Withdraw changeId={changeId} /> : null}
      </div>
      {state === 'held-up' && heldUp !== null ? <p className="unit-held">{fill(text.heldUp, { reason: label(heldUp) })}</p> : null}
      <p className="soft">
        {fill(text.basis, { document })} · {fill(text.by, { name: by, at: instantText(decidedAt, language) })}
      </p>
      {more === null ? null : <p className="soft pre">{more}</p>}
    </li>
  )
}

type Props = { readonly changes: readonly UnitChangeView[]; readonly units: readonly TreeUnitView[]; readonly withUnit?: boolean }
export const ChangeRows = ({ changes, units, withUnit = true }: Props): ReactElement => (
  <ul className="unit-changes">
    {changes.map((change) => (
      <ChangeRow key={change.changeId} change={change} units={units} withUnit={withUnit} />
    ))}
  </ul>
)
