import type { ReactElement } from 'react'
import { useWords, words } from '@open12345/ui/language.ts'
import { DeskTabs } from '../work-order/desk-tabs.tsx'
import { useDeskPlace } from '../work-order/use-desk-place.ts'
import { Directory } from './directory.tsx'
import { Drills } from './drills.tsx'
import { Records } from './records.tsx'
import './linkage.css'

const said = words({
  title: ['联动', 'Linkage'],
  note: ['与 110、119、120、122 和水电气热线的应急联动（第十四条）。', 'Linkage with the emergency lines and the utilities (article 14).'],
  tabs: ['联动的各部分', 'Parts of linkage'],
  lines: ['名录', 'Directory'],
  records: ['记录', 'Records'],
  drills: ['试线和演练', 'Tests and drills'],
})

const parts = { lines: Directory, records: Records, drills: Drills } as const
type Part = keyof typeof parts
const isPart = (tab: string | undefined): tab is Part => tab !== undefined && tab in parts

/** 第十四条 联动: the directory, what went to and fro, and whether it was tried. @clause 14 */
export const LinkagePage = (): ReactElement => {
  const text = useWords(said)
  const { tab } = useDeskPlace()
  const current = isPart(tab) ? tab : 'lines'
  const Shown = parts[current]
  return (
    <div className="page linkage">
      <div className="page-head">
        <h1>{text.title}</h1>
        <span className="soft">{text.note}</span>
      </div>
      <DeskTabs
        label={text.tabs}
        current={current}
        tabs={[
          { key: 'lines', name: text.lines },
          { key: 'records', name: text.records },
          { key: 'drills', name: text.drills },
        ]}
      />
      <Shown />
    </div>
  )
}
