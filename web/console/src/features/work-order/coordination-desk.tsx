import { stages as allStages, type Stage, type Waiting } from '@open12345/contract/vocabulary'
import type { ReactElement } from 'react'
import { useWords, words } from '@open12345/ui/language.ts'
import { RulingDrawer } from '../ruling/ruling-drawer.tsx'
import { DeskTabs } from './desk-tabs.tsx'
import { Queue } from './queue.tsx'
import { UnattendedOrders } from './unattended-orders.tsx'
import { useCounts } from './use-counts.ts'
import { useDeskPlace } from './use-desk-place.ts'

const said = words({
  title: ['协调台', 'Coordination'],
  note: ['专题协调、指定承办单位；阅处特殊事项报告', 'Coordinate and designate; read the reports of special matters'],
  coordination: ['待专题协调', 'To coordinate'],
  report: ['待阅报告', 'Reports to read'],
  unattended: ['无人负责的密封件', 'Sealed, nobody in charge'],
  tabs: ['协调台的列表', 'Lists of the coordination desk'],
})
const empty = words({
  coordination: ['没有等待协调的工单。', 'No order waits for a coordination.'],
  report: ['没有等待阅处的特殊事项报告。', 'No report of a special matter waits.'],
})

type Tab = { readonly stages: readonly Stage[]; readonly waiting?: Waiting }
const tabs = {
  coordination: { stages: ['coordination'] },
  report: { stages: allStages.filter((stage) => stage !== 'closed'), waiting: 'report' },
} as const satisfies Record<string, Tab>
type TabName = keyof typeof tabs
const unattended = 'unattended'
const names = Object.keys(tabs) as readonly TabName[]

/**
 * 州政府办公室: whose duty it is could not be said; the office says it. What is special is reported to it.
 * Of sealed orders that nobody answers for any more it names the next keeper.
 * @clause 11-3c
 * @clause 12-4a
 */
export const CoordinationDesk = (): ReactElement => {
  const text = useWords(said)
  const nothing = useWords(empty)
  const count = useCounts()
  const { tab } = useDeskPlace()
  const current = names.find((name) => name === tab) ?? 'coordination'
  const head = (
    <>
      <div className="bench-title">
        <h1>
          {text.title} <span className="soft">{text.note}</span>
        </h1>
        <RulingDrawer />
      </div>
      <DeskTabs
        label={text.tabs}
        current={tab === unattended ? unattended : current}
        tabs={[...names.map((key) => ({ key, name: text[key], count: count(key) })), { key: unattended, name: text.unattended, count: '' }]}
      />
    </>
  )
  if (tab === unattended)
    return (
      <div className="page unattended-tab">
        {head}
        <UnattendedOrders />
      </div>
    )
  const { stages, waiting }: Tab = tabs[current]
  return (
    <Queue
      key={current}
      stages={stages}
      label={text[current]}
      empty={nothing[current]}
      showStage={waiting !== undefined}
      {...(waiting === undefined ? {} : { waiting })}
      head={head}
    />
  )
}
