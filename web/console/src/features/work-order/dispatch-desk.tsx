import type { OrderRow } from '@open12345/contract/work-order'
import { Button } from 'antd'
import { useState, type ReactElement } from 'react'
import type { Stage, Waiting } from '@open12345/contract/vocabulary'
import { useWords, words } from '@open12345/ui/language.ts'
import { useMay } from '../../api/session.ts'
import { RulingDrawer } from '../ruling/ruling-drawer.tsx'
import { DeskTabs } from './desk-tabs.tsx'
import { DispatchMany } from './dispatch-many.tsx'
import { Queue } from './queue.tsx'
import { useChosen } from './use-chosen.ts'
import { useCounts } from './use-counts.ts'
import { useDeskPlace } from './use-desk-place.ts'

const said = words({
  title: ['派单台', 'Dispatch'],
  many: ['批量派单', 'Dispatch several'],
  note: ['特殊事项最先，其余先到期的在前', 'Special matters first, then what is due first'],
  acts: ['特殊事项', 'Special matters'],
  dispatch: ['待派单', 'To dispatch'],
  accept: ['待受理', 'To accept'],
  returns: ['待裁定退回', 'Returns'],
  extensions: ['待决定延时', 'More time'],
  atUnits: ['承办中', 'At the units'],
  terminations: ['待核查终结', 'Terminations'],
  disputes: ['待甄别异议', 'Disputes'],
  coordination: ['专题协调中', 'In coordination'],
  withdrawals: ['待确认撤回', 'Withdrawals'],
  corrections: ['待确认订正', 'Corrections'],
  clearings: ['待确认误列', 'Wrongly accused'],
  deliveries: ['待中心答复', 'Replies to give'],
  tabs: ['派单台的列表', 'Lists of the dispatch desk'],
})
const empty = words({
  acts: ['没有还欠报告、电话告知的特殊事项。', 'No special matter lacks its report or its call.'],
  dispatch: ['没有待派的工单。', 'Nothing to dispatch.'],
  accept: ['没有待受理的诉求。', 'Nothing to accept.'],
  returns: ['没有等待裁定的退回。', 'No return waits for a ruling.'],
  extensions: ['没有等待决定的延时申请。', 'Nobody waits for more time.'],
  atUnits: ['没有单位正在承办的工单。', 'No unit has an order in hand.'],
  terminations: ['没有等待核查的终结办理。', 'No termination waits for its check.'],
  disputes: ['没有等待甄别的评价异议。', 'No disputed rating waits.'],
  coordination: ['没有正在专题协调的工单。', 'No order is in coordination.'],
  withdrawals: ['没有等待确认的撤回申请。', 'No withdrawal waits.'],
  corrections: ['没有等待确认的订正。', 'No correction waits.'],
  clearings: ['没有等待第二人确认的误列更正。', 'No clearing of a wrongly accused unit waits for its second person.'],
  deliveries: ['没有要由中心答复的保密工单。', 'No confidential reply waits for the centre.'],
})

const followedUp = ['asked', 'manual-follow-up', 'reply-check'] as const satisfies readonly Stage[]
const everywhere = [
  'to-accept',
  'to-dispatch',
  'to-sign',
  'in-hand',
  'to-review',
  'to-deliver',
  ...followedUp,
] as const satisfies readonly Stage[]
type Tab = {
  readonly stages: readonly [Stage, ...Stage[]]
  readonly waiting?: Waiting
  /** Who may take the step that the list waits for; everybody at this desk where none is named. */
  readonly right?: string
  readonly goesOnTo?: Stage
  /** A list to look something up in, not one to work off. */
  readonly isUncounted?: boolean
}
const tabs = {
  // 12-4: the report, the call and the dispatch are due within minutes.
  acts: { stages: ['to-dispatch', 'coordination', 'with-incident', ...everywhere], waiting: 'acts', right: 'order.act' },
  dispatch: { stages: ['to-dispatch'] },
  accept: { stages: ['to-accept'] },
  // 12-2c: after an accepted return the same person dispatches it to the next unit.
  returns: { stages: everywhere, waiting: 'return', right: 'order.rule', goesOnTo: 'to-dispatch' },
  extensions: { stages: everywhere, waiting: 'extension', right: 'order.decide-extension' },
  withdrawals: { stages: everywhere, waiting: 'withdrawal' },
  corrections: { stages: everywhere, waiting: 'correction' },
  // 20c: the second person; and who stands between the unit and somebody whom it may not know.
  clearings: { stages: everywhere, waiting: 'clearing', right: 'order.confirm-clearing' },
  deliveries: { stages: ['to-deliver'], waiting: 'delivery', right: 'order.deliver' },
  terminations: { stages: everywhere, waiting: 'termination', right: 'order.confirm-termination' },
  // 13-3c: a rating may be disputed after the order is closed.
  disputes: { stages: [...followedUp, 'closed'], waiting: 'dispute', right: 'order.screen' },
  coordination: { stages: ['coordination'] },
  atUnits: { stages: ['to-sign', 'in-hand', 'to-review', 'to-deliver'], isUncounted: true },
} as const satisfies Record<string, Tab>
type TabName = keyof typeof tabs
const names = Object.keys(tabs) as readonly TabName[]

const useTabs = (): readonly TabName[] => {
  const may = useMay()
  return names.filter((name) => {
    const { right }: Tab = tabs[name]
    return right === undefined || may(right)
  })
}

export const DispatchDesk = (): ReactElement => {
  const text = useWords(said)
  const nothing = useWords(empty)
  const count = useCounts()
  const { tab } = useDeskPlace()
  const open = useTabs()
  const current = open.find((name) => name === tab) ?? 'dispatch'
  const { chosen, setChosen, onChoose } = useChosen()
  // A box beside each order doubles the stops of whoever works by keyboard: only when several are wanted.
  const [isMany, setMany] = useState(false)
  const foot = (rows: readonly OrderRow[]): ReactElement | null => {
    if (isMany) return <DispatchMany rows={rows} chosen={chosen} onChosen={setChosen} />
    return rows.length < 2 ? null : (
      <div className="bench-foot">
        <Button onClick={() => setMany(true)}>{text.many}</Button>
      </div>
    )
  }
  const { stages, waiting, goesOnTo, isUncounted = false }: Tab = tabs[current]
  return (
    <Queue
      key={current}
      stages={stages}
      label={text[current]}
      empty={nothing[current]}
      showStage={waiting !== undefined || isUncounted}
      {...(waiting === undefined ? {} : { waiting })}
      {...(goesOnTo === undefined ? {} : { goesOnTo })}
      {...(current === 'dispatch' ? { foot } : {})}
      {...(current === 'dispatch' && isMany ? { choice: { chosen, onChoose } } : {})}
      head={
        <>
          <div className="bench-title">
            <h1>
              {text.title} <span className="soft">{text.note}</span>
            </h1>
            <RulingDrawer />
          </div>
          <DeskTabs
            label={text.tabs}
            current={current}
            tabs={open.map((key) => {
              const one: Tab = tabs[key]
              return { key, name: text[key], ...(one.isUncounted === true ? {} : { count: count(one.waiting ?? one.stages[0]) }) }
            })}
          />
        </>
      }
    />
  )
}
