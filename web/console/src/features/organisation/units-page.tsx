import type { TreeUnitView, UnitChangeView } from '@open12345/contract/organisation'
import { Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { useWords, words } from '@open12345/ui/language.ts'
import { Answered, Nothing } from '../../parts/states.tsx'
import { DeskTabs } from '../work-order/desk-tabs.tsx'
import { ChangeForm } from './change-form.tsx'
import { ChangeRows } from './change-rows.tsx'
import { UnitSheet } from './unit-sheet.tsx'
import { UnitTree } from './unit-tree.tsx'
import { useUnitChanges, useUnitPlace, useUnitTree } from './use-units.ts'
import './organisation.css'

const said = words({
  title: ['单位', 'Units'],
  note: [
    '单位成立、更名、改隶、并入、撤销，都有生效日和依据。',
    'Units are founded, renamed, moved, merged and dissolved, each with its day and its document.',
  ],
  parts: ['单位的各部分', 'Parts of the units'],
  tree: ['单位树', 'Units'],
  ahead: ['待生效', 'To come'],
  history: ['变更记录', 'History'],
  found: ['成立单位', 'Found a unit'],
  choose: ['从单位树里选一个单位，看它的来历和待生效的变更。', 'Choose a unit to see its history and what is to come.'],
  gone: ['没有这个单位。', 'There is no such unit.'],
  noneAhead: ['没有待生效或卡住的变更。', 'Nothing is to come, and nothing is held up.'],
  none: ['还没有变更过单位。', 'No unit was changed yet.'],
})

const parts = ['tree', 'ahead', 'history'] as const
type Part = (typeof parts)[number]

const isOpen = ({ state }: UnitChangeView): boolean => state === 'ahead' || state === 'held-up'

const Changes = ({ part, units }: { readonly part: Exclude<Part, 'tree'>; readonly units: readonly TreeUnitView[] }): ReactElement => {
  const text = useWords(said)
  const asked = useUnitChanges()
  return (
    <section className="sheet" aria-label={text[part]}>
      <Answered asked={asked}>
        {({ items }) => {
          const shown = items.filter((change) => isOpen(change) === (part === 'ahead'))
          return shown.length === 0 ? (
            <Nothing>{part === 'ahead' ? text.noneAhead : text.none}</Nothing>
          ) : (
            <ChangeRows changes={shown} units={units} />
          )
        }}
      </Answered>
    </section>
  )
}

type BenchProps = { readonly units: readonly TreeUnitView[]; readonly today: string }
const Bench = ({ units, today }: BenchProps): ReactElement => {
  const text = useWords(said)
  const { unit: wanted } = useUnitPlace()
  const unit = units.find(({ unitId }) => unitId === wanted)
  return (
    <div className={wanted === undefined ? 'units-bench' : 'units-bench units-chosen'}>
      <UnitTree units={units} today={today} current={wanted} />
      <div>
        {unit === undefined ? (
          <section className="sheet">
            <Nothing>{wanted === undefined ? text.choose : text.gone}</Nothing>
          </section>
        ) : (
          <UnitSheet key={unit.unitId} unit={unit} units={units} today={today} />
        )}
      </div>
    </div>
  )
}

/** The tree of units with a desk: what they are, what was decided, and what is to come. @clause 7-1 */
export const UnitsPage = (): ReactElement => {
  const text = useWords(said)
  const { tab } = useUnitPlace()
  const part = parts.find((one) => one === tab) ?? 'tree'
  const [isFounding, setFounding] = useState(false)
  const asked = useUnitTree()
  const ahead = useUnitChanges().data?.items.filter(isOpen).length ?? 0
  return (
    <div className="page units">
      <div className="page-head">
        <h1>{text.title}</h1>
        <span className="soft">{text.note}</span>
        <Button type="primary" onClick={() => setFounding(true)}>
          {text.found}
        </Button>
      </div>
      <DeskTabs
        label={text.parts}
        current={part}
        tabs={parts.map((key) => ({ key, name: text[key], ...(key === 'ahead' && ahead > 0 ? { count: String(ahead) } : {}) }))}
      />
      <Answered asked={asked} rows={8}>
        {({ items, today }) => (
          <>
            {isFounding ? <ChangeForm kind="founded" units={items} today={today} onDone={() => setFounding(false)} /> : null}
            {part === 'tree' ? <Bench units={items} today={today} /> : <Changes part={part} units={items} />}
          </>
        )}
      </Answered>
    </div>
  )
}
