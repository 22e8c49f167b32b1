import type { ReactElement } from 'react'
import type { Stage } from '@open12345/contract/vocabulary'
import { useWords, words } from '@open12345/ui/language.ts'
import { DeskTabs } from './desk-tabs.tsx'
import { Queue } from './queue.tsx'
import { useCounts } from './use-counts.ts'
import { useDeskPlace } from './use-desk-place.ts'

const said = words({
  title: ['派单台', 'Dispatch'],
  note: ['受理后 3 个工作小时内派出（第十二条（一））', 'Dispatched within 3 working hours (article 12(1))'],
  dispatch: ['待派单', 'To dispatch'],
  accept: ['待受理', 'To accept'],
  withdrawals: ['待确认撤回', 'Withdrawals'],
  corrections: ['待确认订正', 'Corrections'],
  empty: ['没有待派的工单。', 'Nothing to dispatch.'],
  emptyAccept: ['没有待受理的诉求。', 'Nothing to accept.'],
  emptyWithdrawals: ['没有等待确认的撤回申请。', 'No withdrawal waits.'],
  emptyCorrections: ['没有等待确认的订正。', 'No correction waits.'],
  tabs: ['派单台的列表', 'Lists of the dispatch desk'],
})

const everywhere = [
  'to-accept',
  'to-dispatch',
  'to-sign',
  'in-hand',
  'to-review',
  'to-deliver',
  'asked',
  'manual-follow-up',
  'reply-check',
] as const satisfies readonly Stage[]
type Tab = {
  readonly stages: readonly Stage[]
  readonly empty: 'empty' | 'emptyAccept' | 'emptyWithdrawals' | 'emptyCorrections'
  readonly waiting?: 'withdrawal' | 'correction'
}
const tabs = {
  dispatch: { stages: ['to-dispatch'], empty: 'empty' },
  accept: { stages: ['to-accept'], empty: 'emptyAccept' },
  withdrawals: { stages: everywhere, empty: 'emptyWithdrawals', waiting: 'withdrawal' },
  corrections: { stages: everywhere, empty: 'emptyCorrections', waiting: 'correction' },
} as const satisfies Record<string, Tab>
type TabName = keyof typeof tabs
const isTab = (name: string | undefined): name is TabName => name !== undefined && name in tabs

export const DispatchDesk = (): ReactElement => {
  const text = useWords(said)
  const count = useCounts()
  const { tab } = useDeskPlace()
  const current: TabName = isTab(tab) ? tab : 'dispatch'
  const chosen: Tab = tabs[current]
  return (
    <Queue
      key={current}
      stages={chosen.stages}
      label={text[current]}
      empty={text[chosen.empty]}
      showStage={chosen.waiting !== undefined}
      {...(chosen.waiting === undefined ? {} : { waiting: chosen.waiting })}
      head={
        <>
          <h1>
            {text.title} <span className="soft">{text.note}</span>
          </h1>
          <DeskTabs
            label={text.tabs}
            current={current}
            tabs={[
              { key: 'dispatch', name: text.dispatch, count: count('to-dispatch') },
              { key: 'accept', name: text.accept, count: count('to-accept') },
              { key: 'withdrawals', name: text.withdrawals, count: count('withdrawal') },
              { key: 'corrections', name: text.corrections, count: count('correction') },
            ]}
          />
        </>
      }
    />
  )
}
