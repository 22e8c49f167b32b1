import type { ReactElement } from 'react'
import type { Stage, Waiting } from '@open12345/contract/vocabulary'
import { useWords, words } from '@open12345/ui/language.ts'
import { useMay } from '../../api/session.ts'
import { DeskTabs } from './desk-tabs.tsx'
import { Queue } from './queue.tsx'
import { useCounts } from './use-counts.ts'
import { useDeskPlace } from './use-desk-place.ts'

const said = words({
  title: ['派单台', 'Dispatch'],
  note: ['特殊事项最先，其余先到期的在前', 'Special matters first, then what is due first'],
  dispatch: ['待派单', 'To dispatch'],
  accept: ['待受理', 'To accept'],
  withdrawals: ['待确认撤回', 'Withdrawals'],
  corrections: ['待确认订正', 'Corrections'],
  clearings: ['待确认误列', 'Wrongly accused'],
  deliveries: ['待中心答复', 'Replies to give'],
  empty: ['没有待派的工单。', 'Nothing to dispatch.'],
  emptyAccept: ['没有待受理的诉求。', 'Nothing to accept.'],
  emptyWithdrawals: ['没有等待确认的撤回申请。', 'No withdrawal waits.'],
  emptyCorrections: ['没有等待确认的订正。', 'No correction waits.'],
  emptyClearings: ['没有等待第二人确认的误列更正。', 'No clearing of a wrongly accused unit waits for its second person.'],
  emptyDeliveries: ['没有要由中心答复的保密工单。', 'No confidential reply waits for the centre.'],
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
  readonly stages: readonly [Stage, ...Stage[]]
  readonly empty: 'empty' | 'emptyAccept' | 'emptyWithdrawals' | 'emptyCorrections' | 'emptyClearings' | 'emptyDeliveries'
  readonly waiting?: Waiting
  /** Who may take the step that the list waits for; everybody at this desk where none is named. */
  readonly right?: string
}
const tabs = {
  dispatch: { stages: ['to-dispatch'], empty: 'empty' },
  accept: { stages: ['to-accept'], empty: 'emptyAccept' },
  withdrawals: { stages: everywhere, empty: 'emptyWithdrawals', waiting: 'withdrawal' },
  corrections: { stages: everywhere, empty: 'emptyCorrections', waiting: 'correction' },
  // 20c: the second person; and who stands between the unit and somebody whom it may not know.
  clearings: { stages: everywhere, empty: 'emptyClearings', waiting: 'clearing', right: 'order.confirm-clearing' },
  deliveries: { stages: ['to-deliver'], empty: 'emptyDeliveries', waiting: 'delivery', right: 'order.deliver' },
} as const satisfies Record<string, Tab>
type TabName = keyof typeof tabs
const names = Object.keys(tabs) as readonly TabName[]

export const DispatchDesk = (): ReactElement => {
  const text = useWords(said)
  const count = useCounts()
  const may = useMay()
  const { tab } = useDeskPlace()
  const open = names.filter((name) => {
    const { right }: Tab = tabs[name]
    return right === undefined || may(right)
  })
  const current = open.find((name) => name === tab) ?? 'dispatch'
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
            tabs={open.map((key) => {
              const { waiting, stages }: Tab = tabs[key]
              return { key, name: text[key], count: count(waiting ?? stages[0]) }
            })}
          />
        </>
      }
    />
  )
}
